"""Genders: whether a verb can have a name for its subject, where a language lets verbs agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Literal, Protocol, cast

from sijill.languages.inflection import Sense
from sijill.records import Language

# Masculine, feminine, either where usage wavers, or not told by the words.
Gender = Literal["m", "f", "either", ""]


class Genders(Protocol):
    """What the `genders.py` of a pack offers; all words are folded."""

    def of_verb(self, folded: str, senses: Sequence[Sense]) -> Gender:
        """The gender of the subject that a verb or participle of the list of acts shows."""
        ...

    def of_noun(self, folded: str) -> Gender:
        """The gender of a noun, with or without its article, by its look."""
        ...

    def of_adjective(self, folded: str) -> Gender:
        """The gender of what an adjective stands with."""
        ...


class _Plain:
    """A language whose verbs tell nothing of their subjects."""

    def of_verb(self, folded: str, senses: Sequence[Sense]) -> Gender:  # noqa: ARG002
        return ""

    def of_noun(self, folded: str) -> Gender:  # noqa: ARG002
        return ""

    of_adjective = of_noun


@cache
def genders(language: Language) -> Genders:
    """The genders of a language; plain ones where its pack has no `genders.py`."""
    try:
        return cast(Genders, import_module(f"sijill.languages.{language}.genders"))
    except ModuleNotFoundError:
        return _Plain()
