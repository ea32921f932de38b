"""Addressees: whom an act asks, warns, backs, thanks or binds itself to, by what leads to their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.acts.clause import Clause
from sijill.acts.roles import joint
from sijill.acts.tokens import verb_senses
from sijill.records import Mention, Word

# Who is asked stands so near to the verb or its subject, in words that are no part of a name.
_NEAR = 2
# "Must" stands this soon after the name of who must; who is helped this soon after the word of helping;
# an agreement this soon before those with whom it was made.
_MUST, _HELPED, _AGREED = 3, 3, 4
_LISTING = frozenset(("،", ",", "و", "and", "и"))
_OPENS = frozenset(("opener", "content", "pronoun", "need"))
_BEGINS = frozenset(("opener", "must", "pronoun"))


def is_asked_by_pronoun(clause: Clause) -> bool:
    """Whether the one asked is only a pronoun ("دعته إلى …", "طلب منهم …")."""
    if clause.row.type != "urge" or not _asks(clause, clause.words[clause.first]):
        return False
    near = range(clause.first + 1, min(clause.last, clause.first + 1 + _NEAR))
    return _has_object(clause) or any(clause.role_at(index) == "them" for index in near)


def addressed(clause: Clause, after: Sequence[Mention]) -> list[Mention]:
    """The mentions that name whom the act addresses; `after` are those after who acts, in order."""
    return list(_Addressed(clause).of([mention for mention in after if mention.kind != "place"]))


class _Addressed:
    """The words around the names in one act."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.first, self.last = clause.first, clause.last

    def of(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """Those whom an act of the row's type addresses."""
        kind = self.clause.row.type
        if kind in ("praise", "support"):
            yield from self._first_of([one for one in named if self._backed(one)])
        elif kind == "urge":
            yield from (one for one in named if self._has_duty(one) or self._must(one) or self._needed(one))
            yield from self._asked(named)
        elif kind in ("concern", "propose"):
            yield from self._objects(self.first, named)
        elif kind in ("commit", "decide"):
            yield from (one for one in named if self._is_partner(one))

    def _first_of(self, named: Sequence[Mention]) -> list[Mention]:
        """The first who is named, and those listed after them."""
        row = list(named[:1])
        for mention in named[1:]:
            between = range(self._after(row[-1]), self._begin(mention))
            listed = between or self._is_joined(mention) or mention.parties == row[-1].parties
            if not listed or not all(self._lists(index) for index in between):
                break
            row.append(mention)
        return row

    def _is_joined(self, mention: Mention) -> bool:
        """Whether "and" is written as one with a name."""
        word = self.clause.words[self.clause.index_at(mention.start) or 0]
        return mention.form == "nisba" or word.start < mention.start

    def _lists(self, index: int) -> bool:
        return self.clause.words[index].folded in _LISTING or self._role(index) == "bridge"

    def _backed(self, mention: Mention) -> bool:
        at = self._begin(mention)
        lead = self._leads(mention)
        return lead in ("", "ب", "ل", "إلى") or self._role(at - 1) != "preposition"

    def _asked(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """Those whom the head asks, or a verb of asking in what is said ("أضاف أنه دعا أنقرة إلى …")."""
        yield from self._objects(self.first, named)
        for index in range(self.first + 1, self.last):
            word = self.clause.words[index]
            if _asks(self.clause, word):
                later = [one for one in named if one.start >= word.end]
                subject = [] if self._has_subject(index) else self._first_of(later)
                yield from self._objects(index, later[len(subject) :])

    def _has_subject(self, verb: int) -> bool:
        """Whether the subject of a verb inside the row stands before it, or is "we"."""
        word = self.clause.words[verb]
        named = any(0 <= word.start - one.end <= 2 for one in self.clause.inside)
        return named or _is_ours(self.clause, word) or self._role(verb - 1) == "pronoun"

    def _objects(self, verb: int, named: Sequence[Mention]) -> list[Mention]:
        """The first named right after a verb and its subject, before what is asked of them begins."""
        if self.clause.role_at(verb) == "must":
            return []
        for place, mention in enumerate(named):
            if not self._is_near(verb, mention):
                break
            lead = self._leads(mention)
            direct = self._begin(mention) == verb + 1
            if lead in ("", "من", "إلى", "على") or (lead == "ل" and direct):
                return self._first_of(named[place:])
        return []

    def _is_near(self, verb: int, mention: Mention) -> bool:
        """Whether little stands between a verb, or its subject, and the one mentioned."""
        unknown = 0
        for index in range(verb + 1, self._begin(mention)):
            role = self.clause.role_at(index)
            if role in _OPENS:
                return False
            unknown += not role and not self._is_named(index)
        return unknown <= _NEAR

    def _is_named(self, index: int) -> bool:
        word = self.clause.words[index]
        return any(one.start < word.end and word.start < one.end for one in self.clause.inside)

    def _has_duty(self, mention: Mention) -> bool:
        """Whether a duty is laid on the one mentioned ("إن على روسيا أن …", "يتعين على الأطراف …")."""
        at = self._begin(mention)
        if at <= self.first or self.clause.role_at(at - 1) != "duty":
            return False
        before = at - 2
        while before > self.first and self.clause.role_at(before) == "bridge":
            before -= 1
        opens = (before <= self.first and _says(self.clause)) or self._role(before) in _BEGINS
        return opens or not self.clause.words[before].folded[0].isalnum()

    def _must(self, mention: Mention) -> bool:
        """Whether what the one mentioned must do follows ("إن أوروبا يجب أن …")."""
        at = self._after(mention)
        led = self._leads(mention) in ("", "إن", "أن")
        return led and any(self._role(index) == "must" for index in range(at, at + _MUST))

    def _needed(self, mention: Mention) -> bool:
        """Whether the need is one for the deed of the one mentioned ("ضرورة انسحاب القوات من …")."""
        at, after = self._begin(mention), self._after(mention)
        if at < self.first + 2 or self._role(at - 2) != "need" or after >= self.last:
            return False
        governs = self._role(after) in ("preposition", "with") or self.clause.words[after].folded[0] in "لب"
        return governs and self._leads(mention) == ""

    def _is_partner(self, mention: Mention) -> bool:
        """Whether the one mentioned is worked with or helped ("الحوار مع طهران", "دعم بيروت")."""
        lead, at = self._leads(mention), self._begin(mention)
        if lead == "مع" or self._role(at - 1) == "with":
            return all(self._role(index) != "agreement" for index in range(at - _AGREED, at))
        helped = any(self._role(index) == "help" for index in range(at - _HELPED, at))
        return helped and lead in ("", "ل", "إلى")

    def _role(self, index: int) -> str:
        return self.clause.role_at(index) if self.first <= index < self.last else ""

    def _leads(self, mention: Mention) -> str:
        """The preposition, duty or opener before a mention or its noun, or joined to it; empty for none."""
        at = self._begin(mention)
        word = self.clause.words[at]
        cut = mention.start - word.start
        letters = word.folded[:cut] if 0 < cut < word.end - word.start else joint(word.folded)
        letters = letters.lstrip("وف")
        role = self._role(at - 1)
        return letters or (
            self.clause.words[at - 1].folded if role in ("preposition", "duty", "with", "opener") else ""
        )

    def _begin(self, mention: Mention) -> int:
        """The first word of what names the one mentioned, the noun of an adjective and titles included."""
        at = self.clause.index_at(mention.start)
        if at is None:
            return self.first
        if mention.form == "nisba" and at > self.first + 1:
            at -= 1
        while at > self.first + 1 and self._role(at - 1) == "bridge":
            at -= 1
        return at

    def _after(self, mention: Mention) -> int:
        """The first word after a mention."""
        at = self.first
        while at < self.last and self.clause.words[at].start < mention.end:
            at += 1
        return at


def _asks(clause: Clause, word: Word) -> bool:
    """Whether a word can be a verb of asking, whoever its subject is."""
    return any(
        sense.shape.tense in ("past", "present") and sense.entry.text("type") == "urge"
        for sense in verb_senses(clause.language, word.folded)
    )


def _is_ours(clause: Clause, word: Word) -> bool:
    """Whether a verb is one of the first person ("ندعو")."""
    return any(sense.shape.person == 1 for sense in verb_senses(clause.language, word.folded))


def _says(clause: Clause) -> bool:
    """Whether the head can be a verb of saying, or is no verb at all."""
    return not clause.senses or any(sense.entry.text("role") == "say" for sense in clause.senses)


def _has_object(clause: Clause) -> bool:
    """Whether a pronoun is joined to the head ("دعته")."""
    return bool(clause.senses) and all(sense.shape.joined for sense in clause.senses)
