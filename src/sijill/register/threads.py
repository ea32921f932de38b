"""Threads: acts about one undertaking, proposed, decided, repeated and reported, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sijill.register.clusters import Cluster, Edge, clusters_by
from sijill.register.contents import Content
from sijill.register.matters import weighed
from sijill.register.undertakings import ALIKE, FLOOR, MATTERS, blocks_of, contradict, is_told, judged
from sijill.register.vectors import Vectors

# Of two threads that become one, at least this share of the pairs of acts must be alike.
SHARE = 0.5
# So alike are the words of a promise and of the same promise changed in one field.
TWINS = 0.75
# So many pairs of a block are compared at once.
_AT_ONCE = 2_000
# Likenesses of many at once are exact to so much.
_BLUR = 1e-4

# Whoever adds document after document judges most pairs again; so many are remembered.
_judged = lru_cache(2**19)(judged)

Places = NDArray[np.int64]


def threads(contents: Iterable[Content], matrix: Vectors, place: Mapping[str, int]) -> list[Cluster[Content]]:
    """Contents as threads, those of one act too; `matrix[place[key]]` is the vector of a content's words."""
    told = {content.key: content for content in contents if is_told(content)}
    return clusters_by(told, list(alike(told.values(), (), matrix, place)), contradict, SHARE)


def alike(
    news: Collection[Content], kept: Collection[Content], matrix: Vectors, place: Mapping[str, int]
) -> Iterator[Edge]:
    """The pairs among new contents, and of new with kept ones, that may be of one undertaking."""
    items = [*news, *kept]
    if not items:
        return
    fresh, words = len(items) - len(kept), matrix[[place[item.key] for item in items]]
    for ones, others in _near(items, fresh, words):
        # Summed in this way, a likeness is the same to the last digit in whatever company it is asked.
        likeness = (words[ones].astype(np.float64) * words[others]).sum(axis=1)
        for one, other, alike in zip(ones.tolist(), others.tolist(), likeness.tolist(), strict=True):
            first, second = sorted((items[one], items[other]), key=lambda item: item.key)
            if (join := _judged(first, second, alike)) is not None:
                yield Edge(first.key, second.key, join)


def likely(news: Vectors, kept: Vectors, least: float = FLOOR) -> list[int]:
    """Which of the kept vectors are near any of the new ones."""
    return [int(at) for at in np.flatnonzero((news @ kept.T >= least).any(axis=0))]


def _near(items: Sequence[Content], fresh: int, words: Vectors) -> Iterator[tuple[Places, Places]]:
    """Pairs of places that share a block and are about alike enough, each once; the first items are new."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for block in set(blocks_of(item)):
            blocks[block].append(number)
    about = weighed([item.matters for item in items])
    found = [np.zeros(0, dtype=np.int64)]
    for members in map(np.array, blocks.values()):
        ones = members[members < fresh]
        for first in range(0, len(ones), _AT_ONCE):
            part = ones[first : first + _AT_ONCE]
            # The new stand first: what is left of the diagonal was looked at from the other side.
            likeness, shared = words[part] @ words[members].T, about[part] @ about[members].T
            near = (likeness >= FLOOR - _BLUR) & ((likeness >= ALIKE - _BLUR) | (shared >= MATTERS - _BLUR))
            row, column = np.nonzero(np.triu(near, first + 1))
            found.append(part[row] * len(items) + members[column])
    pairs = np.unique(np.concatenate(found))
    for first in range(0, len(pairs), _AT_ONCE):
        one, other = np.divmod(pairs[first : first + _AT_ONCE], len(items))
        yield one, other
