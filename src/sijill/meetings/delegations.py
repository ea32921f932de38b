"""Delegations: who came for a side, by the sentences that list its delegation."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.meetings.candidate import Candidate
from sijill.meetings.triggers import Cues
from sijill.mentions.mentions import Mentions
from sijill.records import Mention, Participant, Passage

# The word that opens a list of delegates stands so near the beginning of its sentence.
_OPENING = 12


def add_delegations(meetings: Sequence[Candidate], passages: Sequence[Passage], mentions: Mentions) -> None:
    """Put those whom the text lists as delegates into the latest meeting told as held now."""
    held = [one for one in meetings if not (one.earlier or one.planned or one.recalled)]
    talks = max(
        (one for one in held if one.sort != "call"), key=lambda one: one.start_date or "", default=None
    )
    if talks is None:
        return
    for passage in passages:
        opening = Cues(passage.words[: 2 * _OPENING], passage.language).within(0, _OPENING, "delegation")
        if opening:
            for one in _delegates(passage, opening[0].end, mentions):
                talks.add(one)


def _delegates(passage: Passage, after: int, mentions: Mentions) -> list[Participant]:
    """The persons of a list; each comes from the side whose delegation it is."""
    listed = mentions.within(after, passage.end, "person")
    side = _side(mentions.within(passage.start, after), mentions.within(after, passage.end, "party"))
    return [
        Participant(side, one.name, one.latin, one.office)
        for one in listed
        if side is not None and one.latin is not None and (not one.parties or side in one.parties)
    ]


def _side(before: Sequence[Mention], following: Sequence[Mention]) -> str | None:
    return next((one.parties[0] for one in (*before, *following) if one.parties), None)
