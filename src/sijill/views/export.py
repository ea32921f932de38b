"""`sijill export`: the register in the forms that other programs open."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from sijill.errors import RefusedInput
from sijill.exports.forms import Form, write
from sijill.exports.tables import Name
from sijill.register.store import Register


def export(
    register: Annotated[str, typer.Argument(metavar="REGISTER", help="The file of the register.")],
    form: Annotated[
        Form,
        typer.Option(
            "--as",
            help="A table (jsonl, csv, parquet, xlsx), the codebook of its columns, or all there is: events "
            "shaped like PLOVER's, a table of compliance, FollowTheMoney entities, a network, a calendar.",
        ),
    ] = "csv",
    table: Annotated[Name, typer.Option(help="Which table.")] = "acts",
    out: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
) -> None:
    """Write a register as a table, or in the form of another program."""
    if out is None and form in ("parquet", "xlsx") and sys.stdout.isatty():
        raise typer.BadParameter(f"{form} is no text to be printed; name a file with --out")
    written = BytesIO()
    with Register(register, create=False) as opened:
        write(opened, form, table, written)
    if out is None:
        sys.stdout.buffer.write(written.getvalue())
        return
    try:
        # All at once, so that nothing already there is lost where the register cannot be read.
        out.write_bytes(written.getvalue())
    except OSError as error:
        raise RefusedInput(f"{out}: cannot be written ({error.strerror}); name another file") from error
    typer.echo(f"{out}: written")
