"""What the names and words of a language may stand for: parties, persons, offices, titles, places, groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sijill.catalogue.parties import Party, parties
from sijill.catalogue.persons import Person, persons
from sijill.catalogue.places import Place, places
from sijill.languages.adjectives import adjective_forms
from sijill.languages.cases import case_forms
from sijill.languages.pack import Entry, entries
from sijill.mentions.lexicon import Lexicon, plain
from sijill.passages.words import words
from sijill.records import Language

# How two partners of a format are parted in print.
_DASHES = (" - ", " – ", " — ", "-")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a name may stand for.

    kind "party": `parties`, and in `form` how they are named (see records.Mention); "person", "place";
    "office", "title", "institution" and "group" carry the `entry` of their word list.
    """

    kind: str
    form: str = ""
    parties: tuple[str, ...] = ()
    person: Person | None = None
    place: Place | None = None
    entry: Entry | None = None


Senses = tuple[Sense, ...]


def sense_of(senses: Senses, kind: str) -> Sense | None:
    """The first sense of a kind, if there is one."""
    for sense in senses:
        if sense.kind == kind:
            return sense
    return None


def is_adjective(senses: Senses) -> bool:
    """Whether a name may be the adjective of a party."""
    return any(sense.form == "nisba" for sense in senses)


@cache
def lexicon(language: Language) -> Lexicon[Senses]:
    """All names of a language with all they may stand for, what is likelier first."""
    found: dict[tuple[str, ...], list[Sense]] = {}
    forms = case_forms(language)
    for name, sense in _named(language):
        for form in forms(name, sense.kind):
            for dash in _DASHES if " - " in form else (" - ",):
                key = tuple(word.folded for word in plain(tuple(words(form.replace(" - ", dash)))))
                found.setdefault(key, []).append(sense)
    return Lexicon.of_words((key, tuple(senses)) for key, senses in found.items() if key)


@cache
def phrases(language: Language, table: str) -> Lexicon[Entry]:
    """One word list as a lexicon of its entries."""
    forms = case_forms(language)
    return Lexicon.of(
        (form, entry)
        for entry in entries(language, table)
        for word in entry.words
        for form in forms(word, table)
    )


def _named(language: Language) -> Iterator[tuple[str, Sense]]:
    for party in parties().values():
        yield from _of_party(party, language)
    for person in persons():
        for name in (*person.names(language), *person.alone):
            yield name, Sense("person", person=person)
    for kind, table in (("institution", "institutions"), ("office", "offices"), ("title", "titles")):
        for entry in entries(language, table):
            owner = (entry.text("party"),) if entry.text("party") else ()
            for word in entry.words:
                for state in entry.texts("among"):
                    yield word, Sense("party", "name", (state,))
                yield word, Sense(kind, parties=owner, entry=entry)
    for entry in entries(language, "groups"):
        for word in entry.words:
            yield word, Sense("group", parties=entry.texts("parties"), entry=entry)
    for place in places():
        for name in place.names(language):
            yield name, Sense("place", place=place)


def _of_party(party: Party, language: Language) -> Iterator[tuple[str, Sense]]:
    forms, ids = party.forms[language], (party.id,)
    for name in forms.names:
        yield name, Sense("party", "name", ids)
    inflected = adjective_forms(language)
    for adjective in forms.adjectives:
        for form in inflected(adjective):
            yield form, Sense("party", "nisba", ids)
    for name in forms.people:
        yield name, Sense("party", "nisba", ids)
        if language == "ar":
            yield "ال" + name, Sense("party", "nisba", ids)
    cities = party.forms["en"].capitals
    for name in forms.capitals:
        yield name, Sense("party", "capital", ids)
        if cities and party.kind == "state":
            yield name, Sense("place", place=Place(cities[0], party.id, (), (), ()))
