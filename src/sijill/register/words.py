"""The words by which a row is found: folded, as lemmas, with and without Arabic clitics and article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sijill.mentions.lexicon import stems
from sijill.passages.folding import fold
from sijill.passages.words import words
from sijill.register.lemmas import lemmas, plain

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
    return (plain(text[word.start : word.end]) for word in words(text) if word.folded[0].isalnum())


def forms(word: str) -> frozenset[str]:
    """All forms under which one written word may be asked for."""
    return frozenset(_forms(plain(word)))


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    """A word as anyone may ask for it: every letter that may be a clitic is taken off."""
    found: set[str] = set()
    for offset, form in stems(fold(word)):
        # What is left, spelled as in the text; of "for the" (لل) the article is written again.
        spelled = _ARTICLE + word[offset:].removeprefix("ل") if form.startswith(_ARTICLE) else word[offset:]
        found |= {form, _bare(form)} | lemmas(_bare(spelled))
    return tuple(sorted(found))


@lru_cache(maxsize=10_000)
def _meant(word: str) -> tuple[str, ...]:
    """A word of a question: a clitic is taken off only where an article after it shows that it is one."""
    folded = fold(word)
    found = {_bare(form) for _, form in stems(folded) if _bare(form) != form}
    spelled = {_bare(word)} if folded.startswith(_ARTICLE) or not found else found
    return tuple(sorted(found.union({folded}, *map(lemmas, spelled))))


def _bare(word: str) -> str:
    longer = word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST
    return word[len(_ARTICLE) :] if longer else word
