"""Positions on a topic side by side over time, who says what first, and wording that travels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sijill.passages.words import words
from sijill.records import Act, Document
from sijill.register.linked import Thread
from sijill.register.rows import Found

Side = Literal["format", "party"]

# So many words in a row that two texts share are no accident.
_PHRASE = 8
_MOST_WORDS = 200_000


@dataclass(frozen=True, slots=True)
class Position:
    """What one side said on a topic: a row, the day it was said, and the year under which it is shown."""

    side: str
    day: date | None
    found: Found


@dataclass(frozen=True, slots=True)
class Shared:
    """A phrase that stands in several texts; its first use comes first."""

    phrase: str
    uses: tuple[tuple[Document, int, int], ...]


def positions(rows: Iterable[Found], by: Side, formats: Mapping[str, str | None]) -> list[Position]:
    """The acts by side, each side's in order of time; `formats` are those of meetings by row id."""
    found: list[Position] = []
    for one in rows:
        if not isinstance(one.row, Act):
            continue
        day = one.first_day or one.document.published
        own = {formats.get(one.meeting or "")} if by == "format" else set(one.row.actors)
        found += [Position(side, day, one) for side in sorted(filter(None, own))]
    return sorted(found, key=lambda said: (said.side, said.day or date.max, said.found.id))


def first_said(threads: Iterable[Thread], topic: str) -> list[tuple[Thread, Found]]:
    """For each undertaking on a topic that more than one side took up, the act that came first."""
    found = []
    for thread in threads:
        steps = [step for step in thread.steps if topic in step.content.topics]
        if len({frozenset(step.content.actors) for step in steps}) > 1:
            found.append((thread, steps[0].found))
    return found


def travelling(documents: Sequence[Document]) -> list[Shared]:
    """Phrases of eight words and more that stand in several texts, the longest there are, by first use."""
    order = sorted(documents, key=lambda document: (document.published or date.max, document.source))
    texts = [list(_plain(document)) for document in order]
    places: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        folded = [word for word, _, _ in text]
        for at in range(len(folded) - _PHRASE + 1):
            places[tuple(folded[at : at + _PHRASE])].append((number, at))
    found: list[Shared] = []
    taken: set[tuple[int, int]] = set()
    for spots in sorted((spots for spots in places.values()), key=lambda spots: spots[0]):
        uses = list({number: (number, at) for number, at in reversed(spots)}.values())[::-1]
        if len(uses) < 2 or spots[0] in taken:
            continue
        length = _longest(texts, uses)
        for number, at in uses:
            taken |= {(number, at + step) for step in range(length - _PHRASE + 1)}
        spans = tuple(_span(order[number], texts[number], at, length) for number, at in uses)
        document, start, end = spans[0]
        found.append(Shared(document.text[start:end], spans))
    return found


def _longest(texts: Sequence[Sequence[tuple[str, int, int]]], uses: Sequence[tuple[int, int]]) -> int:
    """How many words all uses share from where they begin."""
    length = _PHRASE
    while True:
        next_words = {
            texts[number][at + length][0] if at + length < len(texts[number]) else None for number, at in uses
        }
        if len(next_words) > 1 or None in next_words:
            return length
        length += 1


def _span(
    document: Document, text: Sequence[tuple[str, int, int]], at: int, length: int
) -> tuple[Document, int, int]:
    return document, text[at][1], text[at + length - 1][2]


def _plain(document: Document) -> Iterable[tuple[str, int, int]]:
    """The words of a text without punctuation, with their places."""
    count = 0
    for word in words(document.text):
        if word.folded[0].isalnum():
            yield word.folded, word.start, word.end
            count += 1
        if count >= _MOST_WORDS:
            return
