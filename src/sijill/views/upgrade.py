"""`sijill upgrade`: a register of an earlier Sijill, brought up to date."""

from __future__ import annotations

from pathlib import Path

import typer

from sijill.errors import RefusedRegister
from sijill.register.store import Register
from sijill.views.cli import Place


def upgrade(register: Place) -> None:
    """Bring a register of an earlier Sijill up to date.

    All of it or nothing: whatever happens, no row and no decision is lost. sijill add does the same.
    """
    if "://" not in register and not Path(register).is_file():
        raise RefusedRegister(f"{register}: there is no such register; make it with sijill add")
    with Register(register):
        typer.echo(f"{register}: is up to date")
