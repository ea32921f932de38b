"""Speech: where in a text a quotation is open, so that who spoke goes on speaking."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sijill.records import Passage

_QUOTES = {"“": 1, "«": 1, "”": -1, "»": -1}


class Speech:
    """Where in the text a quotation is open."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._edges: list[int] = []
        paragraph, is_open = -1, False
        for passage in passages:
            if passage.paragraph != paragraph:
                paragraph = passage.paragraph
                if is_open:
                    self._edges.append(passage.start)
                is_open = False
            for word in passage.words:
                turn = (-1 if is_open else 1) if word.folded == '"' else _QUOTES.get(word.folded, 0)
                if turn and (turn > 0) != is_open:
                    self._edges.append(word.end)
                    is_open = not is_open

    def open_at(self, at: int) -> bool:
        """Whether a quotation that began before the place has not ended there."""
        return bisect_left(self._edges, at) % 2 == 1
