"""Search in the words of rows, by the means of the database: SQLite's FTS5."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, bindparam, column, false, select, table, text

from sijill.register.schema import row
from sijill.register.words import asked, kept


class FullText:
    """The index of one register. What another database does otherwise is all in here."""

    _table = table("row_words", column("id"))

    def put(self, connection: Connection, words_by_id: Iterable[tuple[str, str]]) -> None:
        """Take in rows by id with the text they are to be found by."""
        values = [{"key": _key(id), "id": id, "words": kept(words)} for id, words in words_by_id]
        if values:
            connection.execute(
                text("INSERT INTO row_words (rowid, id, words) VALUES (:key, :id, :words)"), values
            )

    def remove(self, connection: Connection, ids: Iterable[str]) -> None:
        """Forget rows."""
        values = [{"key": _key(id)} for id in ids]
        if values:
            connection.execute(text("DELETE FROM row_words WHERE rowid = :key"), values)

    def holds(self, question: str) -> ColumnElement[bool]:
        """The condition that a row's words hold every word of the question, in whatever form."""
        words = (" OR ".join(f'"{form}"' for form in forms) for forms in asked(question))
        match = " AND ".join(f"({word})" for word in words)
        if not match:
            return false()
        found = select(self._table.c.id).where(
            text("row_words MATCH :match").bindparams(bindparam("match", match))
        )
        return row.c.id.in_(found)


def _key(id: str) -> int:
    """The hash in an id as a number: FTS5 finds a line to delete by number only."""
    return int(id.rpartition("-")[2], 16)
