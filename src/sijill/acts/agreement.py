"""Agreement: whether a verb can have somebody for its subject, by gender, where the language shows it."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.catalogue.parties import parties
from sijill.languages.genders import Gender, genders
from sijill.records import Language, Mention, Word


def gender_of(mention: Mention, words: Sequence[Word], at: int, language: Language) -> Gender:
    """The gender of one mentioned whose name begins in `words[at]`; none where the words do not tell it."""
    known, word = genders(language), words[at]
    folded = word.folded[max(0, mention.start - word.start) :]
    if mention.kind == "party":
        if mention.form == "nisba":
            return known.of_adjective(folded)
        if mention.form == "capital":
            return "f"
        state = mention.form == "name" and parties()[mention.parties[0]].kind == "state"
        return known.of_noun(folded) or ("f" if state else "")
    if mention.name is not None and mention.end - mention.start <= len(mention.name):
        return ""
    return known.of_noun(folded) or "m"


def differ(one: Gender, other: Gender) -> bool:
    """Whether two genders are known and not the same."""
    return {one, other} == {"m", "f"}
