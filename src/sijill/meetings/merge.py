"""Merging: the tellings of one meeting within a document become one row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sijill.meetings.candidate import Candidate
from sijill.meetings.level import RANKS
from sijill.records import Level, Participant

_FEW = 3
# A meeting told again is looked for among so many, so that a book is read in the time its length asks.
_LATEST = 200
_FAR = 6
# What the first passages tell, the story tells again.
_HEAD = 2
_DAY = 10
_MONTH = 7
_LEAD = 3


def merge(candidates: Iterable[Candidate], joint: Sequence[Participant] = ()) -> list[Candidate]:
    """The meetings of a document in order of first telling; what names nobody joins the one before it.

    `joint`: in whose name the text speaks, who met where a telling with a day of its own names nobody.
    """
    meetings: list[Candidate] = []
    waiting: Candidate | None = None
    for candidate in candidates:
        if candidate.bare:
            fitting = [
                one
                for one in reversed(meetings[-_LATEST:])
                if _speaks_of(candidate, one) and not _brought_up_after(candidate, one)
            ]
            same = max(fitting, key=lambda one: _agreed(one, candidate), default=None)
        else:
            fitting = [one for one in meetings[-_LATEST:] if _same(one, candidate) or _names(candidate, one)]
            same = max(fitting, key=lambda one: _closeness(one, candidate), default=None)
        if same is not None:
            _join(same, candidate)
        elif candidate.bare and len(candidate.parties()) < 2 and _own_day(candidate):
            _borrow(candidate, meetings, joint)
        elif not candidate.bare or (len(candidate.parties()) > 1 and candidate.sort != "attend"):
            if (
                waiting is not None
                and waiting.passage == candidate.passage
                and _speaks_of(waiting, candidate)
            ):
                _join(candidate, waiting)
            meetings.append(candidate)
        elif not meetings:
            waiting = candidate
    return meetings


def _brought_up_after(candidate: Candidate, one: Candidate) -> bool:
    """Whether a telling without names brings up another meeting than one told in the course of the story."""
    return candidate.new and one.passage >= _HEAD and not _agreed(candidate, one)


def _names(candidate: Candidate, one: Candidate) -> bool:
    """Whether a telling says who meets at one told before by its city alone."""
    same_rank = not _ranks_clash(one, candidate) and not _clash(one.format, candidate.format)
    headed = one.passage == 0 and candidate.passage <= _HEAD
    near = candidate.city == one.city or (candidate.city is None and (headed or candidate.format is None))
    return (
        one.bare
        and same_rank
        and near
        and (candidate.format is not None or one.parties() <= candidate.parties())
        and _speaks_of(one, candidate)
    )


def _sides(candidate: Candidate) -> bool:
    """Whether a telling is a headline, or names nobody who may only speak of it."""
    return candidate.passage == 0 or not candidate.persons()


def _own_day(candidate: Candidate) -> bool:
    """Whether a telling without names says enough to be another meeting of those told before."""
    return candidate.sort != "visit" and (candidate.city is not None or len(candidate.start_date or "") > 4)


def _borrow(candidate: Candidate, meetings: list[Candidate], joint: Sequence[Participant]) -> None:
    """Add a meeting of the two who met, or were to meet, in the telling before."""
    before = [
        one for one in meetings[-_LATEST:] if one.passage >= candidate.passage - 4 and len(one.parties()) == 2
    ]
    if before:
        candidate.participants = list(before[-1].participants)
        meetings.append(candidate)
    elif joint and len(candidate.start_date or "") > 4:
        for one in joint:
            candidate.add(Participant(one.party))
        meetings.append(candidate)
    elif candidate.city is not None and (candidate.level or candidate.start_date or _sides(candidate)):
        meetings.append(candidate)


def _is_today(one: Candidate) -> bool:
    """Whether a meeting is told as held, with its day."""
    return len(one.start_date or "") > _MONTH and not one.planned


def _kind(sort: str) -> str:
    return sort if sort in ("call", "visit") else "sitting"


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be one: one is missing, or says less than the other."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _next_day(one: Candidate, other: Candidate) -> bool:
    """Whether the same two persons met a day apart, as reports of one meeting may have it."""
    first, second = sorted((one.start_date or "", other.start_date or ""))
    if len(first) < _DAY or len(second) < _DAY or one.planned != other.planned:
        return False
    apart = date.fromisoformat(second) - date.fromisoformat(first)
    return apart.days == 1 and len(one.persons() & other.persons()) > 1


def _clash(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _same(one: Candidate, other: Candidate) -> bool:
    dates = _agree(one.start_date, other.start_date) or _next_day(one, other)
    if _kind(one.sort) != _kind(other.sort) or not dates:
        return False
    if (
        _clash(one.city, other.city)
        or _clash(one.ordinal, other.ordinal)
        or _clash(one.country, other.country)
    ):
        return False
    if one.recalled != other.recalled and not (one.start_date and other.start_date):
        return False
    dated = one.start_date is not None and one.start_date == other.start_date
    ahead, held = (one, other) if one.planned else (other, one)
    if ahead.planned and not held.planned and held.start_date and ahead.city and not held.city:
        return False
    if ((one.planned and other.recalled) or (one.recalled and other.planned)) and not dated:
        return False
    if _ranks_clash(one, other):
        return False
    if one.format is not None and one.format == other.format:
        return True
    if _clash(one.format, other.format):
        return False
    return _same_parties(one, other) or _headlines(one, other)


def _headlines(one: Candidate, other: Candidate) -> bool:
    """Whether one telling is the headline of the other, which may leave out who else met."""
    if one.passage or not 0 < other.passage <= _LEAD or one.start_date or one.planned or other.recalled:
        return False
    shared = one.parties() & other.parties()
    return len(shared) > 1 and not _persons_clash(one, other, shared)


def _persons_clash(one: Candidate, other: Candidate, parties: set[str]) -> bool:
    """Whether two tellings name different persons for one of the parties."""
    for party in parties:
        here = {person.latin for person in one.participants if person.party == party and person.latin}
        there = {person.latin for person in other.participants if person.party == party and person.latin}
        if here and there and not here & there:
            return True
    return False


def _ranks_clash(one: Candidate, other: Candidate) -> bool:
    """Whether two tellings are of different rank: by what they say, or by whom they name for some party."""
    said, named = (one.level, other) if one.level is not None else (other.level, one)
    return said is not None and _denies(named, said)


def _denies(named: Candidate, said: Level) -> bool:
    """Whether a telling is of another rank than one that is said: by its words, or by whom it names."""
    if named.level is not None:
        return named.level != said
    if said not in ("summit", "ministers"):
        return False
    leaders = dict(RANKS)["summit"]
    for party in named.parties():
        offices = {person.office for person in named.participants if person.party == party and person.office}
        if offices and (said == "summit") != bool(offices & leaders):
            return True
    return False


def _same_parties(one: Candidate, other: Candidate) -> bool:
    mine, theirs = one.parties(), other.parties()
    if len(mine & theirs) < 2 or not (mine <= theirs or theirs <= mine):
        return False
    if max(len(mine), len(theirs)) > _FEW and len(mine) != len(theirs):
        return False
    return not _persons_clash(one, other, mine & theirs)


def _closeness(one: Candidate, other: Candidate) -> tuple[int, int]:
    return _agreed(one, other) + len(one.persons() & other.persons()), one.start


def _agreed(one: Candidate, other: Candidate) -> int:
    """In how many slots both say the same."""
    return sum(
        mine is not None and mine == theirs
        for mine, theirs in (
            (one.start_date, other.start_date),
            (one.city, other.city),
            (one.ordinal, other.ordinal),
            (one.format, other.format),
        )
    )


def _speaks_of(candidate: Candidate, one: Candidate) -> bool:
    """Whether a telling without names can be of a meeting told before it."""
    far = candidate.passage - one.passage > _FAR and _own_day(candidate)
    if _kind(candidate.sort) != _kind(one.sort) or far:
        return False
    if candidate.sort == "attend":
        ahead = one.planned and not candidate.planned
        if ahead or (one.format is None and len(one.parties()) == 2):
            return False
    if candidate.level is not None and _denies(one, candidate.level):
        return False
    return (
        _agree(candidate.start_date, one.start_date)
        and not _clash(candidate.city, one.city)
        and not _clash(candidate.country, one.country)
        and not _clash(candidate.ordinal, one.ordinal)
    )


def _join(one: Candidate, other: Candidate) -> None:
    """Take into a meeting what another telling of it adds."""
    if one.start_date is None or (
        other.start_date is not None and len(other.start_date) > len(one.start_date)
    ):
        one.start_date, one.end_date, one.weekday = (
            other.start_date or one.start_date,
            other.end_date or one.end_date,
            other.weekday,
        )
    if not other.bare or other.sort == "attend" or other.chair or one.parties() >= other.parties():
        named = {participant.party for participant in one.participants if participant.person}
        for participant in other.participants:
            # Of whom a sentence speaks that names no meeting of its own need not be one who met.
            if participant.party not in named or not other.bare or other.sort == "attend" or other.chair:
                one.add(participant)
    one.format = one.format or other.format
    if one.level is None and (not other.bare or other.sort == "summit"):
        one.level = other.level
    one.ordinal = one.ordinal or other.ordinal
    one.city, one.country = one.city or other.city, one.country or other.country
    one.chair = one.chair or other.chair
    one.aside, one.bare = one.aside and other.aside, one.bare and other.bare
    one.earlier = one.earlier and other.earlier
    one.planned = one.planned or (other.planned and not (other.bare and _is_today(one)))
    if not other.bare and len(other.participants) > len(one.participants):
        one.start, one.end = other.start, other.end
