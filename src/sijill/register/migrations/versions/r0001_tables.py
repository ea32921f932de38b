"""The tables of the first version: documents, readings, rows, what each kind of row has, and their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


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
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("publisher", sa.Text),
        sa.Column("language", sa.String),
        sa.Column("provenance", sa.String, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column(
            "document", sa.String, sa.ForeignKey("document.sha256", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("reader", sa.String, primary_key=True),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )
    op.create_table(
        "dropped",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("reading", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "reading"], ["reading.document", "reading.reader"], ondelete="CASCADE"
        ),
    )
    op.execute("INSERT INTO register (version) VALUES (1)")


def _rows() -> None:
    op.create_table(
        "row",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("reading", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("confidence", sa.Float),
        sa.Column("sitting", sa.String, sa.ForeignKey("row.id")),
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
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("format", sa.String),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("ordinal", sa.Integer),
        sa.Column("start_date", sa.String),
        sa.Column("end_date", sa.String),
        sa.Column("city", sa.Text),
        sa.Column("country", sa.String),
        sa.Column("chair", sa.Text),
        sa.Column("earlier", sa.Boolean, nullable=False),
        sa.Column("planned", sa.Boolean, nullable=False),
    )
    op.create_index("ix_meeting_format", "meeting", ["format"])
    op.create_table(
        "participant",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("party", sa.String, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("latin", sa.Text),
        sa.Column("office", sa.String),
        sa.Column("role", sa.String, nullable=False),
    )
    op.create_index("ix_participant_party", "participant", ["party"])


def _acts() -> None:
    op.create_table(
        "act",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("deadline", sa.String),
    )
    op.create_index("ix_act_type", "act", ["type"])
    op.create_table(
        "act_party",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("part", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("party", sa.String, nullable=False),
    )
    op.create_index("ix_act_party_party", "act_party", ["party"])
    op.create_table(
        "act_topic",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("topic", sa.String, nullable=False),
    )
    op.create_index("ix_act_topic_topic", "act_topic", ["topic"])


def _things() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
    )
    op.create_table(
        "project",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("project", sa.String),
    )
    op.create_table(
        "target",
        sa.Column("id", sa.String, sa.ForeignKey("row.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("value", sa.Float, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("measure", sa.Text),
        sa.Column("by", sa.String),
    )
