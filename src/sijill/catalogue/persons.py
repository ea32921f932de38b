"""Persons who hold or held office: their names in three scripts and their terms, from `persons.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sijill.catalogue.parties import parties
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
    """The persons of the catalogue, in file order. Raises BrokenPack at a broken line."""
    content = files("sijill.catalogue").joinpath("persons.tsv").read_text("utf-8")
    return tuple(
        _person(line, f"persons.tsv:{number}")
        for number, line in enumerate(content.splitlines(), 1)
        if line and not line.startswith("#")
    )


def _person(line: str, where: str) -> Person:
    fields = line.split("\t")
    if len(fields) != 5 or not fields[0] or not fields[4]:
        raise BrokenPack(
            f"{where}: a person is a Latin name, Arabic and Russian names, names alone, and terms"
        )
    latin, *lists = fields
    ar, ru, alone, terms = (tuple(part.split("|")) if part else () for part in lists)
    return Person(latin, ar, ru, alone, tuple(_term(term, where) for term in terms))


def _term(text: str, where: str) -> Term:
    try:
        party, office, years = text.split(" ")
        since, until = years.split("..")
    except ValueError as error:
        raise BrokenPack(f"{where}: {text!r}: a term reads 'KZ head-of-state 2019-03..'") from error
    if party not in parties():
        raise BrokenPack(f"{where}: {party} is no party")
    return Term(party, office, since, until)
