"""Time: when a meeting was or will be, and whether it is told of as past or to come."""

from __future__ import annotations

from datetime import date, timedelta

from sijill.languages.inflection import attributes_first, subject_first
from sijill.meetings.candidate import Candidate
from sijill.meetings.frame import Frame, Placed
from sijill.meetings.told import day_told
from sijill.passages.folding import fold
from sijill.records import Mention

_BEFORE = 7
_SINCE_WITHIN = 2
_AFTER = 22
_YEAR_WITHIN = 10
_AHEAD = 10
_NEAR, _PLANNED = 4, 9
_RECALLED = 3
_FORMER = 14
_LONG_AGO = timedelta(days=2)
_NEARER_AHEAD = timedelta(days=5)


def set_time(candidate: Candidate, frame: Frame, base: date | None) -> None:
    """Put the dates of a frame into its candidate, and whether it lies behind or ahead (planned)."""
    trigger, cues = frame.trigger, frame.sentence.cues
    reach = min(frame.right, trigger.last + _AHEAD)
    found = _date(frame)
    dated = found is not None or not subject_first(frame.sentence.passage.language)
    back = _NEAR if dated else _PLANNED
    candidate.planned = trigger.tense == "future" or bool(
        cues.within(max(frame.left, trigger.first - back), reach, "planned")
    )
    had = cues.within(max(frame.left, trigger.first - 12), trigger.first, "had")
    candidate.earlier = not candidate.planned and (
        bool(had)
        or bool(cues.within(trigger.last, reach, "earlier"))
        or bool(cues.within(max(frame.left, trigger.first - _FORMER), trigger.first, "former"))
    )
    candidate.recalled = bool(
        cues.within(trigger.last, min(frame.right, trigger.last + _RECALLED), "earlier")
    )
    if found is None or found.mention.start_date is None:
        told = day_told(frame, base) if base is not None and not candidate.planned else None
        if told is not None:
            candidate.start_date, candidate.end_date = told.start_date, told.end_date
        return
    mention = found.mention
    said_before = found.first < trigger.first and base is not None
    if said_before and candidate.planned and (mention.end_date or "") <= (base or date.max).isoformat():
        return
    start, end = mention.start_date or "", mention.end_date or ""
    candidate.weekday = mention.form == "weekday"
    if (
        candidate.weekday
        and base is not None
        and _lies_ahead(candidate, frame, date.fromisoformat(start), base)
    ):
        start, end = _later(start), _later(end)
    ahead = base is not None and start[:7] > base.isoformat()[: len(start[:7])]
    if ahead and _told_as_past(candidate, frame) and not _says_year(mention, frame):
        start, end = _year_before(start), _year_before(end)
    candidate.start_date, candidate.end_date = start, end
    if base is not None and not candidate.planned:
        today = base.isoformat()[: len(start)]
        candidate.planned = start > today
        candidate.earlier = candidate.earlier or end < (base - _LONG_AGO).isoformat()[: len(end)]


def _lies_ahead(candidate: Candidate, frame: Frame, day: date, base: date) -> bool:
    """Whether a weekday behind us is the one to come: planned, or nearer so and not told as past."""
    if day >= base:
        return False
    had = candidate.earlier or frame.trigger.tense == "past"
    near = base - day >= _NEARER_AHEAD and not had
    was = frame.sentence.cues.within(frame.trigger.first - 4, frame.trigger.last + _AHEAD, "had")
    return near or (candidate.planned and not was)


def _told_as_past(candidate: Candidate, frame: Frame) -> bool:
    """Whether what a date without a year dates is told as over, so that it was the last of its name."""
    verb = frame.trigger.tense == "past" and not candidate.planned
    return verb or candidate.earlier


def _says_year(mention: Mention, frame: Frame) -> bool:
    return (mention.start_date or "")[:4] in fold(frame.sentence.text[mention.start : mention.end])


def _year_before(day: str) -> str:
    return f"{int(day[:4]) - 1}{day[4:]}"


def _later(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=7)).isoformat()


def _date(frame: Frame) -> Placed | None:
    """The date nearest to the trigger: after it, or shortly before it."""
    trigger = frame.trigger
    after = [
        one
        for one in frame.sentence.between(
            trigger.last, min(frame.right, frame.beyond_people(trigger.last, _AFTER)), "date"
        )
        if not frame.sentence.cues.within(one.first - _SINCE_WITHIN, one.first, "since")
    ]
    # A date may stand before a subject that stands before its verb.
    leads = attributes_first(frame.sentence.passage.language)
    first = 0 if leads else max(frame.left, trigger.first - _BEFORE)
    if frame.follows:
        first = trigger.first
    former = frame.sentence.cues.within(max(frame.left, trigger.first - _FORMER), trigger.first, "former")
    first = min(first, former[0].first) if former else first
    before = frame.sentence.between(min(first, frame.opening), trigger.first, "date")
    if before and frame.sentence.cues.within(before[-1].last, trigger.first, "said"):
        before = []
    exact = [one for one in after if len(one.mention.start_date or "") > 4]
    years = [one for one in after if one.first - trigger.last < _YEAR_WITHIN]
    return next(iter([*exact, *reversed(before), *years]), None)
