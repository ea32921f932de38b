"""What somebody decides on a row or a document: is it possible, and what must be remembered of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Connection

from sijill.errors import RefusedRegister
from sijill.records import Document, Participant
from sijill.register import entities
from sijill.register.codings import coding
from sijill.register.decisions import Decision, decisions, in_force, of_subjects, to_undo
from sijill.register.keeping import load_document
from sijill.register.rows import Found, find_row
from sijill.register.schema import KINDS
from sijill.register.standing import PERSON, Seen, meeting_seen, seen

_FIXED = {"reader", "confidence", "quote"}


def complete(connection: Connection, decision: Decision) -> Decision:
    """The decision with what is to be remembered of its subject.

    Raises RefusedRegister where the subject is not there or cannot be decided on like that.
    """
    taken = decisions(connection, of_subjects(decision.subject.kind, [decision.subject.id]))
    if decision.kind == "undo":
        undone = to_undo(taken, decision.value.get("decision"))
        return replace(decision, document=undone.document, value={"decision": undone.id})
    if decision.subject.kind == "row":
        return _on_row(connection, decision, taken)
    if decision.subject.kind == "document":
        return _on_document(connection, decision)
    if decision.subject.kind == "entity":
        return entities.decided(connection, decision)
    return decision


def _on_document(connection: Connection, decision: Decision) -> Decision:
    document = load_document(connection, decision.subject.id)
    if decision.kind == "refuse":
        return replace(decision, document=document.sha256, value={})
    if decision.kind != "accept" or decision.value.keys() != {"coding"}:
        raise RefusedRegister("of a document, a coding is accepted (coding=ID), or all of it is refused")
    by = coding(connection, document, decision.value["coding"]).by
    return replace(decision, document=document.sha256, seen={"reading": PERSON + by})


def _on_row(connection: Connection, decision: Decision, taken: list[Decision]) -> Decision:
    if decision.kind not in ("accept", "correct", "refuse"):
        raise RefusedRegister(
            f"a row is accepted, corrected or refused; {decision.kind} is for what is linked"
        )
    held = in_force(taken)
    if held:
        then, document = Seen(**held[0].seen), load_document(connection, str(held[0].document))
    else:
        found = _found(connection, decision.subject.id)
        then, document = _seen(connection, found), found.document
    decision = replace(decision, document=document.sha256, seen=asdict(then))
    if decision.kind != "correct":
        return replace(decision, value={})
    return replace(decision, value=_corrected(connection, then.after(held), decision.value, document))


def _found(connection: Connection, id: str) -> Found:
    found = find_row(connection, id)
    if found is None:
        raise RefusedRegister(f"there is no row {id}; sijill find lists what there is")
    return found


def _seen(connection: Connection, found: Found) -> Seen:
    meeting = find_row(connection, found.meeting) if found.meeting and found.meeting != found.id else None
    around = None if meeting is None else (meeting.id, meeting.row)
    return seen(found.kind, found.reading, found.row, around)


def _corrected(
    connection: Connection, then: Seen, value: Mapping[str, Any], document: Document
) -> Mapping[str, Any]:
    """The value as it is kept: every field of its type, the quote of a new place taken from the text."""
    kind = KINDS[then.kind]
    known = {field.name for field in fields(kind)} - _FIXED
    if not value or not value.keys() <= known:
        raise RefusedRegister(f"{_listed(value.keys() - known)}: a row has {_listed(known)} to be corrected")
    value = dict(value)
    if value.get("meeting") is not None:
        meeting = _found(connection, str(value["meeting"]))
        if (meeting.kind, meeting.document.sha256, meeting.reading) != (
            "meeting",
            document.sha256,
            then.reading,
        ):
            raise RefusedRegister(f"{meeting.id}: is no meeting of the same reading")
        value["meeting"] = meeting_seen(meeting.id, meeting.row)
    types = get_type_hints(kind)
    for name in value.keys() - {"meeting"}:
        if not _fits(value[name], types[name]):
            raise RefusedRegister(f"{name}: cannot be {value[name]!r}")
    if not value.keys() & {"start", "end"}:
        return value
    start, end = (value.get(name, then.row[name]) for name in ("start", "end"))
    if not 0 <= start < end <= len(document.text):
        raise RefusedRegister(f"{start}-{end}: is no place in its text")
    return value | {"start": start, "end": end, "quote": document.text[start:end]}


def _fits(value: object, type_: Any) -> bool:
    """Whether a plain value is one of the type that a record gives to its field."""
    origin, inner = get_origin(type_), get_args(type_)
    if origin is Literal:
        return value in inner
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in inner)
    if origin is tuple:
        return isinstance(value, list | tuple) and all(_fits(each, inner[0]) for each in value)
    if type_ is Participant:
        types = get_type_hints(Participant)
        return (
            isinstance(value, Mapping)
            and "party" in value
            and value.keys() <= types.keys()
            and all(_fits(each, types[name]) for name, each in value.items())
        )
    if isinstance(value, bool) or type_ is bool:
        return isinstance(value, bool) and type_ is bool
    return isinstance(value, (int, float) if type_ is float else type_)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"
