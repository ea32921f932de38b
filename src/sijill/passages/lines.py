"""Lines of a text as words, with lines that were broken only to fit a page put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sijill.passages.words import words
from sijill.records import Word

STOPS = frozenset(".!?؟۔。")
CLOSING = frozenset("\"'”’»)]}››")
BULLETS = frozenset("-–—•*·▪●◦‣■▶►")

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(r"\S")
# Page-broken text, in letters: lines of mail, of a PDF or of an old agency wire.
_NARROWEST, _WIDEST, _FEWEST = 40, 110, 5


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, headline or list item: its words, and those of them that are words or numbers."""

    start: int
    end: int
    words: tuple[Word, ...]
    spoken: tuple[str, ...]


def lines_of(text: str) -> list[Line]:
    """The lines of the text that are not blank, in order."""
    spans = [(found.start(), found.end()) for found in _LINE.finditer(text) if _BLANK.search(found.group())]
    return [_line(text, start, end) for start, end in _unwrapped(text, spans)]


def is_spoken(word: Word) -> bool:
    """Whether it is a word or number, not a mark of punctuation."""
    return word.folded[0].isalnum()


def said(found: Sequence[Word]) -> tuple[str, ...]:
    """The folded words and numbers among `found`, without the marks of punctuation."""
    return tuple([word.folded for word in found if word.folded[0].isalnum()])


def _line(text: str, start: int, end: int) -> Line:
    found = tuple(words(text, start, end))
    return Line(start, end, found, said(found))


def _unwrapped(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those joined that one paragraph was broken into, if this text is so broken."""
    runs_on = [_runs_on(text, before, after) for before, after in pairwise(spans)]
    if not _is_wrapped(spans, runs_on):
        return spans
    joined = [spans[0]]
    for span, goes_on in zip(spans[1:], runs_on, strict=True):
        if goes_on:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _runs_on(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    gap = text[before[1] : after[0]]
    last, first = text[before[0] : before[1]].rstrip()[-1:], text[after[0] : after[1]].lstrip()[:1]
    return (
        gap.count("\n") <= 1
        and before[1] - before[0] >= _NARROWEST
        and last not in STOPS
        and last not in CLOSING
        and last != ":"
        and first not in BULLETS
        and not first.isdigit()
    )


def _is_wrapped(spans: list[tuple[int, int]], runs_on: list[bool]) -> bool:
    """Whether most lines run on, and those that do are about as long as a page is wide."""
    lengths = [end - start for (start, end), goes_on in zip(spans, runs_on, strict=False) if goes_on]
    if len(lengths) < _FEWEST or len(lengths) < 0.5 * len(spans):
        return False
    return median(lengths) <= _WIDEST and max(lengths) <= 1.5 * median(lengths)
