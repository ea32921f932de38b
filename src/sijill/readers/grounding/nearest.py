"""The true passage nearest to a false quote, with the words that differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein, Opcode

from sijill.readers.grounding.letters import CONJUNCTIONS
from sijill.readers.grounding.records import Difference, Nearest
from sijill.readers.grounding.stream import Stream, read_stream
from sijill.records import Span

# A word that stands in more places than this says little about where a passage is.
_COMMON = 200
# So many words of a long quote are asked for their places.
_ASKED = 2_000
# Spelling mistakes of a quote's longest word are forgiven up to this likeness, to find its place.
_SIMILAR = 70.0


class Passages:
    """The words of a source by their places."""

    def __init__(self, text: str, stream: Stream) -> None:
        self._text = text
        self._stream = stream

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = {}
        for index, word in enumerate(self._stream.words):
            where.setdefault(word, []).append(index)
        return where

    def nearest(self, quote: str) -> Nearest | None:
        """The passage that shares most words with the quote in their order; None where it shares none."""
        wanted = read_stream(quote)
        size = len(wanted.words)
        if not size or not self._stream.words:
            return None
        wanted.words[0] = self._with_conjunction(wanted.words[0])
        shift = self._shift(wanted.words)
        if shift is None:
            return None
        slack = max(4, size // 3)
        low, high = max(0, shift - slack), min(len(self._stream.words), shift + size + slack)
        first, stop = _matched(wanted.words, self._stream.words[low:high])
        if first == stop:
            first, stop = max(0, shift) - low, min(shift + size, high) - low
        while stop - first > 1 and self._mark_alone(low + first, wanted.words[0]):
            first += 1
        while stop - first > 1 and self._mark_alone(low + stop - 1, wanted.words[-1]):
            stop -= 1
        return self._compared(quote, wanted, low + first, low + stop)

    def compare(self, quote: str, span: Span) -> Nearest:
        """The passage at `span`, compared with the quote."""
        starts, ends = self._stream.starts, self._stream.ends
        first, stop = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return self._compared(quote, read_stream(quote), first, stop)

    def _mark_alone(self, index: int, opposite: str) -> bool:
        """Whether a mark stands at an edge of the passage where the quote has a word."""
        return not self._stream.words[index][0].isalnum() and opposite[0].isalnum()

    def _with_conjunction(self, word: str) -> str:
        """A quote's first word as the source has it: with its conjunction, where it stands there only so."""
        forms = (word, *(conjunction + word for conjunction in CONJUNCTIONS))
        return next((form for form in forms if form in self._where), word)

    def _shift(self, words: Sequence[str]) -> int | None:
        """How far into the source the quote's first word would stand, as most of its rarer words say."""
        votes: Counter[int] = Counter()
        weights: dict[int, float] = {}
        width = max(4, len(words) // 3)
        for index in range(0, len(words), 1 + len(words) // _ASKED):
            word = words[index]
            places = self._where.get(word, ())
            if len(places) <= _COMMON and word[0].isalnum():
                for place in places:
                    votes[place - index] += 1
                    weights[place - index] = weights.get(place - index, 0.0) + 1 / len(places)
        if not votes:
            return self._misspelt(words)
        boxes: dict[int, float] = {}
        for shift, weight in weights.items():
            for box in (shift // width, shift // width + 1):
                boxes[box] = boxes.get(box, 0.0) + weight
        best = max(boxes, key=lambda box: boxes[box])
        inside = [shift for shift in weights if shift // width in (best - 1, best)]
        return max(inside, key=lambda shift: (weights[shift], votes[shift]))

    def _misspelt(self, words: Sequence[str]) -> int | None:
        longest = max(range(len(words)), key=lambda index: len(words[index]))
        found = process.extractOne(
            words[longest], list(self._where), scorer=fuzz.ratio, score_cutoff=_SIMILAR
        )
        return None if found is None else self._where[found[0]][0] - longest

    def _compared(self, quote: str, wanted: Stream, first: int, stop: int) -> Nearest:
        words = self._stream.words[first:stop]
        edits = Levenshtein.opcodes(wanted.words, words)
        same = sum(edit.src_end - edit.src_start for edit in edits if edit.tag == "equal")
        differences = []
        for edit in edits:
            if edit.tag != "equal":
                written = _slice(quote, wanted, edit.src_start, edit.src_end)[0]
                differences.append(
                    Difference(
                        written,
                        *_slice(self._text, self._stream, first + edit.dest_start, first + edit.dest_end),
                    )
                )
        start, end = self._stream.starts[first], self._stream.ends[stop - 1]
        likeness = same / max(len(wanted.words), len(words))
        return Nearest(start, end, self._text[start:end], likeness, tuple(differences))


def _slice(text: str, stream: Stream, first: int, stop: int) -> tuple[str, int, int]:
    """The text of some tokens and its place; of no tokens, the place after the one before."""
    if first < stop:
        start, end = stream.starts[first], stream.ends[stop - 1]
        return text[start:end], start, end
    at = stream.ends[first - 1] if first else 0
    return "", at, at


def _matched(words: Sequence[str], window: Sequence[str]) -> tuple[int, int]:
    """The part of the window over which the words are spread, words shared by chance at its ends left out."""
    runs = [edit for edit in LCSseq.opcodes(words, window) if edit.tag == "equal"]
    while len(runs) > 1 and _strays(
        runs[0], runs[1].dest_start - runs[0].dest_end, runs[1].src_start - runs[0].src_end
    ):
        del runs[0]
    while len(runs) > 1 and _strays(
        runs[-1], runs[-1].dest_start - runs[-2].dest_end, runs[-1].src_start - runs[-2].src_end
    ):
        del runs[-1]
    if not runs:
        return 0, 0
    first = runs[0].dest_start - runs[0].src_start
    stop = runs[-1].dest_end + len(words) - runs[-1].src_end
    return max(0, first), min(len(window), stop)


def _strays(run: Opcode, gap: int, wanted: int) -> bool:
    return gap - wanted > 2 * (run.src_end - run.src_start) + 2
