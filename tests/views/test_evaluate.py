"""What whoever keeps the floors relies on: a figure below its floor ends with 1 and says which."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sijill.views.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
NAME = "csto-bishkek-2025-ar"


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    shutil.copy(EXAMPLES / "gold" / f"{NAME}.json", folder)
    return folder


def evaluate(gold: Path, *options: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["evaluate", str(gold), str(EXAMPLES / "communiques"), *options])
    return done.exit_code, done.stdout, done.stderr


def test_figures_and_floors(gold: Path, tmp_path: Path) -> None:
    code, out, _ = evaluate(gold, "--json")
    figures = json.loads(out)
    assert code == 0
    assert all(set(figure) == {"f1", "right", "predicted", "gold"} for figure in figures.values())
    kept, missed = tmp_path / "kept.json", tmp_path / "missed.json"
    name = next(iter(figures))
    kept.write_text(json.dumps({name: figures[name]["f1"]}))
    missed.write_text(json.dumps({name: 1.01, "no such figure": 0.5}))
    assert evaluate(gold, "--floors", str(kept))[0] == 0
    code, _, err = evaluate(gold, "--floors", str(missed))
    assert code == 1
    assert [line.split(": ")[0] for line in err.splitlines()] == [name, "no such figure"]
