"""Told: the day of what was said or done in the course of a meeting, which is the meeting's own day."""

from __future__ import annotations

from datetime import date

from sijill.meetings.frame import Frame
from sijill.records import Mention, Passage

_COURSE_WITHIN = 5
_OPENING = 4
_DAY = 10


def day_told(frame: Frame, base: date) -> Mention | None:
    """The day of the sentence whose deed was done in the course of the meeting ("signed on Friday, during").

    A sentence that only adds the occasion ("this came during") has the day of the one before it.
    """
    sentence, at = frame.sentence, frame.trigger.first
    course = sentence.cues.within(max(0, at - _COURSE_WITHIN), at, "in-course")
    if not frame.trigger.is_noun or not course or at - course[-1].last > 1:
        return None
    if sentence.cues.within(0, _OPENING, "this-came") and not sentence.cues.within(0, at, "content"):
        before = (_first(one, frame, base) for one in reversed(sentence.earlier))
        return next((one for one in before if one is not None), None)
    days = sentence.between(frame.left if frame.follows else 0, at, "date")
    day = days[-1] if days else None
    if day is None or not _past(day.mention, base):
        return None
    apart = bool(sentence.cues.within(max(0, course[0].first - 2), course[0].first, "this-came"))
    content = sentence.cues.within(day.last, course[0].first, "content")
    return day.mention if apart or not content else None


def _first(passage: Passage, frame: Frame, base: date) -> Mention | None:
    """The day of a passage, if its first date is one."""
    days = frame.sentence.known.within(passage.start, passage.end, "date")
    return days[0] if days and _past(days[0], base) else None


def _past(day: Mention, base: date) -> bool:
    start = day.start_date or ""
    return len(start) == _DAY and start == day.end_date and start <= base.isoformat()
