"""How sure a meeting, instrument, project or target is: how often rows like it were right on annotated texts.

The counts stand in `confidence.toml`, written by `bench/reliability.py`. Acts have theirs from the kind of
their head (`acts/confidence.py`); docs/reliability.md shows how far both hold.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from sijill.records import Instrument, Meeting, Project, Row, Target

R = TypeVar("R", bound=Row)

# A clue seen seldom leans on the rate of its kind, as if that had been seen this many times.
_LEAN = 8.0


def assured(rows: tuple[R, ...]) -> tuple[R, ...]:
    """The rows, each with the share of rows like it that were right, between 0 and 1, to two places."""
    return tuple(replace(row, confidence=_rate(row)) for row in rows)


def clue(row: Row) -> tuple[str, str]:
    """The kind of a row, and what about it tells most of whether it is right."""
    if isinstance(row, Meeting):
        told = "earlier" if row.earlier else "planned" if row.planned else "held"
        return "meeting", f"{told}, {'format' if row.format else 'talks'}"
    if isinstance(row, Instrument):
        return "instrument", row.kind
    if isinstance(row, Project):
        return "project", "known" if row.id else "named"
    if isinstance(row, Target):
        return "target", "dated" if row.by else "undated"
    raise TypeError(f"no clue is known for {type(row).__name__}")


def _rate(row: Row) -> float:
    kind, told = clue(row)
    counts = _counts()
    right, seen = counts.get((kind, ""), (1, 2))
    own_right, own_seen = counts.get((kind, told), (0, 0))
    return round((own_right + _LEAN * right / seen) / (own_seen + _LEAN), 2)


@cache
def _counts() -> Mapping[tuple[str, str], tuple[int, int]]:
    """Right and seen by kind and clue; the sum of a kind under an empty clue."""
    raw = tomllib.loads(files("sijill.readers").joinpath("confidence.toml").read_text("utf-8"))
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for each in raw["rate"]:
        for told in (each["clue"], ""):
            right, seen = counts.get((each["kind"], told), (0, 0))
            counts[each["kind"], told] = (right + each["right"], seen + each["seen"])
    return counts
