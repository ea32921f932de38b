"""`sijill code`: a person's own reading of documents, kept apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sijill.errors import RefusedInput
from sijill.exports.jsonl import from_json
from sijill.records import Reading
from sijill.register.store import Register
from sijill.views.cli import Place
from sijill.views.decide import Person
from sijill.views.table import isolated


def code(
    register: Place,
    readings: Annotated[
        Path, typer.Argument(metavar="READINGS", help="Readings as sijill read prints them, one a line.")
    ],
    by: Person,
) -> None:
    """Keep a person's own reading of documents, apart from all others.

    Nothing of it is found until somebody accepts it: sijill decide REGISTER accept DOCUMENT --set coding=ID.
    A later one takes the place of an earlier; sijill agreement compares what several persons read.
    """
    with Register(register) as opened:
        for reading in _readings(readings):
            coding = opened.code(reading, by)
            typer.echo(f"{coding.id} · {isolated(reading.document.source)} {reading.document.sha256}")


def _readings(path: Path) -> Iterator[Reading]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedInput(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        try:
            yield from_json(json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            raise RefusedInput(f"{path}, line {number}: is no reading ({error!r})") from error
