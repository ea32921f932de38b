"""Search in the words of rows and texts, by the database's means: FTS5 in SQLite, arrays in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import (
    ARRAY,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    column,
    false,
    select,
    table,
    text,
    true,
)

from sijill.register.words import asked, kept

# PostgreSQL's index takes words of less than 2,700 bytes, of four bytes a letter at the most.
_LONGEST = 500


class FullText(Protocol):
    """The index of one register. What one database does otherwise than another is all in here."""

    def put(self, connection: Connection, words_by_id: Iterable[tuple[str, str]]) -> None:
        """Take in rows or texts by id with the words they are to be found by."""

    def remove(self, connection: Connection, ids: Iterable[str]) -> None:
        """Forget rows or texts."""

    def holding(self, question: str) -> Select[str]:
        """The ids of what holds every word of the question, in whatever form; none where it has no word."""


def fulltext(dialect: str) -> FullText:
    """The index as the database of that name keeps it."""
    return _InSqlite() if dialect == "sqlite" else _InPostgres()


class _InSqlite:
    _table = table("row_words", column("id"))

    def put(self, connection: Connection, words_by_id: Iterable[tuple[str, str]]) -> None:
        values = [{"key": _key(id), "id": id, "words": kept(words)} for id, words in words_by_id]
        if values:
            connection.execute(
                text("INSERT INTO row_words (rowid, id, words) VALUES (:key, :id, :words)"), values
            )

    def remove(self, connection: Connection, ids: Iterable[str]) -> None:
        values = [{"key": _key(id)} for id in ids]
        if values:
            connection.execute(text("DELETE FROM row_words WHERE rowid = :key"), values)

    def holding(self, question: str) -> Select[str]:
        words = (" OR ".join(f'"{form}"' for form in forms) for forms in asked(question))
        match = " AND ".join(f"({word})" for word in words)
        found = select(self._table.c.id)
        if not match:
            return found.where(false())
        return found.where(text("row_words MATCH :match").bindparams(bindparam("match", match)))


class _InPostgres:
    _table = table("row_words", column("id", Text), column("words", ARRAY(Text)))

    def put(self, connection: Connection, words_by_id: Iterable[tuple[str, str]]) -> None:
        values = [
            {"id": id, "words": sorted({word[:_LONGEST] for word in kept(words).split()})}
            for id, words in words_by_id
        ]
        if values:
            connection.execute(self._table.insert(), values)

    def remove(self, connection: Connection, ids: Iterable[str]) -> None:
        connection.execute(self._table.delete().where(self._table.c.id.in_(list(ids))))

    def holding(self, question: str) -> Select[str]:
        words = [[form[:_LONGEST] for form in forms] for forms in asked(question)]
        overlaps = (self._table.c.words.bool_op("&&")(bindparam(None, forms, ARRAY(Text))) for forms in words)
        return select(self._table.c.id).where(and_(false() if not words else true(), *overlaps))


def _key(id: str) -> int:
    """The hash in an id as a number: FTS5 finds a line to delete by number only."""
    return int(id.rpartition("-")[2], 16)
