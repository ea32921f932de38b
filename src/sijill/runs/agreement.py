"""How far people who coded the same documents agree: Krippendorff's α, field by field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import krippendorff
import numpy as np

from sijill.errors import RefusedInput
from sijill.passages.split import split
from sijill.records import Meeting, Reading, Row
from sijill.register.schema import KINDS
from sijill.runs.evaluation import pair_meetings, pair_rows

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "meeting": ("format", "level", "ordinal", "start_date", "end_date", "city", "country", "chair"),
    "act": ("type", "actors", "speaker", "addressees", "about", "topics", "deadline"),
    "instrument": ("kind", "status"),
    "project": ("kind", "id"),
    "target": ("value", "unit", "measure", "by"),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """α of one field over so many units, each coded by two persons or more.

    1 is full agreement, 0 that of chance; None where all said the same thing, of which α says nothing.
    """

    field: str
    alpha: float | None
    units: int


def agreement(documents: Iterable[Sequence[Reading]]) -> list[Agreement]:
    """The agreement of people's readings, given together for each document.

    "sentences with an act" (and with every kind) asks of each sentence whether it has one; the fields of a
    kind are compared in the rows that people share, those that overlap by half and more (meetings: that
    agree in a slot at least). Lists of parties and topics count as one value, whatever their order.
    """
    units: defaultdict[str, list[Counter[str]]] = defaultdict(list)
    for readings in documents:
        for kind in KINDS if len(readings) > 1 else ():
            units[f"sentences with {_article(kind)}"] += _sentences(readings, kind)
            for rows in _shared(readings, kind):
                for field in _FIELDS[kind]:
                    units[f"{kind} {field}"].append(Counter(_value(row, field) for row in rows))
                if isinstance(rows[0], Meeting):
                    units["meeting parties"].append(Counter(_parties(row) for row in rows))
    return [Agreement(field, _alpha(counted), len(counted)) for field, counted in units.items() if counted]


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _sentences(readings: Sequence[Reading], kind: str) -> list[Counter[str]]:
    try:
        passages, _ = split(readings[0].document)
    except RefusedInput:
        return []
    return [
        Counter(
            str(
                any(
                    row.start < passage.end and passage.start < row.end
                    for row in getattr(reading, f"{kind}s")
                )
            )
            for reading in readings
        )
        for passage in passages
    ]


def _shared(readings: Sequence[Reading], kind: str) -> list[list[Row]]:
    """Rows of several people that are about the same words."""
    shared: list[list[Row]] = []
    for reading in readings:
        rows: Sequence[Row] = getattr(reading, f"{kind}s")
        firsts = [group[0] for group in shared]
        pairs = dict(_pairs(firsts, rows, kind))
        for group in shared:
            if id(group[0]) in pairs:
                group.append(pairs[id(group[0])])
        taken = {id(row) for row in pairs.values()}
        shared += [[row] for row in rows if id(row) not in taken]
    return [group for group in shared if len(group) > 1]


def _pairs(firsts: Sequence[Row], rows: Sequence[Row], kind: str) -> list[tuple[int, Row]]:
    if kind != "meeting":
        return [(id(one), other) for one, other in pair_rows(firsts, rows)]
    ones, others = ([row for row in side if isinstance(row, Meeting)] for side in (firsts, rows))
    return [(id(one), other) for one, other in pair_meetings(ones, others)]


def _value(row: Row, field: str) -> str:
    value = getattr(row, field)
    return repr(sorted(value) if isinstance(value, tuple) else value)


def _parties(row: Row) -> str:
    return repr(sorted({each.party for each in row.participants}) if isinstance(row, Meeting) else None)


def _alpha(units: Sequence[Counter[str]]) -> float | None:
    values = sorted(set().union(*units))
    if len(values) < 2:
        return None
    counts = np.array([[unit[value] for value in values] for unit in units])
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
