"""What an act is about, by the same names in three languages: a railway, a treaty, a next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from sijill.languages.pack import entries, languages
from sijill.mentions.lexicon import stems
from sijill.passages.folding import fold
from sijill.records import Language, Word

_ARTICLES = ("ال", "ل")
# So short a beginning is the beginning of too many words: what follows it is an ending at most.
_SHORT, _ENDING = 3, 2
# After a word of the list: it is the whole word.
_WHOLE = "."


def matters(words: Iterable[Word], language: Language) -> frozenset[str]:
    """The matters that the words name."""
    return frozenset(matter for word in words for matter in _matters(word.folded, language))


def weight(shared: AbstractSet[str]) -> int:
    """How much it says that two acts share these matters: one that few acts speak of says most."""
    weights = _weights()
    return sum(weights[matter] for matter in shared)


def weighed(sets: Sequence[AbstractSet[str]]) -> NDArray[np.float32]:
    """A row for each set; the product of two rows is the weight of the matters that both have."""
    columns = {matter: number for number, matter in enumerate(_weights())}
    roots = np.sqrt(np.array(list(_weights().values()), dtype=np.float32))
    rows = np.zeros((len(sets), len(columns)), dtype=np.float32)
    for row, each in enumerate(sets):
        inside = [columns[matter] for matter in each]
        rows[row, inside] = roots[inside]
    return rows


@lru_cache(maxsize=50_000)
def _matters(folded: str, language: Language) -> frozenset[str]:
    beginnings = _beginnings(language)
    found: set[str] = set()
    for form in _forms(folded, language):
        found.update(beginnings.get(form + _WHOLE, ()))
        for end in range(2, len(form) + 1):
            if end > _SHORT or len(form) - end <= _ENDING:
                found.update(beginnings.get(form[:end], ()))
    return frozenset(found)


def _forms(folded: str, language: Language) -> Iterable[str]:
    if language != "ar":
        return (folded,)
    forms = [form for _, form in stems(folded)]
    return {*forms, *(form.removeprefix(article) for form in forms for article in _ARTICLES)}


@cache
def _beginnings(language: Language) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries(language, "matters"):
        for word in map(fold, entry.words):
            found[word] = (*found.get(word, ()), entry.text("matter"))
    return found


@cache
def _weights() -> Mapping[str, int]:
    every = (entry for language in languages() for entry in entries(cast(Language, language), "matters"))
    return {entry.text("matter"): entry.number("weight") for entry in every}
