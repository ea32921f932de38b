"""Persons who hold or held office: their names in three scripts and their terms, from `persons.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from sijill.catalogue.parties import load, parties, texts
from sijill.errors import BrokenPack
from sijill.records import Language


@dataclass(frozen=True, slots=True)
class Term:
    """One office held for one party; `since` and `until` are ISO years, months or days, empty where open."""

    party: str
    office: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the usual Latin name, all spellings by language, names that suffice alone, and terms."""

    latin: str
    ar: tuple[str, ...]
    ru: tuple[str, ...]
    alone: tuple[str, ...]
    terms: tuple[Term, ...]

    def names(self, language: Language) -> tuple[str, ...]:
        """The full names in one language."""
        return {"ar": self.ar, "en": (self.latin,), "ru": self.ru}[language]

    def term(self, day: date | None) -> Term:
        """The term at a day: the first that covers it, else the nearest before it, else the first.

        Without a day, the last term.
        """
        if day is None:
            return self.terms[-1]
        iso = day.isoformat()
        for term in self.terms:
            if term.since <= iso and (not term.until or iso[: len(term.until)] <= term.until):
                return term
        past = [term for term in self.terms if term.since <= iso]
        return past[-1] if past else self.terms[0]


@cache
def persons() -> tuple[Person, ...]:
    """The persons of the catalogue, in file order. Raises BrokenPack where an entry is incomplete."""
    return tuple(_person(item) for item in load("persons.toml", "person"))


def _person(item: Mapping[str, object]) -> Person:
    latin = item.get("latin")
    if not isinstance(latin, str):
        raise BrokenPack("persons.toml: a person needs a Latin name")
    lists = [texts(item, field, "persons.toml") for field in ("ar", "ru", "alone")]
    terms = tuple(_term(line, latin) for line in texts(item, "terms", "persons.toml"))
    if not terms:
        raise BrokenPack(f"persons.toml: {latin} has no term of office")
    return Person(latin, lists[0], lists[1], lists[2], terms)


def _term(line: str, latin: str) -> Term:
    try:
        party, office, years = line.split(" ")
        since, until = years.split("..")
    except ValueError as error:
        raise BrokenPack(f"persons.toml: {latin}: a term reads 'KZ head-of-state 2019-03..'") from error
    if party not in parties():
        raise BrokenPack(f"persons.toml: {latin}: {party} is no party")
    return Term(party, office, since, until)
