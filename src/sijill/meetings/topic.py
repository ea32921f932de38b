"""Topic: of whom the text was speaking when a sentence begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.catalogue.parties import is_forum
from sijill.languages.inflection import subject_first
from sijill.records import Language, Mention, Participant

_TOUR_LASTS = 3
_RECENT = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """The person first named in the last sentence that names one, the forum last named, and the last tour.

    `recent` are persons of different parties, the last named first: two who meet "each other" are among them.
    `joint`: in whose name the whole text speaks.
    """

    person: Mention | None = None
    forum: str | None = None
    tour: int | None = None
    recent: tuple[Mention, ...] = ()
    joint: tuple[Participant, ...] = ()

    def on_tour(self, passage: int) -> bool:
        """Whether a passage still tells of a tour, with talks held where the other side is at home."""
        return self.tour is not None and passage - self.tour <= _TOUR_LASTS

    def after(self, mentions: Sequence[Mention], tour: int | None) -> Topic:
        """The topic once a sentence with these mentions is over; `tour`: its index, where it tells of one."""
        person = next((one for one in mentions if one.kind in ("person", "office")), self.person)
        forums = [
            party for one in mentions if one.kind == "party" for party in one.parties if is_forum(party)
        ]
        forum = forums[-1] if forums else self.forum
        return Topic(person, forum, self.tour if tour is None else tour, self._with(mentions), self.joint)

    def of_two(self, language: Language) -> bool:
        """Whether no more than two were named so far, where the words for two may mean more."""
        return len(self.recent) < _RECENT or not subject_first(language)

    def pair(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The two of whom a sentence speaks that has named these before; empty where there are no two."""
        recent = self._with(mentions)
        return recent[1::-1] if len(recent) > 1 else ()

    def _with(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for one in [*reversed([one for one in mentions if one.kind in ("person", "office")]), *self.recent]:
            if one.parties and not any(set(one.parties) & set(other.parties) for other in found):
                found.append(one)
        return tuple(found[:_RECENT])
