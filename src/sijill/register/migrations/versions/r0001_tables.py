"""The tables of the first version: documents, readings, rows, what each kind of row has, and their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Letters in the same order everywhere, whatever the language of the server.
_WORD = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; a register that the first version made has them already and starts after this."""
    _documents()
    _rows()
    _meetings()
    _acts()
    _things()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE row_words USING fts5"
            "(id UNINDEXED, words, tokenize='unicode61 remove_diacritics 0')"
        )
    else:
        op.execute("CREATE TABLE row_words (id varchar PRIMARY KEY, words text[] NOT NULL)")
        op.execute("CREATE INDEX row_words_by_word ON row_words USING gin (words)")


def _documents() -> None:
    op.create_table(
        "register",
        sa.Column("version", sa.Integer, primary_key=True),
    )
    op.create_table(
        "document",
        sa.Column("sha256", _WORD, primary_key=True),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("text", _TEXT, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("publisher", _TEXT),
        sa.Column("language", _WORD),
        sa.Column("provenance", _WORD, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("document", _WORD, sa.ForeignKey("document.sha256", ondelete="CASCADE"), primary_key=True),
        sa.Column("reader", _WORD, primary_key=True),
        sa.Column("version", _WORD, nullable=False),
        sa.Column("language", _WORD, nullable=False),
        sa.Column("digest", _WORD, nullable=False),
    )
    op.create_table(
        "dropped",
        sa.Column("document", _WORD, primary_key=True),
        sa.Column("reading", _WORD, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("reason", _WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "reading"], ["reading.document", "reading.reader"], ondelete="CASCADE"
        ),
    )
    op.execute("INSERT INTO register (version) VALUES (1)")


def _rows() -> None:
    op.create_table(
        "row",
        sa.Column("id", _WORD, primary_key=True),
        sa.Column("document", _WORD, nullable=False),
        sa.Column("reading", _WORD, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", _TEXT, nullable=False),
        sa.Column("reader", _WORD, nullable=False),
        sa.Column("confidence", sa.Float),
        sa.Column("sitting", _WORD, sa.ForeignKey("row.id")),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.ForeignKeyConstraint(
            ["document", "reading"], ["reading.document", "reading.reader"], ondelete="CASCADE"
        ),
    )
    op.create_index("row_by_day", "row", ["first_day"])
    op.create_index("row_by_reading", "row", ["document", "reading"])
    op.create_index("row_by_sitting", "row", ["sitting"])


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("format", _WORD),
        sa.Column("level", _WORD, nullable=False),
        sa.Column("ordinal", sa.Integer),
        sa.Column("start_date", _WORD),
        sa.Column("end_date", _WORD),
        sa.Column("city", _TEXT),
        sa.Column("country", _WORD),
        sa.Column("chair", _TEXT),
        sa.Column("earlier", sa.Boolean, nullable=False),
        sa.Column("planned", sa.Boolean, nullable=False),
    )
    op.create_index("ix_meeting_format", "meeting", ["format"])
    op.create_table(
        "participant",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("party", _WORD, nullable=False),
        sa.Column("person", _TEXT),
        sa.Column("latin", _TEXT),
        sa.Column("office", _WORD),
        sa.Column("role", _WORD, nullable=False),
    )
    op.create_index("ix_participant_party", "participant", ["party"])


def _acts() -> None:
    op.create_table(
        "act",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("type", _WORD, nullable=False),
        sa.Column("speaker", _TEXT),
        sa.Column("deadline", _WORD),
    )
    op.create_index("ix_act_type", "act", ["type"])
    op.create_table(
        "act_party",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("part", _WORD, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("party", _WORD, nullable=False),
    )
    op.create_index("ix_act_party_party", "act_party", ["party"])
    op.create_table(
        "act_topic",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("topic", _WORD, nullable=False),
    )
    op.create_index("ix_act_topic_topic", "act_topic", ["topic"])


def _things() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("status", _WORD, nullable=False),
    )
    op.create_table(
        "project",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("project", _WORD),
    )
    op.create_table(
        "target",
        sa.Column("id", _WORD, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("value", sa.Float, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("measure", _TEXT),
        sa.Column("by", _WORD),
    )
