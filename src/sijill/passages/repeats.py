"""Sentences that a copying fault has put into a text twice: the first is read, the others are not."""

from __future__ import annotations

# Shorter sentences come back on purpose ("He declined to comment.").
_FEWEST_WORDS = 8


class Seen:
    """The sentences of one text that have been read so far."""

    def __init__(self) -> None:
        self._sentences: set[tuple[str, ...]] = set()

    def repeats(self, said: tuple[str, ...]) -> bool:
        """Whether these words have stood here before as a sentence; they are remembered either way."""
        if len(said) < _FEWEST_WORDS:
            return False
        known = said in self._sentences
        self._sentences.add(said)
        return known
