"""What holds for every reading, whatever the text."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sijill
from sijill.errors import RefusedInput
from sijill.exports.jsonl import to_json
from sijill.records import Reading, Row

EXAMPLES = Path(str(files("sijill"))) / "examples" / "communiques"
SCHEMA = json.loads(files("sijill").joinpath("codebook/reading.schema.json").read_text("utf-8"))
ARABIC = sorted(path for path in EXAMPLES.glob("*-ar.txt"))

# Pieces that have broken readers of text before: marks without a letter, bidi controls, tatweel, letters
# beyond the first plane, line ends of every kind, NUL, quotation marks that never close.
_TRICKY = st.sampled_from(
    [
        "\u0651\u064b",
        "\u202e",
        "\u2067",
        "ـــ",
        "𞤀𞤁",
        "🇰🇿",
        "\r\n",
        "\x00",
        "\u2028",
        "“",
        "«",
        '"',
        "..",
        "٣",
        "15,5",
    ]
)
_PHRASES = st.sampled_from(
    [
        "أكد الرئيس أن",
        "وزير الخارجية",
        "كازاخستان",
        "ستعمل على",
        "في 8 يونيو 2022",
        "القمة الثالثة",
        "مليار دولار",
        "،",
        ".",
    ]
)
_TEXTS = st.lists(st.one_of(st.text(max_size=12), _TRICKY, _PHRASES), max_size=60).map(" ".join)


def rows(reading: Reading) -> list[Row]:
    return [*reading.meetings, *reading.acts, *reading.instruments, *reading.projects, *reading.targets]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_every_row_stands_in_the_text_as_quoted(text: str) -> None:
    text = "قالت الصين إن التعاون مع دول آسيا الوسطى مهم. " + text
    reading = sijill.read(text, language="ar")
    assert reading.document.text == text
    for row in rows(reading):
        assert text[row.start : row.end] == row.quote != ""
    assert all(one.end <= other.start for one, other in pairwise(reading.acts))
    jsonschema.validate(to_json(reading), SCHEMA)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        reading = sijill.read(text)
    except RefusedInput as refusal:
        assert str(refusal)
    else:
        assert all(text[row.start : row.end] == row.quote for row in rows(reading))


@pytest.mark.parametrize("letter", ["ب", "و", "a", "7", "“", ".", "ـ", "\u0651"])
def test_a_megabyte_of_one_letter_does_not_hang(letter: str) -> None:
    try:
        sijill.read("قالت الصين إن التعاون مهم. " + letter * 1_000_000, language="ar")
    except RefusedInput as refusal:
        assert str(refusal)


@pytest.mark.parametrize("path", ARABIC, ids=lambda path: path.stem)
def test_reading_twice_gives_the_same_rows(path: Path) -> None:
    assert sijill.read(path) == sijill.read(path)


def test_a_published_date_dates_today() -> None:
    text = "عقد وزراء خارجية الصين ودول آسيا الوسطى الخمس اجتماعهم اليوم في مدينة شيآن الصينية."
    reading = sijill.read(text, published=date(2023, 4, 27))
    assert [meeting.start_date for meeting in reading.meetings] == ["2023-04-27"]
