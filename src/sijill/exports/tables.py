"""Tables of a register as other programs want them: named columns, one line a row.

What each column holds is told in `columns.toml`, which goes with every export as its codebook.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

from sijill.records import Meeting
from sijill.register.decisions import Decision, in_force
from sijill.register.followup import status
from sijill.register.linked import Step
from sijill.register.rows import Found
from sijill.register.search import Query
from sijill.register.sittings import Telling
from sijill.register.store import Register

Kind = Literal["text", "list", "day", "number", "whole", "truth", "records"]
Name = Literal[
    "documents",
    "meetings",
    "threads",
    "acts",
    "participants",
    "instruments",
    "projects",
    "targets",
    "entities",
]
# How much of an ISO date is told where a date is known so exactly.
_EXACT = {"day": 10, "report": 10, "month": 7, "year": 4}
# A value by column: text, number, day, a list of texts, a list of lines of their own, or None.
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its values, and what they say."""

    name: str
    kind: Kind
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns in order, and its lines in a stable order."""

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, name: str, columns: tuple[Column, ...], lines: Iterable[Line]) -> Table:
        """A table of lines that may know less, or more, than its columns."""
        return cls(
            name, columns, tuple({each.name: line.get(each.name) for each in columns} for line in lines)
        )


@cache
def columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of every table there is, by the table's name."""
    listed = tomllib.loads((files("sijill.exports") / "columns.toml").read_text("utf-8"))
    return MappingProxyType(
        {each["name"]: tuple(Column(**column) for column in each["columns"]) for each in listed["table"]}
    )


def table(register: Register, name: Name) -> Table:
    """The table of that name, one of `columns()`. Raises RefusedRegister where the register is damaged."""
    return Table.of(name, columns()[name], _LINES[name](register))


def _documents(register: Register) -> Iterator[Line]:
    for kept in register.documents():
        document = kept.document
        yield {
            "document": document.sha256,
            "source": document.source,
            "published": document.published,
            "publisher": document.publisher,
            "language": document.language or kept.language,
            "letters": len(document.text),
            "acts": kept.rows.get("act", 0),
            "meetings": kept.rows.get("meeting", 0),
        }


def _rows(register: Register, kind: str) -> Iterator[Line]:
    """The rows of one kind: what rows of all kinds say, and the fields of their own."""
    formats = {found.id: cast(Meeting, found.row).format for found in register.find(Query(kind="meeting"))}
    for found in register.find(Query(kind=kind)):
        row, document = found.row, found.document
        own = {field.name: getattr(row, field.name) for field in fields(row)}
        yield own | {
            "id": found.id,
            "first_day": found.first_day,
            "last_day": found.last_day,
            "document": document.sha256,
            "source": document.source,
            "meeting": found.meeting,
            "format": formats.get(found.meeting or ""),
            "project": own.get("id"),
        }


def _meetings(register: Register) -> Iterator[Line]:
    rows = {found.id: found for found in register.find(Query(kind="meeting"))}
    for sitting in register.sittings():
        told, own = sitting.told, [rows[id] for id in sitting.rows]
        yield {
            "id": sitting.id,
            "format": told.format,
            "level": told.level,
            "ordinal": told.ordinal,
            "start_date": told.first and told.first.isoformat()[: _EXACT[told.exact or "day"]],
            "end_date": told.last and told.last.isoformat() if _lasts(told) else None,
            "first_day": told.first,
            "last_day": told.last,
            "city": told.city,
            "country": told.country,
            "held": told.when != "planned",
            "parties": sorted(told.parties),
            "participants": _present(own),
            "documents": sorted({found.document.source for found in own}),
            "rows": list(sitting.rows),
            "reasons": [f"{each.row} with {each.joined_to}: {each.reason}" for each in sitting.reasons],
        }


def _lasts(told: Telling) -> bool:
    """Whether a meeting is told to the day and took more than one."""
    return told.exact == "day" and told.last != told.first


def _present(rows: Iterable[Found]) -> list[Line]:
    """Who sat in a meeting by any of its rows: each party and person once, in order of party and name."""
    present = {
        (each.party, each.latin or each.person or ""): asdict(each)
        for found in rows
        for each in cast(Meeting, found.row).participants
    }
    named = {party for party, name in present if name}
    return [line for (party, name), line in sorted(present.items()) if name or party not in named]


def _acts(register: Register) -> Iterator[Line]:
    """The acts, each with the meeting and the undertaking that it is of in the tables of these."""
    meetings = {row: sitting.id for sitting in register.sittings() for row in sitting.rows}
    threads = {step.found.id: thread.id for thread in register.threads() for step in thread.steps}
    for line in _rows(register, "act"):
        yield {**line, "meeting": meetings.get(line["meeting"]), "thread": threads.get(line["id"])}


def _threads(register: Register) -> Iterator[Line]:
    decided: dict[str, list[Decision]] = {}
    for decision in in_force(register.history()):
        decided.setdefault(decision.subject.id, []).append(decision)
    for thread in register.threads():
        first = thread.steps[0]
        stands = status(thread, date.today(), decided.get(thread.id, ()))
        yield {
            "id": thread.id,
            "quote": first.content.quote,
            "actors": sorted({actor for step in thread.steps for actor in step.content.actors}),
            "topics": sorted({topic for step in thread.steps for topic in step.content.topics}),
            "format": first.content.format,
            "first_day": first.day,
            "deadline": stands and stands.due,
            "status": None if stands is None else str(stands.mark),
            "confirmed": stands is not None and not stands.proposed,
            "evidence": stands and stands.evidence,
            "acts": [_step(step) for step in thread.steps],
        }


def _step(step: Step) -> Line:
    return {
        "id": step.found.id,
        "source": step.found.document.source,
        "day": step.day,
        "type": step.content.type,
        "actors": sorted(step.content.actors),
        "quote": step.content.quote,
    }


def _entities(register: Register) -> Iterator[Line]:
    for entity in register.entities():
        yield {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "aliases": [alias.name for alias in entity.aliases],
            "offices": [asdict(office) for office in entity.offices],
            "source": entity.source,
            "rows": entity.rows,
        }


def _participants(register: Register) -> Iterator[Line]:
    for line in _rows(register, "meeting"):
        for each in line["participants"]:
            yield {**line, **{field.name: getattr(each, field.name) for field in fields(each)}}


_LINES: Mapping[str, Callable[[Register], Iterator[Line]]] = {
    "documents": _documents,
    "meetings": _meetings,
    "threads": _threads,
    "acts": _acts,
    "entities": _entities,
    "participants": _participants,
    "instruments": partial(_rows, kind="instrument"),
    "projects": partial(_rows, kind="project"),
    "targets": partial(_rows, kind="target"),
}
