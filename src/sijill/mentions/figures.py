"""The persons of one document: who they are, under which spellings, and what the text says they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from sijill.catalogue.persons import Person, persons
from sijill.languages.cases import case_forms, nominative
from sijill.languages.pack import entries
from sijill.mentions.latin import alike, latin_of
from sijill.mentions.lexicon import plain, with_proclitics
from sijill.passages.words import words
from sijill.records import Language

# Two spellings of a name count as one from here on (measured on names in Arabic, English and Russian).
_ALIKE = 88
# How many persons back another spelling is looked for.
_REACH = 200
# A family name of fewer letters never stands alone: it may be a common word ("И").
_SHORTEST = 2
# Both are called president.
_PRESIDENTS = {"head-of-state", "organisation-head"}
# Where the family name comes first.
_FAMILY_FIRST = frozenset(("CN", "KR", "KP", "VN", "TW", "HK", "SG"))

Key = tuple[str, ...]


@dataclass(slots=True)
class Figure:
    """One person of a document; `key` are the folded words of the name first found.

    `told`: the text itself has said the office; `former`: it says that the person held it once.
    """

    name: str
    latin: str
    key: Key
    parties: tuple[str, ...] = ()
    office: str | None = None
    person: Person | None = None
    told: bool = False
    former: bool = False


@dataclass(slots=True)
class Figures:
    """All persons of a document, to be asked by name, by family name and by office."""

    language: Language
    day: date | None
    all: list[Figure] = field(default_factory=list)
    by_key: dict[Key, Figure] = field(default_factory=dict)
    _by_person: dict[str, Figure] = field(default_factory=dict)
    _names: int = 0
    _openings: set[str] = field(default_factory=set)

    def known(self, person: Person, name: str) -> Figure:
        """The figure of a person of the catalogue, with party and office of the day where new."""
        met = self._by_person.get(person.latin)
        if met is not None:
            return met
        term = person.term(self.day)
        figure = Figure(name, person.latin, fold_all(name), (term.party,), term.office, person)
        self._by_person[person.latin] = figure
        self._add(figure)
        for other in (*person.names(self.language), *person.alone):
            for form in case_forms(self.language)(other, "person"):
                self.by_key.setdefault(fold_all(form), figure)
        return figure

    def named(self, name: str, key: Key, parties: tuple[str, ...], office: str | None) -> Figure:
        """The figure of a full name: one already met, one of the catalogue, or a new one."""
        name = nominative(self.language)(name)
        full = without_initials(key)
        figure = self.by_key.get(key) or self.by_key.get(full) or self._spelt_like(name, key, parties)
        if figure is None:
            person = _full_names(self.language).get(frozenset(full)) if len(full) > 1 else None
            person = person or _catalogued(name, key, parties, office, self.language)
            if person is not None:
                figure = self.known(person, name)
        if figure is None:
            figure = Figure(name, latin_of(name, self.language), key, parties, office)
            self._add(figure)
        self.by_key.setdefault(key, figure)
        if len(full) > 1:
            self.by_key.setdefault(full, figure)
        return figure

    def family(self, key: Key, parties: tuple[str, ...], office: str | None) -> Figure | None:
        """The figure of a family name that stands with an office: of this document, else of the catalogue."""
        figure = self.by_key.get(key)
        if figure is not None and (not parties or not figure.parties or set(parties) & set(figure.parties)):
            return figure
        held = [
            person
            for person in _families(self.language).get(key, ())
            if _holds(person, parties, office, self.day)
        ]
        return self.known(held[0], " ".join(key)) if len(held) == 1 else None

    def openings(self) -> Set[str]:
        """The words, with or without proclitics, by which a name of a figure begins."""
        if self._names != len(self.by_key):
            self._names = len(self.by_key)
            self._openings = {form for key in self.by_key for form in with_proclitics(key[0])}
        return self._openings

    def _spelt_like(self, name: str, key: Key, parties: tuple[str, ...]) -> Figure | None:
        for figure in self.all[-_REACH:]:
            if parties and figure.parties and not set(parties) & set(figure.parties):
                continue
            if len(key) > 1 and figure.key[-len(key) :] == key:
                return figure
            if len(key) > 1 and set(without_initials(figure.key)) == set(without_initials(key)):
                return figure
            if len(figure.key) > 1 and len(key) > 1 and alike(figure.name, name) >= _ALIKE:
                return figure
        return None

    def _add(self, figure: Figure) -> None:
        self.all.append(figure)
        self.by_key.setdefault(figure.key, figure)
        for family in family_names(figure.key, figure.parties, self.language):
            if len("".join(family)) < _SHORTEST:
                continue
            for form in case_forms(self.language)(" ".join(family), "person"):
                self.by_key.setdefault(tuple(form.split()), figure)


@lru_cache(maxsize=50_000)
def fold_all(name: str) -> Key:
    """The folded words of a name; hyphens part them, marks are left out."""
    return tuple(word.folded for word in plain(tuple(words(name))) if word.folded[0].isalnum())


def family_names(key: Key, parties: Sequence[str], language: Language) -> Iterator[Key]:
    """What a person may be called alone: the last word with the small words before it."""
    if len(key) < 2:
        return
    parts = small_words(language)
    first = len(key) - 1
    while first > 1 and key[first - 1] in parts:
        first -= 1
    if len(key) == 2 or first != len(key) - 1 or key[-1] not in given_names(language):
        yield key[first:]
    if first != len(key) - 1 and key[-1] not in given_names(language):
        yield key[-1:]
    if not _FAMILY_FIRST.isdisjoint(parties):
        yield key[:1]


def without_initials(key: Key) -> Key:
    """The words of a name that are no initials."""
    return tuple(word for word in key if len(word) > 1)


@cache
def _full_names(language: Language) -> dict[frozenset[str], Person]:
    """The persons of the catalogue by the words of their names, in whatever order."""
    found: dict[frozenset[str], Person] = {}
    for person in persons():
        for name in person.names(language):
            found.setdefault(frozenset(without_initials(fold_all(name))), person)
    return found


@cache
def small_words(language: Language) -> frozenset[str]:
    """The words inside names that belong to the next one ("bin", "de")."""
    return frozenset(fold_all(word)[0] for entry in entries(language, "name-parts") for word in entry.words)


@cache
def given_names(language: Language) -> frozenset[str]:
    """The given names of the word list, folded."""
    return frozenset(fold_all(word)[0] for entry in entries(language, "given-names") for word in entry.words)


@cache
def _families(language: Language) -> dict[Key, list[Person]]:
    found: dict[Key, list[Person]] = {}
    for person in persons():
        states = tuple(term.party for term in person.terms)
        keys = {
            family
            for name in person.names(language)
            for family in family_names(fold_all(name), states, language)
        }
        for key in keys | {fold_all(name) for name in person.alone}:
            found.setdefault(key, []).append(person)
    return found


@cache
def _of_party() -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in persons():
        for party in {term.party for term in person.terms}:
            found.setdefault(party, []).append(person)
    return found


def _holds(person: Person, parties: tuple[str, ...], office: str | None, day: date | None) -> bool:
    if parties and not any(term.party in parties for term in person.terms):
        return False
    held = person.term(day).office
    return office in (None, "other", held) or {office, held} == _PRESIDENTS


def _catalogued(
    name: str, key: Key, parties: tuple[str, ...], office: str | None, language: Language
) -> Person | None:
    """A person of the catalogue whose name is spelt much like this one and who serves the same party."""
    candidates = [person for party in parties for person in _of_party().get(party, ())]
    best, score = None, float(_ALIKE)
    for person in candidates:
        likeness = max(
            (alike(spelling, name) for spelling in (person.latin, *person.names(language))), default=0.0
        )
        same_office = any(term.office == office for term in person.terms)
        if likeness + (3 if same_office else 0) > score and len(key) > 1:
            best, score = person, likeness
    return best
