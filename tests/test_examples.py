"""What users rely on in examples/: every document is listed, its gold is valid, every quote stands."""

import json
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXTS = sorted((EXAMPLES / "communiques").glob("*.txt"))
ROWS = ("meetings", "acts", "instruments", "projects", "targets")
TOLD_THRICE = (
    "ca-consultative-dushanbe-2023",
    "ca-consultative-tashkent-2025",
    "china-c5-astana-2025",
    "china-c5-xian-2023",
)

each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def gold(name: str) -> dict[str, Any]:
    reading: dict[str, Any] = json.loads((EXAMPLES / "gold" / f"{name}.json").read_text("utf-8"))
    return reading


def exact(path: Path) -> str:
    """The text as it lies on disk: read_text would turn CRLF into LF and shift offsets."""
    return path.read_bytes().decode("utf-8")


def test_manifest_and_gold_list_exactly_the_texts() -> None:
    manifest = json.loads((EXAMPLES / "communiques" / "manifest.json").read_text("utf-8"))
    assert [row["source"] for row in manifest] == [path.name for path in TEXTS]
    assert sorted(path.stem for path in (EXAMPLES / "gold").glob("*.json")) == [path.stem for path in TEXTS]
    for row in manifest:
        reading = gold(Path(row["source"]).stem)
        assert {key: reading[key] for key in row} == row


@each_text
def test_gold_is_valid(path: Path) -> None:
    schema = json.loads((resources.files("sijill") / "codebook" / "reading.schema.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(gold(path.stem)))


@each_text
def test_every_quote_stands_at_its_offsets(path: Path) -> None:
    text = exact(path)
    for kind in ROWS:
        for row in gold(path.stem)[kind]:
            assert text[row["start"] : row["end"]] == row["quote"]


@each_text
def test_acts_do_not_overlap_and_name_a_meeting_that_exists(path: Path) -> None:
    reading = gold(path.stem)
    acts = reading["acts"]
    assert all(one["end"] <= other["start"] for one, other in pairwise(acts))
    known = {None, *range(len(reading["meetings"]))}
    assert {row["meeting"] for row in acts + reading["instruments"]} <= known


@pytest.mark.parametrize("stem", TOLD_THRICE)
def test_a_meeting_told_in_three_languages_is_one_meeting(stem: str) -> None:
    def identity(language: str) -> tuple[Any, ...]:
        meeting = gold(f"{stem}-{language}")["meetings"][0]
        slots = ("format", "level", "ordinal", "start_date", "city", "country", "chair")
        people = {(row["party"], row["latin"], row["role"]) for row in meeting["participants"]}
        return (*(meeting[slot] for slot in slots), people)

    assert identity("ar") == identity("en") == identity("ru")


def test_one_text_keeps_its_crlf_line_ends() -> None:
    assert [path.stem for path in TEXTS if "\r\n" in exact(path)] == ["china-c5-xian-2023-ar"]
