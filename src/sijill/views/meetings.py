"""`sijill meetings`: each meeting once, however many texts tell it."""

from __future__ import annotations

from typing import Annotated

import typer

from sijill.register.sittings import Sitting
from sijill.register.store import Register
from sijill.views.cli import Place
from sijill.views.table import isolated, strong


def meetings(
    register: Place,
    format: Annotated[str | None, typer.Option(help="Only meetings of this format, such as c5+1.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Say why rows are of one meeting.")] = False,
) -> None:
    """List meetings in order of time, with the rows that tell each.

    Rows of different texts are of one meeting by format, number, days, place, level and who sat.
    """
    with Register(register, create=False) as opened:
        found = [one for one in opened.sittings() if format in (None, one.told.format)]
    for sitting in found:
        typer.echo(_line(sitting))
        typer.echo(f"  told by {' '.join(sitting.rows)}")
        if why:
            for reason in sitting.reasons:
                typer.echo(f"  {reason.row} as {reason.joined_to}: {isolated(reason.reason)}")
    if not found:
        typer.echo("no meeting is like that", err=True)


def _line(sitting: Sitting) -> str:
    told = sitting.told
    parts = [
        strong(told.format or "meeting"),
        told.level,
        f"no. {told.ordinal}" if told.ordinal else None,
        _when(sitting),
        isolated(", ".join(filter(None, (told.city, told.country)))),
        "planned" if told.when == "planned" else None,
        " ".join(sorted(told.parties)),
    ]
    return f"{sitting.id} · {' · '.join(filter(None, parts))}"


def _when(sitting: Sitting) -> str | None:
    """The time as exactly as it is known."""
    told = sitting.told
    if told.first is None or told.last is None:
        return None
    if told.exact == "report":
        return f"about {told.last}"
    length = {"year": 4, "month": 7}.get(told.exact or "", 10)
    first, last = (day.isoformat()[:length] for day in (told.first, told.last))
    return first if first == last else f"{first} to {last}"
