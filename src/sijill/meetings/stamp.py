"""Stamp: the day, hour and place that a page sets beside its news, which hold for the meeting it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.meetings.candidate import Candidate
from sijill.mentions.mentions import Mentions
from sijill.records import Mention, Passage

# The stamp stands among the first passages, and a place follows its hour at once.
_PASSAGES = 5
_DAY = 10


def set_by_stamp(meetings: Sequence[Candidate], passages: Sequence[Passage], mentions: Mentions) -> None:
    """Put the stamp's day and place into the first meeting told as held now, where nothing else is said."""
    held = next((one for one in meetings if not (one.earlier or one.planned or one.recalled)), None)
    for passage in passages[:_PASSAGES] if held is not None else ():
        for date in mentions.within(passage.start, passage.end, "date"):
            last = _hour(passage, date)
            if last and held is not None and len(date.start_date or "") == _DAY:
                if held.start_date is None:
                    held.start_date, held.end_date = date.start_date, date.end_date
                place = next(iter(mentions.within(last, passage.end, "place")), None)
                if (
                    place is not None
                    and place.start - last <= 1
                    and held.city is None
                    and held.sort != "call"
                ):
                    held.city, held.country = place.name, place.country
                return


def _hour(passage: Passage, date: Mention) -> int:
    """The place after the time of day that stands right after a date ("… 2025, 20:00"), 0 where none does."""
    after = [word for word in passage.words if word.start >= date.end][:5]
    for first, colon, last in zip(after, after[1:], after[2:], strict=False):
        if first.folded.isdigit() and colon.folded == ":" and last.folded.isdigit():
            return last.end
    return 0
