"""Triggers: the words of a passage that tell of a meeting, and the words beside them that say more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sijill.languages.inflection import Sense, Tense, forms, senses, subject_first
from sijill.languages.pack import entries
from sijill.mentions import phrases
from sijill.mentions.lexicon import Lexicon, Match, place
from sijill.passages.folding import fold
from sijill.records import Language, Word

_PHONE_WITHIN = 5
_MEDIA_WITHIN = 4
_WITH_WITHIN = 14
_TO_WITHIN = 16
_JOINED_WITHIN = 4
_VERB_WITHIN = 3


class Trigger(NamedTuple):
    """A word that tells of a meeting: its sort as the list names it, its word, and how it is formed.

    `own`: the noun carries a pronoun ("his meeting"); `definite`: it carries the article.
    """

    sort: str
    tense: Tense
    first: int
    last: int
    start: int
    end: int
    own: bool
    definite: bool

    @property
    def is_noun(self) -> bool:
        """Whether it names the meeting, where a verb tells it."""
        return self.tense == "noun"


class Cues:
    """The words beside triggers, by kind, each with its first word and the one after its last."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self._found: dict[str, list[Match[str]]] = {}
        for match in _occasions(language).matches(words):
            for kind in match.value:
                found = Match(match.first, match.last, match.start, match.end, kind)
                self._found.setdefault(kind, []).append(found)
        self._firsts = {kind: [match.first for match in found] for kind, found in self._found.items()}

    def within(self, first: int, last: int, *kinds: str) -> list[Match[str]]:
        """The cues of the kinds that lie in `words[first:last]`, in order."""
        out: list[Match[str]] = []
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts is not None:
                out += self._found[kind][bisect_left(firsts, first) : bisect_left(firsts, last)]
        return out if len(kinds) == 1 else sorted(out, key=lambda match: match.first)


@cache
def _occasions(language: Language) -> Lexicon[tuple[str, ...]]:
    """The words beside triggers, each with all its kinds."""
    kinds: dict[str, tuple[str, ...]] = {}
    for entry in entries(language, "occasions"):
        for word in map(fold, entry.words):
            kinds[word] = (*kinds.get(word, ()), entry.text("kind"))
    return Lexicon.of(kinds.items())


@cache
def _senses(language: Language) -> Mapping[str, tuple[Sense, ...]]:
    return senses(language, entries(language, "meetings"), fold)


def may_tell(words: Sequence[Word], language: Language) -> bool:
    """Whether any word of a passage can be a trigger."""
    return not _senses(language).keys().isdisjoint([word.folded for word in words])


def triggers(words: Sequence[Word], cues: Cues, language: Language) -> list[Trigger]:
    """The triggers of a passage, in order."""
    known = _senses(language)
    found = (
        _trigger(words, index, known[word.folded], cues, language)
        for index, word in enumerate(words)
        if word.folded in known
    )
    return [trigger for trigger in found if trigger is not None]


def _trigger(
    words: Sequence[Word], index: int, meanings: tuple[Sense, ...], cues: Cues, language: Language
) -> Trigger | None:
    sense = next((one for one in meanings if one.shape.tense != "noun"), meanings[0])
    shape, sort, last = sense.shape, sense.entry.text("sort"), index + 1
    noun = shape.tense == "noun"
    if any(one.entry.text("sort") == "none" for one in meanings):
        return None
    if cues.within(index + 1, index + _MEDIA_WITHIN, "media"):
        return None
    phone = cues.within(index + 1, index + (_PHONE_WITHIN if noun else _WITH_WITHIN), "phone")
    phone = phone or (cues.within(index - 2, index, "phone") if noun else [])
    phone = phone or cues.within(index - 1, index, "phone")
    if cues.within(index + 1, index + 2, "press"):
        if sort != "conference":
            return None
        sort, last = "press", index + 2
    elif not (
        _is_met(sense, index, cues, bool(phone)) or _reaches(words, index, sense, language)
    ) or not _led_in(words, index, sense, language):
        return None
    elif phone and sort in ("meet", "discuss", "call", "calls"):
        sort, last = (
            sort if sort == "calls" else "call",
            phone[0].last if phone[0].first == index + 1 else last,
        )
    article = index > 0 and words[index - 1].folded in _articles(language)
    # "In the meeting took part …": one told before, though its language has no article.
    article = article or bool(cues.within(last, last + 1, "took-part"))
    start, end = place(words[index], shape.clitic), words[last - 1].end
    return Trigger(
        sort, shape.tense, index, last, start, end, shape.joined and noun, shape.definite or article
    )


@cache
def _articles(language: Language) -> frozenset[str]:
    return phrases.kind_words(language, "article") if subject_first(language) else frozenset()


def _led_in(words: Sequence[Word], index: int, sense: Sense, language: Language) -> bool:
    """Whether the verb that an entry needs stands before it ("took part", "was a guest")."""
    needs = sense.entry.text("needs")
    if needs == "active":
        return words[max(0, index - 1)].folded not in phrases.kind_words(language, "was")
    if needs not in ("took", "was"):
        return True
    verbs = phrases.kind_words(language, needs)
    return any(word.folded in verbs for word in words[max(0, index - _VERB_WITHIN) : index])


def _reaches(words: Sequence[Word], index: int, sense: Sense, language: Language) -> bool:
    """Whether a verb in the past has the one reached right after it, with the preposition written on."""
    needs, following = sense.entry.text("needs"), words[index + 1 : index + 2]
    bound = bool(following) and forms(language).bound(following[0].folded)
    return needs == "whom" and sense.shape.tense == "past" and bound


def _is_met(sense: Sense, index: int, cues: Cues, phone: bool) -> bool:
    """Whether the word that an entry needs stands beside it."""
    needs, noun = sense.entry.text("needs"), sense.shape.tense == "noun"
    if needs == "phone":
        joined = cues.within(index + 1, index + _JOINED_WITHIN, "between", "with", "counterpart")
        course = cues.within(index - 1, index, "in-course", "light")
        course = course or cues.within(index + 1, index + _JOINED_WITHIN, "counterpart")
        return phone or (noun and bool(cues.within(index - 2, index, "light") or (joined and course)))
    if needs == "light":
        return noun and bool(cues.within(index - 2, index + _JOINED_WITHIN, "light"))
    if needs == "whom":
        return phone or bool(cues.within(index + 1, index + 2, "between", "with"))
    if needs == "with":
        return phone or bool(cues.within(index + 1, index + _WITH_WITHIN, "with"))
    if needs == "to":
        told = sense.shape.tense in ("past", "participle", "future") or bool(
            cues.within(index - 3, index, "planned")
        )
        return told and bool(cues.within(index + 1, index + _TO_WITHIN, "to"))
    return True
