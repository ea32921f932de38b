"""Amounts of a text: a number with its unit, money by ISO 4217."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sijill.languages.pack import entries
from sijill.mentions import numbers, phrases
from sijill.mentions.lexicon import Lexicon, Match
from sijill.records import Document, Language, Mention, Passage, Word

_SIGNS = frozenset("$€£¥")


@cache
def _units(language: Language) -> Lexicon[str]:
    return Lexicon.of(
        (word, entry.text("unit")) for entry in entries(language, "units") for word in entry.words
    )


def find_amounts(document: Document, passages: Sequence[Passage]) -> list[Mention]:  # noqa: ARG001 - as all finders
    """The amounts of the passages, in order; a number without a unit is none."""
    return [mention for passage in passages for mention in _amounts(passage.words, passage.language)]


def _amounts(words: Sequence[Word], language: Language) -> list[Mention]:
    units = {
        match.first: match
        for match in _units(language).matches(words)
        if match.start == words[match.first].start
    }
    if not units:
        return []
    parts, conjunction = numbers.parts(words, language), numbers.conjunction(language)
    found: list[Mention] = []
    reached = 0
    for at in sorted(parts):
        number = numbers.cardinal(parts, words, at, conjunction) if at >= reached else None
        if number is None:
            continue
        reached = number.last
        unit, first, last = _unit(units, words, number.last, language), at, number.last
        if unit is not None:
            last = unit.last
        elif at and words[at - 1].folded in _SIGNS and (unit := units.get(at - 1)) is not None:
            first = at - 1
        if unit is not None:
            start = parts[at].start if first == at else words[first].start
            found.append(Mention(start, words[last - 1].end, "amount", value=number.value, unit=unit.value))
    return found


def _unit(
    units: Mapping[int, Match[str]], words: Sequence[Word], at: int, language: Language
) -> Match[str] | None:
    """The unit after a number that ends before word `at`: there, or after "more", or the stop of "bn."."""
    between = phrases.kind_words(language, "more") | {"."}
    while at not in units and at < len(words) and words[at].folded in between:
        at += 1
    return units.get(at)
