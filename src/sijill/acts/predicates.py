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


# What shows that a clause without a that-word has its verb.
_FINITE = frozenset(("will", "would", "must", "can", "be", "have"))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who tells a clause: his parties, where known, and whether he tells, announces or pledges it."""

    actors: frozenset[str] = frozenset()
    told: bool = True
    announces: bool = False
    pledges: bool = False


_TEXT = _Teller(told=False)


@dataclass(frozen=True, slots=True)
class Predicates:
    """Reads the types of the predicates of one passage.

    In a `joint` text an own activity and the claim about a thing are acts too.
    """

    tokens: Sequence[Token]
    joint: bool

    def of(self, index: int, end: int, actors: frozenset[str], thing: bool = False) -> ActType | None:
        """The type of the act of `actors` whose verb begins at `index`, or of the claim about a `thing`; None
        where it is none. No actors are known where the text itself acts.
        """
        if thing:
            return self._clause(index, end, _TEXT)
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
            return self._verb(sense, main, end, actors)
        told = main < len(self.tokens) and "narrated" in self.tokens[main].links
        return "state" if self.joint and not told else None

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

    def _verb(self, sense: Sense, main: int, end: int, actors: frozenset[str]) -> ActType | None:
        """The type that a verb of the list has with what it governs."""
        role = sense.entry.text("role")
        that = self._that(sense, main + 1, end)
        fields = sense.entry.fields
        teller = _Teller(actors, announces=bool(fields.get("announces")), pledges=bool(fields.get("pledges")))
        if role == "act":
            return self._act(sense, main, end, that, teller)
        if that is not None:
            return self._clause(that, end, teller)
        found = self._object(main + 1, end, "object")
        if found is not None:
            return found
        if role == "light":
            return None
        return "decide" if sense.entry.fields.get("announces") else "state"

    def _act(self, sense: Sense, main: int, end: int, that: int | None, teller: _Teller) -> ActType | None:
        own = cast(ActType, sense.entry.text("type"))
        if sense.entry.texts("yields"):
            settled = that is not None and self._settles(that, end)
            found = self._after_on(main, end) if that is None else self._clause(that, end, teller)
            return found if not settled and found in sense.entry.texts("yields") else own
        deed = own == "support" and self._object(main + 1, end, "deed")
        return deed or own

    def _settles(self, first: int, end: int) -> bool:
        """Whether what was agreed is to be done ("agreed that a treaty would be signed")."""
        for index in range(first, min(end, first + _REACH)):
            token = self.tokens[index]
            if any(cue.where == "predicate" for cue in token.cues):
                return False
            if "will" in token.links or self._would(index):
                return True
        return False

    def _after_on(self, main: int, end: int) -> ActType | None:
        """What was agreed "on the need to …"."""
        if main + 1 >= end or self.tokens[main + 1].word.folded not in ("on", "about", "with", "upon"):
            return None
        return self._object(main + 2, end, "object")

    def _that(self, sense: Sense, first: int, end: int) -> int | None:
        """The first word of the clause that a verb opens: after its that-word, or at once ("said he would");
        who is told something may stand between ("told the meeting that")."""
        hearer = bool(sense.entry.fields.get("hearer"))
        for index in range(first, min(end, first + (_OBJECT if hearer else _GROUP))):
            near = hearer or index <= first + 1 or self.tokens[index - 1].senses != ()
            if "that" in self.tokens[index].links and near:
                return index + 1
        return first if self._bare(first, end) else None

    def _bare(self, first: int, end: int) -> bool:
        """Whether a clause without a that-word begins with its subject and a helper ("said they would")."""
        subject = self.tokens[first : first + _GROUP]
        if not subject or not (
            subject[0].named or {"own", "pronoun", "we", "determiner"} & {*subject[0].links}
        ):
            return False
        for index in range(first + 1, min(end, first + _OBJECT)):
            links = self.tokens[index].links
            if not _FINITE.isdisjoint(links):
                return True
            if self.tokens[index].mark or not {"preposition", "to"}.isdisjoint(links):
                return False
        return False

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

    def _clause(self, first: int, end: int, teller: _Teller) -> ActType:
        """The type of a clause by its first telling word."""
        for index in range(first, min(end, first + _REACH)):
            token = self.tokens[index]
            cues = [cue for cue in token.cues if cue.where == "predicate"]
            if cues and not token.named:
                best = max(cues, key=lambda cue: cue.words)
                if best.type == "commit" and self._of_another(first, index, teller):
                    return "state"
                if teller.told or best.type in ("urge", "oppose", "concern"):
                    return cast(ActType, best.type)
            if "will" in token.links or (teller.told and self._would(index)):
                return self._future(first, index, teller)
        return "state"

    def _would(self, index: int) -> bool:
        """Whether a word tells a future seen from the past ("would host"), not what was never so."""
        after = self.tokens[index + 1 : index + 2]
        return "would" in self.tokens[index].links and not any("have" in token.links for token in after)

    def _of_another(self, first: int, index: int, teller: _Teller) -> bool:
        """Whether another state than the teller's is the subject: of its will he only tells."""
        subject = self.tokens[first:index]
        if not teller.actors or any({"we", "own", "pronoun"}.intersection(token.links) for token in subject):
            return False
        named = {party for token in subject for party in token.parties}
        return bool(named) and named.isdisjoint(teller.actors) and all(map(str.isupper, named))

    def _future(self, first: int, index: int, teller: _Teller) -> ActType:
        subject = self.tokens[first:index]
        ours = any({"we", "own", "pronoun"}.intersection(token.links) for token in subject)
        after = self.tokens[index + 1 : index + 3]
        effect = any("effect" in token.links for token in after)
        if any(cue.type == "urge" for token in after for cue in token.cues):
            return "urge"
        if not teller.told:
            body = any("body" in token.links for token in subject)
            return "state" if effect and not body else "commit"
        if self._of_another(first, index, teller):
            return "state"
        appoints = any("be" in token.links for token in after[:1])
        if teller.announces and not ours and (appoints or not any(token.named for token in subject)):
            return "decide"
        return "commit" if ours or teller.pledges or any(token.named for token in subject) else "state"
