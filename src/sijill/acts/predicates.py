"""Predicates: what type of act a verb makes with its helpers and what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sijill.acts.complements import takes
from sijill.acts.tokens import Cue, Token
from sijill.languages.inflection import Sense
from sijill.records import ActType

# A verb and its helpers reach so far, the noun it takes stands within the second, a claim tells its type
# within the third.
_GROUP, _OBJECT, _REACH = 5, 12, 30
_HELPERS = frozenset(("will", "must", "can", "be", "have", "do", "negation", "adverb"))


@dataclass(frozen=True, slots=True)
class Predicates:
    """Reads the types of the predicates of one passage."""

    tokens: Sequence[Token]

    def of(self, index: int, end: int, joint: bool, thing: bool = False) -> ActType | None:
        """The type of the act whose verb begins at `index`; None where it is none.

        In a `joint` text an own activity and the claim about a `thing` are acts too.
        """
        if thing:
            return self._clause(index, end, own=False)
        main = self._main(index, end)
        helpers = self.tokens[index:main]
        will = any("will" in token.links for token in helpers)
        cue = self._cue(index, min(main + 2, end))
        sense = self._sense(main, end)
        if cue is not None and not (will and cue.type == "support"):
            return cast(ActType, cue.type)
        if will:
            return self._will(main, helpers, sense)
        if any("must" in token.links for token in helpers):
            return "oppose" if any("negation" in token.links for token in helpers) else "urge"
        if sense is not None:
            return self._verb(sense, main, end)
        told = main < len(self.tokens) and "narrated" in self.tokens[main].links
        return "state" if joint and not told else None

    def _will(self, main: int, helpers: Sequence[Token], sense: Sense | None) -> ActType:
        denied = any("negation" in token.links for token in helpers)
        verb = self.tokens[main] if main < len(self.tokens) else None
        backing = sense is not None and sense.entry.text("type") == "support"
        if denied and verb is not None and ("denied" in verb.links or backing):
            return "oppose"
        return "commit"

    def _main(self, index: int, end: int) -> int:
        """The main word of a verb that begins with helpers."""
        at = index
        while at < end - 1 and at < index + _GROUP:
            token = self.tokens[at]
            adverb = token.word.folded.endswith("ly")
            if not (_HELPERS.intersection(token.links) or adverb):
                break
            at += 1
        return at

    def _sense(self, main: int, end: int) -> Sense | None:
        if main >= len(self.tokens):
            return None
        for sense in self.tokens[main].senses:
            if sense.shape.tense != "noun" and takes(self.tokens[:end], main, sense):
                return sense
        return None

    def _cue(self, first: int, last: int) -> Cue | None:
        """The longest predicate cue that begins within a verb."""
        best: Cue | None = None
        for token in self.tokens[first:last]:
            for cue in token.cues:
                if cue.where == "predicate" and (best is None or cue.words > best.words):
                    best = cue
        return best

    def _verb(self, sense: Sense, main: int, end: int) -> ActType | None:
        """The type that a verb of the list has with what it governs."""
        role, own = sense.entry.text("role"), sense.entry.text("type")
        that = self._that(main + 1, end)
        if role == "act":
            return self._act(sense, own, main, end, that)
        if that is not None:
            announced = bool(sense.entry.fields.get("announces"))
            return self._clause(that + 1, end, own=True, announced=announced)
        found = self._object(main + 1, end, "object")
        if found is not None:
            return found
        if role == "light":
            return None
        return "decide" if sense.entry.fields.get("announces") else "state"

    def _act(self, sense: Sense, own: str, main: int, end: int, that: int | None) -> ActType:
        if sense.entry.texts("yields"):
            found = self._clause(that + 1, end, own=True) if that is not None else self._after_on(main, end)
            return found if found in sense.entry.texts("yields") and found is not None else cast(ActType, own)
        deed = own == "support" and self._object(main + 1, end, "deed")
        return deed or cast(ActType, own)

    def _after_on(self, main: int, end: int) -> ActType | None:
        """What was agreed "on the need to …"."""
        if main + 1 >= end or self.tokens[main + 1].word.folded not in ("on", "about", "with", "upon"):
            return None
        return self._object(main + 2, end, "object")

    def _that(self, first: int, end: int) -> int | None:
        """The that-word soon after a verb."""
        for index in range(first, min(end, first + _GROUP)):
            near = index <= first + 1 or self.tokens[index - 1].senses != ()
            if "that" in self.tokens[index].links and near:
                return index
        return None

    def _object(self, first: int, end: int, where: str) -> ActType | None:
        """The type that the first telling noun of the object gives."""
        for index in range(first, min(end, first + _OBJECT)):
            token = self.tokens[index]
            for cue in token.cues:
                if cue.where == where:
                    return cast(ActType, cue.type)
            ends = {"preposition", "to", "relative", "clause"}.intersection(token.links)
            marked = token.mark and token.mark not in ("comma", "other", "close", "open")
            if (ends and index > first) or marked:
                return None
        return None

    def _clause(self, first: int, end: int, own: bool, announced: bool = False) -> ActType:
        """The type of a clause by its first telling word."""
        for index in range(first, min(end, first + _REACH)):
            token = self.tokens[index]
            cues = [cue for cue in token.cues if cue.where == "predicate"]
            if cues and not token.named:
                best = max(cues, key=lambda cue: cue.words)
                if own or best.type in ("urge", "oppose", "concern"):
                    return cast(ActType, best.type)
            if "will" in token.links:
                return self._future(first, index, own, announced)
        return "state"

    def _future(self, first: int, index: int, own: bool, announced: bool) -> ActType:
        subject = self.tokens[first:index]
        ours = any({"we", "own", "pronoun"}.intersection(token.links) for token in subject)
        if announced:
            return "commit" if ours else "decide"
        after = self.tokens[index + 1 : index + 3]
        effect = any("effect" in token.links for token in after)
        if any(cue.type == "urge" for token in after for cue in token.cues):
            return "urge"
        if own:
            return "commit" if ours or any(token.named for token in subject) else "state"
        body = any("body" in token.links for token in subject)
        return "state" if effect and not body else "commit"
