"""Level: at what rank a meeting sits, from its words or from the offices of those who meet."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.meetings.frame import Frame
from sijill.records import Level, Participant

_WITHIN = 6
_RANKS: tuple[tuple[Level, frozenset[str]], ...] = (
    ("summit", frozenset(("head-of-state", "head-of-government"))),
    ("ministers", frozenset(("minister", "foreign-minister"))),
    ("officials", frozenset(("ambassador", "deputy-minister", "envoy"))),
)
_CUES: dict[str, Level] = {"leaders": "summit", "ministers": "ministers", "officials": "officials"}


def said(frame: Frame) -> Level | None:
    """The level that the words after a noun say ("summit", "of the foreign ministers"), or None."""
    trigger, sentence = frame.trigger, frame.sentence
    if trigger.sort == "summit":
        return "summit"
    if not trigger.is_noun or trigger.sort in ("press", "call"):
        return None
    reach = min(trigger.last + _WITHIN, frame.right)
    people = sentence.between(trigger.last, reach, "person", "office")
    ends = sentence.cues.within(trigger.last, reach, "with", "attend", "chair", "margins")
    reach = min([reach, *(one.first for one in people[:1]), *(match.first for match in ends[:1])])
    found = sentence.cues.within(trigger.last, reach, *_CUES)
    return _CUES[found[0].value] if found else None


def of_offices(people: Sequence[Participant]) -> Level:
    """The level that the offices of those who meet make; "other" where they differ or are not known."""
    offices = {one.office for one in people}
    for level, ranks in _RANKS:
        if offices and offices <= ranks:
            return level
    return "other"
