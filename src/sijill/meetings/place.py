"""Place: in which city and country a meeting sits, from its words or its host."""

from __future__ import annotations

from sijill.meetings.candidate import Candidate
from sijill.meetings.format import is_forum, kind_of
from sijill.meetings.frame import Frame, Placed
from sijill.meetings.location import city_states, is_where_held, names_it

_REACH = 18
_BACK = 8
_TITLE = 8


def set_place(candidate: Candidate, frame: Frame) -> None:
    """Put city and country into a candidate: the place in the frame, else the country of who receives."""
    sentence, trigger = frame.sentence, frame.trigger
    after = sentence.between(trigger.last, min(frame.right, trigger.last + _REACH), "place", "party")
    before = sentence.between(min(frame.opening, max(frame.left, trigger.first - _BACK)), trigger.first, "place", "party")
    for one in [*after, *reversed(before)]:
        if _locates(one, frame):
            candidate.country = one.mention.country or next(iter(one.mention.parties), None)
            candidate.city = one.mention.name if one.mention.kind == "place" else city_states().get(candidate.country or "")
            return
    if trigger.sort in ("receive", "summon") and candidate.participants:
        host = candidate.participants[0].party
        candidate.country = None if is_forum(host) else host


def _locates(one: Placed, frame: Frame) -> bool:
    """Whether a place or a state says where, and not as what the talk is about."""
    mention = one.mention
    if names_it(one, frame):
        return True
    if mention.kind == "party" and (mention.form != "name" or any(map(_no_state, mention.parties))):
        return False
    titles = frame.sentence.between(one.first - _TITLE, one.first, "person", "office")
    if any(set(title.mention.parties) & set(mention.parties) for title in titles):
        return False
    about = frame.sentence.cues.within(frame.trigger.last, one.first, "topic")
    return not about and is_where_held(one, frame.sentence)


def _no_state(party: str) -> bool:
    return kind_of(party) != "state"

