"""Naming: what the name of a text is read from: its passage, the mentions in it, its status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sijill.languages.cases import case_forms
from sijill.languages.pack import Entry, entries
from sijill.mentions.lexicon import Match, stems
from sijill.mentions.mentions import Mentions
from sijill.passages.folding import fold
from sijill.records import Language, Mention, MentionKind, Passage, Word

_LOOK_BACK = 6
# A mention is no longer than this.
_NEAR = 100


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage in which a text may be named; names found before end before word `free`.

    `before` is the status of the last of them.
    """

    text: str
    passage: Passage
    mentions: Mentions
    free: int
    before: str | None

    @property
    def words(self) -> Sequence[Word]:
        """The words of the passage."""
        return self.passage.words

    @property
    def language(self) -> Language:
        """The language of the passage."""
        return self.passage.language

    @property
    def listed(self) -> bool:
        """Whether another text was named before, so that an indefinite one may be the next."""
        return self.before is not None

    def at(self, index: int, *kinds: MentionKind) -> Mention | None:
        """The mention of one of the kinds that covers the beginning of a word, if any."""
        if not 0 <= index < len(self.words):
            return None
        start = self.words[index].start
        near = self.mentions.within(max(0, start - _NEAR), start + _NEAR, *kinds)
        return next((mention for mention in near if mention.start <= start < mention.end), None)

    def capital(self, index: int) -> bool:
        """Whether there is such a word and it begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.words[index].start].isupper()


@cache
def head_words(language: Language) -> frozenset[str]:
    """The folded first words of the list `instruments`, in all their cases."""
    return frozenset(
        fold(form.split()[0])
        for entry in entries(language, "instruments")
        for word in entry.words
        for form in case_forms(language)(word.split()[0], "text")
    )


@cache
def _statuses(language: Language) -> dict[str, str]:
    return {
        fold(word): entry.text("status") for entry in entries(language, "statuses") for word in entry.words
    }


def status_word(word: Word, language: Language) -> str | None:
    """What a word tells of the status of a text beside it."""
    known = _statuses(language)
    return next((known[form] for _, form in stems(word.folded) if form in known), None)


def told(scene: Scene, match: Match[Entry], last: int) -> str | None:
    """The status that the words before a name, or else those in it, tell; None where they tell none."""
    before = scene.words[max(0, match.first - _LOOK_BACK) : match.first]
    inside = scene.words[match.first : last + 2]
    found = (status_word(word, scene.language) for word in (*reversed(before), *inside))
    return next((status for status in found if status is not None), None)
