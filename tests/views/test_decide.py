"""What a reviewer relies on at the command line: decide, look at it, take it back; code, and compare."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sijill.documents.load import from_text
from sijill.exports.jsonl import to_json
from sijill.records import Act, Reading
from sijill.register.store import Register
from sijill.views.cli import app

TEXT = "Kenya urged calm. Peru pledged help."
ACT = Act(start=6, end=16, quote="urged calm", type="urge", actors=("KE",))
READING = Reading(from_text(TEXT, source="own.txt"), "en", acts=(ACT,))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env={"SIJILL_BY": "Анна"})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with Register(tmp_path / "own.db") as register:
        register.add(READING)
    return tmp_path / "own.db"


def the_row(place: Path) -> str:
    return run("find", place).stdout.split(" ")[0]


def test_a_decision_is_made_listed_and_undone(place: Path) -> None:
    row = the_row(place)
    made = run(
        "decide", place, "correct", row, "--set", "actors=KE,PE", "--set", "type=propose", "--note", "both"
    )
    assert made.stdout.startswith("decision-")
    assert "propose · KE, PE" in run("find", place).stdout
    (listed,) = run("history", place, row).stdout.split("\n    urged calm\n    both\n")[:-1]
    assert listed.startswith(made.stdout.strip()) and "Анна: correct " in listed
    run("decide", place, "undo", row)
    assert "urge · KE" in run("find", place).stdout
    assert "(undone)" in run("history", place).stdout
    run("decide", place, "refuse", row, "--by", "Boris")
    assert run("find", place).stdout == ""


@pytest.mark.parametrize("wrong", [["--set", "actors"], ["--set", "type=promise"], ["--set", "deadline=3"]])
def test_what_is_wrong_is_refused(place: Path, wrong: list[str]) -> None:
    assert run("decide", place, "correct", the_row(place), *wrong).exit_code == 1
    assert run("history", place).stdout == ""


def test_two_persons_code_and_are_compared(place: Path, tmp_path: Path) -> None:
    for by, reading in (("Anna", READING), ("Boris", replace(READING, acts=()))):
        (tmp_path / "coding.jsonl").write_text(json.dumps(to_json(reading)), "utf-8")
        coded = run("code", place, tmp_path / "coding.jsonl", "--by", by).stdout
    assert the_row(place)
    compared = run("agreement", place).stdout.splitlines()
    assert compared[1].split() == ["sentences", "with", "an", "act", "0.00", "(2)"]
    coding, _, _, document = coded.split()
    run("decide", place, "accept", document, "--set", f"coding={coding}")
    assert run("find", place).stdout == ""
