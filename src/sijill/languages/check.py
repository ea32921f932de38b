"""Check the language packs as far as can be done without knowing the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sijill.errors import BrokenPack
from sijill.languages.inflection import Fold, forms
from sijill.languages.pack import Entry, entries, languages, tables
from sijill.records import Language


def faults(fold: Fold) -> Iterator[str]:
    """One sentence with file and line for each list that does not load and each example without its word.

    `fold` is what matching sees of a word (`passages/folding.py`).
    """
    for language in cast(tuple[Language, ...], languages()):
        for table in tables():
            try:
                listed = entries(language, table)
            except BrokenPack as broken:
                yield str(broken)
                continue
            for entry in listed:
                if not entry.example:
                    yield f"{entry.where}: has no example; write one in which {entry.words[0]} stands"
                elif not _exemplified(entry, language, fold):
                    yield f"{entry.where}: no form of {' / '.join(entry.words)} stands in its example"


def _exemplified(entry: Entry, language: Language, fold: Fold) -> bool:
    example = " ".join(fold(entry.example).split())
    if any(" ".join(fold(word).split()) in example for word in entry.words):
        return True
    try:
        inflect = forms(language).inflect
    except ModuleNotFoundError:
        return False
    return any(form in example for form, _ in inflect(entry, fold))
