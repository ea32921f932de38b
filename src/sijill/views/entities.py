"""`sijill entities`: who and what a register names, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from sijill.passages.folding import fold
from sijill.register.entities import ENTITY_KINDS, Entity, Office
from sijill.register.naming import EntityKind
from sijill.register.store import Register
from sijill.views.cli import Place
from sijill.views.table import isolated


def entities(
    register: Place,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Only those with a name like this, or of this id.")
    ] = None,
    kind: Annotated[EntityKind | None, typer.Option(help="Only those of this kind.")] = None,
) -> None:
    """List who and what the rows name, each once, with all names and their sources.

    Of persons also the offices, with their years by the catalogue or the days that rows know of. What is one
    and stands twice is merged: sijill decide REGISTER merge ID --set into=ID; what is two and stands once is
    split: sijill decide REGISTER split ID --set names=NAME (or rows=ID). Both can be undone.
    """
    with Register(register, create=False) as opened:
        found = opened.entities(ENTITY_KINDS if kind is None else (kind,))
    wanted = [entity for entity in found if name is None or _is_called(entity, name)]
    for entity in wanted:
        typer.echo(f"{entity.id} · {isolated(entity.name)} · {entity.source} · {entity.rows}")
        for line in _told(entity):
            typer.echo(f"    {line}")
    if not wanted:
        typer.echo("no entity is called that" if name else "nothing is named", err=True)


def _is_called(entity: Entity, name: str) -> bool:
    return name == entity.id or any(
        fold(name) in fold(each) for each in (entity.name, *(alias.name for alias in entity.aliases))
    )


def _told(entity: Entity) -> Iterator[str]:
    for alias in entity.aliases:
        yield f"{isolated(alias.name)} ({alias.source}{f', {alias.rows}' if alias.rows else ''})"
    for office in entity.offices:
        yield f"{office.office} {office.party} {_years(office)} ({office.source})"


def _years(office: Office) -> str:
    return f"{office.since or ''}..{office.until or ''}"
