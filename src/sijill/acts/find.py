"""Find the acts of a document: their words and types first, then who acts, on what, until when and where."""

from __future__ import annotations

from bisect import bisect_left
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
    parties = attribute(document.text, rows, passages, mentions, meetings)
    subjects, held = Subjects(passages), _Held(meetings)
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
            meeting=held.at(who, row.start),
        )
        for row, who in zip(rows, parties, strict=True)
    )


class _Held:
    """The meetings that the text tells as held now, by who takes part, in order of the text."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._of: dict[str | None, list[tuple[int, int]]] = {}
        for index, meeting in enumerate(meetings):
            if not meeting.earlier and not meeting.planned:
                for party in {meeting.format, *(each.party for each in meeting.participants)}:
                    self._of.setdefault(party, []).append((meeting.start, index))
        for told in self._of.values():
            told.sort()

    def at(self, who: Parties, place: int) -> int | None:
        """The meeting at which an act was done: the last one told before it in which who acts takes part,
        else the first."""
        held = [self._of[actor] for actor in who.actors if actor in self._of]
        before = [told[after - 1] for told in held if (after := bisect_left(told, (place + 1,)))]
        chosen = max(before, default=None) or min((told[0] for told in held), default=None)
        return chosen[1] if chosen else None
