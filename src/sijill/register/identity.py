"""Who a row is: ids hashed from content, so that two machines agree and a second run changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from sijill.records import Document, Reading, Row, Target
from sijill.register.schema import KINDS

_DIGITS = 12


def rows_of(reading: Reading) -> list[tuple[str, int, Row]]:
    """All rows of a reading, each with its kind and its number among the rows of that kind."""
    return [(kind, number, row) for kind in KINDS for number, row in enumerate(getattr(reading, f"{kind}s"))]


def reader_of(reading: Reading) -> str:
    """The reader that made a reading: that of its rows, "a+b" where two did; "rules" where there are none."""
    return "+".join(sorted({row.reader for _, _, row in rows_of(reading)})) or "rules"


def row_ids(reading: Reading) -> dict[tuple[str, int], str]:
    """(kind, number) → id, hashed from document, kind, span and reader: `act-3f2a9b0c1d2e`.

    Rows of one kind with the same span are told apart by their order.
    """
    reader = reader_of(reading)
    seen: Counter[str] = Counter()
    ids = {}
    for kind, number, row in rows_of(reading):
        key = f"{reading.document.sha256} {kind} {row.start} {row.end} {reader}"
        ids[kind, number] = f"{kind}-{sha256(f'{key} {seen[key]}'.encode()).hexdigest()[:_DIGITS]}"
        seen[key] += 1
    return ids


@dataclass(frozen=True, slots=True)
class Laid:
    """A reading as the tables hold it: under the name of its reader, each row by its id, and how it stands.

    `standing` is of rows on which somebody decided: "accepted" or "corrected". All others stand as read.
    """

    reading: Reading
    reader: str
    ids: Mapping[tuple[str, int], str]
    standing: Mapping[str, str]


def as_read(reading: Reading) -> Laid:
    """A reading on which nobody has decided anything."""
    return Laid(reading, reader_of(reading), row_ids(reading), {})


def digest(reading: Reading, version: str) -> str:
    """A hash of everything that the reader of that version took from the document and left out."""
    rows = [(kind, number, _as_kept(row)) for kind, number, row in rows_of(reading)]
    return _hash(repr((version, reading.language, rows, reading.dropped)))


def provenance(document: Document) -> str:
    """A hash of what is known of a document beside its text: source, publication, publisher, language."""
    return _hash(repr((document.source, document.published, document.publisher, document.language)))


def _as_kept(row: Row) -> Row:
    """The row as a database gives it back, which keeps 15 as 15.0."""
    return replace(row, value=float(row.value)) if isinstance(row, Target) else row


def _hash(content: str) -> str:
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
