"""Topic: of whom the text was speaking when a sentence begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.meetings.format import is_forum
from sijill.records import Mention

_TOUR_LASTS = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """The person first named in the last sentence that names one, the forum last named, and the last tour."""

    person: Mention | None = None
    forum: str | None = None
    tour: int | None = None

    def on_tour(self, passage: int) -> bool:
        """Whether a passage still tells of a tour, on which talks are held where the other side is at home."""
        return self.tour is not None and passage - self.tour <= _TOUR_LASTS

    def after(self, mentions: Sequence[Mention], tour: int | None) -> Topic:
        """The topic once a sentence with these mentions is over; `tour`: its index, where it tells of one."""
        person = next((one for one in mentions if one.kind in ("person", "office")), self.person)
        forums = [party for one in mentions if one.kind == "party" for party in one.parties if is_forum(party)]
        return Topic(person, forums[-1] if forums else self.forum, self.tour if tour is None else tour)
