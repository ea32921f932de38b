"""The calendar words of a passage, by the word at which they begin, and how a bare date becomes a date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from hijridate import Hijri

from sijill.languages.inflection import forms
from sijill.languages.pack import entries
from sijill.mentions.lexicon import Lexicon
from sijill.records import Language, Word

HALF_YEAR = timedelta(days=183)
_THIRD_PERSON = 3


class Token(NamedTuple):
    """One calendar word: its kind as the list names it, its number, words `first` to `last` (exclusive).

    `start` is where it begins in the text, after proclitics.
    """

    kind: str
    number: int
    unit: str
    sure: bool
    first: int
    last: int
    start: int


@cache
def _lexicon(language: Language) -> Lexicon[Token]:
    return Lexicon.of(
        (
            word,
            Token(
                entry.text("kind"),
                _number(entry.fields.get("number")),
                entry.text("unit"),
                entry.fields.get("sure") is not False,
                0,
                0,
                0,
            ),
        )
        for entry in entries(language, "calendar")
        for word in entry.words
    )


def _number(field: object) -> int:
    return field if isinstance(field, int) else 0


def tokens(words: Sequence[Word], language: Language) -> dict[int, Token]:
    """The calendar words of a passage, by the index of their first word."""
    return {
        match.first: match.value._replace(first=match.first, last=match.last, start=match.start)
        for match in _lexicon(language).matches(words)
    }


def looks_ahead(word: Word, language: Language) -> bool:
    """Whether the word has the form of a verb in the future tense."""
    return forms(language).future(word.folded)[0] == _THIRD_PERSON


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def year_near(base: date | None, month: int, number: int | None, direction: int | None) -> int | None:
    """The year that a month or a day without a year belongs to, as seen from `base`; None without a base.

    `direction` is -1 for "last", 1 for "next", 0 for "this" and None where the words do not say: then
    the nearest.
    """
    if base is None:
        return None
    at = date(
        base.year,
        month,
        min(number or (base.day if month == base.month else 15), monthrange(base.year, month)[1]),
    )
    if direction == 1:
        return base.year if at >= base else base.year + 1
    if direction == -1:
        return base.year if (at <= base and month != base.month) or (number and at <= base) else base.year - 1
    if direction is None and at - base > HALF_YEAR:
        return base.year - 1
    if direction is None and base - at > HALF_YEAR:
        return base.year + 1
    return base.year


def weekday_near(base: date, weekday: int, direction: int | None) -> date:
    """The weekday seen from `base`: strictly before (-1), on or after (1), nearest (0), else on or before."""
    back = (base.weekday() - weekday) % 7
    if direction == 0:
        return base + timedelta(days=-back if back < 4 else 7 - back)
    if direction == 1:
        return base + timedelta(days=(7 - back) % 7 or 0)
    if direction == -1:
        return base - timedelta(days=back or 7)
    return base - timedelta(days=back)


def months_away(base: date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months after the month of `base`."""
    months = base.year * 12 + base.month - 1 + count
    return months // 12, months % 12 + 1


def from_hijri(year: int, month: int, number: int) -> date | None:
    """The day of an Islamic date (Umm al-Qura), or None outside the years its tables cover (1343-1500)."""
    try:
        found = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)
