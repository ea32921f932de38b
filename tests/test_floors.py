"""Quality has floors: no change may read worse than what `examples/floors.json` promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sijill.documents.load import load_all
from sijill.errors import SijillError
from sijill.reading import read_document
from sijill.runs.evaluation import Evaluation, compare, load_gold

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "examples" / "floors.json").read_text("utf-8"))


def measured(gold: Path, texts: Path) -> Evaluation:
    evaluation = Evaluation()
    for document in load_all([str(texts)]):
        assert not isinstance(document, SijillError), str(document)
        path = gold / f"{Path(document.source).stem}.json"
        if path.is_file() and json.loads(path.read_text("utf-8"))["language"] == "ar":
            compare(load_gold(path, document.text, evaluation.faults), read_document(document), evaluation)
    return evaluation


@pytest.mark.parametrize(
    ("name", "gold", "texts"),
    [
        ("examples", ROOT / "examples" / "gold", ROOT / "examples" / "communiques"),
        ("seeds", SHARED / "gold" / "seeds", SHARED / "seeds"),
        ("ar-2018-more", SHARED / "gold" / "ar-2018-more", SHARED / "corpus" / "ar-2018-more"),
    ],
)
def test_no_figure_falls_below_its_floor(name: str, gold: Path, texts: Path) -> None:
    if not gold.is_dir():
        pytest.skip("measured where these texts lie beside the project")
    evaluation = measured(gold, texts)
    below = {
        figure: round(evaluation.counts[figure].f1, 3)
        for figure, floor in FLOORS[name].items()
        if evaluation.counts[figure].f1 < floor
    }
    assert below == {}
