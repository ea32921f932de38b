"""A question to the register, and what it means for the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, Select, or_, select

from sijill.errors import RefusedRegister
from sijill.records import ActType
from sijill.register import schema
from sijill.register.days import days
from sijill.register.fulltext import fulltext


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What rows must have, all of it together; what is None is not asked.

    kind    meeting, act, instrument, project or target
    party   a party by id, as actor, addressee or subject of an act or participant of a meeting
    format  the format of the row's meeting
    topic   a topic of the act
    type    the type of the act
    since, until   bounds of the row's date: a year, a month or a day
    text    words that stand in the quote or the names beside it, in whatever form; phrases in quotation marks
    like    a sentence; acts whose words are near to it in meaning, in whatever language, the nearest first
    order   by time, or by how near to each other the words asked for stand
    """

    kind: str | None = None
    party: str | None = None
    format: str | None = None
    topic: str | None = None
    type: ActType | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    like: str | None = None
    order: Literal["time", "nearness"] = "time"
    limit: int | None = None
    offset: int = 0


def ids_of(query: Query, dialect: str) -> Select[str]:
    """The statement that gives the ids of the rows asked for, in order of time, document and place.

    `dialect` names the database it is for.

    Raises RefusedRegister where a bound is no date.
    """
    row, document = schema.row, schema.document
    chosen = (
        select(row.c.id)
        .join(document, document.c.sha256 == row.c.document)
        .where(*_conditions(query, dialect))
    )
    order = (
        row.c.first_day.nulls_last(),
        document.c.source,
        row.c.document,
        row.c.start,
        row.c.end,
        row.c.id,
    )
    return chosen.order_by(*order).limit(query.limit).offset(query.offset or None)


def _conditions(query: Query, dialect: str) -> Iterator[ColumnElement[bool]]:
    row, meeting, act = schema.row, schema.meeting, schema.act
    if query.kind:
        yield row.c.kind == query.kind
    if query.party:
        named = (schema.act_party, schema.participant)
        # States are written in capitals, all others in small letters: whoever asks need not know.
        ids = {query.party, query.party.upper(), query.party.lower()}
        yield or_(*(row.c.id.in_(select(table.c.id).where(table.c.party.in_(ids))) for table in named))
    if query.format:
        yield row.c.sitting.in_(select(meeting.c.id).where(meeting.c.format == query.format))
    if query.topic:
        yield row.c.id.in_(select(schema.act_topic.c.id).where(schema.act_topic.c.topic == query.topic))
    if query.type:
        yield row.c.id.in_(select(act.c.id).where(act.c.type == query.type))
    if query.since:
        yield row.c.last_day >= bound(query.since, 0)
    if query.until:
        yield row.c.first_day <= bound(query.until, 1)
    if query.text:
        yield row.c.id.in_(fulltext(dialect).holding(query.text))


def bound(written: str, which: int) -> date:
    """The first (0) or the last (1) day that a date allows. Raises RefusedRegister where it is none."""
    bounds = days(written)
    if bounds is None:
        raise RefusedRegister(f"{written}: is no date; write 2023, 2023-09 or 2023-09-19")
    return bounds[which]
