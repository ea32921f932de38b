"""What people decided: a table to which lines are added and in which none is changed or deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SAID = "decisions are never changed or deleted; undo is a decision too"


def upgrade() -> None:
    """Make the table, and have the database itself refuse a change."""
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject_kind", sa.String, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("document", sa.String),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )
    op.create_index("decision_by_subject", "decision", ["subject_kind", "subject"])
    op.create_index("decision_by_document", "decision", ["document"])
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decision_no_{change.lower()} BEFORE {change} ON decision "
                f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
            )
        # INSERT OR REPLACE would delete without a word.
        op.execute(
            "CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision "
            "WHEN EXISTS (SELECT 1 FROM decision WHERE number = NEW.number OR id = NEW.id) "
            f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
        )
    else:
        op.execute(
            "CREATE FUNCTION decision_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER decision_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON decision "
            "FOR EACH STATEMENT EXECUTE FUNCTION decision_refuse()"
        )
    # A Sijill older than these revisions reads this number, and refuses what it does not know.
    op.execute("UPDATE register SET version = 2")
