"""Rows as plain values, in the form of `codebook/reading.schema.json`, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from sijill.records import Document, Dropped, Language, Meeting, Participant, Reading, Row
from sijill.register.schema import KINDS

R = TypeVar("R", bound=Row)


def row_to_json(row: Row) -> dict[str, Any]:
    """One row as plain values."""
    plain = _plain(row)
    if isinstance(row, Meeting):
        plain["participants"] = [_plain(participant) for participant in row.participants]
    return plain


def row_from_json(kind: type[R], plain: Mapping[str, Any]) -> R:
    """One row of the kind asked for.

    Fields that the records do not have are left out. Raises KeyError or TypeError where a field that
    the schema requires is missing.
    """
    values = _values(kind, plain)
    if kind is Meeting:
        values["participants"] = tuple(
            Participant(**_values(Participant, each)) for each in plain["participants"]
        )
    return kind(**values)


def rows_to_json(reading: Reading) -> dict[str, Any]:
    """The rows of a reading and what it left out; keys in a stable order."""
    plain: dict[str, Any] = {
        f"{kind}s": [row_to_json(row) for row in getattr(reading, f"{kind}s")] for kind in KINDS
    }
    return plain | {"dropped": [_plain(dropped) for dropped in reading.dropped]}


def rows_from_json(document: Document, language: Language, plain: Mapping[str, Any]) -> Reading:
    """The reading of a document whose rows `rows_to_json` gave. Raises as `row_from_json` does."""
    rows: dict[str, Any] = {
        f"{name}s": tuple(row_from_json(kind, each) for each in plain[f"{name}s"])
        for name, kind in KINDS.items()
    }
    dropped = tuple(Dropped(**each) for each in plain.get("dropped", ()))
    return Reading(document, language, dropped=dropped, **rows)


def _values(record: type, plain: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: _value(plain[field.name]) for field in fields(record) if field.name in plain}


def _value(plain: Any) -> Any:
    return tuple(plain) if isinstance(plain, list) else plain


def _plain(record: Any) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
