"""Values of a table as one cell each, for formats that cannot nest: CSV and spreadsheets."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sijill.exports.tables import Column

Cell = str | int | float | date | None

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(column: Column, value: Any) -> Cell:
    """One value as a cell: lists joined by "; ", lines of their own as JSON; text is made no formula."""
    if value is None:
        return None
    if column.kind == "list":
        value = "; ".join(value)
    elif column.kind == "records":
        value = json.dumps(value, ensure_ascii=False, default=str)
    return safe(value) if isinstance(value, str) else value


def safe(text: str) -> str:
    """Text that no spreadsheet runs as a formula: an apostrophe before what would begin one."""
    return f"'{text}" if text.startswith(_FORMULA) else text
