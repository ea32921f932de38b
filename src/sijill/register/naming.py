"""What a name in a row stands for: an entry of the catalogue, or somebody or something nobody listed.

Each answer follows from the row alone, so that entities are the same whatever the order of adding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from typing import Literal

from sijill.catalogue.forums import forums
from sijill.catalogue.parties import LANGUAGES, parties
from sijill.catalogue.persons import Person, persons
from sijill.catalogue.places import Place, places
from sijill.catalogue.projects import projects
from sijill.mentions.latin import skeleton
from sijill.passages.folding import fold
from sijill.passages.words import words
from sijill.register.lemmas import lemmas, plain

EntityKind = Literal["party", "person", "place", "format", "instrument", "project"]

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the catalogue: its usual name, and its other names in all languages."""

    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: the id of the entity, its entry where it has one, and its usual name."""

    id: str
    name: str
    known: Known | None = None


def party_named(id: str) -> Named:
    """The party of that id; names are English where there are any."""
    return _listed("party", id, parties_known().get(id))


def format_named(id: str) -> Named:
    """The format of that id: a party that meets, or a forum."""
    return _listed("format", id, parties_known().get(id) or _forums().get(id))


def project_named(id: str | None, kind: str, quote: str) -> Named:
    """The project of that id, else the one that is called so, in whatever forms of the words."""
    if id is not None:
        return _listed("project", id, _projects().get(id))
    return Named(_id("project", kind, *_bag(quote)), quote)


def instrument_named(kind: str, quote: str, document: str) -> Named:
    """The text that is called so; one without a name of its own ("the joint statement") is its document's."""
    own = () if _is_name(quote) else (document,)
    return Named(_id("instrument", kind, *_bag(quote), *own), quote)


@lru_cache(maxsize=50_000)
def person_named(name: str, latin: str | None, party: str) -> Named:
    """The person of that name who speaks or sits for that party.

    One of the catalogue has one of the names, or the same consonants, and a term for that party. All others
    are one person where their consonants and party are the same, in whatever script.
    """
    usual = latin or name
    by_name, by_sound = _persons()
    called = [*by_name.get(fold(usual), ()), *by_name.get(fold(name), ())]
    heard = [*by_sound.get(skeleton(usual), ()), *by_sound.get(skeleton(name), ())]
    candidates = [each for each in (*called, *heard) if any(term.party == party for term in each.terms)]
    if not _is_state(party):
        # Who speaks for an organisation, or for nobody we know, may be anybody of that name.
        candidates += called
    if candidates:
        person = candidates[0]
        return Named(_id("person", person.latin), person.latin, _known_person(person))
    return Named(_id("person", skeleton(usual) or fold(usual), party), usual)


@lru_cache(maxsize=10_000)
def place_named(city: str, country: str | None) -> Named:
    """The city of that name, in that country where one is given."""
    found = [each for each in _places().get(fold(city), ()) if country in (None, each.country)]
    if found:
        place = found[0]
        names = (*place.en, *place.former, *place.ar, *place.ru)
        return Named(_id("place", place.name, place.country), place.name, Known(place.name, names))
    return Named(_id("place", skeleton(city) or fold(city), country or ""), city)


def terms_of(latin: str) -> Iterable[tuple[str, str, str, str]]:
    """Party, office, since and until of each term that the catalogue knows of a person by the usual name."""
    person = _by_latin().get(latin)
    return [(term.party, term.office, term.since, term.until) for term in person.terms] if person else []


def moved_id(id: str, names: Iterable[str], rows: Iterable[str]) -> str:
    """The id of what somebody split from an entity."""
    kind = id.split("-")[1]
    return _id(kind, "split", id, *sorted(names), "", *sorted(rows))


def _id(kind: str, *key: str) -> str:
    digest = sha256("\n".join((kind, *key)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"entity-{kind}-{digest[:_DIGITS]}"


def _listed(kind: EntityKind, id: str, known: Known | None) -> Named:
    return Named(_id(kind, id), known.name if known else id, known)


@lru_cache(maxsize=10_000)
def _bag(quote: str) -> tuple[str, ...]:
    """The words of a name as lemmas, in their order, so that its cases and articles are one."""
    return tuple(
        min(lemmas(plain(quote[word.start : word.end])), default=word.folded)
        for word in words(quote)
        if word.folded[0].isalnum()
    )


@lru_cache(maxsize=10_000)
def _is_name(quote: str) -> bool:
    """Whether the words name one text and no other: by a place, a party, a year, or as names are written."""
    tokens = [word for word in words(quote) if word.folded[0].isalnum()]
    if any(quote[word.start].isupper() for word in tokens[1:]) or any(mark in quote for mark in '«»“”"'):
        return True
    return any(word.folded[0].isdigit() or word.folded in _proper() for word in tokens)


@cache
def parties_known() -> Mapping[str, Known]:
    """The parties of the catalogue by id, with their names."""
    return {
        party.id: _known(party.named("en"), [party.forms[each].names for each in LANGUAGES])
        for party in parties().values()
    }


@cache
def _forums() -> Mapping[str, Known]:
    return {
        each.id: _known((*each.names["en"], each.id)[0], [each.names[one] for one in LANGUAGES])
        for each in forums()
    }


@cache
def _projects() -> Mapping[str, Known]:
    return {
        each.id: _known((each.en or (each.id,))[0], [each.names(one) for one in LANGUAGES])
        for each in projects()
    }


@cache
def _persons() -> tuple[Mapping[str, list[Person]], Mapping[str, list[Person]]]:
    """Persons by folded name, and by consonants where there are two words of them at least."""
    by_name: dict[str, list[Person]] = {}
    by_sound: dict[str, list[Person]] = {}
    for person in persons():
        for name in (person.latin, *person.ar, *person.ru, *person.alone):
            by_name.setdefault(fold(name), []).append(person)
            if " " in skeleton(name):
                by_sound.setdefault(skeleton(name), []).append(person)
    return by_name, by_sound


def _is_state(party: str) -> bool:
    return party in parties() and parties()[party].kind == "state"


@cache
def _by_latin() -> Mapping[str, Person]:
    return {person.latin: person for person in persons()}


@cache
def _places() -> Mapping[str, list[Place]]:
    by_name: dict[str, list[Place]] = {}
    for place in places():
        for name in (place.name, *place.en, *place.former, *place.ar, *place.ru):
            by_name.setdefault(fold(name), []).append(place)
    return by_name


@cache
def _proper() -> frozenset[str]:
    """Names of cities and parties in one word, as they may stand in the name of a text."""
    named = [*_places(), *(fold(name) for known in parties_known().values() for name in known.names)]
    return frozenset(name for name in named if " " not in name)


def _known_person(person: Person) -> Known:
    return Known(person.latin, (*person.ar, *person.ru, *person.alone))


def _known(name: str, names: Iterable[tuple[str, ...]]) -> Known:
    return Known(name, tuple(each for one in names for each in one if each != name))
