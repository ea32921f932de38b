"""The audit of a register: every row against the text it was read from, and that text against its hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from sijill.errors import RefusedRegister
from sijill.records import Document
from sijill.register import schema, standing
from sijill.register.codings import coding, coding_digest
from sijill.register.decisions import Decision, chained, decisions, of_document
from sijill.register.engine import open_engine, refusing, shown
from sijill.register.identity import Laid, as_read, digest, provenance, rows_of
from sijill.register.keeping import reading_of, rows_standing
from sijill.register.rows import Found, document_of, lines_of
from sijill.register.texts import text_id

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
    """Every document and row of a register in turn, then what people decided and coded.

    A reading that is wrong as a whole comes after its rows.

    Raises RefusedRegister where the register cannot be opened.
    """
    name = shown(place)
    try:
        engine = open_engine(place, create=False)
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged file quotes the damage.
        raise RefusedRegister(f"{name}: is damaged; take it from a backup") from error
    try:
        yield from _structure(engine, name)
        documents = _keys(engine, name, schema.document.c.sha256)
        for (key,) in documents:
            yield _document(engine, name, key)
        readings = _keys(engine, name, schema.reading.c.document, schema.reading.c.reader)
        for key, reader in readings:
            yield from _reading(engine, name, key, reader)
        known = set(readings)
        rows = _keys(engine, name, schema.row.c.id, schema.row.c.document, schema.row.c.reading)
        for id, key, reader in rows:
            if (key, reader) not in known:
                yield Audited(id, "row", key, "belongs to no reading of this register")
        yield from _decisions(engine, name)
        yield from _codings(engine, name)
    finally:
        engine.dispose()


def _keys(engine: Engine, place: str, *columns: Any) -> list[tuple[str, ...]]:
    with refusing(place), engine.connect() as connection:
        return [tuple(line) for line in connection.execute(select(*columns).order_by(*columns))]


def _structure(engine: Engine, place: str) -> Iterator[Audited]:
    """What the database itself finds wrong with its file; the search index against the rows."""
    in_file = engine.dialect.name == "sqlite"
    with refusing(place), engine.connect() as connection:
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check").all() if in_file else ():
            if told != "ok":
                yield Audited(place, "database", "", " ".join(str(told).split()))
        indexed = connection.exec_driver_sql("SELECT id FROM row_words").scalars().all()
        texts = map(text_id, connection.scalars(select(schema.document.c.sha256)))
        if sorted(indexed) != sorted([*connection.scalars(select(schema.row.c.id)), *texts]):
            yield Audited(place, "search index", "", "does not have the rows and texts of the register")
    if not in_file:
        return
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
            reading = reading_of(connection, document, reader)
            found = rows_standing(connection, key, reader)
            laid = standing.laid(reading, reader, decisions(connection, of_document(key)))
            table = schema.reading.c
            line = connection.execute(
                select(table.version, table.digest).where(table.document == key, table.reader == reader)
            ).one()
    except (RefusedRegister, KeyError, TypeError, ValueError) as error:
        yield Audited(identity, "reading", "", f"cannot be read: {error}")
        return
    audited = [_grounded(one) for one in found]
    if not any(one.fault for one in audited):
        audited = _as_derived(laid, found, audited)
    yield from audited
    if line.digest != digest(reading, line.version):
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


def _grounded(found: Found) -> Audited:
    row, document = found.row, found.document
    fault = ""
    if not 0 <= row.start < row.end <= len(document.text):
        fault = f"{row.start}-{row.end} is no place in its text"
    elif document.text[row.start : row.end] != row.quote:
        fault = f"its text says {document.text[row.start : row.end]!r} at {row.start}-{row.end}"
    return Audited(found.id, found.kind, document.source, fault, row.start, row.end, row.quote)


def _as_derived(laid: Laid, found: list[Found], audited: list[Audited]) -> list[Audited]:
    """The rows again, each compared with what follows from its reading and the decisions taken on it."""
    try:
        lines = {line["id"]: line for line in lines_of(laid)[schema.row]}
    except RefusedRegister as error:
        document = laid.reading.document
        return [*audited, Audited(document.sha256, "reading", document.source, str(error))]
    rows = {laid.ids[kind, number]: row for kind, number, row in rows_of(laid.reading)}
    derived = []
    for one, row in zip(audited, found, strict=True):
        line = lines.pop(row.id, None)
        if line is None:
            one = replace(one, fault="its id is not that of its content")
        elif (row.meeting, row.first_day, row.last_day) != (
            line["sitting"],
            line["first_day"],
            line["last_day"],
        ):
            one = replace(one, fault="its meeting or its days are not those of its reading")
        elif (row.row, row.standing) != (rows[row.id], line["standing"]):
            one = replace(one, fault="is not as it was read and decided on")
        derived.append(one)
    source = laid.reading.document.source
    return derived + [
        Audited(id, line["kind"], source, "should stand and is not there") for id, line in lines.items()
    ]


def _decisions(engine: Engine, place: str) -> Iterator[Audited]:
    """Every decision: does it follow from the one before, and are the words it rests on in the text?"""
    try:
        with refusing(place), engine.connect() as connection:
            taken = decisions(connection)
    except (KeyError, TypeError, ValueError) as error:
        yield Audited(place, "decision", "", f"cannot be read: {error}")
        return
    before = ""
    for decision in taken:
        again = chained(decision, before)
        if (again.id, again.digest) != (decision.id, decision.digest):
            fault = "is not as it was taken, or one before it is missing"
        else:
            fault = _remembered(engine, place, decision)
        before = decision.digest
        yield Audited(decision.id, "decision", decision.by, fault)


def _remembered(engine: Engine, place: str, decision: Decision) -> str:
    """What is wrong with the row that a decision remembers; nothing where it remembers none."""
    if decision.document is None:
        return ""
    try:
        text = _load(engine, place, decision.document).text
        if decision.subject.kind == "row" and decision.kind != "undo":
            row = standing.Seen(**decision.seen).after([decision]).record()
            return (
                "" if text[row.start : row.end] == row.quote else "its text does not say what was decided on"
            )
    except (RefusedRegister, KeyError, TypeError, ValueError) as error:
        return f"cannot be read: {error}"
    return ""


def _codings(engine: Engine, place: str) -> Iterator[Audited]:
    """Every coding: does it follow from the one before, and do its rows quote their text?"""
    with refusing(place), engine.connect() as connection:
        lines = connection.execute(select(schema.coding).order_by(schema.coding.c.number)).mappings().all()
        before = ""
        for line in lines:
            fault = "is not as it was made, or one before it is missing"
            if coding_digest(line, before) == line["digest"] and line["id"].endswith(line["digest"][:12]):
                try:
                    document = _load(engine, place, line["document"])
                    lines_of(as_read(coding(connection, document, line["id"]).reading))
                    fault = ""
                except (RefusedRegister, KeyError, TypeError, ValueError) as error:
                    fault = f"cannot be read: {error}"
            before = line["digest"]
            yield Audited(line["id"], "coding", line["by"], fault)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
