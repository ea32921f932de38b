"""`sijill history`: what was decided, by whom and when."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from sijill.register.decisions import Decision, in_force, subject_of
from sijill.register.store import Register
from sijill.views.cli import Place
from sijill.views.table import isolated


def history(
    register: Place,
    subject: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only what was decided on this.")
    ] = None,
) -> None:
    """List what people decided, in order of time, with the words of the rows.

    What holds no more, because it was undone, is marked so.
    """
    with Register(register, create=False) as opened:
        taken = opened.history(None if subject is None else subject_of(subject))
    hold = {decision.id for decision in in_force(taken)}
    for decision in taken:
        undone = "" if decision.id in hold or decision.kind == "undo" else " (undone)"
        typer.echo(f"{decision.id} · {_told(decision)}{undone}")
        for words in filter(None, (decision.seen.get("row", {}).get("quote"), decision.note)):
            typer.echo(f"    {isolated(words)}")
    if not taken:
        typer.echo("nothing was decided", err=True)


def _told(decision: Decision) -> str:
    when = f"{decision.at:%Y-%m-%d %H:%M} {isolated(decision.by)}"
    pairs = (f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in decision.value.items())
    what = " ".join([decision.kind, decision.subject.id, *map(isolated, pairs)])
    return f"{when}: {what}"
