"""What review needs: how a row stands, readings as they were before decisions, and people's own codings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SAID = "codings are never changed or deleted; a later one takes the place of an earlier"


def upgrade() -> None:
    """Add a column to `row`, and two tables."""
    op.add_column("row", sa.Column("standing", sa.String, nullable=False, server_default="read"))
    op.create_table(
        "original",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("reading", sa.String, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "reading"], ["reading.document", "reading.reader"], ondelete="CASCADE"
        ),
    )
    op.create_table(
        "coding",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("document", sa.String, sa.ForeignKey("document.sha256"), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )
    op.create_index("coding_by_document", "coding", ["document"])
    _only_added_to()


def _only_added_to() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER coding_no_{change.lower()} BEFORE {change} ON coding "
                f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
            )
        op.execute(
            "CREATE TRIGGER coding_no_replace BEFORE INSERT ON coding "
            "WHEN EXISTS (SELECT 1 FROM coding WHERE number = NEW.number OR id = NEW.id) "
            f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION coding_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER coding_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON coding "
        "FOR EACH STATEMENT EXECUTE FUNCTION coding_refuse()"
    )
