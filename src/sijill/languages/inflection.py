"""Inflection: a list's words in all their forms, so that one look in a dict says what a word may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, cast

from sijill.languages.pack import Entry
from sijill.records import Language

Tense = Literal["past", "present", "future", "noun", "participle", "word"]
Fold = Callable[[str], str]


class Shape(NamedTuple):
    """How a form is built.

    `person` is 1 or 3; `clitic` letters before the form belong to another word, a preposition where it
    `binds`; a pronoun may be `joined` to it. A participle has an `ending` in all forms but the bare one,
    and an `adverbial` one only in the form that says "while doing so".
    """

    tense: Tense
    person: int = 3
    clitic: int = 0
    joined: bool = False
    definite: bool = False
    binds: bool = False
    ending: str = ""
    adverbial: bool = False


class Sense(NamedTuple):
    """One thing a form may be: the entry it comes from and its shape."""

    entry: Entry
    shape: Shape


class Forms(Protocol):
    """What the `forms.py` of a pack offers."""

    def inflect(self, entry: Entry, fold: Fold) -> Iterator[tuple[str, Shape]]:
        """All forms of an entry, folded by `fold`, with their shapes."""
        ...

    def future(self, folded: str) -> tuple[int, int]:
        """The person of a verb in the future, whatever its lemma, and its clitic letters; else (0, 0)."""
        ...

    def bound(self, folded: str) -> bool:
        """Whether a word begins with a preposition written with it."""
        ...

    def finite(self, folded: str) -> bool:
        """Whether a word after a that-word looks like a verb: what is to be done, not what is so."""
        ...

    def number(self, folded: str, known: Callable[[str], bool]) -> str:
        """Whether a verb shows that "two", "many" or "all" in talk act, named before it; else "one"."""
        ...

    def we(self, folded: str) -> bool:
        """Whether a word after a particle of the future looks like a verb of the first person."""
        ...

    def root(self, folded: str) -> str:
        """What a name and the adjective made of it share ("الصين", "الصينية")."""
        ...


@cache
def forms(language: Language) -> Forms:
    """The inflection of a language; raises ModuleNotFoundError where its pack has none."""
    return cast(Forms, import_module(f"sijill.languages.{language}.forms"))


def subject_first(language: Language) -> bool:
    """Whether a subject stands before its verb, as the `SUBJECT_FIRST` of a pack says."""
    return bool(getattr(forms(language), "SUBJECT_FIRST", False))


def attributes_first(language: Language) -> bool:
    """Whether what is told of a noun stands before it, as the `ATTRIBUTES_FIRST` of a pack says."""
    return bool(getattr(forms(language), "ATTRIBUTES_FIRST", subject_first(language)))


def names_in_capitals(language: Language) -> bool:
    """Whether all names and what is formed of them begin with a capital (`NAMES_IN_CAPITALS` of a pack)."""
    return bool(getattr(forms(language), "NAMES_IN_CAPITALS", False))


def senses(language: Language, entries: tuple[Entry, ...], fold: Fold) -> Mapping[str, tuple[Sense, ...]]:
    """Folded form → what it may be, in file order; a form that an entry gives twice counts once."""
    inflect = forms(language).inflect
    found: dict[str, tuple[Sense, ...]] = {}
    for entry in entries:
        for form, shape in inflect(entry, fold):
            known = found.get(form)
            if known is None:
                found[form] = (Sense(entry, shape),)
            elif not any(sense.entry is entry and sense.shape.tense == shape.tense for sense in known):
                found[form] = (*known, Sense(entry, shape))
    return MappingProxyType(found)
