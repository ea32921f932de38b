"""A language pack: the word lists of one language, loaded, checked, and traced to file and line.

A list is a TOML file of `[[entry]]` tables. Each entry has `words` (its spellings), further
fields that the list declares in `tables.toml`, and an `example` in which one spelling stands.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from sijill.errors import BrokenPack
from sijill.records import Language

Field = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its spellings, its fields, and where it stands (`ar/acts.toml:12`)."""

    words: tuple[str, ...]
    fields: Mapping[str, Field]
    example: str
    where: str

    def text(self, field: str) -> str:
        """The field as text, empty where the entry does not have it."""
        value = self.fields.get(field, "")
        return value if isinstance(value, str) else str(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """The field as a list of texts, empty where the entry does not have it."""
        value = self.fields.get(field, ())
        return value if isinstance(value, tuple) else (str(value),)

    def number(self, field: str) -> int:
        """The field as a whole number; raises BrokenPack where it is none."""
        value = self.fields.get(field)
        if not isinstance(value, int):
            raise BrokenPack(f"{self.where}: {field} must be a whole number")
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """What one list may hold: fields it must have, fields it may have, and the values some may take."""

    needs: tuple[str, ...]
    may: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]


@cache
def tables() -> Mapping[str, Table]:
    """The lists a pack may have, as `tables.toml` declares them."""
    raw = tomllib.loads(_home().joinpath("tables.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Table(
                tuple(spec.get("needs", ())),
                tuple(spec.get("may", ())),
                {field: tuple(allowed) for field, allowed in spec.get("values", {}).items()},
            )
            for name, spec in raw.items()
        }
    )


@cache
def entries(language: Language, table: str) -> tuple[Entry, ...]:
    """The entries of one list of one language, in file order; empty where the pack has no such list.

    Raises BrokenPack with file and line where an entry breaks what `tables.toml` declares.
    """
    spec = tables().get(table)
    if spec is None:
        raise BrokenPack(f"{table}: no such list; declare it in languages/tables.toml")
    path = _home().joinpath(language, f"{table}.toml")
    if not path.is_file():
        return ()
    return _parse(path.read_text("utf-8"), spec, f"{language}/{table}.toml")


def languages() -> tuple[str, ...]:
    """The languages that have a pack: the folders beside this file, in alphabetical order."""
    return tuple(
        sorted(child.name for child in _home().iterdir() if child.is_dir() and not child.name.startswith("_"))
    )


def _home() -> Traversable:
    return files("sijill.languages")


def _parse(content: str, spec: Table, name: str) -> tuple[Entry, ...]:
    try:
        raw = tomllib.loads(content).get("entry", [])
    except tomllib.TOMLDecodeError as error:
        raise BrokenPack(f"{name}: not TOML: {error}") from error
    lines = [number for number, line in enumerate(content.split("\n"), 1) if line.strip() == "[[entry]]"]
    return tuple(_entry(item, spec, f"{name}:{line}") for item, line in zip(raw, lines, strict=True))


def _entry(item: dict[str, object], spec: Table, where: str) -> Entry:
    words = item.pop("words", None)
    words = [words] if isinstance(words, str) else words
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise BrokenPack(f"{where}: words must be a spelling or a list of spellings")
    example = item.pop("example", "")
    if not isinstance(example, str):
        raise BrokenPack(f"{where}: example must be a text")
    fields: dict[str, Field] = {}
    for name, value in item.items():
        if name not in spec.needs and name not in spec.may:
            raise BrokenPack(f"{where}: no field {name!r} in this list")
        fields[name] = _field(value, spec.values.get(name), f"{where}: {name}")
    missing = [name for name in spec.needs if name not in fields]
    if missing:
        raise BrokenPack(f"{where}: lacks {', '.join(missing)}")
    return Entry(tuple(words), MappingProxyType(fields), example, where)


def _field(value: object, allowed: tuple[str, ...] | None, where: str) -> Field:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = tuple(value)
    if not isinstance(value, str | int | bool | tuple):
        raise BrokenPack(f"{where} must be a text, a number, true or false, or a list of texts")
    if allowed is not None:
        for part in value if isinstance(value, tuple) else (value,):
            if part not in allowed:
                raise BrokenPack(f"{where} is {part!r}; it may be {', '.join(allowed)}")
    return value
