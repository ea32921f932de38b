"""Whether two acts are about one undertaking: decided field by field, where their words mean alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sijill.catalogue.parties import parties
from sijill.register.clusters import Join
from sijill.register.contents import Content, Window

PROMISES = frozenset(("commit", "decide", "propose", "urge", "support", "oppose"))
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
# Above the first, acts that nothing sets apart are about one undertaking; above the second where no other
# fits; below it they are not looked at. Set on made-up acts (tests/register/undertakings.tsv).
FIRM, WEAK, FLOOR = 0.64, 0.60, 0.45
# What fields that agree add to the likeness of the words.
_BONUS = {
    "amount": 0.08,
    "time": 0.05,
    "place": 0.06,
    "project": 0.10,
    "named": 0.04,
    "topic": 0.03,
    "actor": 0.03,
}


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
    if likeness < FLOOR or (is_report(one) and is_report(other)) or contradiction(one, other) is not None:
        return None
    agreed = [name for name, holds in _agreements(one, other) if holds]
    score = likeness + sum(_BONUS[name] for name in agreed)
    if score < WEAK:
        return None
    reason = ", ".join([f"words alike to {likeness:.2f}", *(f"same {name}" for name in agreed)])
    return Join(round(score, 4), score >= FIRM, reason)


def contradiction(one: Content, other: Content) -> str | None:
    """The field in which two acts cannot be of one undertaking: "amount", "time", "place" and so on."""
    if one.denied != other.denied and "dropped" not in (one.outcome, other.outcome):
        return "denial"
    if any(not _within(_of_unit(one, unit), _of_unit(other, unit)) for unit in _units(one) & _units(other)):
        return "amount"
    reports = is_report(one) != is_report(other)
    if not reports and not _times_agree(one.times, other.times):
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


# Of larger bodies, members do not stand for what the body promised.
_MOST_MEMBERS = 12


def _agreements(one: Content, other: Content) -> Iterator[tuple[str, bool]]:
    yield "actor", bool(one.actors & other.actors)
    yield "amount", bool(one.amounts & other.amounts)
    yield "time", any(_overlap(a, b) for a in one.times for b in other.times)
    yield "place", bool(one.places & other.places)
    yield "project", bool(one.projects & other.projects)
    yield "named", bool(one.named & other.named)
    yield "topic", bool(one.topics & other.topics)


def _actors_agree(one: Content, other: Content) -> bool:
    if one.actors & other.actors:
        return True
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


def _units(content: Content) -> set[str]:
    return {unit for unit, _ in content.amounts}


def _of_unit(content: Content, unit: str) -> frozenset[float]:
    return frozenset(value for each, value in content.amounts if each == unit)


def _times_agree(one: frozenset[Window], other: frozenset[Window]) -> bool:
    fewer, more = sorted((one, other), key=len)
    return all(any(_overlap(window, each) for each in more) for window in fewer)


def _overlap(one: Window, other: Window) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _within(one: frozenset[object], other: frozenset[object]) -> bool:
    return one <= other or other <= one


def _disjoint(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one) and bool(other) and not one & other


def _all_states(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(state for id in ids for state in (_members(id) or {id}))


@cache
def _members(id: str) -> frozenset[str]:
    known = parties().get(id)
    return frozenset(known.members) if known else frozenset()
