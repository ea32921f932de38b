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
FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (ROOT / "examples" / "floors.json").read_text("utf-8")
)


def measured(gold: Path, texts: Path, language: str) -> Evaluation:
    evaluation = Evaluation()
    for document in load_all([str(texts)]):
        assert not isinstance(document, SijillError), str(document)
        path = gold / f"{Path(document.source).stem}.json"
        if path.is_file() and json.loads(path.read_text("utf-8"))["language"] == language:
            compare(load_gold(path, document.text, evaluation.faults), read_document(document), evaluation)
    return evaluation


@pytest.mark.parametrize("language", FLOORS["examples"])
def test_the_examples_are_read_as_well_as_before(language: str) -> None:
    found = measured(ROOT / "examples" / "gold", ROOT / "examples" / "communiques", language)
    assert below(found, FLOORS["examples"][language]) == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason="measured where other annotated texts lie beside the project")
@pytest.mark.parametrize("name", [name for name in FLOORS if name != "examples"])
def test_other_texts_are_read_as_well_as_before(name: str) -> None:
    texts = SHARED / name if (SHARED / name).is_dir() else SHARED / "corpus" / name
    for language, floors in FLOORS[name].items():
        assert below(measured(SHARED / "gold" / name, texts, language), floors) == {}


def below(found: Evaluation, floors: dict[str, float]) -> dict[str, float]:
    return {
        figure: round(found.counts[figure].f1, 3)
        for figure, floor in floors.items()
        if found.counts[figure].f1 < floor
    }
