"""`sijill compare`: who said what on a topic, when, who first, and which words travelled."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from sijill.register.compare import Side, first_said, positions, travelling
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.views.cli import Place
from sijill.views.table import found_lines, isolated, strong, wrapped


def compare(
    register: Place,
    topic: Annotated[str, typer.Option(help="A topic of the codebook, such as terrorism-extremism.")],
    by: Annotated[Side, typer.Option(help="The formats that met, or the parties that acted.")] = "format",
) -> None:
    """Set positions on a topic side by side, each side's in order of time.

    Below them, who said first what others took up, and phrases of eight words and more that stand in several
    texts, with their first use.
    """
    with Register(register, create=False) as opened:
        rows = opened.find(Query(topic=topic))
        formats = {row: one.told.format for one in opened.sittings() for row in one.rows}
        firsts = first_said(opened.threads(), topic)
    sides = positions(rows, by, formats)
    for side, said in groupby(sides, key=lambda position: position.side):
        typer.echo(strong(side))
        for position in said:
            for line in found_lines(position.found):
                typer.echo(f"  {line}")
    for thread, first in firsts:
        typer.echo(
            f"first of {len(thread.steps)} in {thread.id}: {first.id} · {isolated(first.document.source)}"
        )
    documents = {row.document.sha256: row.document for row in rows}
    for shared in travelling(list(documents.values())):
        places = ", ".join(isolated(document.source) for document, _, _ in shared.uses)
        typer.echo(f"the same words in {places}")
        for line in wrapped(shared.phrase):
            typer.echo(line)
    if not sides:
        typer.echo("nobody is on record on that", err=True)
