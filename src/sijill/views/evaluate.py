"""`sijill evaluate`: how well readings agree with gold, and whether they keep to their floors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from sijill.documents.load import load
from sijill.errors import RefusedInput
from sijill.reading import read_document
from sijill.records import Reading
from sijill.runs import evaluation


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="The folder of the gold readings, NAME.json each.")
    ],
    texts: Annotated[
        Path, typer.Argument(metavar="TEXTS", help="The folder of the same texts, NAME.txt each.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    floors: Annotated[
        Path | None, typer.Option(help="A JSON file of figure → least F1; end with 1 where one is below.")
    ] = None,
) -> None:
    """Count what agrees with gold.

    Prints F1 and right/predicted/gold for each figure.
    """
    least = {} if floors is None else _floors(floors)
    result = evaluation.evaluate(gold, texts, _read)
    for fault in result.faults:
        typer.echo(fault, err=True)
    for line in [json.dumps(_plain(result))] if as_json else result.lines():
        typer.echo(line)
    below = [
        f"{figure}: F1 {result.counts[figure].f1:.3f} is below its floor of {floor:.3f}"
        if figure in result.counts
        else f"{figure}: has a floor and was not measured"
        for figure, floor in least.items()
        if figure not in result.counts or result.counts[figure].f1 < floor
    ]
    for sentence in below:
        typer.echo(sentence, err=True)
    if below:
        raise typer.Exit(1)


def _read(path: Path) -> Reading:
    """The reading of a text; without rows where its language is not read yet: what is missed counts."""
    document = load(path)
    try:
        return read_document(document)
    except RefusedInput as refused:
        typer.echo(f"{refused} (counted as read without rows)", err=True)
        return Reading(document, language="en")


def _plain(result: evaluation.Evaluation) -> dict[str, dict[str, float]]:
    return {
        figure: {"f1": count.f1, "right": count.right, "predicted": count.predicted, "gold": count.gold}
        for figure, count in result.counts.items()
    }


def _floors(path: Path) -> Mapping[str, float]:
    try:
        floors = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RefusedInput(f"{path}: cannot be read as JSON ({error})") from error
    if not isinstance(floors, dict) or not all(isinstance(least, int | float) for least in floors.values()):
        raise RefusedInput(f'{path}: must give a number to each figure, such as {{"act rows": 0.5}}')
    return floors
