"""The tables of a register: documents, readings of them, and the rows of each reading.

Every row of a reading is one line of `row`, with what only its kind has in a table of that kind
(`meeting`, `act`, …) under the same id. Names are those of `records.py`. How a register that was made
with fewer tables gets the others: `revisions.py`; how to change them: docs/revisions.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

from sijill.records import Act, Instrument, Meeting, Project, Row, Target

KINDS: Mapping[str, type[Row]] = MappingProxyType(
    {"meeting": Meeting, "act": Act, "instrument": Instrument, "project": Project, "target": Target}
)

_ESCAPE = "\x1b"
_UNSTORABLE = re.compile("[\0\x1b\ud800-\udfff]")
_ESCAPED = re.compile("\x1b([0-9a-f]{4})")


class ExactText(TypeDecorator[str]):
    """Text that comes back as it went in: what databases refuse (NUL, lone surrogates) is escaped."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Escape what cannot be stored, and the escape sign itself."""
        return value and _UNSTORABLE.sub(lambda match: f"{_ESCAPE}{ord(match[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Undo the escapes."""
        return (
            _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if value and _ESCAPE in value else value
        )


metadata = MetaData()


def _of_row() -> Column[str]:
    return Column("id", String, ForeignKey("row.id", ondelete="CASCADE"), primary_key=True)


# What makes a database a register. Its version is 2 for ever: the revisions after that are Alembic's.
register = Table("register", metadata, Column("version", Integer, primary_key=True))

document = Table(
    "document",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("source", ExactText, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("published", Date),
    Column("publisher", ExactText),
    Column("language", String),
    Column("provenance", String, nullable=False),
)

# `digest` is of the reading's rows and the reader's version: the same digest again changes nothing.
reading = Table(
    "reading",
    metadata,
    Column("document", String, ForeignKey("document.sha256", ondelete="CASCADE"), primary_key=True),
    Column("reader", String, primary_key=True),
    Column("version", String, nullable=False),
    Column("language", String, nullable=False),
    Column("digest", String, nullable=False),
)


def _reading() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["document", "reading"], ["reading.document", "reading.reader"], ondelete="CASCADE"
    )


dropped = Table(
    "dropped",
    metadata,
    Column("document", String, primary_key=True),
    Column("reading", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("reason", String, nullable=False),
    _reading(),
)

# `number` is the place among the rows of its kind in the reading; `sitting` the meeting that the row
# belongs to (a meeting: itself); `first_day` and `last_day` bound its date as far as it is known; `standing`
# says whether somebody accepted or corrected it. Rows that were refused are not here.
row = Table(
    "row",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("reading", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", ExactText, nullable=False),
    Column("reader", String, nullable=False),
    Column("confidence", Float),
    Column("sitting", String, ForeignKey("row.id")),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("standing", String, nullable=False, server_default="read"),
    _reading(),
    Index("row_by_reading", "document", "reading"),
    Index("row_by_day", "first_day"),
    Index("row_by_sitting", "sitting"),
)

meeting = Table(
    "meeting",
    metadata,
    _of_row(),
    Column("format", String, index=True),
    Column("level", String, nullable=False),
    Column("ordinal", Integer),
    Column("start_date", String),
    Column("end_date", String),
    Column("city", ExactText),
    Column("country", String),
    Column("chair", ExactText),
    Column("earlier", Boolean, nullable=False),
    Column("planned", Boolean, nullable=False),
)

participant = Table(
    "participant",
    metadata,
    _of_row(),
    Column("number", Integer, primary_key=True),
    Column("party", String, nullable=False),
    Column("person", ExactText),
    Column("latin", ExactText),
    Column("office", String),
    Column("role", String, nullable=False),
    Index("participant_by_party", "party", "id"),
)

act = Table(
    "act",
    metadata,
    _of_row(),
    Column("type", String, nullable=False, index=True),
    Column("speaker", ExactText),
    Column("deadline", String),
)

# `part` is the field of the act in which the party stands: actors, addressees or about.
act_party = Table(
    "act_party",
    metadata,
    _of_row(),
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("party", String, nullable=False),
    Index("act_party_by_party", "party", "id"),
)

act_topic = Table(
    "act_topic",
    metadata,
    _of_row(),
    Column("number", Integer, primary_key=True),
    Column("topic", String, nullable=False),
    Index("act_topic_by_topic", "topic", "id"),
)

instrument = Table(
    "instrument",
    metadata,
    _of_row(),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
)

# The id that a project has in the catalogue is `project.project`: `id` is the row's.
project = Table(
    "project", metadata, _of_row(), Column("kind", String, nullable=False), Column("project", String)
)

target = Table(
    "target",
    metadata,
    _of_row(),
    Column("value", Float, nullable=False),
    Column("unit", ExactText, nullable=False),
    Column("measure", ExactText),
    Column("by", String),
)

# Vectors of words, by the hash of the words; they can be made anew.
meaning = Table(
    "meaning",
    metadata,
    Column("words", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

DETAILS: Mapping[str, Table] = MappingProxyType(
    {"meeting": meeting, "act": act, "instrument": instrument, "project": project, "target": target}
)

# What people decided, in the order of `number`; the database refuses to change or delete a line. `value`
# and `seen` are JSON (see decisions.py); each `digest` is of the line and the digest before it.
decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("subject_kind", String, nullable=False),
    Column("subject", ExactText, nullable=False),
    Column("value", ExactText, nullable=False),
    Column("document", String),
    Column("seen", ExactText, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", String, nullable=False),
    Column("note", ExactText, nullable=False),
    Column("digest", String, nullable=False),
    Index("decision_by_subject", "subject_kind", "subject"),
    Index("decision_by_document", "document"),
)

# A reading as its reader made it (JSON), kept beside its rows where these are not all as they were read.
original = Table(
    "original",
    metadata,
    Column("document", String, primary_key=True),
    Column("reading", String, primary_key=True),
    Column("content", ExactText, nullable=False),
    _reading(),
)

# What people read of a document themselves (`content`, JSON), apart from all rows until one is accepted; the
# database refuses to change or delete a line.
coding = Table(
    "coding",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("document", String, ForeignKey("document.sha256"), nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", String, nullable=False),
    Column("content", ExactText, nullable=False),
    Column("digest", String, nullable=False),
    Index("coding_by_document", "document"),
)

# What links are worked out from and what comes out: all of it can be made anew from the rows. A `telling` is
# what a meeting row or an act says (`told`, JSON), once however many rows say it; `vector` is of an act's
# words; `link` the sitting or thread it is of, `component` what is to be looked at again with it.
telling = Table(
    "telling",
    metadata,
    Column("key", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("told", Text, nullable=False),
    Column("vector", LargeBinary),
    Column("component", String),
    Column("link", String),
    Index("telling_by_component", "component"),
    Index("telling_by_link", "link"),
)

# Which row says what.
told_by = Table(
    "told_by",
    metadata,
    Column("row", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("telling", String, ForeignKey("telling.key"), nullable=False),
    Index("told_by_document", "document"),
    Index("told_by_telling", "telling"),
)

# Tellings are compared only within a block.
block = Table(
    "block",
    metadata,
    Column("telling", String, ForeignKey("telling.key", ondelete="CASCADE"), primary_key=True),
    Column("block", String, primary_key=True),
    Index("block_by_name", "block"),
)

# Why two tellings are of one link.
joined = Table(
    "joined",
    metadata,
    Column("one", String, ForeignKey("telling.key", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("telling.key", ondelete="CASCADE"), primary_key=True),
    Column("link", String, nullable=False),
    Column("strength", Float, nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("reason", String, nullable=False),
    Index("joined_by_link", "link"),
    Index("joined_by_other", "other"),
)

# Documents whose rows have changed since links were last worked out.
unlinked = Table("unlinked", metadata, Column("document", String, primary_key=True))
