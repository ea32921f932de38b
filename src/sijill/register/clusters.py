"""Which tellings are of one thing: pairs that speak for it are joined, contradictions keep groups apart.

The result is a function of the set of items: the same whatever order they come in. It is also a function
of each connected component alone, so that a register that takes in a document looks again only at the
components it touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, NamedTuple, Protocol, TypeVar

I = TypeVar("I", bound="Item")  # noqa: E741 (the item)
T = TypeVar("T", bound="Item", contravariant=True)


_DIGITS = 12


class Item(Protocol):
    """What can be joined: `key` is its place in the one order that all results keep."""

    @property
    def key(self) -> str:
        """Unlike that of every other item."""
        ...


class Join(NamedTuple):
    """What speaks for two items being one. A join that is not firm counts only where no other fits."""

    strength: float
    firm: bool
    reason: str


class Judge(Protocol[T]):
    """Judges pairs, each by the two items alone."""

    def blocks(self, item: T) -> Iterable[Hashable]:
        """Only items that share a block are looked at together."""
        ...

    def join(self, one: T, other: T) -> Join | None:
        """What speaks for the two being one; None where nothing does or where they contradict."""
        ...

    def apart(self, one: T, other: T) -> bool:
        """Whether the two contradict each other."""
        ...


class Edge(NamedTuple):
    """Two items by key, and why they may be one."""

    one: str
    other: str
    join: Join


@dataclass(frozen=True, slots=True)
class Cluster(Generic[I]):
    """Items that are one, in order of their keys, and the joins that brought them together."""

    items: tuple[I, ...]
    edges: tuple[Edge, ...]


def edges_of(items: Iterable[I], judge: Judge[I]) -> Iterator[Edge]:
    """All pairs of items that share a block and that something speaks for joining."""
    blocks: defaultdict[Hashable, list[I]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.key):
        seen: set[str] = set()
        for block in sorted(set(judge.blocks(item)), key=repr):
            for other in blocks[block]:
                if other.key not in seen:
                    seen.add(other.key)
                    if (join := judge.join(other, item)) is not None:
                        yield Edge(other.key, item.key, join)
            blocks[block].append(item)


def clusters(items: Iterable[I], judge: Judge[I]) -> list[Cluster[I]]:
    """All items in clusters, in order of their first items."""
    by_key = {item.key: item for item in items}
    return clusters_by(by_key, list(edges_of(by_key.values(), judge)), judge.apart)


def clusters_by(
    items: Mapping[str, I], edges: Sequence[Edge], apart: Callable[[I, I], bool], share: float = 0.0
) -> list[Cluster[I]]:
    """As `clusters`, where the edges are known already.

    Two groups become one only where at least this share of the pairs between them has an edge.
    """
    found: list[Cluster[I]] = []
    for keys, inside in components(items, edges):
        found += _Component([items[key] for key in keys], apart, share).resolved(inside)
    return sorted(found, key=lambda cluster: cluster.items[0].key)


def named(kind: str, key: str) -> str:
    """An id for a cluster, from the key of its first item: `thread-3f2a9b0c1d2e`."""
    return f"{kind}-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}"


def components(keys: Iterable[str], edges: Sequence[Edge]) -> list[tuple[list[str], list[Edge]]]:
    """What edges connect, each component with its keys in order and its edges."""
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = key = root[root[key]]
        return key

    for edge in edges:
        one, other = sorted((find(edge.one), find(edge.other)))
        root[other] = one
    members, inside = defaultdict[str, list[str]](list), defaultdict[str, list[Edge]](list)
    for key in sorted(root):
        members[find(key)].append(key)
    for edge in edges:
        inside[find(edge.one)].append(edge)
    return [(members[first], inside[first]) for first in sorted(members)]


class _Component(Generic[I]):
    """One component on its way to clusters: the strongest joins first, none across a contradiction."""

    def __init__(self, items: Sequence[I], apart: Callable[[I, I], bool], share: float) -> None:
        self._apart, self._share = apart, share
        self._items = {item.key: item for item in items}
        self._home = {item.key: item.key for item in items}
        self._members = {item.key: [item.key] for item in items}
        self._edges: defaultdict[str, list[Edge]] = defaultdict(list)
        self._linked: defaultdict[str, set[str]] = defaultdict(set)
        self._known: dict[tuple[str, str], bool] = {}

    def resolved(self, edges: Sequence[Edge]) -> Iterator[Cluster[I]]:
        """The clusters, of which these are all the edges."""
        for edge in edges:
            self._linked[edge.one].add(edge.other)
            self._linked[edge.other].add(edge.one)
        order = sorted(edges, key=lambda edge: (-edge.join.strength, edge.one, edge.other))
        for edge in order:
            one, other = self._home[edge.one], self._home[edge.other]
            if edge.join.firm and self._may_merge(one, other):
                self._merge(edge)
        weak = [edge for edge in order if not edge.join.firm]
        while (certain := self._certain(weak)) is not None:
            self._merge(certain)
        for home, keys in self._members.items():
            yield Cluster(tuple(self._items[key] for key in sorted(keys)), tuple(self._edges[home]))

    def _certain(self, weak: Sequence[Edge]) -> Edge | None:
        """The strongest weak join of two clusters neither of which could join others that contradict."""
        open_edges: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
        for edge in weak:
            one, other = self._home[edge.one], self._home[edge.other]
            if self._may_merge(one, other):
                open_edges[one].setdefault(other, edge)
                open_edges[other].setdefault(one, edge)
        sure = {home for home, partners in open_edges.items() if self._agree(list(partners))}
        for edge in weak:
            one, other = self._home[edge.one], self._home[edge.other]
            if other in open_edges[one] and {one, other} <= sure:
                return edge
        return None

    def _agree(self, homes: Sequence[str]) -> bool:
        return not any(self._contradict(a, b) for n, a in enumerate(homes) for b in homes[n + 1 :])

    def _merge(self, edge: Edge) -> None:
        one, other = sorted((self._home[edge.one], self._home[edge.other]))
        for key in self._members[other]:
            self._home[key] = one
        self._members[one] += self._members.pop(other)
        self._edges[one] += [*self._edges.pop(other, []), edge]

    def _contradict(self, one: str, other: str) -> bool:
        return any(self._pair(a, b) for a in self._members[one] for b in self._members[other])

    def _may_merge(self, one: str, other: str) -> bool:
        if one == other or self._contradict(one, other):
            return False
        ones, others = self._members[one], self._members[other]
        linked = sum(len(self._linked[key].intersection(others)) for key in ones) if self._share else 1
        return linked >= self._share * len(ones) * len(others)

    def _pair(self, one: str, other: str) -> bool:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self._apart(self._items[one], self._items[other])
        return self._known[pair]
