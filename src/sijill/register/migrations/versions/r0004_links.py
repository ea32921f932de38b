"""What links between rows are worked out from, and what comes out; all of it can be made anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; every document there is waits to be linked."""
    op.create_table(
        "telling",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary),
        sa.Column("component", sa.String),
        sa.Column("link", sa.String),
    )
    op.create_index("telling_by_component", "telling", ["component"])
    op.create_index("telling_by_link", "telling", ["link"])
    op.create_table(
        "told_by",
        sa.Column("row", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("telling", sa.String, sa.ForeignKey("telling.key"), nullable=False),
    )
    op.create_index("told_by_document", "told_by", ["document"])
    op.create_index("told_by_telling", "told_by", ["telling"])
    op.create_table(
        "block",
        _telling("telling"),
        sa.Column("block", sa.String, primary_key=True),
    )
    op.create_index("block_by_name", "block", ["block"])
    op.create_table(
        "joined",
        _telling("one"),
        _telling("other"),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("strength", sa.Float, nullable=False),
        sa.Column("firm", sa.Boolean, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
    op.create_index("joined_by_link", "joined", ["link"])
    op.create_index("joined_by_other", "joined", ["other"])
    op.create_table("unlinked", sa.Column("document", sa.String, primary_key=True))
    op.execute("INSERT INTO unlinked (document) SELECT sha256 FROM document")


def _telling(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey("telling.key", ondelete="CASCADE"), primary_key=True)
