"""Mentions of a document, in order, to be asked for by place and kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from sijill.records import Mention, MentionKind


class Mentions(Sequence[Mention]):
    """An unchanging sequence of mentions sorted by where they start (of two, the longer first)."""

    __slots__ = ("_mentions", "_starts")

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._mentions = tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
        self._starts = [mention.start for mention in self._mentions]

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, index: int | slice) -> Mention | tuple[Mention, ...]:
        return self._mentions[index]

    def __len__(self) -> int:
        return len(self._mentions)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._mentions)

    def within(self, start: int, end: int, *kinds: MentionKind) -> list[Mention]:
        """The mentions that lie wholly in `[start, end)`, of the kinds asked for (of all, if of none)."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            mention
            for mention in self._mentions[first:last]
            if mention.end <= end and (not kinds or mention.kind in kinds)
        ]

    def before(self, at: int, *kinds: MentionKind) -> Iterator[Mention]:
        """The mentions of the kinds asked for that end before a place or at it, the nearest first."""
        for index in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[index]
            if mention.end <= at and (not kinds or mention.kind in kinds):
                yield mention
