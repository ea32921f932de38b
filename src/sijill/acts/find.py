"""Find the acts of a document: their words and types first, then who acts, on what, until when and where."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.acts.actors import Parties, attribute
from sijill.acts.candidate import Candidate
from sijill.acts.confidence import confidence
from sijill.acts.scan import candidates
from sijill.acts.topics import Subjects
from sijill.mentions.dates import base_of, deadline_in
from sijill.mentions.mentions import Mentions
from sijill.records import Act, Document, Meeting, Passage

# Types whose content is still to be done, so that a date in it is a deadline.
_TO_BE_DONE = ("commit", "decide", "propose", "urge")


def find_acts(
    document: Document, passages: Sequence[Passage], mentions: Mentions, meetings: Sequence[Meeting]
) -> tuple[Act, ...]:
    """What somebody in the document is reported to have said, promised, asked or decided, in order."""
    rows = candidates(document.text, passages, mentions)
    parties = attribute(rows, passages, mentions, meetings)
    subjects = Subjects(passages)
    base = base_of(document, passages)

    def deadline(row: Candidate) -> str | None:
        if row.type not in _TO_BE_DONE:
            return None
        passage = passages[row.passage]
        words = [word for word in passage.words if row.start <= word.start < row.end]
        return deadline_in(words, mentions.within(row.start, row.end, "date"), base, passage.language)

    return tuple(
        Act(
            start=row.start,
            end=row.end,
            quote=document.text[row.start : row.end],
            confidence=confidence(row.kind, row.type),
            type=row.type,
            actors=who.actors,
            speaker=who.speaker,
            addressees=who.addressees,
            about=who.about,
            topics=subjects.topics(row.start, row.end),
            deadline=deadline(row),
            meeting=_meeting(who, row.start, meetings),
        )
        for row, who in zip(rows, parties, strict=True)
    )


def _meeting(who: Parties, at: int, meetings: Sequence[Meeting]) -> int | None:
    """The meeting at which an act was done: of those that the text tells as held now and in which who acts
    takes part, the last one told before the act, else the first."""
    held = [
        index
        for index, meeting in enumerate(meetings)
        if not meeting.earlier
        and not meeting.planned
        and not {meeting.format, *(each.party for each in meeting.participants)}.isdisjoint(who.actors)
    ]
    before = [index for index in held if meetings[index].start <= at]
    return before[-1] if before else held[0] if held else None
