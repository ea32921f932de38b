"""`sijill agreement`: how far people who coded the same documents agree."""

from __future__ import annotations

import typer

from sijill.register.store import Register
from sijill.runs import agreement as measure
from sijill.views.cli import Place


def agreement(register: Place) -> None:
    """Compare what several persons coded of the same documents.

    Prints Krippendorff's α for each field (1: full agreement, 0: that of chance) and the number of units
    that two persons or more coded; - where all said the same thing, of which α says nothing.
    """
    with Register(register, create=False) as opened:
        documents = [[coding.reading for coding in each] for each in opened.coded_documents()]
    compared = measure.agreement(documents)
    for line in compared:
        alpha = "    -" if line.alpha is None else f"{line.alpha:5.2f}"
        typer.echo(f"{line.field:28s} {alpha}  ({line.units})")
    if not compared:
        typer.echo("no document was coded by two persons", err=True)
