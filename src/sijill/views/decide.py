"""`sijill decide`: what a person makes of a row, a document, or what was linked."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Annotated, Any

import typer

from sijill.errors import RefusedRegister
from sijill.register.decisions import Decision, DecisionKind, subject_of
from sijill.register.schema import KINDS
from sijill.register.store import Register
from sijill.views.cli import Place

# What is decided on an entity may be several names or rows.
_LISTS = {"names", "rows"}
Person = Annotated[str, typer.Option("--by", envvar="SIJILL_BY", metavar="NAME", help="Who decides.")]


def decide(  # noqa: PLR0913 (an option, a parameter)
    register: Place,
    kind: Annotated[DecisionKind, typer.Argument(metavar="KIND", help="accept, correct, refuse, undo …")],
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="A row, thread … by its id; a document by its hash.")
    ],
    by: Person,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="What is corrected (actors=KZ,UZ), or decided."),
    ] = None,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the history.")] = "",
) -> None:
    """Keep what you decide on a row, or on what rows were linked to.

    accept and correct: the row stands like this, whatever is read later. refuse: it is found no more. undo:
    the last decision on the subject holds no more (or --set decision=ID). Of a document, --set coding=ID
    accepts a person's coding. merge, split and status are for what was linked. Nothing is ever erased.
    """
    value = dict(_pair(pair, subject) for pair in set_ or [])
    with Register(register, create=False) as opened:
        kept = opened.decide(Decision(kind=kind, subject=subject_of(subject), by=by, value=value, note=note))
    typer.echo(kept.id)


def _pair(written: str, subject: str) -> tuple[str, Any]:
    """A field with its value: JSON where it is such, else words; a list where the field has one."""
    name, equals, value = written.partition("=")
    if not equals:
        raise RefusedRegister(f"--set {written}: write FIELD=VALUE")
    kind = KINDS.get(subject.rpartition("-")[0])
    lists = _LISTS if kind is None else {each.name for each in fields(kind) if "tuple" in str(each.type)}
    if name in lists:
        return name, json.loads(value) if value.startswith("[") else [
            each for each in value.split(",") if each
        ]
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
