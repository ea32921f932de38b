"""A text as folded words and marks, searched as one string, with the way back to offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from sijill.readers.grounding.letters import (
    CONJUNCTIONS,
    PREPOSITIONS,
    TOKEN,
    folded,
    is_arabic,
)

_CLITICS = frozenset(CONJUNCTIONS + PREPOSITIONS)
_EDGE = frozenset(".,;:…-([{﴾•·*")


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens in order: how each compares (`words`), where it starts and ends in the text.

    `cuts` gives, for a word that was written apart from its clitic (و الصين), how long that clitic is and
    where the word itself starts.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    cuts: dict[int, tuple[int, int]] = field(default_factory=dict)


class Haystack:
    """Words in one string, to be searched for a run of words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._joined = f" {' '.join(words)} "
        self._positions = list(accumulate((len(word) + 1 for word in words), initial=1))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where the run stands: the index of its first word, and how many letters of that are not in it.

        Places do not overlap, so that the time taken is linear in the text.
        """
        needle = " ".join(words) + " "
        at = self._joined.find(needle)
        while at >= 0:
            index = bisect_right(self._positions, at) - 1
            yield index, at - self._positions[index]
            at = self._joined.find(needle, at + len(needle))


def core(words: Sequence[str]) -> tuple[int, int]:
    """The range of a quote's words without the marks at its edges, which no source need have."""
    first, last = 0, len(words)
    while last and words[last - 1] in _EDGE:
        last -= 1
    while first < last and words[first] in _EDGE:
        first += 1
    return first, last


def read_words(text: str) -> list[str]:
    """The folded tokens of a text, a clitic written apart joined to its word."""
    words = [word for word in map(folded, TOKEN.findall(text)) if word]
    return words if _CLITICS.isdisjoint(words) else read_stream(text).words


def read_stream(text: str) -> Stream:
    """The folded tokens of a text with their places."""
    stream = Stream()
    words, starts, ends = stream.words, stream.starts, stream.ends
    for match in TOKEN.finditer(text):
        word = folded(match.group())
        if not word:
            continue
        start, end = match.span()
        if words and words[-1] in _CLITICS and is_arabic(word[0]):
            stream.cuts[len(words) - 1] = (len(words[-1]), start)
            words[-1] += word
            ends[-1] = end
        else:
            words.append(word)
            starts.append(start)
            ends.append(end)
    return stream
