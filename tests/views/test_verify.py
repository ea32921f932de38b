"""`sijill verify` tells true quotes from false ones in anyone's extraction."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from sijill.views.verify import verify

TEXT = (
    "The ministers agreed to open three border posts by 2027.\n\n"
    "They did not discuss tariffs. Growth was 6 %, the communiqué said.\n"
    "وقال البيان إن الطريق سيفتح في عام 2028، ولا رسوم عليه.\n"
)

app = typer.Typer()
app.command()(verify)


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "posts.txt").write_text(TEXT, "utf-8")
    return folder


def rows(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_each_row_gets_its_verdict_and_its_exact_place(tmp_path: Path, sources: Path) -> None:
    extraction = rows(
        tmp_path / "rows.jsonl",
        {"source": "posts.txt", "quote": "agreed to open three border posts", "note": 7},
        {"source": "posts.txt", "quote": "They did discuss tariffs"},
        {"source": "posts.txt", "quote": "Growth was 5 %"},
        {"source": "posts", "quote": "الطريق سيُفتح في عام ٢٠٢٨"},
        {"source": "posts.txt", "quote": "a summit of nine kings"},
        {"source": "posts.txt", "quote": "THE"},
    )
    result = run(extraction, "--sources", sources, "--format", "jsonl")
    checked = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["verdict"] for row in checked] == [
        "found",
        "altered",
        "altered",
        "found",
        "absent",
        "ambiguous",
    ]
    assert result.exit_code == 1
    for row in checked:
        if row["verdict"] == "found":
            assert TEXT[row["start"] : row["end"]] in (row["quote"], "الطريق سيفتح في عام 2028")
    assert checked[0]["note"] == 7
    assert checked[1]["nearest"] == "They did not discuss tariffs" and checked[1]["differences"] == [
        ["", "not"]
    ]
    assert checked[2]["differences"] == [["5", "6"]] and checked[2]["start"] is None
    assert checked[5]["places"] == 2
    assert "6 quotes: 2 found, 1 ambiguous, 2 altered, 1 absent" in result.stderr


def test_text_marks_the_words_that_differ(tmp_path: Path, sources: Path) -> None:
    extraction = rows(
        tmp_path / "rows.jsonl", {"source": "posts.txt", "quote": "Growth was 5 %, the minister said"}
    )
    told = run(extraction, "--sources", sources).stdout
    assert "Growth was [-5-] {+6+} %, the [-minister-] {+communiqué+} said" in told
    assert "1 quote: 1 altered" in told


def test_true_quotes_end_with_zero_and_wrong_offsets_are_told(tmp_path: Path, sources: Path) -> None:
    extraction = rows(
        tmp_path / "rows.jsonl",
        {"source": "posts.txt", "quote": "The ministers", "start": 0, "end": 13},
        {"source": "posts.txt", "quote": "border posts", "start": 0, "end": 12},
        {"source": "posts.txt", "quote": "The", "start": 58, "end": 61},
    )
    result = run(extraction, "--sources", sources, "--format", "jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["offsets"] for line in result.stdout.splitlines()] == ["right", "wrong", "wrong"]
    assert "2 found elsewhere than given" in result.stderr


def test_csv_with_other_names_and_offsets_is_fixed(tmp_path: Path, sources: Path) -> None:
    extraction = tmp_path / "rows.csv"
    extraction.write_text(
        "file;evidence;begin\nposts.txt;the COMMUNIQUE\u0301 said;3.0\nposts.txt;three border ports;\n",
        "utf-8",
    )
    fields = [f"--field={pair}" for pair in ("source=file", "quote=evidence", "start=begin")]
    assert run(extraction, "--sources", sources, "--fix", *fields).exit_code == 1
    with (tmp_path / "rows.fixed.csv").open(encoding="utf-8", newline="") as file:
        (fixed,) = csv.DictReader(file)
    assert fixed["evidence"] == "the communiqué said" == TEXT[int(fixed["begin"]) : int(fixed["end"])]
    with (tmp_path / "rows.false.csv").open(encoding="utf-8", newline="") as file:
        (false,) = csv.DictReader(file)
    assert (false["evidence"], false["nearest"]) == ("three border ports", "three border posts")


def test_documents_of_langextract_and_readings_are_recognised(tmp_path: Path, sources: Path) -> None:
    place = {"start_pos": 4, "end_pos": 13}
    extracted: dict[str, object] = {"document_id": "posts.txt", "text": TEXT}
    extracted["extractions"] = [
        {"extraction_class": "party", "extraction_text": "ministers", "char_interval": place},
        {"extraction_class": "party", "extraction_text": "presidents", "char_interval": None},
    ]
    act = {"type": "decide", "start": 14, "end": 20, "quote": "agreed"}
    reading: dict[str, object] = {"source": "posts", "language": "en", "acts": [act]}
    extraction = rows(tmp_path / "rows.jsonl", extracted, reading)
    for place_of_sources in (sources, sources / "posts.txt"):
        result = run(extraction, "--sources", place_of_sources, "--format", "jsonl")
        checked = [json.loads(line) for line in result.stdout.splitlines()]
        assert [row["verdict"] for row in checked] == ["found", "absent", "found"]
        assert (checked[0]["offsets"], checked[2]["kind"]) == ("right", "act")
    alone = rows(tmp_path / "alone.jsonl", extracted)
    assert "1 found, 1 absent" in run(alone).stdout


def test_words_parted_by_furniture_are_no_quote(tmp_path: Path) -> None:
    text = "اتفق وزراء الدول الخمس على بناء\n\nاقرأ أيضا: أحوال الطقس\n\nطريق جديد إلى البحيرة.\n"
    (tmp_path / "road.txt").write_text(text, "utf-8")
    extraction = rows(tmp_path / "rows.jsonl", {"source": "road.txt", "quote": "على بناء طريق جديد"})
    result = run(extraction, "--sources", tmp_path)
    assert result.exit_code == 1
    assert "its words do not follow each other in the running text" in result.stdout


def test_standard_input_is_read(sources: Path) -> None:
    row = json.dumps({"source": "posts.txt", "quote": "border posts"})
    assert run("-", "--sources", sources, given=row + "\n\n" + row).exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("rows.jsonl", '{"quote": "a"', "rows.jsonl:1: is not JSON"),
        ("rows.jsonl", '{"source": "posts.txt"}', "has no field 'quote'"),
        ("rows.jsonl", '{"source": "posts.txt", "quote": 5}', "quote is int, not a text"),
        (
            "rows.jsonl",
            '{"source": "posts.txt", "quote": "a", "start": "x"}',
            "start is 'x'; give a whole number",
        ),
        (
            "rows.jsonl",
            '{"source": "../rows.jsonl", "quote": "a"}',
            "the source '../rows.jsonl' is not there",
        ),
        ("rows.jsonl", '{"quote": "a"}', "names no source"),
        ("rows.jsonl", "[1, 2]", "rows.jsonl:1: is not a row"),
        ("rows.csv", "one,two\n1,2\n", "rows.csv:2: has no field 'quote'"),
        ("rows.json", '{"extractions": [7]}', "extractions is not a list of rows"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, sources: Path, name: str, content: str, told: str
) -> None:
    extraction = tmp_path / name
    extraction.write_text(content, "utf-8")
    result = run(extraction, "--sources", sources)
    assert result.exit_code == 2
    assert told in result.stderr and result.stderr.count("\n") == 1


def test_missing_files_and_wrong_options_are_refused(tmp_path: Path, sources: Path) -> None:
    refused: list[list[str | Path]] = [
        [tmp_path / "none.jsonl", "--sources", sources],
        [tmp_path / "none.jsonl", "--sources", tmp_path / "nowhere"],
        [sources / "posts.txt", "--sources", sources, "--field", "words=quote"],
        [sources, "--sources", sources],
    ]
    for arguments in refused:
        result = run(*arguments)
        assert result.exit_code == 2 and result.stderr.count("\n") == 1
    (tmp_path / "latin.csv").write_bytes(b"source,quote\nposts.txt,caf\xe9\n")
    assert "is not UTF-8" in run(tmp_path / "latin.csv", "--sources", sources).stderr
