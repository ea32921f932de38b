"""One sentence with the names and words it holds: what the finders of parties and persons walk over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sijill.languages.inflection import names_in_capitals
from sijill.languages.pack import Entry
from sijill.mentions.lexicon import Match, plain
from sijill.mentions.senses import Sense, Senses, lexicon, phrases, sense_of
from sijill.records import Passage, Word


class Scan:
    """The words of a passage, and at each word the longest name that begins there (none overlap).

    `counts` says how often the whole document names each state, once all its passages are scanned.
    """

    def __init__(self, text: str, passage: Passage) -> None:
        self.text = text
        self.counts: Mapping[str, int] = {}
        self.words: Sequence[Word] = plain(passage.words)
        self.language = passage.language
        self.matches: list[Match[Senses]] = [
            match for match in lexicon(passage.language).matches(self.words) if self._is_written_so(match)
        ]
        self._by_first = {match.first: match for match in self.matches}

    def _is_written_so(self, match: Match[Senses]) -> bool:
        """Whether a name has its capital, where all names have one ("who" and "us" are no names)."""
        if not (names_in_capitals(self.language) and self.text[match.start : match.end].islower()):
            return True
        return not any(sense.kind in ("party", "place") for sense in match.value)

    def match(self, index: int) -> Match[Senses] | None:
        """The name that begins at a word."""
        return self._by_first.get(index)

    def sense(self, index: int, kind: str) -> Sense | None:
        """What the name that begins at a word stands for, if it is of the kind."""
        match = self._by_first.get(index)
        return sense_of(match.value, kind) if match else None

    def phrase(self, index: int, table: str) -> Match[Entry] | None:
        """The longest entry of a word list that begins at a word."""
        return phrases(self.language, table).at(self.words, index) if index < len(self.words) else None

    def folded(self, index: int) -> str:
        """The word at an index as matching sees it; empty outside the sentence."""
        return self.words[index].folded if 0 <= index < len(self.words) else ""

    def written(self, index: int) -> str:
        """The word at an index as the text has it."""
        return self.text[self.words[index].start : self.words[index].end]

    def capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital, in a script that has them."""
        return 0 <= index < len(self.words) and self.written(index)[0].isupper()

    def key(self, first: int, last: int) -> tuple[str, ...]:
        """The folded words from `first` up to `last`."""
        return tuple(word.folded for word in self.words[first:last])
