"""Vectors of words, by which acts are found whose words mean the like; they can be made anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; it is filled when somebody asks."""
    op.create_table(
        "meaning",
        sa.Column("words", sa.String, primary_key=True),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
