"""What an act says is kept once, with all the days on which it was said; so links are worked out anew."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Forget the links; every document there is waits to be linked."""
    for table in ("joined", "block", "told_by", "telling", "unlinked"):
        op.execute(f"DELETE FROM {table}")
    op.execute("INSERT INTO unlinked (document) SELECT sha256 FROM document")
