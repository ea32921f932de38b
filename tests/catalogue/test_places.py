"""The catalogue of cities: names in use at the time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from sijill.catalogue.parties import parties
from sijill.catalogue.places import places


def test_every_city_lies_in_a_state_of_the_catalogue_or_in_none() -> None:
    for place in places():
        assert place.name and (place.ar or place.ru)
        assert len(place.country) in (0, 2), place.name


def test_capitals_of_central_asia_are_found_in_arabic_and_russian() -> None:
    named = {place.name: place for place in places()}
    for city in ("Astana", "Tashkent", "Bishkek", "Dushanbe", "Ashgabat"):
        assert named[city].names("ar") and named[city].names("ru")
        assert named[city].country in parties()["c5"].members


def test_a_city_has_the_name_of_its_day() -> None:
    astana = next(place for place in places() if place.name == "Astana")
    assert astana.name_on(date(2018, 3, 15)) == "Astana"
    assert astana.name_on(date(2022, 6, 8)) == "Nur-Sultan"
    assert astana.name_on(date(2024, 8, 9)) == "Astana"
    assert astana.name_on(None) == "Astana"


def test_the_compiled_table_is_current() -> None:
    script = Path(__file__).parents[2] / "data" / "build_places.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0
