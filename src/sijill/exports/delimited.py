"""CSV (RFC 4180, UTF-8), and the codebook of its columns as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sijill.exports.flat import Cell, cell
from sijill.exports.tables import Table


def write_csv(table: Table, out: TextIO) -> None:
    """The table with a line of column names first."""
    names = (column.name for column in table.columns)
    _write(
        out, names, ([cell(column, line[column.name]) for column in table.columns] for line in table.lines)
    )


def write_codebook(table: Table, out: TextIO) -> None:
    """What each column of the table holds."""
    _write(out, ("column", "kind", "note"), ([each.name, each.kind, each.note] for each in table.columns))


def _write(out: TextIO, names: Iterable[str], lines: Iterable[Iterable[Cell]]) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(lines)
