"""The rules reader: word lists and rules, no weights, every row explainable."""

from __future__ import annotations

from sijill.acts.find import find_acts
from sijill.meetings.find import find_meetings
from sijill.mentions.find import find_mentions
from sijill.mentions.things import find_instruments, find_projects, find_targets
from sijill.readers.confidence import assured
from sijill.records import Document, Dropped, Language, Passage, Reading


class RulesReader:
    """Reads with the language packs and the catalogue alone."""

    name = "rules"

    def read(
        self, document: Document, passages: tuple[Passage, ...], dropped: tuple[Dropped, ...]
    ) -> Reading:
        """Mentions first, then the meetings they sit in, then who did what; named things beside them."""
        mentions = find_mentions(document, passages)
        meetings = find_meetings(document, passages, mentions)
        return Reading(
            document=document,
            language=main_language(passages),
            meetings=assured(meetings),
            acts=find_acts(document, passages, mentions, meetings),
            instruments=assured(find_instruments(document, passages, mentions)),
            projects=assured(find_projects(document, passages, mentions)),
            targets=assured(find_targets(document, passages, mentions)),
            dropped=dropped,
        )


def main_language(passages: tuple[Passage, ...]) -> Language:
    """The language in which most of the words stand; `passages` is not empty."""
    counts: dict[Language, int] = {}
    for passage in passages:
        counts[passage.language] = counts.get(passage.language, 0) + len(passage.words)
    return max(counts, key=lambda language: counts[language])
