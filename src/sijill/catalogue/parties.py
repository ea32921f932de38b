"""Who may act: states, organisations, formats, movements, groups of states and regions, with their names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sijill.errors import BrokenPack
from sijill.records import Language

LANGUAGES: tuple[Language, ...] = ("ar", "en", "ru")
KINDS = ("state", "organisation", "body", "format", "movement", "group", "region")


@dataclass(frozen=True, slots=True)
class Forms:
    """What one language calls a party; `people` are plurals that no rule of the language makes."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One party: its id in the codebook, its kind, its names by language, and what it is made of.

    `members` are ids of parties; `parent` the organisation of a body, or the region of a group; `since`
    and `until` are years.
    """

    id: str
    kind: str
    forms: Mapping[Language, Forms]
    members: tuple[str, ...] = ()
    parent: str | None = None
    since: int | None = None
    until: int | None = None

    def named(self, language: Language) -> str:
        """The usual name in the language; the id where it has none."""
        names = self.forms[language].names
        return names[0] if names else self.id


@cache
def parties() -> Mapping[str, Party]:
    """All parties by id: states first. Raises BrokenPack where an entry is incomplete or comes twice."""
    found: dict[str, Party] = {}
    for name, key in (("states.toml", "state"), ("organisations.toml", "organisation")):
        for item in load(name, key):
            party = _party(item, "state" if key == "state" else str(item.get("kind")), name)
            if party.id in found:
                raise BrokenPack(f"{name}: {party.id} comes twice")
            found[party.id] = party
    for party in found.values():
        for other in (*party.members, *((party.parent,) if party.parent else ())):
            if other not in found:
                raise BrokenPack(f"organisations.toml: {party.id} names {other}, which is no party")
    return MappingProxyType(found)


def load(name: str, key: str) -> list[dict[str, object]]:
    """The `[[key]]` tables of a catalogue file, which must name its `source` at its head."""
    try:
        raw = tomllib.loads(files("sijill.catalogue").joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenPack(f"{name}: not TOML: {error}") from error
    if not raw.get("source"):
        raise BrokenPack(f"{name}: say its source at its head")
    items: list[dict[str, object]] = raw[key]
    return items


def texts(item: Mapping[str, object], field: str, name: str) -> tuple[str, ...]:
    """A field that is a text or a list of texts, as a tuple; empty where it is absent."""
    value = item.get(field, ())
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        raise BrokenPack(f"{name}: {field} of {item.get('id', '?')} must be a list of texts")
    return tuple(value)


def _party(item: Mapping[str, object], kind: str, name: str) -> Party:
    identity = item.get("id")
    if not isinstance(identity, str) or kind not in KINDS:
        raise BrokenPack(f"{name}: {identity!r} needs an id and a kind ({', '.join(KINDS)})")
    forms = {
        language: Forms(
            texts(item, language, name),
            texts(item, f"{language}_adjective", name),
            texts(item, f"{language}_people", name),
            texts(item, f"capital_{language}", name),
        )
        for language in LANGUAGES
    }
    parent, since, until = item.get("parent"), item.get("since"), item.get("until")
    return Party(
        identity,
        kind,
        MappingProxyType(forms),
        texts(item, "members", name),
        parent if isinstance(parent, str) else None,
        since if isinstance(since, int) else None,
        until if isinstance(until, int) else None,
    )


def is_forum(party: str) -> bool:
    """Whether a party can sit as a body: an organisation, one of its bodies, or a format."""
    known = parties().get(party)
    return known is not None and known.kind in ("organisation", "body", "format")


def is_region(party: str) -> bool:
    """Whether a party is only a region: a place, never an actor."""
    known = parties().get(party)
    return known is not None and known.kind == "region"


@cache
def acting(party: str) -> str:
    """Who acts where a party is said to: for a region the group of its states, if there is one."""
    if not is_region(party):
        return party
    groups = (one.id for one in parties().values() if one.kind == "group" and one.parent == party)
    return next(groups, party)
