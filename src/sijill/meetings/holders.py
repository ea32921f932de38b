"""Holders: who met where the text says the office alone, by the person it names in that office elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sijill.meetings.candidate import Candidate
from sijill.meetings.level import RANKS
from sijill.mentions.mentions import Mentions
from sijill.records import Mention, Participant

_LEADERS = frozenset(("head-of-state", "head-of-government"))
_OFFICES = _LEADERS | {"foreign-minister"}


def name_holders(meetings: Sequence[Candidate], mentions: Mentions, base: date | None) -> None:
    """Name those who met by office in talks of our year, where the text names one person in that office.

    The meetings of a forum told in passing are those of its states, whoever spoke for them.
    """
    named = [one for one in mentions if one.kind == "person" and one.latin and one.office in _OFFICES]
    for one in meetings if named else ():
        ours = base is None or one.start_date is None or abs(int(one.start_date[:4]) - base.year) < 2
        if one.format is None and ours and one.sort != "visit":
            one.participants = [_named(person, one, named) for person in one.participants]


def _named(person: Participant, one: Candidate, named: Sequence[Mention]) -> Participant:
    offices = _offices(person, one)
    if person.latin is not None or not offices:
        return person
    holders = {
        mention.latin: mention
        for mention in named
        if mention.office in offices and mention.parties[:1] == (person.party,)
    }
    if len(holders) != 1 or any(other.latin in holders for other in one.participants):
        return person
    (holder,) = holders.values()
    return replace(person, person=holder.name, latin=holder.latin, office=holder.office)


def _offices(person: Participant, one: Candidate) -> frozenset[str]:
    """The offices one who is not named may hold: the one told, else those of the meeting's rank."""
    if person.office is not None:
        return frozenset((person.office,)) & _OFFICES
    return dict(RANKS)["summit"] if one.level == "summit" else frozenset()
