"""`sijill check-packs`: the word lists, checked for those who keep them."""

from __future__ import annotations

import typer

from sijill.languages.check import faults
from sijill.languages.pack import languages
from sijill.passages.folding import fold


def check_packs() -> None:
    """Check the word lists.

    Every list loads, and a word of each entry stands in its example.
    """
    number = 0
    for number, fault in enumerate(faults(fold), 1):  # noqa: B007 (the last number is their count)
        typer.echo(fault)
    if number:
        raise typer.Exit(1)
    typer.echo(f"every list is in order: {', '.join(languages())}")
