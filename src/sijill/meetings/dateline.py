"""Dateline: the day of the meeting a report is of, where only its opening tells the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sijill.meetings.candidate import Candidate
from sijill.mentions.mentions import Mentions
from sijill.records import Mention, Passage

# The lead of a report: its first passages.
_LEAD = 4
_LATELY = timedelta(days=3)
_DAY = 10
# A dateline opens with a place; so many words may stand before its date.
_OPENING = 4


def set_by_dateline(
    meetings: Sequence[Candidate], passages: Sequence[Passage], mentions: Mentions, base: date | None
) -> None:
    """Date the first meeting told as held now by the one late day the lead tells, else by the dateline."""
    held = next((one for one in meetings if not (one.earlier or one.planned or one.recalled)), None)
    if held is None or held.start_date is not None or held.passage >= _LEAD or base is None:
        return
    lead = passages[: held.passage + 1]
    days = [one for passage in lead for one in mentions.within(passage.start, passage.end, "date")]
    lately = {one.start_date: one for one in days if _is_lately(one, base)}
    if len(lately) == 1 and held.format is not None:
        one = next(iter(lately.values()))
    else:
        found = next((line for passage in lead if (line := _line(passage, mentions)) is not None), None)
        if found is None or not _is_lately(found, base):
            return
        one = found
    held.start_date, held.end_date = one.start_date, one.end_date


def _is_lately(one: Mention, base: date) -> bool:
    day = one.start_date or ""
    return len(day) == _DAY and base - _LATELY <= date.fromisoformat(day) <= base


def _line(passage: Passage, mentions: Mentions) -> Mention | None:
    """The date of a dateline ("ASTANA, 17 June 2025"), or None."""
    opening = passage.words[: _OPENING + 1]
    days = mentions.within(passage.start, opening[-1].end, "date") if opening else []
    places = mentions.within(passage.start, days[0].start, "place") if days else []
    return days[0] if places and places[0].start - passage.start <= 1 else None
