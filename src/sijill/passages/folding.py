"""Folding: the differences of spelling that never change what a word is.

What is folded, and nothing else: Unicode compatibility forms (NFKC), Arabic vowel marks and tatweel, the
seats of alef and hamza (أ إ آ ٱ ؤ ئ; a hamza on the line stays), alef maqsura and Persian ya to ya, Persian
kaf to kaf, ta marbuta to ha, Eastern digits to Western, invisible and bidi controls, ё to е, letter case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache


def _unaccented() -> Iterator[tuple[str, str]]:
    """Latin letters with accents, and the letters without."""
    for code in range(0xC0, 0x250):
        yield chr(code), unicodedata.normalize("NFD", chr(code))[0]


_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ؤ": "و",
        "ئ": "ي",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ە": "ه",
        "ё": "е",
        "ـ": None,
        **{letter: plain for letter, plain in _unaccented() if plain.isascii()},
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    }
)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word as matching sees it; may be shorter or longer than the word, and empty."""
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_LETTERS)
    if plain.isalnum() or plain.isascii():
        return plain
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))
