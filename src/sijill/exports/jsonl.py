"""A reading as JSON in the form of `codebook/reading.schema.json`, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, cast

from sijill.records import (
    Act,
    Document,
    Dropped,
    Instrument,
    Language,
    Meeting,
    Participant,
    Project,
    Reading,
    Row,
    Target,
)

R = TypeVar("R", bound=Row)

_ROWS: tuple[tuple[str, type[Row]], ...] = (
    ("meetings", Meeting),
    ("acts", Act),
    ("instruments", Instrument),
    ("projects", Project),
    ("targets", Target),
)


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain values, text included; keys in a stable order."""
    document = reading.document
    plain: dict[str, Any] = {
        "source": document.source,
        "sha256": document.sha256,
        "language": reading.language,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "text": document.text,
    }
    for name, _ in _ROWS:
        plain[name] = [row_to_json(row) for row in getattr(reading, name)]
    plain["dropped"] = [_plain(dropped) for dropped in reading.dropped]
    return plain


def row_to_json(row: Row) -> dict[str, Any]:
    """One row as plain values."""
    plain = _plain(row)
    if isinstance(row, Meeting):
        plain["participants"] = [_plain(participant) for participant in row.participants]
    return plain


def from_json(plain: Mapping[str, Any]) -> Reading:
    """The reading that `to_json` wrote, or that another program wrote in the form of the schema.

    Fields that the records do not have are left out. Raises KeyError or TypeError where a field that
    the schema requires is missing.
    """
    text: str = plain["text"]
    published = plain.get("published")
    document = Document(
        source=plain["source"],
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=date.fromisoformat(published) if published else None,
        publisher=plain.get("publisher"),
        language=plain["language"],
    )
    return Reading(
        document=document,
        language=cast(Language, plain["language"]),
        meetings=_rows(Meeting, plain["meetings"]),
        acts=_rows(Act, plain["acts"]),
        instruments=_rows(Instrument, plain["instruments"]),
        projects=_rows(Project, plain["projects"]),
        targets=_rows(Target, plain["targets"]),
        dropped=tuple(Dropped(**each) for each in plain.get("dropped", ())),
    )


def row_from_json(kind: type[R], plain: Mapping[str, Any]) -> R:
    """One row of the kind asked for."""
    values = {field.name: _value(plain[field.name]) for field in fields(kind) if field.name in plain}
    if kind is Meeting:
        values["participants"] = tuple(
            Participant(
                **{field.name: each[field.name] for field in fields(Participant) if field.name in each}
            )
            for each in plain["participants"]
        )
    return kind(**values)


def _rows(kind: type[R], plain: list[Mapping[str, Any]]) -> tuple[R, ...]:
    return tuple(row_from_json(kind, each) for each in plain)


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(plain)
    return plain


def _plain(record: Any) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
