"""Cities: English name, country, and names in Arabic and Russian, from `places.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sijill.errors import BrokenPack
from sijill.records import Language

# Cities renamed in our years: English name, the name it had, and from when until when it had it.
_RENAMED = {"Astana": ("Nur-Sultan", date(2019, 3, 23), date(2022, 9, 17))}


@dataclass(frozen=True, slots=True)
class Place:
    """A city: its usual English name, its country (ISO 3166-1 alpha-2), and its names by language."""

    name: str
    country: str
    ar: tuple[str, ...]
    en: tuple[str, ...]
    ru: tuple[str, ...]

    def names(self, language: Language) -> tuple[str, ...]:
        """The names in one language."""
        return {"ar": self.ar, "en": (self.name, *self.en), "ru": self.ru}[language]

    @property
    def former(self) -> tuple[str, ...]:
        """English names that the city had in our years and has no more."""
        return (_RENAMED[self.name][0],) if self.name in _RENAMED else ()

    def name_on(self, day: date | None) -> str:
        """The English name in use on a day (today's where none is given)."""
        if day is not None and self.name in _RENAMED:
            former, since, until = _RENAMED[self.name]
            if since <= day < until:
                return former
        return self.name


@cache
def places() -> tuple[Place, ...]:
    """The cities of the catalogue, those of more inhabitants first. Raises BrokenPack at a broken line."""
    found = []
    content = files("sijill.catalogue").joinpath("places.tsv").read_text("utf-8")
    for number, line in enumerate(content.splitlines(), 1):
        if line and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != 5:
                raise BrokenPack(f"places.tsv:{number}: five fields, parted by tabs, make a city")
            name, country, *rest = fields
            ar, en, ru = (tuple(part.split("|")) if part else () for part in rest)
            found.append(Place(name, country, ar, en, ru))
    return tuple(found)
