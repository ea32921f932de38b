"""Candidate: what one passage says of a meeting, before the passages are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from sijill.records import Level, Participant


@dataclass(slots=True)
class Candidate:
    """One telling of a meeting: `sort` of its trigger, where it stands, and what it says of the slots.

    `recalled`: it says "the last", "the former". `bare`: it names neither parties nor a forum of its own,
    and so speaks of a meeting told before. `new`: its noun has no article, and so brings up a meeting.
    `first`: it says "the first", of whatever. `aside`: it is told only as the occasion on whose margins
    others met.
    """

    sort: str
    passage: int
    start: int
    end: int
    participants: list[Participant] = field(default_factory=list)
    format: str | None = None
    level: Level | None = None
    ordinal: int | None = None
    start_date: str | None = None
    end_date: str | None = None
    weekday: bool = False
    city: str | None = None
    country: str | None = None
    chair: str | None = None
    earlier: bool = False
    planned: bool = False
    recalled: bool = False
    bare: bool = False
    new: bool = False
    first: bool = False
    aside: bool = False

    def parties(self) -> set[str]:
        """The parties that take part."""
        return {one.party for one in self.participants}

    def persons(self) -> set[str]:
        """The Latin names of those who take part."""
        return {one.latin for one in self.participants if one.latin}

    def add(self, one: Participant) -> None:
        """Take in a participant: a named one instead of its party alone, each once."""
        for index, other in enumerate(self.participants):
            if other.party != one.party:
                continue
            if one.person is None or (one.latin is not None and one.latin == other.latin):
                return
            if other.person is None:
                self.participants[index] = one
                return
        self.participants.append(one)
