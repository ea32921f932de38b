"""Place: in which city and country a meeting sits, from its words or its host."""

from __future__ import annotations

from sijill.meetings.candidate import Candidate
from sijill.meetings.format import is_forum, kind_of
from sijill.meetings.frame import Frame, Placed
from sijill.mentions import phrases

_REACH = 25
_BACK = 8


def set_place(candidate: Candidate, frame: Frame) -> None:
    """Put city and country into a candidate: the place in the frame, else the country of who receives."""
    sentence, trigger = frame.sentence, frame.trigger
    after = sentence.between(trigger.last, min(frame.right, trigger.last + _REACH), "place", "party")
    before = sentence.between(max(frame.left, trigger.first - _BACK), trigger.first, "place", "party")
    for one in [*after, *reversed(before)]:
        if _locates(one, frame):
            candidate.city = one.mention.name if one.mention.kind == "place" else None
            candidate.country = one.mention.country or next(iter(one.mention.parties), None)
            return
    if trigger.sort == "receive" and candidate.participants:
        host = candidate.participants[0].party
        candidate.country = None if is_forum(host) else host


def _locates(one: Placed, frame: Frame) -> bool:
    """Whether a place or a state stands after "in", and not as what the talk is about."""
    words, mention, language = frame.sentence.words, one.mention, frame.sentence.passage.language
    if mention.kind == "party" and (
        mention.form != "name" or any(map(_no_state, mention.parties))
    ):
        return False
    if frame.sentence.cues.within(frame.trigger.last, one.first, "topic"):
        return False
    offset = mention.start - words[one.first].start
    if offset:
        prefix = words[one.first].folded[offset - 1]
        return prefix in phrases.kind_words(language, "in-prefix") and not _affair(frame, one.first - 1)
    at, sites = one.first - 1, phrases.kind_words(language, "site")
    nisbas = {
        index
        for other in frame.sentence.mentions
        if other.mention.form == "nisba"
        for index in range(other.first, other.last)
    }
    while at > 0 and (words[at].folded in sites or at in nisbas or words[at].folded in '“"«('):
        at -= 1
    return at >= 0 and words[at].folded in phrases.kind_words(language, "in") and not _affair(frame, at - 1)


def _affair(frame: Frame, at: int) -> bool:
    language = frame.sentence.passage.language
    return at >= 0 and frame.sentence.words[at].folded in phrases.kind_words(language, "affair")


def _no_state(party: str) -> bool:
    return kind_of(party) != "state"
