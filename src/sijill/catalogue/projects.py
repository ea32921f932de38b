"""Projects that reports name again and again: id, kind and names, from `projects.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sijill.errors import BrokenPack
from sijill.records import Language


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project: its id, its kind, and its names in Arabic, English and Russian."""

    id: str
    kind: str
    ar: tuple[str, ...]
    en: tuple[str, ...]
    ru: tuple[str, ...]
    source: str

    def names(self, language: Language) -> tuple[str, ...]:
        """The names in one language."""
        return {"ar": self.ar, "en": self.en, "ru": self.ru}[language]


@cache
def projects() -> tuple[KnownProject, ...]:
    """The projects of the catalogue, in file order. Raises BrokenPack where one lacks a field."""
    raw = tomllib.loads(files("sijill.catalogue").joinpath("projects.toml").read_text("utf-8"))
    found = []
    for item in raw["project"]:
        try:
            ar, en, ru = (tuple(item.get(language, ())) for language in ("ar", "en", "ru"))
            found.append(KnownProject(item["id"], item["kind"], ar, en, ru, item["source"]))
        except KeyError as error:
            raise BrokenPack(f"projects.toml: {item.get('id', '?')} lacks {error}") from error
    return tuple(found)
