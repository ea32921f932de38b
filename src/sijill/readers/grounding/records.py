"""What comes of holding a quote against its source: a verdict with places, or the nearest true passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sijill.records import Span

Verdict = Literal["found", "altered", "absent", "ambiguous"]
Reason = Literal["", "words differ", "half a word", "crosses furniture", "no words"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quote (`written`) and what the source has instead; either may be empty.

    `start` and `end` are the place of `source` in the text, equal where the source has nothing there.
    """

    written: str
    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of the source that is most like a false quote; `likeness` from 0 to 1 in whole words."""

    start: int
    end: int
    text: str
    likeness: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """The verdict on one quote.

    found      `span` is its place: `text[start:end]` says what the quote says
    ambiguous  the source says it in `places` places (at most 1,000 are counted); `span` is the first
    altered    the source says something like it: `nearest` shows which words differ
    absent     the source says nothing like it; `nearest` is there when any words are shared
    """

    verdict: Verdict
    span: Span | None = None
    places: int = 0
    reason: Reason = ""
    nearest: Nearest | None = None
