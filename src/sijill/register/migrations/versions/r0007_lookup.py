"""Rows of a party or topic are found in the index alone."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Put the ids of rows into the indexes by which they are looked for."""
    for table, column in (("act_party", "party"), ("act_topic", "topic"), ("participant", "party")):
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"{table}_by_{column}", table, [column, "id"])
