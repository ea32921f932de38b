"""Where an Arabic word begins without its clitics: after و in وأكدت, nowhere inside وزير.

A leading و ف ب ك ل is a clitic when what follows it is a word and the whole is not one of its own. Both
are asked of the dictionary (simplemma), of the names in the catalogue and of the source itself;
`languages/ar/particles.toml` lists the small words that are often written with a conjunction although a
dictionary word looks the same (وقد, وفي).
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache

from simplemma import is_known, lemmatize

from sijill.catalogue.parties import parties
from sijill.catalogue.persons import persons
from sijill.catalogue.places import places
from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.readers.grounding.letters import CONJUNCTIONS, PREPOSITIONS, bare

_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ه", "ك", "ي")
_ENDINGS = ("وا", "ين", "ون", "ات", "ان", "ية", "ا", "ت", "ة")
_ALEFS = "اأإآ"
# A preposition's rest of fewer letters is too often the middle of a name (كيم, بوتن): then only the
# source itself counts as evidence.
_LEAST_REST = 4
_LEAST_NAME = 3


def word_starts(word: str, seen: Container[str] = ()) -> tuple[int, ...]:
    """How many letters may be cut from the front of `word` so that a whole word is left.

    `seen` are folded words known to be words, those of the source for example.
    """
    letters = bare(word)
    first, rest = letters[:1], letters[1:]
    if len(rest) < 2 or first not in CONJUNCTIONS + PREPOSITIONS:
        return ()
    if first in CONJUNCTIONS:
        inner = word_starts(rest, seen) if rest[0] in PREPOSITIONS else ()
        parted = _is_particle(rest) or _parts(letters, seen) or (inner and not _seems_own(letters))
        return (1, *(1 + cut for cut in inner)) if parted else ()
    if rest.startswith("ل") and first == "ل" and len(rest) > 2:
        return (1, 2) if _parts("لا" + rest, seen) else ()
    if len(rest) < _LEAST_REST:
        return (1,) if fold(rest) in seen and not _seems_own(letters) else ()
    return (1,) if _parts(letters, seen) else ()


def is_own(word: str) -> bool:
    """Whether the word as a whole is one of the dictionary or a name, its first letter part of it."""
    letters = bare(word)
    own = bool(letters) and _known(letters) and _keeps_first(letters) and not letters.startswith("وو")
    return own or fold(letters) in _names()


def _parts(letters: str, seen: Container[str]) -> bool:
    """Whether the first letter is a clitic: the surest evidence on either side decides."""
    rest = letters[1:]
    if is_own(letters):
        return False
    if fold(rest) in seen or _known(rest):
        return True
    return not _seems_own(letters) and (_in_dictionary(rest) or (letters.startswith("وال") and len(rest) > 5))


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for entry in entries("ar", "particles") for word in entry.words)


@cache
def _names() -> frozenset[str]:
    """Names of cities and states that are one word, the words of persons' names; folded, none short."""
    names = [name for place in places() for name in place.ar]
    names += [name for party in parties().values() for name in party.forms["ar"].names]
    words = [name for name in names if " " not in name]
    words += [word for person in persons() for name in person.ar for word in name.split()]
    return frozenset(fold(word) for word in words if len(word) > _LEAST_NAME)


def _is_particle(word: str) -> bool:
    return any(form in _particles() for form in (word, *_stems(word)))


@lru_cache(maxsize=100_000)
def _in_dictionary(word: str) -> bool:
    if word[0] == "س" and word[1:2] and word[1] in "ينتأ":
        return _in_dictionary(word[1:])
    return any(_known(form) for form in (word, *_stems(word)))


@lru_cache(maxsize=100_000)
def _seems_own(word: str) -> bool:
    """Whether the word with its first letter is a word of its own, that letter its root's."""
    return any(_known(form) and _keeps_first(form) for form in (word, *_stems(word)))


def _keeps_first(word: str) -> bool:
    return lemmatize(word, "ar")[:1] == word[0]


@lru_cache(maxsize=100_000)
def _known(word: str) -> bool:
    return any(is_known(form, "ar") for form in _alefs(word)) or (
        word.startswith("ال") and len(word) > 4 and any(is_known(form, "ar") for form in _alefs(word[2:]))
    )


def _alefs(word: str) -> tuple[str, ...]:
    return tuple(alef + word[1:] for alef in _ALEFS) if word[0] in _ALEFS else (word,)


def _stems(word: str) -> tuple[str, ...]:
    """The word without a pronoun or an ending, as it may stand in the dictionary."""
    stems = []
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) > 2:
            stems += [stem, stem[:-1] + "ة"] if stem.endswith("ت") else [stem]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            stems.append(stem)
    return tuple(stems)
