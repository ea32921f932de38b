"""Compliance as the G20 Research Group prints it: commitments by members, -1, 0 or +1, and averages.

Only what evidence speaks for has a score; open and overdue undertakings are listed without one.
"""

from __future__ import annotations

from statistics import fmean

from sijill.exports.tables import Column, Line, Table

_SCORES = {"-1": -1, "0": 0, "1": 1}
_FIRST = (
    Column("commitment", "text", "id of the undertaking"),
    Column("first_day", "day", "when it was first undertaken"),
    Column("format", "text", "the format in which it was undertaken"),
    Column("quote", "text", "its words"),
    Column("status", "text", "open, overdue, or -1, 0, 1"),
    Column("evidence", "text", "id of the row that the status rests on"),
)
_AVERAGE = Column("average", "number", "mean of the scores in the line")


def compliance(threads: Table) -> Table:
    """A line for each undertaking, a column for each party that undertook any, a line of averages last."""
    parties = sorted({party for thread in threads.lines for party in thread["actors"]})
    lines = [_line(thread) for thread in threads.lines]
    members = tuple(Column(party, "number", f"score of {party}") for party in parties)
    own = (*_FIRST, *members, _AVERAGE)
    lines.append({"commitment": "average"} | {party: _mean(lines, party) for party in (*parties, "average")})
    return Table.of("compliance", own, lines)


def _line(thread: Line) -> Line:
    score = _SCORES.get(str(thread["status"]))
    return {
        **{column.name: thread.get(column.name) for column in _FIRST},
        "commitment": thread["id"],
        **(dict.fromkeys(thread["actors"], score) if score is not None else {}),
        "average": score,
    }


def _mean(lines: list[Line], column: str) -> float | None:
    scores = [line[column] for line in lines if line.get(column) is not None]
    return round(fmean(scores), 3) if scores else None
