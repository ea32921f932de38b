"""Names across scripts: a Latin spelling for Arabic and Russian names, and likeness by consonants."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Language

# How the news spells Arabic letters; vowels that the script leaves out are put between consonants.
_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "", "ة": "a",
    "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ڭ": "g", "ژ": "zh",
}  # fmt: skip
# How families of other languages end.
_ENDINGS = (
    ("وفيتش", "ovich"), ("يتش", "ic"), ("وفا", "ova"), ("يفا", "eva"), ("وف", "ov"), ("ييف", "yev"),
    ("يف", "ev"), ("سكي", "sky"), ("بورغ", "burg"), ("بيرغ", "berg"), ("برغ", "berg"),
    ("شتاين", "stein"), ("ستاين", "stein"),
    ("سون", "son"), ("مان", "man"), ("نكو", "nko"), ("شفيلي", "shvili"), ("اوغلو", "oglu"), ("يان", "yan"),
)  # fmt: skip
_VOWELS = frozenset("aeiou")
# One sound, many spellings: what the skeleton does not tell apart.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "j"),
    ("ph", "f"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("v", "f"),
    ("w", ""), ("y", ""), ("p", "b"), ("z", "s"), ("j", "g"), ("h", ""),
)  # fmt: skip
# Below this length one consonant more or less is another name.
_FEW = 7
_NOT_LETTERS = re.compile(r"[^a-z ]")
_DOUBLES = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(name: str) -> str:
    """The consonants of a name in any script, word by word, without what spellings disagree on."""
    plain = _NOT_LETTERS.sub("", anyascii(name).lower().replace("-", " "))
    for sound, kept in _SOUNDS:
        plain = plain.replace(sound, kept)
    bare = "".join(letter for letter in plain if letter not in _VOWELS)
    return _DOUBLES.sub(r"\1", " ".join(word for word in bare.split(" ") if word and word != "l"))


def alike(one: str, other: str) -> float:
    """How alike two names are by their consonants, 0 to 100; 83 and more is one name (measured).

    Names of few consonants must have the same ones.
    """
    first, second = skeleton(one), skeleton(other)
    if min(len(first), len(second)) < _FEW:
        return 100.0 if first == second else 0.0
    return ratio(first, second)


def latin_of(name: str, language: Language) -> str:
    """A readable Latin spelling of a name nobody listed; an English name stays as it is."""
    if language == "en":
        return name
    if language == "ru":
        return anyascii(name)
    parts = [part for word in name.replace("-", " ").split() if (part := _arabic(word))]
    return " ".join(parts).replace(" Abd al-", " Abd al-").replace("Abd Allah", "Abdullah")


@cache
def _known(language: Language) -> dict[str, str]:
    lists = ("given-names", "name-parts")
    return {
        fold(word): entry.text("latin")
        for table in lists
        for entry in entries(language, table)
        for word in entry.words
    }


def _arabic(word: str) -> str:
    folded = fold(word)
    known = _known("ar").get(folded)
    if known is not None:
        return known
    if folded.startswith("ال") and len(folded) > 4:
        rest = _known("ar").get(folded[2:]) or _spelt(folded[2:])
        return "al-" + rest
    for ending, latin in _ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending) + 1:
            return _spelt(folded[: -len(ending)]) + latin
    return _spelt(folded)


def _spelt(folded: str) -> str:
    """Letter by letter: w and y between consonants are vowels, a vowel parts two bare consonants."""
    out = ""
    last = len(folded) - 1
    for index, letter in enumerate(folded):
        spelt = _LETTERS.get(letter, anyascii(letter).lower())
        before = out[-1:]
        if letter in "وي" and index > 0 and before not in _VOWELS:
            spelt = "u" if letter == "و" else "i"
            if index < last and folded[index + 1] == "ا":
                spelt = "w" if letter == "و" else "y"
        elif letter == "ه" and index == last:
            spelt = "a"
        elif letter == "ا" and before == "a":
            spelt = ""
        elif index > 0 and spelt[:1] not in _VOWELS and before not in _VOWELS and spelt and index < last:
            spelt = "a" + spelt if index == 1 or len(out) < 3 else spelt
        out += spelt
    return out[:1].upper() + out[1:]
