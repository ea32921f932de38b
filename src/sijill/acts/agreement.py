"""Agreement: whether a verb can have somebody for its subject, by gender, where the language shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from sijill.catalogue.parties import parties
from sijill.languages.genders import Gender, genders
from sijill.languages.names import looks
from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Language, Mention, Word


def gender_of(mention: Mention, words: Sequence[Word], at: int, language: Language) -> Gender:
    """The gender of one mentioned whose name begins in `words[at]`; none where the words do not tell it."""
    word = words[at]
    folded = word.folded[max(0, mention.start - word.start) :]
    if mention.kind == "party":
        if mention.form == "nisba":
            return genders(language).of_adjective(folded)
        if mention.form == "capital":
            return "f"
        state = mention.form == "name" and parties()[mention.parties[0]].kind == "state"
        return _of_noun(language, folded) or ("f" if state else "")
    if mention.name is not None and mention.end - mention.start <= len(mention.name):
        return ""
    return _of_noun(language, folded) or "m"


def _of_noun(language: Language, folded: str) -> Gender:
    word = looks(language).without_article(folded) or folded
    return _listed(language).get(word) or genders(language).of_noun(word)


@cache
def _listed(language: Language) -> dict[str, Gender]:
    """The nouns of the list `genders`, folded, without their article."""
    bare = looks(language).without_article
    return {
        bare(fold(word)) or fold(word): cast(Gender, entry.text("gender"))
        for entry in entries(language, "genders")
        for word in entry.words
    }


def differ(one: Gender, other: Gender) -> bool:
    """Whether two genders are known and not the same."""
    return {one, other} == {"m", "f"}
