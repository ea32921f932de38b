"""An Excel workbook (XLSX), written by XlsxWriter: a sheet with the table, one with what its columns hold."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from sijill.exports.flat import Cell, cell
from sijill.exports.tables import Table

# What a cell holds at the most (Excel specifications and limits).
_LONGEST = 32_767


def write_workbook(table: Table, out: BinaryIO) -> None:
    """The table in one workbook; text longer than a cell may hold is cut, and ends with an ellipsis."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [column.name for column in table.columns], bold)
        for number, line in enumerate(table.lines, 1):
            for place, column in enumerate(table.columns):
                _write(sheet, (number, place), cell(column, line[column.name]), day)
        notes = book.add_worksheet("columns")
        notes.write_row(0, 0, ["column", "kind", "note"], bold)
        for number, column in enumerate(table.columns, 1):
            notes.write_row(number, 0, [column.name, column.kind, column.note])


def _write(sheet: Worksheet, place: tuple[int, int], value: Cell, day: object) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, value, day)
    elif isinstance(value, str):
        sheet.write_string(*place, value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…")
    elif value is not None:
        sheet.write_number(*place, value)
