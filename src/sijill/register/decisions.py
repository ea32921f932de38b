"""Decisions of people, line upon line: none is changed or deleted, and what holds is worked out from all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from sijill.errors import RefusedRegister
from sijill.register import schema

DecisionKind = Literal["accept", "correct", "refuse", "merge", "split", "status", "undo"]

_DIGITS = 12
_NOT_YET = datetime.min.replace(tzinfo=UTC)
_TABLE = schema.decision


class Subject(NamedTuple):
    """What is decided on: a `row`, a `document`, an `entity`, a `thread` …, by its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided on a subject, when, and why (`note`).

    kind      accept, correct, refuse: a row, as `value` corrects it · merge, split: what is linked, as
              `value` says · status: of a thread, with its evidence · undo: `value["decision"]` holds no more
    value     what JSON can hold; each kind of subject says what it expects
    document  the hash of the document that the subject belongs to, if it belongs to one
    seen      the subject as it was when first decided on, for what is read anew and may then be gone
    `id`, `digest` and `at` are given when it is kept.
    """

    kind: DecisionKind
    subject: Subject
    by: str
    value: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    document: str | None = None
    seen: Mapping[str, Any] = field(default_factory=dict)
    at: datetime = _NOT_YET
    id: str = ""
    digest: str = ""


def subject_of(id: str) -> Subject:
    """The subject of an id, which says its kind: `act-…` a row, `thread-…` a thread, a bare hash a document.

    A row of any kind is a `row`; what rows were linked to must have prefixes of their own.
    """
    prefix, dash, _ = id.partition("-")
    if not dash:
        return Subject("document", id)
    return Subject("row" if prefix in schema.KINDS else prefix, id)


def keep(connection: Connection, decision: Decision) -> Decision:
    """Add a decision to those that are kept. Raises RefusedRegister where it cannot be one."""
    if decision.kind not in get_args(DecisionKind):
        raise RefusedRegister(f"{decision.kind}: is no decision; write {', '.join(get_args(DecisionKind))}")
    if not decision.by.strip():
        raise RefusedRegister("a decision needs the name of whoever decides")
    last = connection.execute(
        select(_TABLE.c.number, _TABLE.c.digest).order_by(_TABLE.c.number.desc()).limit(1)
    ).first()
    number, before = (0, "") if last is None else last
    decision = chained(replace(decision, at=datetime.now(UTC)), before)
    line = {"number": number + 1, "id": decision.id, "digest": decision.digest, **_line(decision)}
    connection.execute(insert(_TABLE).values(line))
    return decision


def chained(decision: Decision, before: str) -> Decision:
    """The decision with the digest that follows `before`, that of the decision before it, and its id."""
    try:
        content = _json([before, _line(decision)])
    except (TypeError, ValueError) as error:
        raise RefusedRegister(f"what is decided must be plain values ({error})") from error
    digest = sha256(content.encode()).hexdigest()
    return replace(decision, id=f"decision-{digest[:_DIGITS]}", digest=digest)


def decisions(connection: Connection, *conditions: ColumnElement[bool]) -> list[Decision]:
    """Decisions in the order in which they were taken, whether they still hold or not."""
    lines = connection.execute(select(_TABLE).where(*conditions).order_by(_TABLE.c.number))
    return [_decision(line) for line in lines]


def of_subjects(kind: str, ids: Sequence[str] | None = None) -> ColumnElement[bool]:
    """The condition that a decision is on a subject of this kind (and one of these ids)."""
    mine = _TABLE.c.subject_kind == kind
    return mine if ids is None else mine & _TABLE.c.subject.in_(ids)


def of_document(sha256: str) -> ColumnElement[bool]:
    """The condition that a decision is on a document or something in it."""
    return _TABLE.c.document == sha256


def in_force(taken: Sequence[Decision]) -> list[Decision]:
    """Those of the decisions, given in order, that hold: neither undone nor an undo."""
    return [decision for decision in _not_undone(taken) if decision.kind != "undo"][::-1]


def to_undo(taken: Sequence[Decision], id: str | None = None) -> Decision:
    """The decision to undo: `id`, which must hold or be an undo that does; else the last that holds.

    Raises RefusedRegister where there is none.
    """
    for decision in _not_undone(taken):
        if decision.id == id or (id is None and decision.kind != "undo"):
            return decision
    raise RefusedRegister(f"{id}: does not hold" if id else "there is nothing to undo")


def _not_undone(taken: Sequence[Decision]) -> list[Decision]:
    """The last first; what an undo names that is itself undone is not undone."""
    undone: set[Any] = set()
    left = []
    for decision in reversed(taken):
        if decision.id not in undone:
            left.append(decision)
            if decision.kind == "undo":
                undone.add(decision.value["decision"])
    return left


def _line(decision: Decision) -> dict[str, Any]:
    return {
        "kind": decision.kind,
        "subject_kind": decision.subject.kind,
        "subject": decision.subject.id,
        "document": decision.document,
        "value": _json(decision.value),
        "seen": _json(decision.seen),
        "by": decision.by,
        "at": decision.at.isoformat(),
        "note": decision.note,
    }


def _decision(line: Row[Any]) -> Decision:
    return Decision(
        id=line.id,
        kind=line.kind,
        subject=Subject(line.subject_kind, line.subject),
        document=line.document,
        value=json.loads(line.value),
        seen=json.loads(line.seen),
        by=line.by,
        at=datetime.fromisoformat(line.at),
        note=line.note,
        digest=line.digest,
    )


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, allow_nan=False)
