"""Topic: of whom the text was speaking when a sentence begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.meetings.format import is_forum
from sijill.records import Mention


@dataclass(frozen=True, slots=True)
class Topic:
    """The person first named in the last sentence that names one, and the forum last named."""

    person: Mention | None = None
    forum: str | None = None

    def after(self, mentions: Sequence[Mention]) -> Topic:
        """The topic once a sentence with these mentions is over."""
        person = next((one for one in mentions if one.kind in ("person", "office")), self.person)
        forums = [party for one in mentions if one.kind == "party" for party in one.parties if is_forum(party)]
        return Topic(person, forums[-1] if forums else self.forum)
