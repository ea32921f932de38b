"""English inflection: from the past and the base of a verb to its written forms, folded.

Only the first word of a phrase is inflected ("paid tribute", "pays tribute"); a noun has its plural.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sijill.languages.inflection import Fold, Shape
from sijill.languages.pack import Entry

# In English the subject stands before its verb.
SUBJECT_FIRST = True
NAMES_IN_CAPITALS = True
_HISSING = ("s", "sh", "ch", "x", "z", "o")
_VOWELS = "aeiou"


def inflect(entry: Entry, fold: Fold) -> Iterator[tuple[str, Shape]]:
    """All folded forms of an entry: of its verb, its nouns and -ing form, or of a bare word or noun."""
    if entry.text("present"):
        for word in entry.words:
            yield fold(word), Shape("past")
        yield from _present(entry.text("present"), entry.text("participle"), fold)
        for noun in entry.texts("nouns"):
            yield from _noun(noun, fold)
        for noun in entry.texts("plurals"):
            yield fold(noun), Shape("noun")
    elif entry.text("part") == "noun":
        for word in entry.words:
            yield from _noun(word, fold)
    else:
        for word in entry.words:
            yield fold(word), Shape("word")


def future(folded: str) -> tuple[int, int]:  # noqa: ARG001
    """English has no future written as one word."""
    return 0, 0


def bound(folded: str) -> bool:  # noqa: ARG001
    """English writes no preposition as one with its noun."""
    return False


def finite(folded: str) -> bool:  # noqa: ARG001
    """A word alone does not look like a verb in English."""
    return False


def number(folded: str, known: Callable[[str], bool]) -> str:  # noqa: ARG001
    """English verbs do not say how many act."""
    return "one"


def we(folded: str) -> bool:  # noqa: ARG001
    """English verbs of the first person look like others."""
    return False


def root(folded: str) -> str:
    """What a name and the adjective made of it share: the word without its ending."""
    for ending in ("ian", "ese", "an", "i", "a", "s"):
        if folded.endswith(ending) and len(folded) > len(ending) + 3:
            return folded[: -len(ending)]
    return folded


def _present(present: str, participle: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    verb, _, rest = present.partition(" ")
    rest = f" {rest}" if rest else ""
    yield fold(present), Shape("present", 1)
    yield fold(_ending_in_s(verb) + rest), Shape("present")
    yield fold(participle or _going(verb) + rest), Shape("participle")


def _noun(noun: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    *before, last = noun.split(" ")
    yield fold(noun), Shape("noun")
    yield fold(" ".join((*before, _ending_in_s(last)))), Shape("noun")


def _ending_in_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")


def _going(verb: str) -> str:
    silent = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    return (verb[:-1] if silent else verb) + "ing"
