"""What a reviewer relies on: every row says how sure it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sijill.documents.load import load_all
from sijill.readers.confidence import assured
from sijill.reading import read_document
from sijill.records import Document, Instrument

COMMUNIQUES = Path(__file__).parents[2] / "examples/communiques"


@pytest.mark.parametrize("name", ["csto-yerevan-2022-ar", "china-c5-xian-2023-en", "csto-astana-2024-ru"])
def test_every_row_says_how_sure_it_is(name: str) -> None:
    (document,) = load_all([str(COMMUNIQUES / f"{name}.txt")])
    assert isinstance(document, Document)
    reading = read_document(document)
    rows = [*reading.meetings, *reading.acts, *reading.instruments, *reading.projects, *reading.targets]
    assert rows
    assert all(row.confidence is not None and 0 < row.confidence < 1 for row in rows)


def test_a_kind_never_counted_is_as_sure_as_its_neighbours() -> None:
    known, unknown = (
        Instrument(start=0, end=1, quote="x", kind=kind, status="mentioned") for kind in ("treaty", "sonnet")
    )
    sure, unsure = assured((known, unknown))
    assert sure.confidence is not None and unsure.confidence is not None
    assert 0.4 < unsure.confidence < 0.95
