"""`sijill due`: what was promised by a date and is not known to be done."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Annotated

import typer

from sijill.register.decisions import Decision, in_force
from sijill.register.followup import falling_due
from sijill.register.store import Register
from sijill.views.cli import Place, day
from sijill.views.table import found_lines, strong


def due(
    register: Place,
    on: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="As it stood on this day; today if none.")
    ] = None,
) -> None:
    """List promises with a deadline that are open or overdue, the earliest deadline first.

    A promise is a thread of acts about one undertaking; sijill follow tells its story.
    """
    with Register(register, create=False) as opened:
        threads = opened.threads()
        decided: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in in_force(opened.history()):
            decided[decision.subject.id].append(decision)
    found = falling_due(threads, on or date.today(), decided)
    for thread, how in found:
        typer.echo(f"{thread.id} · {strong(str(how.mark))} · due {how.due}")
        for line in found_lines(thread.steps[-1].found):
            typer.echo(f"  {line}")
    if not found:
        typer.echo("nothing falls due", err=True)
