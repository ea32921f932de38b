"""The measure: what counts as right, and that it agrees with the codebook's own script."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sijill.exports.jsonl import to_json
from sijill.records import Reading
from sijill.runs.evaluation import Evaluation, compare, load_gold, same_name

ROOT = Path(__file__).parents[2]
GOLD, TEXTS = ROOT / "examples" / "gold", ROOT / "examples" / "communiques"
SCRIPT = ROOT.parent / "shared" / "codebook" / "score.py"


def gold_readings() -> dict[str, Reading]:
    faults: list[str] = []
    readings = {
        path.stem: load_gold(path, (TEXTS / f"{path.stem}.txt").read_bytes().decode(), faults)
        for path in sorted(GOLD.glob("*.json"))
    }
    assert not faults
    return readings


def flawed(reading: Reading) -> Reading:
    """A reading with faults of every kind: rows missing, cut short, of another type or party, invented."""
    acts = [
        replace(act, start=act.start + 5, quote=act.quote[5:])
        if number % 5 == 1
        else replace(act, type="state", actors=("XX",), topics=act.topics[:1])
        if number % 5 == 2
        else replace(act, speaker="Shi Jinping", about=(*act.about, "XX"))
        for number, act in enumerate(reading.acts)
        if number % 5
    ]
    meetings = [
        replace(meeting, city=None, ordinal=7, participants=meeting.participants[1:])
        for meeting in reading.meetings[:2]
    ]
    return replace(
        reading, acts=tuple(acts), meetings=tuple(meetings), instruments=reading.instruments[1:], targets=()
    )


def test_a_reading_equal_to_gold_is_right_in_every_figure() -> None:
    evaluation = Evaluation()
    for reading in gold_readings().values():
        compare(reading, reading, evaluation)
    assert len(evaluation.counts) == 16
    assert {count.f1 for count in evaluation.counts.values()} == {1.0}


def test_missing_and_invented_rows_cost() -> None:
    gold = next(reading for reading in gold_readings().values() if len(reading.acts) > 4)
    evaluation = Evaluation()
    compare(gold, replace(gold, acts=gold.acts[:-2]), evaluation)
    rows = evaluation.counts["act rows"]
    assert (rows.right, rows.predicted, rows.gold) == (len(gold.acts) - 2, len(gold.acts) - 2, len(gold.acts))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Shavkat Mirziyoyev", "Shavkat Mirziyaev", True),
        ("Sergey Lavrov", "Sergei Lavrov", True),
        ("Wang Yi", "Li Yi", True),
        ("Emomali Rahmon", "Sadyr Japarov", False),
        ("", "Sadyr Japarov", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.skipif(
    not SCRIPT.is_file(), reason="measured where the codebook's script lies beside the project"
)
def test_the_figures_agree_with_the_codebooks_script(tmp_path: Path) -> None:
    evaluation = Evaluation()
    lines = []
    for name, gold in gold_readings().items():
        reading = flawed(gold)
        compare(gold, reading, evaluation)
        lines.append(
            json.dumps(to_json(replace(reading, document=replace(gold.document, source=f"{name}.txt"))))
        )
    readings = tmp_path / "readings.jsonl"
    readings.write_text("\n".join(lines), "utf-8")
    script = subprocess.run(
        [sys.executable, str(SCRIPT), str(GOLD), str(readings), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {figure: round(count.f1, 4) for figure, count in evaluation.counts.items()} == json.loads(
        script.stdout
    )
