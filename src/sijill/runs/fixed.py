"""The rows of an audited extraction, written out: the true with exact words and offsets, the false apart."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from sijill.errors import RefusedInput

if TYPE_CHECKING:
    from sijill.runs.verify import Checked


class FixedRows:
    """Writes the true rows with exact words and offsets to one file, the false ones to another beside it.

    Both are of the extraction's kind: CSV where it is CSV, otherwise JSON lines.
    """

    def __init__(self, extraction: str) -> None:
        path = Path("extraction.jsonl" if extraction == "-" else extraction)
        self._table = path.suffix.lower() in (".csv", ".tsv")
        suffix = path.suffix if self._table else ".jsonl"
        self.true = path.with_name(f"{path.stem}.fixed{suffix}")
        self.false = path.with_name(f"{path.stem}.false{suffix}")
        self._files: list[TextIO] = []
        self._tables: dict[bool, csv.DictWriter[str]] = {}

    def __enter__(self) -> FixedRows:
        try:
            self._files = [
                path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
                for path in (self.false, self.true)
            ]
        except OSError as error:
            raise RefusedInput(f"{self.true}: cannot be written ({error.strerror})") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def write(self, checked: Checked) -> None:
        """Write one row where it belongs."""
        claim, fields, span = checked.claim, checked.claim.fields, checked.grounded.span
        row = {**claim.row, fields.source: claim.source}
        if span is not None:
            row |= {fields.quote: checked.exact, fields.start: span.start, fields.end: span.end}
            row["places"] = checked.grounded.places
        else:
            full = checked.as_row()
            row |= {fields.quote: claim.quote} | {
                name: full[name] for name in ("verdict", "reason", "nearest")
            }
        if self._table:
            self._in_table(checked.true, row)
        else:
            self._files[checked.true].write(as_json(row) + "\n")

    def _in_table(self, true: bool, row: Mapping[str, object]) -> None:
        table = self._tables.get(true)
        if table is None:
            separator = "\t" if self.true.suffix.lower() == ".tsv" else ","
            table = csv.DictWriter(self._files[true], list(row), extrasaction="ignore", delimiter=separator)
            table.writeheader()
            self._tables[true] = table
        table.writerow(row)


def as_json(row: Mapping[str, object]) -> str:
    """The row as one line of JSON that can be written as UTF-8 whatever is in it."""
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
