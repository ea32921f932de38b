"""Two differences that folding single letters cannot allow: hamza seats, and words parted at a line's end.

مسؤول and مسئول are one word, though مسوول (its hamza left out) and مسيول are two; "coop-" and "eration" on
two lines are "cooperation", and may be "coop-eration". So places are found by a key that is far too wide,
and each is then checked word by word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sijill.readers.grounding.letters import CONJUNCTIONS, bare, folded, is_arabic
from sijill.readers.grounding.stream import Haystack, Stream, core, read_stream

# Not أ: سأل "asked" and سئل "was asked" are two words.
_HAMZA = frozenset("ؤئء")
_SEATS = str.maketrans(dict.fromkeys("ءوي", "ا"))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, or words that hyphens join, as written.

    `firm` are the places, in letters, of hyphens inside a line, `broken` those before white space.
    """

    written: str
    firm: frozenset[int]
    broken: frozenset[int]


class LooseText:
    """A text cut into units, each found by its wide key."""

    def __init__(self, text: str, stream: Stream) -> None:
        self._text = text
        self._stream = stream
        self._bounds = list(_bounds(stream))
        self.keys = [
            "".join(stream.words[first:stop:2]).translate(_SEATS) for first, stop in pairwise(self._bounds)
        ]

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self.keys)

    def find(self, quote: str) -> Iterator[tuple[int, int, int]]:
        """Where the text says the quote: first token, letters of it that are not in the quote, token after.

        The quote has words.
        """
        stream = read_stream(quote)
        first, last = core(stream.words)
        quote = quote[stream.starts[first] : stream.ends[last - 1]]
        wanted = LooseText(quote, read_stream(quote))
        size = len(wanted.keys)
        for index, letters in self._haystack.find(wanted.keys):
            there = self._unit(index)
            if letters > 1 or (letters and there.written[0] not in CONJUNCTIONS):
                continue
            if _same(wanted._unit(0), there, letters) and all(
                _same(wanted._unit(k), self._unit(index + k)) for k in range(1, size)
            ):
                yield self._bounds[index], letters, self._bounds[index + size]

    def _unit(self, index: int) -> _Unit:
        first, stop = self._bounds[index], self._bounds[index + 1]
        starts, ends = self._stream.starts, self._stream.ends
        written, firm, broken = "", set[int](), set[int]()
        for token in range(first, stop, 2):
            if token > first:
                (firm if starts[token] == ends[token - 1] else broken).add(len(written))
            written += "".join(bare(self._text[starts[token] : ends[token]]).split())
        return _Unit(written, frozenset(firm), frozenset(broken))


def _bounds(stream: Stream) -> Iterator[int]:
    """The first token of each unit, and the number of all tokens."""
    words, ends, starts = stream.words, stream.ends, stream.starts
    joined = {
        index + 1
        for index, word in enumerate(words)
        if word == "-"
        and 0 < index < len(words) - 1
        and ends[index - 1] == starts[index]
        and all(one[0].isalpha() and not is_arabic(one[0]) for one in (words[index - 1], words[index + 1]))
    }
    for index in range(len(words)):
        if index not in joined and index + 1 not in joined:
            yield index
    yield len(words)


def _same(quote: _Unit, source: _Unit, letters: int = 0) -> bool:
    return (
        quote.firm <= source.firm | source.broken
        and source.firm <= quote.firm | quote.broken
        and _same_letters(quote.written, source.written[letters:])
    )


def _same_letters(one: str, other: str) -> bool:
    """Whether two words differ in the seats of their hamzas at most."""
    if folded(one) == folded(other):
        return True
    return len(one) == len(other) and all(
        a == b or (a in _HAMZA and b in _HAMZA) or folded(a) == folded(b)
        for a, b in zip(one, other, strict=True)
    )
