"""The words by which a row is found: folded, with and without Arabic proclitics and article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sijill.mentions.lexicon import stems
from sijill.passages.words import words

_ARTICLE = "ال"
# What an article leaves must be a word.
_SHORTEST = 2


def kept(text: str) -> str:
    """All forms under which the words of `text` may be asked for, parted by spaces."""
    return " ".join(form for word in _plain(text) for form in _forms(word))


def asked(text: str) -> list[tuple[str, ...]]:
    """For each word of a question, the forms of which one must stand in the text."""
    return [_meant(word) for word in _plain(text)]


def _plain(text: str) -> Iterator[str]:
    return (word.folded for word in words(text) if word.folded[0].isalnum())


@lru_cache(maxsize=100_000)
def _forms(folded: str) -> tuple[str, ...]:
    found = {form for _, form in stems(folded)}
    return tuple(sorted(found | {_bare(form) for form in found}))


@lru_cache(maxsize=10_000)
def _meant(folded: str) -> tuple[str, ...]:
    # A proclitic is taken off a word that is asked for only where an article after it shows that it is one.
    found = {_bare(form) for _, form in stems(folded) if form.startswith(_ARTICLE)}
    return tuple(sorted(found | {folded}))


def _bare(folded: str) -> str:
    longer = folded.startswith(_ARTICLE) and len(folded) >= len(_ARTICLE) + _SHORTEST
    return folded[len(_ARTICLE) :] if longer else folded
