"""The audit of a register: every row against the text it was read from, and that text against its hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from sijill.errors import RefusedRegister
from sijill.records import Document, Dropped, Reading
from sijill.register import schema
from sijill.register.engine import open_engine, refusing
from sijill.register.identity import digest, provenance
from sijill.register.rows import Found, document_of, found_rows, lines_of

_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Audited:
    """A row, document or reading of a register that stands (`fault` empty) or does not, and why."""

    id: str
    kind: str
    source: str
    fault: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""


def is_register(place: str) -> bool:
    """Whether `place` is a database URL or a SQLite file."""
    if "://" in place:
        return True
    try:
        with Path(place).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def audit(place: str) -> Iterator[Audited]:
    """Every document and row of a register in turn; a reading that is wrong as a whole comes after its rows.

    Raises RefusedRegister where the register cannot be opened.
    """
    try:
        engine = open_engine(place, create=False)
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged file quotes the damage.
        raise RefusedRegister(f"{place}: is damaged; take it from a backup") from error
    try:
        yield from _structure(engine, place)
        documents = _keys(engine, place, schema.document.c.sha256)
        for (key,) in documents:
            yield _document(engine, place, key)
        readings = _keys(engine, place, schema.reading.c.document, schema.reading.c.reader)
        for key, reader in readings:
            yield from _reading(engine, place, key, reader)
        known = set(readings)
        rows = _keys(engine, place, schema.row.c.id, schema.row.c.document, schema.row.c.reading)
        for id, key, reader in rows:
            if (key, reader) not in known:
                yield Audited(id, "row", key, "belongs to no reading of this register")
    finally:
        engine.dispose()


def _keys(engine: Engine, place: str, *columns: Any) -> list[tuple[str, ...]]:
    with refusing(place), engine.connect() as connection:
        return [tuple(line) for line in connection.execute(select(*columns).order_by(*columns))]


def _structure(engine: Engine, place: str) -> Iterator[Audited]:
    """What SQLite itself finds wrong with its file, and with the search index against the rows' words."""
    if engine.dialect.name != "sqlite":
        return
    with refusing(place), engine.connect() as connection:
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
            if told != "ok":
                yield Audited(place, "database", "", " ".join(str(told).split()))
        indexed = connection.exec_driver_sql("SELECT id FROM row_words").scalars().all()
        if sorted(indexed) != sorted(connection.scalars(select(schema.row.c.id))):
            yield Audited(place, "search index", "", "does not have the rows of the register")
    try:
        with engine.connect() as connection:
            # A question in the form of an insert: nothing is written.
            connection.exec_driver_sql("INSERT INTO row_words(row_words) VALUES ('integrity-check')")
    except DBAPIError as error:
        if "readonly" not in str(error.orig):
            yield Audited(place, "search index", "", f"does not agree with the rows ({error.orig})")


def _document(engine: Engine, place: str, key: str) -> Audited:
    try:
        document = _load(engine, place, key)
    except (RefusedRegister, TypeError, ValueError) as error:
        return Audited(key, "document", "", f"cannot be read: {error}")
    if _hash(document.text) != key:
        return Audited(key, "document", document.source, "its text is not the text of this hash")
    return Audited(key, "document", document.source)


def _reading(engine: Engine, place: str, key: str, reader: str) -> Iterator[Audited]:
    """The rows of a reading, then the reading itself where it is not as it was added."""
    identity = f"{key} {reader}"
    try:
        with refusing(place), engine.connect() as connection:
            document = _load(engine, place, key)
            found = _rows(connection, key, reader)
            reading, version, kept = _rebuilt(connection, document, reader, found)
    except (RefusedRegister, KeyError, TypeError, ValueError) as error:
        yield Audited(identity, "reading", "", f"cannot be read: {error}")
        return
    audited = [_grounded(one) for one in found]
    if not any(one.fault for one in audited):
        audited = _as_derived(reading, found, audited)
    yield from audited
    if kept != digest(reading, version):
        fault = "its rows, or what it left out, are not as its reader wrote them"
        yield Audited(identity, "reading", document.source, fault)


def _load(engine: Engine, place: str, key: str) -> Document:
    with refusing(place), engine.connect() as connection:
        line = (
            connection.execute(select(schema.document).where(schema.document.c.sha256 == key))
            .mappings()
            .first()
        )
    if line is None:
        raise RefusedRegister(f"{place}: has no document {key}")
    document = document_of(line)
    if line["provenance"] != provenance(document):
        raise ValueError("its source, date, publisher or language is not as it was added")
    return document


def _rows(connection: Connection, key: str, reader: str) -> list[Found]:
    row = schema.row.c
    chosen = select(row.id).where(row.document == key, row.reading == reader).order_by(row.kind, row.number)
    return found_rows(connection, connection.scalars(chosen).all())


def _rebuilt(
    connection: Connection, document: Document, reader: str, found: list[Found]
) -> tuple[Reading, str, str]:
    """The reading as it was added, the version of its reader, and its digest then."""
    table, left = schema.reading.c, schema.dropped.c
    line = connection.execute(
        select(table.language, table.version, table.digest).where(
            table.document == document.sha256, table.reader == reader
        )
    ).one()
    dropped = connection.execute(
        select(left.start, left.end, left.reason)
        .where(left.document == document.sha256, left.reading == reader)
        .order_by(left.number)
    )
    rows: dict[str, Any] = {
        f"{kind}s": tuple(one.row for one in found if one.kind == kind) for kind in schema.KINDS
    }
    reading = Reading(document, line.language, dropped=tuple(Dropped(*each) for each in dropped), **rows)
    return reading, line.version, line.digest


def _grounded(found: Found) -> Audited:
    row, document = found.row, found.document
    fault = ""
    if not 0 <= row.start < row.end <= len(document.text):
        fault = f"{row.start}-{row.end} is no place in its text"
    elif document.text[row.start : row.end] != row.quote:
        fault = f"its text says {document.text[row.start : row.end]!r} at {row.start}-{row.end}"
    return Audited(found.id, found.kind, document.source, fault, row.start, row.end, row.quote)


def _as_derived(reading: Reading, found: list[Found], audited: list[Audited]) -> list[Audited]:
    """The rows again, each compared with what follows from its reading: its id, its meeting, its days."""
    try:
        lines = {line["id"]: line for line in lines_of(reading)[schema.row]}
    except RefusedRegister as error:
        return [*audited, Audited(reading.document.sha256, "reading", reading.document.source, str(error))]
    derived = []
    for one, row in zip(audited, found, strict=True):
        line = lines.get(row.id)
        if line is None:
            one = replace(one, fault="its id is not that of its content")
        elif (row.meeting, row.first_day, row.last_day) != (
            line["sitting"],
            line["first_day"],
            line["last_day"],
        ):
            one = replace(one, fault="its meeting or its days are not those of its reading")
        derived.append(one)
    return derived


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
