"""Find the acts of a document: their words and types first, then who acts and on whom."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.acts.actors import attribute
from sijill.acts.scan import candidates
from sijill.mentions.mentions import Mentions
from sijill.records import Act, Document, Meeting, Passage


def find_acts(
    document: Document, passages: Sequence[Passage], mentions: Mentions, meetings: Sequence[Meeting]
) -> tuple[Act, ...]:
    """What somebody in the document is reported to have said, promised, asked or decided, in order."""
    rows = candidates(document.text, passages, mentions)
    return tuple(
        Act(
            start=row.start,
            end=row.end,
            quote=document.text[row.start : row.end],
            type=row.type,
            actors=who.actors,
            speaker=who.speaker,
            addressees=who.addressees,
            about=who.about,
        )
        for row, who in zip(rows, attribute(rows, passages, mentions, meetings), strict=True)
    )
