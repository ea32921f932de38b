"""People's own readings of documents, each kept apart: of the others none is shown until one is accepted."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from sijill.errors import RefusedRegister
from sijill.records import Document, Reading
from sijill.register import schema
from sijill.register.identity import as_read
from sijill.register.plain import rows_from_json, rows_to_json
from sijill.register.rows import lines_of
from sijill.register.schema import KINDS
from sijill.register.standing import PERSON

_DIGITS = 12
_TABLE = schema.coding


@dataclass(frozen=True, slots=True)
class Coding:
    """What somebody read of a document, by whom and when; its rows name that person as their reader."""

    id: str
    by: str
    at: datetime
    reading: Reading
    digest: str


def keep_coding(connection: Connection, reading: Reading, by: str) -> Coding:
    """Add a coding of a document that is kept; it takes the place of an earlier by the same person.

    Raises RefusedRegister where a row does not quote the text, or nobody is named.
    """
    if not by.strip():
        raise RefusedRegister("a coding needs the name of whoever reads")
    rows: dict[str, Any] = {
        f"{kind}s": tuple(replace(row, reader=PERSON + by) for row in getattr(reading, f"{kind}s"))
        for kind in KINDS
    }
    reading = replace(reading, **rows)
    lines_of(as_read(reading))
    last = connection.execute(
        select(_TABLE.c.number, _TABLE.c.digest).order_by(_TABLE.c.number.desc()).limit(1)
    ).first()
    number, before = (0, "") if last is None else last
    line = {
        "document": reading.document.sha256,
        "by": by,
        "at": datetime.now(UTC).isoformat(),
        "content": json.dumps({"language": reading.language, **rows_to_json(reading)}),
    }
    digest = coding_digest(line, before)
    id = f"coding-{digest[:_DIGITS]}"
    connection.execute(insert(_TABLE).values(number=number + 1, id=id, digest=digest, **line))
    return Coding(id, by, datetime.fromisoformat(line["at"]), reading, digest)


def coding_digest(line: Any, before: str) -> str:
    """The digest of a line of the table that follows the digest `before`."""
    content = [before, *(line[name] for name in ("document", "by", "at", "content"))]
    return sha256(json.dumps(content).encode()).hexdigest()


def codings_of(connection: Connection, document: Document, by: str | None = None) -> list[Coding]:
    """The last coding of each person (or of that one) of a document, in order of time."""
    condition = _TABLE.c.document == document.sha256
    if by is not None:
        condition &= _TABLE.c.by == by
    lines = connection.execute(select(_TABLE).where(condition).order_by(_TABLE.c.number)).mappings()
    last = {line["by"]: line for line in lines}
    return sorted((_coding(document, line) for line in last.values()), key=lambda coding: coding.at)


def coding(connection: Connection, document: Document, id: str) -> Coding:
    """A coding of the document by its id. Raises RefusedRegister where there is none."""
    found = connection.execute(select(_TABLE).where(_TABLE.c.id == id, _TABLE.c.document == document.sha256))
    line = found.mappings().first()
    if line is None:
        raise RefusedRegister(f"there is no coding {id} of that document")
    return _coding(document, line)


def _coding(document: Document, line: Any) -> Coding:
    plain = json.loads(line["content"])
    reading = rows_from_json(document, plain["language"], plain)
    return Coding(line["id"], line["by"], datetime.fromisoformat(line["at"]), reading, line["digest"])
