"""Beside: what two words of meeting in one sentence have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.meetings.candidate import Candidate
from sijill.meetings.frame import Sentence
from sijill.meetings.participants import distinct
from sijill.meetings.triggers import Trigger

# Between "for" and the noun for what they met for stand so many words at most.
_NAME_WITHIN = 12
_FOR_WITHIN = 14

Told = tuple[Candidate, Trigger]


def settle(sentence: Sentence, told: Sequence[Told]) -> Iterator[Candidate]:
    """The meetings of one sentence: "met for their third summit" is one, "on the margins of" parts two."""
    held: Told | None = None
    for candidate, trigger in told:
        if held is not None and _held_for(sentence, held[1], trigger):
            _take(candidate, held[0])
        elif held is not None:
            if sentence.cues.within(held[1].last, trigger.first, "margins"):
                _part(held[0], candidate)
            yield held[0]
        held = candidate, trigger
    if held is not None:
        yield held[0]


def _held_for(sentence: Sentence, verb: Trigger, noun: Trigger) -> bool:
    """Whether a noun names the meeting for which they met by the verb before it."""
    if verb.is_noun or not noun.is_noun or verb.sort != "meet":
        return False
    parted = sentence.cues.within(verb.last, noun.first, "margins", "said")
    if parted or sentence.topics(verb.last, noun.first):
        return False
    marks = sentence.cues.within(max(verb.last, noun.first - _NAME_WITHIN), noun.first, "for")
    return bool(marks) and marks[-1].first - verb.last <= _FOR_WITHIN


def _take(named: Candidate, told: Candidate) -> None:
    """Put what the verb tells into the meeting that the noun names."""
    named.participants = distinct([*told.participants, *named.participants])
    named.format, named.level = named.format or told.format, named.level or told.level
    named.city, named.country = named.city or told.city, named.country or told.country
    if told.start_date is not None:
        named.start_date, named.end_date, named.weekday = told.start_date, told.end_date, told.weekday
    named.start = told.start
    named.bare = named.bare and told.bare
    named.planned, named.earlier = told.planned, told.earlier


def _part(met: Candidate, occasion: Candidate) -> None:
    """A meeting on the margins of another sits where that one does; who met there need not be all of it."""
    if met.sort not in ("visit", "call"):
        met.city = met.city or occasion.city
        met.country = met.country or occasion.country
        if occasion.city is None and occasion.country in (None, met.country):
            occasion.city, occasion.country = met.city, met.country
    if met.start_date is None:
        met.start_date, met.end_date = occasion.start_date, occasion.end_date
    occasion.aside = True
    if occasion.format is not None:
        occasion.participants = []
