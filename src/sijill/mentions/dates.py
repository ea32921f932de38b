"""Dates of a text: days, months and years, never more exact than its words and its day of publication."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sijill.mentions import calendar, numbers
from sijill.mentions.calendar import Token
from sijill.records import Document, Language, Mention, Passage, Word

_YEARS = range(1900, 2100)
_HIJRI_YEARS = range(1343, 1501)
_BEGIN = frozenset(("month", "weekday", "day", "unit", "this"))
_DASHES = frozenset("-–—/")
_LEAD = frozenset(("of", "in", "until", "to", "part"))
_LED_WITHIN = 20
_DATELINE_WORDS = 6
# No date is longer than the words that are left of these after it has begun.
_DATELINE_REACH = 30
_DATELINE_ENDS = frozenset("-–—/(:،,.")


def find_dates(document: Document, passages: Sequence[Passage]) -> list[Mention]:
    """The dates of the passages, in order, each resolved against `document.published` or the dateline.

    A date whose year neither its words nor those two give is left out.
    """
    base = base_of(document, passages)
    return [
        mention for passage in passages for mention in _Dates(passage.words, passage.language, base).all()
    ]


def base_of(document: Document, passages: Sequence[Passage]) -> date | None:
    """The day on which the text speaks: its publication date, else the day of a full dateline, else None."""
    if document.published is not None:
        return document.published
    for passage in passages[:3]:
        for mention in _Dates(passage.words[:_DATELINE_REACH], passage.language, None).all():
            day = mention.start_date or ""
            before = sum(word.end <= mention.start for word in passage.words[: _DATELINE_WORDS + 1])
            after = next((word.folded for word in passage.words if word.start >= mention.end), "-")
            if len(day) == 10 and before <= _DATELINE_WORDS and after in _DATELINE_ENDS:
                return date.fromisoformat(day)
    return None


def deadline_in(
    words: Sequence[Word], dates: Sequence[Mention], base: date | None, language: Language
) -> str | None:
    """The date by which the words of an act set their content, as ISO date, month or year; None without one.

    It is the last of `dates` (those within the words) that lies after `base`, or that a word such as
    "until" or "by" leads in.
    """
    if not dates:
        return None
    found: str | None = None
    leads = sorted(
        words[token.last - 1].end
        for token in calendar.tokens(words, language).values()
        if token.kind == "until"
    )
    for mention in dates:
        end = mention.end_date or mention.start_date
        if end is None:
            continue
        at = bisect_right(leads, mention.start)
        led = at > 0 and mention.start - leads[at - 1] <= _LED_WITHIN
        if (base is None and led) or (base is not None and _after(end, base, led)):
            found = end
    return found


def _after(end: str, base: date, led: bool) -> bool:
    today = base.isoformat()[: len(end)]
    return end > today or (end == today and (led or len(end) < 10))


class _Dates:
    """The reading of one passage: at each word, the rules for the kinds of date, the most exact first."""

    def __init__(self, words: Sequence[Word], language: Language, base: date | None) -> None:
        self.words, self.language, self.base = words, language, base
        self.tokens = calendar.tokens(words, language)
        self.parts = numbers.parts(words, language)

    def all(self) -> Iterator[Mention]:
        """The dates, in order, without overlap."""
        at = 0
        begin = {index for index, token in self.tokens.items() if token.kind in _BEGIN}
        for start in sorted(begin | self.parts.keys()):
            if start < at:
                continue
            found = (
                self._digits(start)
                or self._day(start)
                or self._day_after(start)
                or self._month(start)
                or self._near(start)
            )
            found = found or self._weekday(start) or self._year(start)
            if found is None:
                continue
            mention, at = found
            if mention.start_date is not None:
                yield mention

    def _mention(
        self, first: int, last: int, start: str | None, end: str | None, form: str
    ) -> tuple[Mention, int]:
        token, part = self.tokens.get(first), self.parts.get(first)
        begin = token.start if token else part.start if part else self.words[first].start
        return Mention(
            begin, self.words[last - 1].end, "date", form=form, start_date=start, end_date=end or start
        ), last

    def _token(self, at: int, *kinds: str) -> Token | None:
        token = self.tokens.get(at)
        return token if token is not None and token.kind in kinds else None

    def _folded(self, at: int) -> str:
        return self.words[at].folded if 0 <= at < len(self.words) else ""

    def _integer(self, at: int, within: range) -> int | None:
        part = self.parts.get(at)
        if part is None or part.value not in within or not self._folded(at)[-1].isdigit():
            return None
        return int(part.value)

    # 2022-06-08, 8/6/2022
    def _digits(self, at: int) -> tuple[Mention, int] | None:
        if at + 4 >= len(self.words) or self._folded(at + 1) not in _DASHES:
            return None
        if self._folded(at + 3) != self._folded(at + 1):
            return None
        middle = self._integer(at + 2, range(1, 13))
        year, number = self._integer(at, _YEARS), self._integer(at + 4, range(1, 32))
        if year is None:
            year, number = self._integer(at + 4, _YEARS), self._integer(at, range(1, 32))
        if year is None or number is None or middle is None:
            return None
        found = calendar.day(year, middle, number)
        return self._mention(at, at + 5, found.isoformat() if found else None, None, "day")

    # 8 يونيو 2022, الثاني عشر من يونيو, 23 و25 أيار/مايو, 12 من الشهر المقبل
    def _day(self, at: int) -> tuple[Mention, int] | None:
        first = self._number(at)
        if first is None:
            return None
        number, last = first
        other, last = self._other(last)
        if self._token(last, "of"):
            last += 1
        unit = self._token(last, "unit")
        if unit is not None and unit.unit == "month":
            month = self._month_words(unit.last)
            if month is None:
                return self._day_of_unit(at, number, other, last)
            last = unit.last
        elif unit is not None:
            return None
        hijri = self._token(last, "hijri-month")
        if hijri is not None:
            return self._hijri(at, number, hijri)
        month = self._month_words(last)
        if month is None:
            return None
        value, _, last = month
        year, _, last = self._year_words(last, value, other or number)
        days = [calendar.day(year, value, day) if year else None for day in (number, other or number)]
        start, end = (day.isoformat() if day else None for day in days)
        return self._mention(at, last, start, end, "day")

    # July 16, 2022; October 31 - November 1, 2022
    def _day_after(self, at: int) -> tuple[Mention, int] | None:
        month = self._token(at, "month")
        first = self._number(month.last) if month is not None and self.language == "en" else None
        if month is None or first is None:
            return None
        number, last = first
        other, last = self._other(last)
        second = self._token(last + 1, "month") if self._folded(last) in _DASHES else None
        beyond = self._number(second.last) if second is not None else None
        if second is not None and beyond is not None:
            other, last = beyond
        comma = last + (self._folded(last) == "," and self._integer(last + 1, _YEARS) is not None)
        year, _, last = self._year_words(comma, month.number, other or number)
        if year is None:
            return self._mention(at, last, None, None, "day")
        start = calendar.day(year, month.number, number)
        end = calendar.day(
            year, second.number if second is not None and beyond else month.number, other or number
        )
        return self._mention(
            at, last, start.isoformat() if start else None, end.isoformat() if end else None, "day"
        )

    def _number(self, at: int) -> tuple[int, int] | None:
        """A number that can be a day of the month, in digits or as an ordinal, and the word after it."""
        value = self._integer(at, range(1, 32))
        if value is not None:
            return value, at + 1
        found = numbers.ordinal(self.parts, at)
        return (int(found.value), found.last) if found is not None and found.value < 32 else None

    def _other(self, at: int) -> tuple[int | None, int]:
        """The second day of "8 - 9", "8 و9", "من 8 إلى 9", and the word after it."""
        index = at
        while self._folded(index) in _DASHES or self._token(index, "and", "to", "until", "article"):
            index += 1
        joined = index > at or self._folded(at).startswith(numbers.conjunction(self.language))
        found = self._number(index) if joined and index - at < 3 else None
        return found if found is not None else (None, at)

    def _day_of_unit(self, at: int, number: int, other: int | None, index: int) -> tuple[Mention, int] | None:
        span = self._unit_words(index)
        if span is None or self.base is None:
            return None
        year, month = calendar.months_away(self.base, span[1])
        days = [calendar.day(year, month, day) for day in (number, other or number)]
        start, end = (day.isoformat() if day else None for day in days)
        return self._mention(at, span[2], start, end, "day")

    def _hijri(self, at: int, number: int, month: Token) -> tuple[Mention, int] | None:
        year = self._integer(month.last, _HIJRI_YEARS)
        if year is None:
            return None
        last = month.last + 1
        if (mark := self._token(last, "hijri")) is not None:
            last = mark.last
        found = calendar.from_hijri(year, month.number, number)
        return self._mention(at, last, found.isoformat() if found else None, None, "day")

    # يونيو 2022, أيار/مايو المقبل, شهر مارس
    def _month(self, at: int) -> tuple[Mention, int] | None:
        unit = self._token(at, "unit")
        led = unit is not None and unit.unit == "month"
        month = self._month_words(unit.last if unit is not None and led else at)
        if month is None:
            return None
        value, sure, last = month
        bare = last
        year, direction, last = self._year_words(last, value, None)
        before = self.tokens.get(at - 1) or self.tokens.get(at - 2)
        context = before is not None and before.kind in _LEAD and before.last == at
        if not (sure or led or last > bare or (context and len(self._folded(at)) > 3)):
            return None
        if not (context or led or last > bare) and direction is None and bare == at + 1:
            return None
        return self._mention(at, last, f"{year}-{value:02}" if year else None, None, "month")

    def _month_words(self, at: int) -> tuple[int, bool, int] | None:
        """A month under one or two of its names, whether it is surely one, and the word after it."""
        month = self._token(at, "month")
        if month is None:
            return None
        last, sure = month.last, month.sure
        for opening in (0, 1):
            if opening and self._folded(last) not in ("/", "(", "-"):
                break
            other = self._token(last + opening, "month")
            if other is not None and other.number == month.number:
                last = other.last + (self._folded(other.last) == ")" and self._folded(last) == "(")
                return month.number, True, last
        return month.number, sure, last

    def _year_words(self, at: int, month: int, number: int | None) -> tuple[int | None, int | None, int]:
        """The year of a month, said or seen from the base; the direction; the word after them."""
        index = at + 1 if self._token(at, "of") else at
        unit = self._token(index, "unit")
        year = self._integer(unit.last if unit is not None and unit.unit == "year" else index, _YEARS)
        if year is not None:
            last = (unit.last if unit is not None and unit.unit == "year" else index) + 1
            era = self._token(last, "common-era")
            return year, None, era.last if era else last
        relative = self._token(at, "relative")
        if relative is not None:
            return (
                calendar.year_near(self.base, month, number, relative.number),
                relative.number,
                relative.last,
            )
        span = self._unit_words(index)
        if span is not None and span[0] == "year":
            return (self.base.year + span[1] if self.base else None), span[1], span[2]
        return calendar.year_near(self.base, month, number, None), None, at

    def _unit_words(self, at: int) -> tuple[str, int, int] | None:
        """A week, month or year seen from the base ("الشهر المقبل"): unit, direction, word after."""
        this = self._token(at, "this")
        unit = self._token(this.last if this else at, "unit")
        if unit is None:
            return None
        if this is not None:
            return unit.unit, 0, unit.last
        relative = self._token(unit.last, "relative")
        return (unit.unit, relative.number, relative.last) if relative is not None else None

    # اليوم, أمس الأربعاء, غدا, هذا العام, الشهر الماضي
    def _near(self, at: int) -> tuple[Mention, int] | None:
        if self.base is None:
            return None
        near = self._token(at, "day")
        if near is not None:
            return self._near_day(near)
        span = self._unit_words(at)
        if span is None:
            return None
        unit, direction, last = span
        if unit == "year":
            return self._mention(at, last, str(self.base.year + direction), None, "year")
        if unit == "month":
            year, month = calendar.months_away(self.base, direction)
            return self._mention(at, last, f"{year}-{month:02}", None, "month")
        if unit == "week":
            found = self.base + timedelta(days=7 * direction)
            return self._mention(at, last, found.isoformat()[:7], None, "month")
        return None

    def _near_day(self, near: Token) -> tuple[Mention, int] | None:
        if self.base is None or numbers.ordinal(self.parts, near.last) or self._token(near.last, "relative"):
            return None
        found = self.base + timedelta(days=near.number)
        index = near.last + (self._folded(near.last) in ("،", ",", "("))
        day = self._token(index, "weekday")
        last = near.last
        if day is not None:
            # "today, Wednesday" in a report that came out after midnight means Wednesday.
            shift = (day.number - found.weekday() + 3) % 7 - 3
            if abs(shift) <= 1:
                found, last = found + timedelta(days=shift), day.last
        return self._mention(near.first, last, found.isoformat(), None, "day")

    # الاثنين, يوم الأحد المقبل, الجمعة والسبت, الاثنين 8 يونيو
    def _weekday(self, at: int) -> tuple[Mention, int] | None:
        day = self._token(at, "weekday")
        if day is None:
            return None
        index = day.last + (self._folded(day.last) in ("،", ",", "("))
        exact = self._day(index)
        if exact is not None:
            mention, last = exact
            return self._mention(at, last, mention.start_date, mention.end_date, "day")
        if self.base is None:
            return None
        relative = self._token(day.last, "relative")
        direction = (relative.number or None) if relative else self._ahead(at)
        start = calendar.weekday_near(self.base, day.number, direction)
        if relative is not None and relative.number == 1 and start == self.base:
            start += timedelta(days=7)
        end, last = start, relative.last if relative else day.last
        second = self._token(last, "weekday")
        if second is not None and self._folded(last).startswith(numbers.conjunction(self.language)):
            end, last = start + timedelta(days=(second.number - day.number) % 7), second.last
        return self._mention(at, last, start.isoformat(), end.isoformat(), "weekday")

    def _ahead(self, at: int) -> int | None:
        """Whether the clause before a weekday tells what is to come (1), or was to come (0)."""
        for index in range(at - 1, max(-1, at - 15), -1):
            if self._token(index, "weekday", "month", "after"):
                return None
            if self._token(index, "ahead"):
                return 0 if self._token(index - 1, "was") else 1
            if calendar.looks_ahead(self.words[index], self.language):
                return 1
        return None

    # عام 2013, في 2018, بحلول 2030, عامي 2000 و2007
    def _year(self, at: int) -> tuple[Mention, int] | None:
        year = self._integer(at, _YEARS)
        if year is None:
            return None
        before = next((self.tokens[i] for i in (at - 1, at - 2) if i in self.tokens), None)
        pair = any(self._integer(index, _YEARS) for index in (at - 1, at - 2))
        years = before is not None and before.unit in ("year", "year-pair")
        led = before is not None and before.last == at and (years or before.kind in _LEAD)
        bracketed = self._folded(at - 1) in ("(", "–", "-") and self._folded(at + 1) in (
            ")",
            "-",
            "–",
            "”",
            '"',
        )
        if not (led or pair or bracketed):
            return None
        era = self._token(at + 1, "common-era")
        return self._mention(at, era.last if era else at + 1, str(year), None, "year")
