"""Whole texts in the search index, beside the rows: a document is found by words of it that no row has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, String, column, func, literal, select, table

from sijill.records import Document, Span
from sijill.register import schema
from sijill.register.fulltext import fulltext
from sijill.register.rows import document_of
from sijill.register.search import Query, bound, ids_of
from sijill.register.wording import Wording

_HASH = 12


@dataclass(frozen=True, slots=True)
class FoundText:
    """A document that holds the words asked for, and the shortest stretch of it that has all of them."""

    document: Document
    place: Span


def text_id(sha256: str) -> str:
    """The name of a document's text in the index."""
    return f"document-{sha256[:_HASH]}"


def keep_text(connection: Connection, document: Document) -> None:
    """Take the text of a new document into the index."""
    fulltext(connection.dialect.name).put(connection, [(text_id(document.sha256), document.text)])


def keep_texts(connection: Connection) -> None:
    """Take in the texts that the index of an upgraded register does not have yet."""
    id = column("id", String)
    kept = select(id).select_from(table("row_words")).where(id.startswith("document-"))
    indexed = set(connection.scalars(kept))
    for line in connection.execute(select(schema.document)).mappings().all():
        if text_id(line["sha256"]) not in indexed:
            keep_text(connection, document_of(line))


def found_texts(connection: Connection, query: Query) -> Iterator[FoundText]:
    """The documents that hold the words of the query, the words nearest to each other first.

    All else that the query asks must hold for one row of the document at the least; its bounds of time
    are those of the document's publication.
    """
    wording = Wording.of(query.text or "")
    found: list[FoundText] = []
    for line in connection.execute(_chosen(query, connection.dialect.name)).mappings():
        document = document_of(line)
        place = wording.nearest(document.text) if wording.holds(document.text) else None
        if place is not None:
            found.append(FoundText(document, place))
    found.sort(key=lambda each: (each.place.end - each.place.start, each.document.source))
    yield from found[query.offset :][: query.limit]


def _chosen(query: Query, dialect: str) -> Select[tuple[object, ...]]:
    document, row = schema.document, schema.row
    named = literal("document-") + func.substr(document.c.sha256, 1, _HASH)
    chosen = select(document).where(named.in_(fulltext(dialect).holding(query.text or "")))
    if query.since:
        chosen = chosen.where(document.c.published >= bound(query.since, 0))
    if query.until:
        chosen = chosen.where(document.c.published <= bound(query.until, 1))
    of_rows = replace(query, text=None, since=None, until=None, limit=None, offset=0)
    if of_rows != Query():
        rows = ids_of(of_rows, dialect).order_by(None)
        chosen = chosen.where(document.c.sha256.in_(select(row.c.document).where(row.c.id.in_(rows))))
    return chosen
