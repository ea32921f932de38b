"""Readings go into the tables, and out again, each as it stands after what people decided on its document."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from sijill.errors import RefusedRegister
from sijill.records import Document, Dropped, Reading
from sijill.register import schema
from sijill.register.codings import coding
from sijill.register.decisions import decisions, in_force, of_document
from sijill.register.fulltext import fulltext
from sijill.register.identity import as_read, digest, reader_of, rows_of
from sijill.register.plain import rows_from_json, rows_to_json
from sijill.register.rows import Found, document_of, found_rows, lines_of, words_of
from sijill.register.standing import chosen, laid


def keep_reading(connection: Connection, reading: Reading) -> list[str]:
    """Keep a reading in place of an earlier one by the same reader; the ids of the rows that then stand."""
    now, reader = version("sijill"), reader_of(reading)
    remove_reading(connection, reading.document.sha256, reader)
    line = {"version": now, "language": reading.language, "digest": digest(reading, now)}
    connection.execute(insert(schema.reading).values(document=reading.document.sha256, reader=reader, **line))
    return _keep_rows(connection, reading, reader)


def remove_reading(connection: Connection, document: str, reader: str) -> set[str]:
    """Take a reading out; the ids of its rows."""
    gone = _remove_rows(connection, document, reader)
    table = schema.reading
    connection.execute(delete(table).where(table.c.document == document, table.c.reader == reader))
    return gone


def stand_anew(connection: Connection, sha256: str) -> None:
    """Bring the rows of a document into accord with the decisions taken on it."""
    accepted = chosen(in_force(decisions(connection, of_document(sha256))))
    document = load_document(connection, sha256)
    if accepted:
        keep_reading(connection, coding(connection, document, accepted).reading)
    for (reader,) in connection.execute(
        select(schema.reading.c.reader).where(schema.reading.c.document == sha256)
    ).all():
        reading = reading_of(connection, document, reader)
        _remove_rows(connection, sha256, reader)
        _keep_rows(connection, reading, reader)


def load_document(connection: Connection, sha256: str) -> Document:
    """The document of that hash. Raises RefusedRegister where there is none."""
    line = connection.execute(select(schema.document).where(schema.document.c.sha256 == sha256))
    kept = line.mappings().first()
    if kept is None:
        raise RefusedRegister(f"there is no document {sha256}")
    return document_of(kept)


def reading_of(connection: Connection, document: Document, reader: str) -> Reading:
    """The reading as its reader made it, whatever was decided since."""
    table, left = schema.reading.c, schema.dropped.c
    language = connection.execute(
        select(table.language).where(table.document == document.sha256, table.reader == reader)
    ).scalar_one()
    content = connection.scalar(
        select(schema.original.c.content).where(*_in(schema.original, document.sha256, reader))
    )
    if content is not None:
        return rows_from_json(document, language, json.loads(content))
    dropped = connection.execute(
        select(left.start, left.end, left.reason)
        .where(*_in(schema.dropped, document.sha256, reader))
        .order_by(left.number)
    )
    found = rows_standing(connection, document.sha256, reader)
    rows: dict[str, Any] = {
        f"{kind}s": tuple(one.row for one in found if one.kind == kind) for kind in schema.KINDS
    }
    return Reading(document, language, dropped=tuple(Dropped(*each) for each in dropped), **rows)


def to_be_linked(connection: Connection, document: str) -> None:
    """Note that what a document says has changed, so that its links are worked out anew."""
    connection.execute(delete(schema.unlinked).where(schema.unlinked.c.document == document))
    connection.execute(insert(schema.unlinked).values(document=document))


def rows_standing(connection: Connection, document: str, reader: str) -> list[Found]:
    """The rows of a reading that stand, by kind and number."""
    row = schema.row.c
    chosen = select(row.id).where(row.document == document, row.reading == reader)
    return found_rows(connection, connection.scalars(chosen.order_by(row.kind, row.number)).all())


def _keep_rows(connection: Connection, reading: Reading, reader: str) -> list[str]:
    stands = laid(reading, reader, decisions(connection, of_document(reading.document.sha256)))
    lines = lines_of(as_read(reading))
    if stands != as_read(reading):
        lines = lines_of(stands)
        content = json.dumps(rows_to_json(reading))
        lines[schema.original] = [
            {"document": reading.document.sha256, "reading": reader, "content": content}
        ]
    for table in schema.metadata.sorted_tables:
        if lines.get(table):
            connection.execute(insert(table), lines[table])
    words = ((stands.ids[kind, number], words_of(row)) for kind, number, row in rows_of(stands.reading))
    fulltext(connection.dialect.name).put(connection, words)
    to_be_linked(connection, reading.document.sha256)
    return list(stands.ids.values())


def _remove_rows(connection: Connection, document: str, reader: str) -> set[str]:
    gone = set(connection.scalars(select(schema.row.c.id).where(*_in(schema.row, document, reader))))
    fulltext(connection.dialect.name).remove(connection, gone)
    to_be_linked(connection, document)
    for table in (schema.row, schema.dropped, schema.original):
        connection.execute(delete(table).where(*_in(table, document, reader)))
    return gone


def _in(table: Table, document: str, reader: str) -> tuple[ColumnElement[bool], ...]:
    return table.c.document == document, table.c.reading == reader
