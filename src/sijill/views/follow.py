"""`sijill follow`: the story of one undertaking, from who proposed it to what became of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from sijill.register.decisions import Subject, in_force
from sijill.register.followup import Status, status
from sijill.register.store import Register
from sijill.views.cli import Place, day
from sijill.views.table import found_lines, isolated, strong


def follow(
    register: Place,
    thread: Annotated[str, typer.Argument(metavar="THREAD", help="The id of a thread, or of any act in it.")],
    on: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="As it stood on this day; today if none.")
    ] = None,
) -> None:
    """Tell one undertaking in order of time, and how it stands.

    A status is proposed from later rows, and names the row that is its evidence, until a person decides it:
    sijill decide.
    """
    with Register(register, create=False) as opened:
        story = opened.thread(thread)
        decided = in_force(opened.history(Subject("thread", story.id)))
        twins = opened.changed(story)
    typer.echo(strong(story.id))
    for step in story.steps:
        for line in found_lines(step.found):
            typer.echo(f"  {line}")
    how = status(story, on or date.today(), decided)
    typer.echo(_line(how) if how else "nobody promised anything")
    for one, other, reason in story.reasons:
        typer.echo(f"  {other} as {one}: {isolated(reason)}")
    for id, field in twins:
        typer.echo(f"  changed: {id} says the same with another {field}")


def _line(how: Status) -> str:
    mark = f"{how.mark:+d}" if isinstance(how.mark, int) and how.mark else str(how.mark)
    parts = [
        f"status {strong(mark)}",
        f"due {how.due}" if how.due else None,
        f"evidence {how.evidence}" if how.evidence else None,
        f"{'proposed' if how.proposed else 'decided'} by {isolated(how.by)}",
    ]
    return " · ".join(filter(None, parts))
