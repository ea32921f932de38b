"""Syntax: where a clause begins, its subject and its verb, where subjects stand before verbs."""

from __future__ import annotations

from sijill.acts.candidate import Voice
from sijill.acts.complements import takes
from sijill.acts.tokens import Token

# A subject has so many words at most; an adverbial before it ends within so many.
SUBJECT, _PRELUDE = 16, 60
STEPS = 6
_ADVERBIAL = frozenset(("preposition", "clause", "to", "relative"))
_NOT_SUBJECT = frozenset(("preposition", "to", "that", "relative", "clause", "purpose"))
_HELPERS = frozenset(("will", "must", "can", "be", "have", "do"))
# What only somebody does, even in the present.
_PERSONAL = frozenset(("commit", "praise"))
_APOSTROPHES, _ENDING = frozenset("'’´"), 2


class Syntax:
    """The clauses of one passage, looked at from a word."""

    def __init__(self, seen: list[Token]) -> None:
        self.tokens = _without_apostrophes(seen)
        self.size = len(seen)

    def _past_joins(self, index: int) -> int:
        while index < self.size - 1 and (
            "joins" in self.tokens[index].links or self.tokens[index].mark == "other"
        ):
            index += 1
        return index

    def _after_we(self, start: int) -> int | None:
        """The word after "we" or "they", which is a verb whatever it is."""
        if (
            not {"we", "pronoun"}.intersection(self.tokens[start].links)
            or self.tokens[start].word.folded == "it"
        ):
            return None
        at = start + 1
        while at < self.size and is_adverb(self.tokens[at]):
            at += 1
        joint = {"joins", "preposition", "relative", "determiner"}
        if (
            at >= self.size
            or self.tokens[at].mark
            or self.tokens[at].named
            or joint.intersection(self.tokens[at].links)
        ):
            return None
        return at

    def _acting(self, verb: int) -> bool:
        """Whether only somebody can do what a verb says, whoever its subject is."""
        helpers = {role for token in self.tokens[verb : self._verb_end(verb) - 1] for role in token.links}
        main = self._verb_end(verb) if {"be", "have", "will"}.intersection(self.tokens[verb].links) else verb
        if main >= self.size or "be" in helpers:
            return False
        return any(
            sense.shape.tense == "past"
            or (sense.shape.tense == "present" and sense.entry.text("type") in _PERSONAL)
            for sense in self.tokens[main].senses
        )

    def _participle(self, index: int) -> bool:
        if index >= self.size:
            return False
        return (
            any(
                sense.shape.tense == "participle"
                and sense.entry.text("type") not in ("commit", "decide")
                and takes(self.tokens, index, sense)
                for sense in self.tokens[index].senses
            )
            and "narrated" not in self.tokens[index].links
        )

    def _prelude(self, first: int) -> int:
        """Where the main clause begins: after adverbials and the comma that ends them."""
        index = self._past_adverbs(first)
        for _ in range(STEPS):
            if index >= self.size or not self._adverbial(index):
                break
            after = self._main_after(index)
            if after is None:
                break
            index = self._past_adverbs(after)
        return index

    def _adverbial(self, index: int) -> bool:
        token = self.tokens[index]
        if token.named:
            return False
        folded = token.word.folded
        shaped = folded.endswith("ing") or folded.endswith("ed")
        return (
            bool(_ADVERBIAL.intersection(token.links))
            or shaped
            or any("time" in near.links for near in self.tokens[index : index + 3])
        )

    def _main_after(self, index: int) -> int | None:
        """The word after the comma that ends an adverbial: one that begins a subject with its verb."""
        begun = fallback = None
        for at in range(index + 1, min(self.size - 1, index + _PRELUDE)):
            after, parted = self.tokens[at], self.tokens[at - 1].mark == "comma"
            if not parted and "we" not in after.links:
                continue
            verb = self._verb(at, at + SUBJECT)
            if verb is None:
                continue
            if self._named(at, verb) is None:
                begins = {"determiner", "own"}.intersection(after.links) or after.named
                fallback = at if fallback is None and parted and begins else fallback
            elif parted:
                return at
            elif begun is None and not {"relative", "clause"}.intersection(self.tokens[at - 1].links):
                begun = at
        return begun or fallback

    def _past_adverbs(self, index: int) -> int:
        while index < self.size - 1:
            token = self.tokens[index]
            if "prelude" in token.links and not token.named:
                index += token.link_words
            elif token.mark in ("comma", "other") or is_adverb(token):
                index += 1
            else:
                break
        return index

    def _verb(self, first: int, last: int) -> int | None:
        """The first word of the verb of the clause that begins at `first`."""
        silent = False
        for index in range(first, min(last, self.size)):
            token = self.tokens[index]
            if token.mark == "stop":
                return None
            if not token.links and not token.senses and not token.cues:
                continue
            if (
                {"relative", "clause"}.intersection(token.links)
                and index > first
                and not self._also_verb(index)
            ):
                silent = True
            elif silent and token.links and {"we"}.intersection(token.links):
                silent = False
            elif not silent and self._begins_verb(index, first):
                return index
        return None

    def _also_verb(self, index: int) -> bool:
        return any(sense.shape.tense in ("past", "present") for sense in self.tokens[index].senses)

    def _begins_verb(self, index: int, first: int) -> bool:
        token = self.tokens[index]
        if token.named:
            return False
        before = self.tokens[index - 1] if index > first else None
        if before is not None and (
            "to" in before.links or "determiner" in before.links or "own" in before.links
        ):
            return False
        if {"will", "must", "can", "be", "have", "do"}.intersection(token.links):
            return before is not None
        if "narrated" in token.links and before is not None and self._ends_subject(index, first):
            return True
        tenses = {sense.shape.tense for sense in token.senses}
        if tenses.isdisjoint(("past", "present")):
            return any(cue.where == "predicate" and cue.clause for cue in token.cues) and self._ends_subject(
                index, first
            )
        if before is None:
            return "past" in tenses or "present" in tenses
        return self._ends_subject(index, first) or ("past" in tenses and "preposition" not in before.links)

    def _ends_subject(self, index: int, first: int) -> bool:
        """Whether a subject that can act ends right before a word, adverbs left out."""
        at = index - 1
        while at >= first and is_adverb(self.tokens[at]):
            at -= 1
        if at < first:
            return False
        token = self.tokens[at]
        return (
            bool(token.named)
            or not {"we", "pronoun"}.isdisjoint(token.links)
            or token.mark in ("comma", "close")
        )

    def _named(self, first: int, verb: int) -> tuple[tuple[int, int], Voice] | None:
        """The words of a subject that can act, and whose act it is; None for a thing."""
        last = verb
        while last > first and is_adverb(self.tokens[last - 1]):
            last -= 1
        if last <= first:
            return None
        opening = self.tokens[first]
        if "we" in opening.links:
            return (first, first + 1), "text"
        if "pronoun" in opening.links and opening.word.folded != "it":
            return (first, last), "same"
        end = self._noun_phrase(first, last)
        begun = self._name_begins(first, end)
        if begun is not None and self.tokens[end - 1].named:
            return (begun, end), "named"
        near = self.tokens[last - 1]
        if near.named and not self._possessive(last - 1):
            at = last - 1
            while at > first and (
                self.tokens[at - 1].named
                or {"joins", "determiner", "adverb"}.intersection(self.tokens[at - 1].links)
            ):
                at -= 1
            if at == first or not (_NOT_SUBJECT | {"joins"}).intersection(self.tokens[at - 1].links):
                return (at, last), "named"
        return None

    def _noun_phrase(self, first: int, last: int) -> int:
        """The end of the first noun phrase: before a preposition, a mark or a clause."""
        index = first
        while index < last:
            token = self.tokens[index]
            joint = (
                token.mark == "comma"
                and index + 1 < last
                and (self.tokens[index + 1].named or "joins" in self.tokens[index + 1].links)
            )
            stops = (token.mark and not joint) or (_NOT_SUBJECT.intersection(token.links) and not token.named)
            if stops and index > first:
                break
            index += 1
        while index > first + 1 and self.tokens[index - 1].mark:
            index -= 1
        return index

    def _name_begins(self, first: int, end: int) -> int | None:
        for index in range(first, min(end, first + STEPS)):
            if self.tokens[index].named and not self._possessive(index):
                return index
        return None

    def _possessive(self, index: int) -> bool:
        after = self.tokens[index + 1 : index + 3]
        return (
            bool(after)
            and after[0].word.folded in ("'", "’")
            and len(after) > 1
            and after[1].word.folded == "s"
        )

    def _verb_end(self, index: int) -> int:
        """The word after the small words of a verb and its main word."""
        index += 1
        while index < self.size and (
            {"be", "have", "will", "must", "negation"}.intersection(self.tokens[index].links)
            or is_adverb(self.tokens[index])
        ):
            index += 1
        return index

    def _states_will(self, index: int) -> bool:
        return any(cue.where == "predicate" for token in self.tokens[index : index + 3] for cue in token.cues)

    def _is_past(self, index: int) -> bool:
        token = self.tokens[index]
        if {"have"}.intersection(token.links):
            return True
        if "narrated" in token.links and not token.senses:
            return not token.word.folded.endswith("s")
        return any(sense.shape.tense == "past" for sense in token.senses)

    def _finite(self, index: int, tense: str) -> bool:
        token = self.tokens[index]
        return not token.named and any(
            sense.shape.tense == tense and takes(self.tokens, index, sense) for sense in token.senses
        )


def _without_apostrophes(seen: list[Token]) -> list[Token]:
    """The tokens with no marks within words and names; a name in the possessive is none."""
    for token in seen:
        token.mark = "" if token.named else token.mark
    for before, token, after in zip(seen, seen[1:], seen[2:], strict=False):
        if token.word.folded in _APOSTROPHES and before.word.end == token.word.start:
            ours = token.word.end == after.word.start and len(after.word.folded) <= _ENDING
            if ours or before.word.folded.endswith("s"):
                token.mark = ""
                before.named = ""
                after.named = "" if ours else after.named
    return seen


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb by the list, or by its look where it is nothing else."""
    if token.named or token.mark:
        return False
    return "adverb" in token.links or (
        token.word.folded.endswith("ly") and not token.senses and len(token.word.folded) > 4
    )
