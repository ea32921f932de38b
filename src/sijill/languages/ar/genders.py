"""Gender in Arabic: a verb before its subject agrees with it, in gender though not in number."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.languages.genders import Gender
from sijill.languages.inflection import Sense

# Pronouns joined to a verb as its object, the longest first.
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك")
_FEMININE = ("ه", "ات")
_PLURALS = ("ين", "ون", "ان")


def of_verb(folded: str, senses: Sequence[Sense]) -> Gender:
    """The gender that a verb or participle shows; none for the first person, and where it may be a noun."""
    found = {_of_sense(folded, sense) for sense in senses}
    return found.pop() if len(found) == 1 else ""


def _of_sense(folded: str, sense: Sense) -> Gender:
    shape = sense.shape
    word = folded[shape.clitic :]
    if shape.person == 1:
        return ""
    if shape.tense == "past":
        return _of_past(word, sense)
    if shape.tense in ("present", "future"):
        return _of_present(word[1:] if shape.tense == "future" else word)
    return _of_participle(word) if shape.tense == "participle" else ""


def _of_past(word: str, sense: Sense) -> Gender:
    if sense.shape.joined:
        word = next((word.removesuffix(one) for one in _PRONOUNS if word.endswith(one)), word)
    ending = "تت" if any(past.endswith("ت") for past in sense.entry.words) else "ت"
    return "f" if word.endswith(ending) else "m"


def _of_present(word: str) -> Gender:
    if word.startswith("ت"):
        return "f"
    return "m" if word.startswith("ي") else ""


def _of_participle(word: str) -> Gender:
    if word.endswith(_PLURALS):
        return ""
    return "f" if word.endswith(_FEMININE) else "m"


def of_noun(folded: str) -> Gender:
    """The gender of a noun by its ending; most that are masculine tell nothing."""
    return "f" if folded.endswith(_FEMININE) else ""


def of_adjective(folded: str) -> Gender:
    """The gender of what an adjective stands with."""
    if folded.endswith(_PLURALS):
        return ""
    return "f" if folded.endswith(_FEMININE) else "m"
