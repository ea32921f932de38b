"""What a written word is a form of: plurals, cases, persons, Arabic words with a pronoun at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from simplemma import is_known, lemmatize

from sijill.passages.folding import fold

_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ه")
# What a pronoun leaves must be a word, and one of two letters is too often the head of another.
_SHORTEST = 3
_TATWEEL = "ـ"
_FIRST_ARABIC, _FIRST_CYRILLIC = "\u0600", "\u0400"


def plain(word: str) -> str:
    """The word as a dictionary writes it: hamza and ta marbuta kept, vowel marks and tatweel not."""
    letters = unicodedata.normalize("NFKC", word).replace(_TATWEEL, "")
    if letters.isascii():
        return letters
    return "".join(letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf"))


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """What the plain word may be a form of, folded; the dictionary of its alphabet is asked."""
    if not word.isalpha():
        return frozenset()
    language = "ar" if word[0] >= _FIRST_ARABIC else "ru" if word[0] >= _FIRST_CYRILLIC else "en"
    if language != "ar" or is_known(word, language):
        return frozenset({fold(lemmatize(word, language))})
    # An unknown Arabic word may be any word with clitics: what the dictionary guesses is not asked.
    stems = set(_without_pronoun(word))
    known = {lemmatize(stem, "ar") for stem in stems if is_known(stem, "ar")}
    return frozenset(map(fold, stems | known))


def _without_pronoun(word: str) -> Iterator[str]:
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
            if stem.endswith("ت"):
                yield f"{stem[:-1]}ة"
