"""Threads: acts about one undertaking, proposed, decided, repeated and reported, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from sijill.register.clusters import Cluster, Edge, clusters_by
from sijill.register.contents import Content
from sijill.register.undertakings import FLOOR, blocks_of, contradict, is_told, judged
from sijill.register.vectors import Vectors

# Of two threads that become one, at least this share of the pairs of acts must be alike.
SHARE = 0.5
# So alike are the words of a promise and of the same promise changed in one field.
TWINS = 0.75
# So many pairs of a block are compared at once.
_AT_ONCE = 2_000


def threads(contents: Iterable[Content], matrix: Vectors, place: Mapping[str, int]) -> list[Cluster[Content]]:
    """Contents as threads, those of one act too; `matrix[place[key]]` is the vector of a content's words."""
    told = {content.key: content for content in contents if is_told(content)}
    return clusters_by(told, list(alike(told.values(), (), matrix, place)), contradict, SHARE)


def alike(
    news: Iterable[Content], kept: Iterable[Content], matrix: Vectors, place: Mapping[str, int]
) -> Iterator[Edge]:
    """The pairs among new contents, and of new with kept ones, that may be of one undertaking."""
    blocks: defaultdict[tuple[str, str], tuple[list[Content], list[Content]]] = defaultdict(lambda: ([], []))
    for which, contents in enumerate((news, kept)):
        for content in contents:
            for block in blocks_of(content):
                blocks[block][which].append(content)
    seen: set[tuple[str, str]] = set()
    for block in sorted(blocks):
        fresh, old = (sorted(side, key=lambda content: content.key) for side in blocks[block])
        for one, other, likeness in _near(fresh, [*fresh, *old], matrix, place):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair in seen or one.key == other.key:
                continue
            seen.add(pair)
            first, second = (one, other) if one.key < other.key else (other, one)
            if (join := judged(first, second, likeness)) is not None:
                yield Edge(first.key, second.key, join)


def likely(news: Vectors, kept: Vectors, least: float = FLOOR) -> list[int]:
    """Which of the kept vectors are near any of the new ones."""
    return [int(at) for at in np.flatnonzero((news @ kept.T >= least).any(axis=0))]


def _near(
    ones: Sequence[Content], others: Sequence[Content], matrix: Vectors, place: Mapping[str, int]
) -> Iterator[tuple[Content, Content, float]]:
    right = matrix[[place[content.key] for content in others]].T
    for first in range(0, len(ones), _AT_ONCE):
        part = ones[first : first + _AT_ONCE]
        likeness = matrix[[place[content.key] for content in part]] @ right
        for row, column in np.argwhere(likeness >= FLOOR):
            yield part[row], others[column], float(likeness[row, column])
