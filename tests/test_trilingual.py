"""The same meeting told in Arabic, English and Russian is read as one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest

import sijill
from sijill.records import Meeting

EXAMPLES = Path(str(files("sijill"))) / "examples" / "communiques"
LANGUAGES = ("ar", "en", "ru")
STEMS = sorted(
    path.stem.removesuffix("-ar")
    for path in EXAMPLES.glob("*-ar.txt")
    if all((EXAMPLES / path.name.replace("-ar.", f"-{language}.")).is_file() for language in LANGUAGES)
)
# Which meetings of a series all three texts tell of, by format and ordinal.
TOLD = [
    ("ca-consultative-dushanbe-2023", "ca-consultative", 5),
    ("ca-consultative-tashkent-2025", "ca-consultative", 7),
    ("china-c5-astana-2025", "china-c5", 1),
    ("china-c5-astana-2025", "china-c5", 2),
    ("china-c5-xian-2023", "china-c5", 1),
    ("china-c5-xian-2023", "china-c5", 2),
]


@cache
def meetings(stem: str, language: str) -> tuple[Meeting, ...]:
    return sijill.read(EXAMPLES / f"{stem}-{language}.txt").meetings


def identity(one: Meeting) -> tuple[object, ...]:
    parties = frozenset(person.party for person in one.participants)
    return one.format, one.level, one.ordinal, one.start_date, one.city, one.country, parties


def told(stem: str, language: str, slug: str, ordinal: int) -> Iterator[Meeting]:
    return (one for one in meetings(stem, language) if (one.format, one.ordinal) == (slug, ordinal))


def test_every_text_told_thrice_is_compared() -> None:
    assert {stem for stem, _, _ in TOLD} == set(STEMS)


@pytest.mark.parametrize(("stem", "slug", "ordinal"), TOLD)
def test_three_languages_tell_one_meeting(stem: str, slug: str, ordinal: int) -> None:
    rows = {language: list(told(stem, language, slug, ordinal)) for language in LANGUAGES}
    assert [len(found) for found in rows.values()] == [1, 1, 1]
    arabic, english, russian = (identity(found[0]) for found in rows.values())
    assert arabic == english == russian


@pytest.mark.parametrize(("stem", "language"), list(product(STEMS, LANGUAGES)))
def test_the_meeting_of_the_text_stands_first(stem: str, language: str) -> None:
    first = meetings(stem, language)[0]
    assert not (first.earlier or first.planned)
    assert len(first.start_date or "") == len("2025-06-17")
    assert first.city
