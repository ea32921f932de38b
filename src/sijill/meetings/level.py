"""Level: at what rank a meeting sits, from its words or from the offices of those who meet."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.languages.inflection import subject_first
from sijill.meetings.frame import Frame
from sijill.mentions import phrases
from sijill.records import Level, Participant

_WITHIN = 6
_BESIDE = 4
# The subject of a verb may have so many words.
_SUBJECT = 14
RANKS: tuple[tuple[Level, frozenset[str]], ...] = (
    ("summit", frozenset(("head-of-state", "head-of-government"))),
    ("ministers", frozenset(("minister", "foreign-minister"))),
    ("officials", frozenset(("ambassador", "deputy-minister", "envoy"))),
)
_OTHER = len(RANKS)
_PEER = "organisation-head"
_OF_SORT: dict[str, Level] = {"summit": "summit", "summon": "officials"}
_CUES: dict[str, Level] = {"leaders": "summit", "ministers": "ministers", "officials": "officials"}


def said(frame: Frame) -> Level | None:
    """The level that the words after a noun say ("summit", "of the foreign ministers"), or None."""
    trigger, sentence = frame.trigger, frame.sentence
    if trigger.sort in _OF_SORT:
        return _OF_SORT[trigger.sort]
    if not trigger.is_noun and subject_first(sentence.passage.language):
        told = sentence.cues.within(max(frame.left, trigger.first - _SUBJECT), trigger.first, *_CUES)
        return _CUES[told[-1].value] if told else None
    if not trigger.is_noun or trigger.sort in ("press", "call"):
        return None
    reach = min(trigger.last + _WITHIN, frame.right)
    people = sentence.between(trigger.last, reach, "person", "office")
    ends = sentence.cues.within(trigger.last, reach, "with", "attend", "chair", "margins")
    parting = phrases.kind_words(sentence.passage.language, "stop")
    clause = [at for at in range(trigger.last, reach) if sentence.words[at].folded in parting]
    reach = min(
        [reach, *(one.first for one in people[:1]), *(match.first for match in ends[:1]), *clause[:1]]
    )
    found = sentence.cues.within(trigger.last, reach, *_CUES)
    if not found and subject_first(sentence.passage.language):
        found = sentence.cues.within(max(frame.left, trigger.first - _BESIDE), trigger.first, *_CUES)
    if not found and frame.opening < trigger.first:
        found = sentence.cues.within(frame.opening, trigger.first, *_CUES)
    return _CUES[found[0].value] if found else None


def of_offices(people: Sequence[Participant]) -> Level:
    """The level at which every party sits by its highest office; "other" where they differ.

    Guests do not count; the head of an organisation is the peer of leaders, where there are any.
    """
    members = [one for one in people if one.role == "member"] or people
    ranks = {one.party: _OTHER for one in members}
    for one in members:
        ranks[one.party] = min(ranks[one.party], _rank(one.office))
    common = set(ranks.values())
    if all(one.office == _PEER for one in members):
        return "other"
    rank = common.pop() if len(common) == 1 else _OTHER
    return RANKS[rank][0] if rank < _OTHER else "other"


def _rank(office: str | None) -> int:
    if office == _PEER:
        return 0
    return next((rank for rank, (_, offices) in enumerate(RANKS) if office in offices), _OTHER)
