"""Whether two acts are about one undertaking: decided field by field, where their words mean alike."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from sijill.catalogue.parties import parties
from sijill.register.clusters import Join
from sijill.register.contents import Content, Window
from sijill.register.days import days
from sijill.register.matters import weight

PROMISES = frozenset(("commit", "decide", "propose", "urge", "support"))
# Acts that answer or ask for one another though another party acts.
_ANSWERS = frozenset(
    frozenset(pair)
    for pair in (
        ("propose", "decide"),
        ("propose", "commit"),
        ("propose", "support"),
        ("propose", "urge"),
        ("urge", "decide"),
        ("urge", "commit"),
        ("urge", "support"),
        ("decide", "commit"),
        ("decide", "support"),
        ("commit", "support"),
    )
)
# Above the first, acts that nothing sets apart are of one undertaking; above the second where no other fits.
# Set on made-up acts (tests/register/undertakings.tsv) and on every other undertaking of the examples.
FIRM, WEAK = 2.85, 2.75
# Acts whose words are less alike than the first are not looked at; below the second, only where the matters
# they share weigh as much as the third.
FLOOR, ALIKE, MATTERS = 0.25, 0.45, 2
# What fields that agree add to the likeness of the words; the last two by the share that agrees.
_BONUS = {
    "amount": 0.35,
    "time": 0.6,
    "place": 0.4,
    "project": 0.4,
    "named": 0.5,
    "format": 0.5,
    "days": 0.4,
    "matters": 0.7,
    "topics": 1.0,
}
# Of a meeting that is not told, nothing is known for or against.
_HALF = 0.5
# What shared matters add by themselves, and up to which weight.
_MATTER, _MOST_MATTERS = 0.12, 6


def is_told(content: Content) -> bool:
    """Whether an act belongs to an undertaking at all: it promises, or tells what became of a promise."""
    return content.type in PROMISES or content.outcome is not None


def is_report(content: Content) -> bool:
    """Whether an act only tells what became of something."""
    return content.type not in PROMISES


def blocks_of(content: Content) -> Iterator[tuple[str, str]]:
    """Only acts that share one of these can be of one undertaking: who acts, with each topic."""
    for actor in who(content):
        for topic in content.topics:
            yield actor, topic


def contradict(one: Content, other: Content) -> bool:
    """Whether two acts differ in a number, day, place, project, party or a "not"."""
    return contradiction(one, other) is not None


def judged(one: Content, other: Content, likeness: float) -> Join | None:
    """What speaks for two acts being of one undertaking, given how alike their words are (cosine)."""
    only_answers = all(is_report(each) or each.type == "support" for each in (one, other))
    if (only_answers and not _told_together(one, other)) or contradiction(one, other) is not None:
        return None
    about = weight(one.matters & other.matters)
    if likeness < (FLOOR if about >= MATTERS else ALIKE):
        return None
    agreed = {name: share for name, share in _agreements(one, other) if share}
    score = likeness + _MATTER * min(about, _MOST_MATTERS)
    score += sum(_BONUS[name] * share for name, share in agreed.items())
    if score < WEAK:
        return None
    shared = (f"same {name}" for name in agreed)
    reason = ", ".join([f"words alike to {likeness:.2f}", *shared])
    return Join(round(score, 4), score >= FIRM, reason)


def contradiction(one: Content, other: Content) -> str | None:
    """The field in which two acts cannot be of one undertaking: "amount", "time", "place" and so on."""
    if one.denied != other.denied and "dropped" not in (one.outcome, other.outcome):
        return "denial"
    if not _amounts_agree(one, other):
        return "amount"
    if _other_occasion(one, other):
        return "occasion"
    reports = is_report(one) != is_report(other)
    if not reports and not _times_agree(one, other):
        return "time"
    if one.places and other.places and not _within(one.places, other.places):
        return "place"
    for name in ("projects", "ordinals"):
        if _disjoint(getattr(one, name), getattr(other, name)):
            return name.removesuffix("s")
    if _disjoint(_all_states(one.named - other.actors), _all_states(other.named - one.actors)):
        return "named"
    return None if _actors_agree(one, other) else "actor"


def who(content: Content) -> set[str]:
    """Parties under which an act is looked for: the actors, its format, and for reports those named."""
    found = {*content.actors, *([content.format] if content.format else [])}
    if is_report(content):
        found |= content.named
    for actor in content.actors:
        members = _members(actor)
        found |= members if len(members) <= _MOST_MEMBERS else set()
    return found


_YEAR = timedelta(days=366)
_SOON, _OCCASION = timedelta(days=10), timedelta(days=60)
# Of larger bodies, members do not stand for what the body promised.
_MOST_MEMBERS = 12


def _agreements(one: Content, other: Content) -> Iterator[tuple[str, float]]:
    yield "amount", bool(one.amounts & other.amounts)
    yield "time", any(_same_time(a, b) for a in _all_times(one) for b in _all_times(other))
    yield "days", _told_together(one, other)
    yield "place", bool(one.places & other.places)
    yield "project", bool(one.projects & other.projects)
    yield "named", bool(one.named & other.named)
    yield "format", _HALF if None in (one.format, other.format) else one.format == other.format
    yield "matters", _shared(one.matters, other.matters)
    yield "topics", _shared(one.topics, other.topics)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _told_together(one: Content, other: Content) -> bool:
    gap = _gap(one.dates, other.dates)
    return gap is not None and gap <= _SOON and one.format == other.format


def _gap(ones: AbstractSet[date], others: AbstractSet[date]) -> timedelta | None:
    """The time between those days of two sets that are the nearest to each other."""
    days = sorted([(day, 0) for day in ones] + [(day, 1) for day in others])
    gaps = (later - earlier for (earlier, a), (later, b) in pairwise(days) if a != b)
    return min(gaps, default=None)


def _actors_agree(one: Content, other: Content) -> bool:
    if one.actors & other.actors:
        return True
    if one.type == other.type == "decide":
        fewer, more = sorted((one.actors, other.actors), key=lambda actors: len(_all_states(actors)))
        listed = all(actor.isupper() for actor in fewer) and len(fewer) > 1
        return listed and fewer <= _all_states(more)
    if is_report(one) or is_report(other):
        told, report = (other, one) if is_report(one) else (one, other)
        return bool(_all_states(report.actors | report.named) & _all_states(told.actors))
    if frozenset((one.type, other.type)) not in _ANSWERS:
        return False
    formats = {each.format for each in (one, other) if each.format}
    within = _all_states(one.actors) <= _all_states(other.actors) or (
        _all_states(other.actors) <= _all_states(one.actors)
    )
    return within or (one.format == other.format and bool(formats))


def _amounts_agree(one: Content, other: Content) -> bool:
    """Of money and of all else: where both say some, one says what the other does, and perhaps more."""
    sums, other_sums = ({each for each in said.amounts if each[0]} for said in (one, other))
    rest, other_rest = one.amounts - sums, other.amounts - other_sums
    return all(not a or not b or _within(a, b) for a, b in ((sums, other_sums), (rest, other_rest)))


def _other_occasion(one: Content, other: Content) -> bool:
    """Whether two texts were settled (signed, adopted) at times far apart, and nothing says they are one."""
    if not one.outcome == other.outcome == "settled":
        return False
    gap = _gap(one.dates, other.dates)
    return (
        gap is not None
        and gap > _OCCASION
        and not (one.projects & other.projects or one.amounts & other.amounts or one.times & other.times)
    )


def _times_agree(one: Content, other: Content) -> bool:
    if one.times and other.times:
        fewer, more = sorted((one.times, other.times), key=len)
        return all(any(_same_time(window, each) for each in more) for window in fewer)
    due, other_due = _all_times(one), _all_times(other)
    return not due or not other_due or any(_same_time(a, b) for a in due for b in other_due)


def _all_times(content: Content) -> frozenset[Window]:
    bounds = days(content.deadline)
    return content.times | ({bounds} if bounds else set())


def _same_time(one: Window, other: Window) -> bool:
    """Equal, or one within the other, which is a year at most: a span of years is only itself."""
    outer, inner = sorted((one, other), key=lambda window: window[0] - window[1])
    within = outer[0] <= inner[0] and inner[1] <= outer[1]
    return one == other or (within and outer[1] - outer[0] <= _YEAR)


def _within(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    return one <= other or other <= one


def _disjoint(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one) and bool(other) and not one & other


def _all_states(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(state for id in ids for state in (_members(id) or {id}))


@cache
def _members(id: str) -> frozenset[str]:
    known = parties().get(id)
    return frozenset(known.members) if known else frozenset()
