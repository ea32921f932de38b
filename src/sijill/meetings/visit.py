"""Visits: who went where, one candidate for each country."""

from __future__ import annotations

from collections.abc import Iterator

from sijill.meetings import participants
from sijill.meetings.format import kind_of
from sijill.meetings.frame import Frame, Placed
from sijill.records import Mention, Participant

_REACH = 14
_GAP = 6
_BEGINNING = 2


def destinations(frame: Frame) -> list[Placed]:
    """The places and states that a visit goes to: the first after the trigger and those joined to it."""
    trigger = frame.trigger
    found: list[Placed] = []
    for one in frame.sentence.between(
        trigger.last, min(frame.right, trigger.last + _REACH), "place", "party"
    ):
        mention = one.mention
        if mention.form in ("nisba", "capital", "group") or any(map(_no_state, mention.parties)):
            continue
        if found and one.first - found[-1].last > 1:
            break
        found.append(one)
    return found or _reached(frame)


def _reached(frame: Frame) -> list[Placed]:
    """Where somebody came by the words before a noun that names no goal ("arrived in Paris on a visit")."""
    trigger, cues = frame.trigger, frame.sentence.cues
    if not trigger.is_noun or trigger.definite or trigger.own:
        return []
    places = frame.sentence.between(max(frame.left, trigger.first - _REACH), trigger.first, "place")
    return [one for one in places if cues.within(one.first - 2, one.first, "to")][-1:]


def host(frame: Frame, guest: Mention) -> Mention | None:
    """Who is visited where no place is said: the next person of another party ("visited the speaker")."""
    trigger = frame.trigger
    after = frame.sentence.between(trigger.last, min(frame.right, trigger.last + _REACH), "person", "office")
    others = (one.mention for one in after if not set(one.mention.parties) & set(guest.parties))
    return next(others, None)


def visitor(frame: Frame, topic: Mention | None) -> Mention | None:
    """Who visits: the person after the trigger and before the place, else the one before it or in talk."""
    trigger, goals = frame.trigger, destinations(frame)
    until = goals[0].first if goals else min(frame.right, trigger.last + _GAP)
    after = frame.sentence.between(trigger.last, until, "person", "office")
    if after and not trigger.own:
        return after[0].mention
    before = frame.sentence.between(frame.left, trigger.first, "person", "office")
    if before:
        return before[-1].mention
    speaks_on = trigger.own or trigger.definite or trigger.first <= _BEGINNING
    later = frame.sentence.between(until, min(frame.right, until + _GAP), "person", "office")
    return (topic if speaks_on else None) or (later[0].mention if later else None)


def of(frame: Frame, topic: Mention | None) -> Iterator[tuple[list[Participant], str | None, str | None]]:
    """For each country visited: who meets, the city and the country."""
    guest = visitor(frame, topic)
    if guest is None:
        return
    people, goals = participants.of(guest), destinations(frame)
    visited = host(frame, guest) if not goals and not frame.trigger.is_noun else None
    if visited is not None and visited.parties:
        yield [*people, *participants.of(visited)], None, visited.parties[0]
    for goal in goals:
        country = goal.mention.country or next(iter(goal.mention.parties), None)
        if country is None or country in {one.party for one in people}:
            continue
        city = goal.mention.name if goal.mention.kind == "place" else None
        yield [*people, Participant(country)], city, country


def _no_state(party: str) -> bool:
    return kind_of(party) != "state"
