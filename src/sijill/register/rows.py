"""Rows of a reading as lines of the tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from sijill.errors import RefusedRegister
from sijill.records import Act, Document, Instrument, Meeting, Participant, Reading, Row
from sijill.register import schema
from sijill.register.days import days
from sijill.register.identity import Laid, rows_of
from sijill.register.schema import DETAILS, KINDS

Line = dict[str, Any]

# SQLite takes 32,766 values in one statement at the most.
_MOST_AT_ONCE = 10_000
_SHARED = ("start", "end", "quote", "reader", "confidence")
_PARTS = ("actors", "addressees", "about")


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the register: its id and kind, the row as it stands, its document, and its meeting's id.

    `first_day` and `last_day` bound its date: that of its meeting, else the day of publication. `standing`
    is "read" where nobody has decided on it, else "accepted" or "corrected"; `reading` names the reader
    of the whole reading that it is part of.
    """

    id: str
    kind: str
    row: Row
    document: Document
    meeting: str | None
    first_day: date | None
    last_day: date | None
    reading: str = "rules"
    standing: str = "read"


def lines_of(laid: Laid) -> dict[Table, list[Line]]:
    """The lines that a reading is kept in, by table. Raises RefusedRegister where a row is not grounded."""
    reading, ids, lines = laid.reading, laid.ids, defaultdict[Table, list[Line]](list)
    own = {"document": reading.document.sha256, "reading": laid.reader}
    for kind, number, row in rows_of(reading):
        identity = ids[kind, number]
        sitting = _sitting(reading, kind, number, row)
        first, last = _bounds(reading, sitting)
        shared = {name: getattr(row, name) for name in _SHARED}
        lines[schema.row].append(
            {"id": identity, "kind": kind, "number": number, "first_day": first, "last_day": last}
            | {"sitting": None if sitting is None else ids["meeting", sitting]}
            | {"standing": laid.standing.get(identity, "read")}
            | own
            | shared
        )
        columns = DETAILS[kind].c.keys()
        lines[DETAILS[kind]].append(
            {"id": identity} | {name: getattr(row, _field(kind, name)) for name in columns if name != "id"}
        )
        for table, line in _listed(row):
            lines[table].append({"id": identity} | line)
    for number, dropped in enumerate(reading.dropped):
        span = {"start": dropped.start, "end": dropped.end, "reason": dropped.reason}
        lines[schema.dropped].append(own | {"number": number} | span)
    return lines


def words_of(row: Row) -> str:
    """The text by which a row is to be found: its quote, and the names of its persons."""
    names: list[str | None] = []
    if isinstance(row, Act):
        names = [row.speaker]
    if isinstance(row, Meeting):
        names = [row.city, row.chair]
        names += [name for each in row.participants for name in (each.person, each.latin)]
    return " ".join([row.quote, *filter(None, names)])


def document_of(line: Mapping[Any, Any]) -> Document:
    """The document that a line of the table keeps."""
    return Document(**{field.name: line[field.name] for field in fields(Document)})


def find_row(connection: Connection, id: str) -> Found | None:
    """The row of that id, if there is one."""
    there = connection.scalar(select(schema.row.c.id).where(schema.row.c.id == id))
    return None if there is None else found_rows(connection, [id])[0]


def found_rows(connection: Connection, ids: Sequence[str]) -> list[Found]:
    """The rows of these ids, in the order of the ids."""
    found: list[Found] = []
    documents: dict[str, Document] = {}
    for first in range(0, len(ids), _MOST_AT_ONCE):
        found += _batch(connection, ids[first : first + _MOST_AT_ONCE], documents)
    return found


def _batch(connection: Connection, ids: Sequence[str], documents: dict[str, Document]) -> Iterator[Found]:
    lines = {line["id"]: line for line in _lines(connection, schema.row, schema.row.c.id.in_(ids))}
    sittings = {line["sitting"] for line in lines.values()}
    numbers: Mapping[str | None, int] = {
        line["id"]: line["number"] for line in _lines(connection, schema.row, schema.row.c.id.in_(sittings))
    }
    details = {
        line["id"]: line
        for kind in {line["kind"] for line in lines.values()}
        for line in _lines(connection, DETAILS[kind], DETAILS[kind].c.id.in_(ids))
    }
    lists = _lists(connection, ids)
    new = {line["document"] for line in lines.values()} - documents.keys()
    for line in _lines(connection, schema.document, schema.document.c.sha256.in_(new)):
        documents[line["sha256"]] = document_of(line)
    for id in ids:
        line, detail = lines[id], details[id]
        kind = line["kind"]
        values = {_field(kind, name): value for name, value in detail.items() if name != "id"}
        values |= {name: line[name] for name in _SHARED}
        if KINDS[kind] in (Act, Instrument):
            values["meeting"] = numbers.get(line["sitting"])
        if KINDS[kind] is Act:
            values["actors"] = ()
        values |= lists.get(id, {})
        row, document = KINDS[kind](**values), documents[line["document"]]
        days = (line["first_day"], line["last_day"])
        yield Found(id, kind, row, document, line["sitting"], *days, line["reading"], line["standing"])


def _lists(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The fields of acts and meetings that hold several values."""
    lists: defaultdict[str, defaultdict[str, tuple[Any, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for table in (schema.act_party, schema.act_topic, schema.participant):
        for line in _lines(connection, table, table.c.id.in_(ids), table.c.number):
            values = lists[line.pop("id")]
            line.pop("number")
            if table is schema.act_party:
                values[line["part"]] += (line["party"],)
            elif table is schema.act_topic:
                values["topics"] += (line["topic"],)
            else:
                values["participants"] += (Participant(**line),)
    return {id: dict(values) for id, values in lists.items()}


def _lines(
    connection: Connection, table: Table, condition: ColumnElement[bool], *order: ColumnElement[Any]
) -> list[Line]:
    return [
        dict(line) for line in connection.execute(select(table).where(condition).order_by(*order)).mappings()
    ]


def _listed(row: Row) -> Iterator[tuple[Table, Line]]:
    if isinstance(row, Act):
        for part in _PARTS:
            for number, party in enumerate(getattr(row, part)):
                yield schema.act_party, {"part": part, "number": number, "party": party}
        for number, topic in enumerate(row.topics):
            yield schema.act_topic, {"number": number, "topic": topic}
    if isinstance(row, Meeting):
        for number, each in enumerate(row.participants):
            values = {field.name: getattr(each, field.name) for field in fields(Participant)}
            yield schema.participant, {"number": number} | values


def _sitting(reading: Reading, kind: str, number: int, row: Row) -> int | None:
    """The meeting that a row belongs to; a project's or target's is that of the act around it."""
    document = reading.document
    if document.text[row.start : row.end] != row.quote or not row.quote:
        raise RefusedRegister(
            f"{document.source}: {kind} {number} does not quote the text at {row.start}-{row.end}"
        )
    if isinstance(row, Meeting):
        return number
    if not isinstance(row, Act | Instrument):
        around = [act for act in reading.acts if act.start <= row.start and row.end <= act.end]
        if not around:
            return None
        row = min(around, key=lambda act: (act.end - act.start, act.start))
    if row.meeting is not None and not 0 <= row.meeting < len(reading.meetings):
        raise RefusedRegister(
            f"{document.source}: {kind} {number} names meeting {row.meeting}, which is not there"
        )
    return row.meeting


def _bounds(reading: Reading, sitting: int | None) -> tuple[date | None, date | None]:
    published = reading.document.published
    if sitting is None:
        return published, published
    meeting = reading.meetings[sitting]
    first = days(meeting.start_date)
    if first is None:
        elsewhen = meeting.earlier or meeting.planned
        return (None, None) if elsewhen else (published, published)
    last = days(meeting.end_date) or first
    return first[0], max(first[1], last[1])


def _field(kind: str, column: str) -> str:
    """The name that a record gives to what the table of its kind holds in this column."""
    return "id" if kind == "project" and column == "project" else column
