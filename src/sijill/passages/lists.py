"""The lists of all packs that the cutting of a text needs, as sets of folded words."""

from __future__ import annotations

from functools import cache

from sijill.languages.pack import entries, languages
from sijill.passages.words import words


@cache
def packs() -> tuple[str, ...]:
    """The languages that have a pack and so can be read."""
    return languages()


@cache
def listed(table: str) -> frozenset[str]:
    """Every single word of a list, in all languages."""
    return frozenset(word for name in packs() for word in listed_in(name, table))


@cache
def listed_in(language: str, table: str) -> frozenset[str]:
    """Every single word of a list in one language; empty where it has no such list."""
    spellings = (spelling for entry in entries(language, table) for spelling in entry.words)
    return frozenset(word for spelling in spellings for word in spoken(spelling))


def spoken(phrase: str) -> tuple[str, ...]:
    """The folded words and numbers of a phrase, without its marks of punctuation."""
    return tuple(word.folded for word in words(phrase) if word.folded[0].isalnum())
