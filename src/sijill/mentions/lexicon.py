"""Many names at once: a trie over folded words, so that word borders and Arabic proclitics come for free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from sijill.passages.words import words as words_of
from sijill.records import Word

T = TypeVar("T")

# What is left of a word once a proclitic is taken off must be a word: three letters at the least.
_SHORTEST = 3
_HYPHENS = frozenset("-–")
_APOSTROPHES = frozenset("'’")
_UNPARTING = frozenset("#") | _HYPHENS | _APOSTROPHES


class Match(NamedTuple, Generic[T]):
    """One name found: its words `words[first:last]`, its place in the text, and what it stands for.

    `start` is where the name itself begins, after any proclitic.
    """

    first: int
    last: int
    start: int
    end: int
    value: T


class _Node(Generic[T]):
    __slots__ = ("after", "ends", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.ends = False
        self.value: T | None = None


class Lexicon(Generic[T]):
    """Names and what they stand for. Build it with `Lexicon.of`; it does not change afterwards."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._begins: dict[str, tuple[tuple[int, _Node[T]], ...]] = {}
        # Whatever a name may begin with, proclitics and all: most words of a text begin none.
        self._openings: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, T]]) -> Lexicon[T]:
        """A lexicon of (name, value) pairs; where a name comes twice, its first value stands."""
        return cls.of_words((tuple(word.folded for word in words_of(name)), value) for name, value in pairs)

    @classmethod
    def of_words(cls, pairs: Iterable[tuple[Sequence[str], T]]) -> Lexicon[T]:
        """The same of names already cut into folded words."""
        lexicon = cls()
        for name, value in pairs:
            node = lexicon._root
            for word in name:
                node = node.after.setdefault(word, _Node())
            if node is not lexicon._root and not node.ends:
                node.ends, node.value = True, value
        firsts = lexicon._root.after
        lexicon._openings = frozenset(form for first in firsts for form in with_proclitics(first))
        return lexicon

    def __contains__(self, name: str) -> bool:
        node: _Node[T] | None = self._root
        for word in words_of(name):
            node = node.after.get(word.folded) if node else None
        return bool(node and node.ends)

    def at(self, words: Sequence[Word], index: int) -> Match[T] | None:
        """The longest name that begins in `words[index]`, with or without a proclitic before it."""
        best: Match[T] | None = None
        folded = words[index].folded
        if folded not in self._openings:
            return None
        for offset, node in self._begins.get(folded) or self._begin(folded):
            found = self._longest(node, words, index, offset)
            if found is not None and (best is None or found.last > best.last):
                best = found
        return best

    def _begin(self, folded: str) -> tuple[tuple[int, _Node[T]], ...]:
        """The nodes that a word leads to, remembered."""
        after = self._root.after
        begins = tuple([(offset, after[form]) for offset, form in stems(folded) if form in after])
        self._begins[folded] = begins
        return begins

    def matches(self, words: Sequence[Word]) -> list[Match[T]]:
        """All names in the words, in order, none overlapping: the leftmost, and of these the longest."""
        found: list[Match[T]] = []
        openings, free = self._openings, 0
        for index in [index for index, word in enumerate(words) if word.folded in openings]:
            match = self.at(words, index) if index >= free else None
            if match is not None:
                found.append(match)
                free = match.last
        return found

    def _longest(self, node: _Node[T], words: Sequence[Word], index: int, offset: int) -> Match[T] | None:
        last, end = (index + 1, node) if node.ends else (0, node)
        follow = index + 1
        while follow < len(words):
            step = node.after.get(words[follow].folded)
            if step is None:
                break
            node, follow = step, follow + 1
            if node.ends:
                last, end = follow, node
        if not last:
            return None
        value: T = end.value  # type: ignore[assignment]  # a node that ends a name has its value
        return Match(index, last, place(words[index], offset), words[last - 1].end, value)


def plain(words: Sequence[Word]) -> list[Word]:
    """The words without the marks that part no name: a hash before one, a hyphen within one.

    A hyphen with a blank on one side only is taken for one within a name.
    """
    if not [word for word in words if word.folded in _UNPARTING]:
        return list(words)
    kept: list[Word] = []
    for index, word in enumerate(words):
        if word.folded == "#":
            continue
        if word.folded in _HYPHENS and kept and index + 1 < len(words):
            before, after = words[index - 1], words[index + 1]
            tight = before.end == word.start or word.end == after.start
            if tight and before.folded.isalpha() and after.folded.isalpha():
                continue
        if word.folded in _APOSTROPHES and kept and index + 1 < len(words) and _within(words, index):
            continue
        kept.append(word)
    return kept


def _within(words: Sequence[Word], index: int) -> bool:
    """Whether an apostrophe stands within a word, or after the s of a possessive."""
    before, word, after = words[index - 1 : index + 2]
    tight = before.end == word.start and before.folded.isalpha()
    return tight and after.folded.isalpha() and (word.end == after.start or before.folded.endswith("s"))


@lru_cache(maxsize=20_000)
def stems(folded: str) -> tuple[tuple[int, str], ...]:
    """The word itself and what is left of it without proclitics, each with the letters taken off.

    Arabic writes "and, so, by, for, like" (و ف ب ل ك) as one with the next word, the first two before
    the others, and contracts "for the" (ل + ال) to لل.
    """
    found = [(0, folded)]
    if folded[0] in "وف":
        found += _prepositions(folded, 1)
    found += _prepositions(folded, 0)[1:]
    return tuple(found)


def with_proclitics(folded: str) -> Iterator[str]:
    """All that a word may look like with proclitics before it: `stems` the other way round."""
    for lead in ("", "و", "ف"):
        for preposition in ("", "ب", "ك", "ل"):
            yield lead + preposition + folded
        if folded.startswith("ال"):
            yield lead + "ل" + folded[1:]
            yield lead + "ل" + folded[2:]


def _prepositions(folded: str, offset: int) -> list[tuple[int, str]]:
    rest = folded[offset:]
    if len(rest) < _SHORTEST:
        # "And" stands before words of two letters too (وفي, وخط).
        return [(offset, rest)] if offset == 0 or (folded[0] == "و" and len(rest) == _SHORTEST - 1) else []
    found = [(offset, rest)]
    if rest[0] in "بكل" and len(rest) > _SHORTEST:
        found.append((offset + 1, rest[1:]))
        if rest.startswith("لل"):
            found += [(offset + 1, "ال" + rest[2:]), (offset + 1, "ال" + rest[1:])]
    return found


def place(word: Word, offset: int) -> int:
    """Where the word begins in the text without its first `offset` letters.

    A word with vowel marks or joiners keeps its proclitic: its letters cannot be counted from here.
    """
    return word.start + offset if len(word.folded) == word.end - word.start else word.start
