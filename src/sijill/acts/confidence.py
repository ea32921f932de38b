"""How sure a row is: how often rows with a head of its kind and of its type were right on annotated stories.

The counts stand in `confidence.toml`, written by `bench/reliability.py`, which also shows on other stories
how far they hold (docs/reliability.md).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sijill.acts.candidate import HeadKind
from sijill.records import ActType

# A pair seen seldom leans on its type: as if its type's rate had been seen this many times.
_LEAN = 8.0


def confidence(kind: HeadKind, act_type: ActType) -> float:
    """The share of such rows that were right, words and type, between 0 and 1, to two places."""
    pairs, types = _counts()
    right, seen = types.get(act_type, (1, 2))
    rate = right / seen
    pair_right, pair_seen = pairs.get((kind, act_type), (0, 0))
    return round((pair_right + _LEAN * rate) / (pair_seen + _LEAN), 2)


@cache
def _counts() -> tuple[dict[tuple[str, str], tuple[int, int]], dict[str, tuple[int, int]]]:
    raw = tomllib.loads(files("sijill.acts").joinpath("confidence.toml").read_text("utf-8"))
    pairs: dict[tuple[str, str], tuple[int, int]] = {}
    types: dict[str, tuple[int, int]] = {}
    for row in raw["rate"]:
        pairs[row["kind"], row["type"]] = (row["right"], row["seen"])
        right, seen = types.get(row["type"], (0, 0))
        types[row["type"]] = (right + row["right"], seen + row["seen"])
    return pairs, types
