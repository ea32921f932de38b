"""A reading as it stands: what its reader took from the text, after all that people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sijill.records import Act, Instrument, Reading, Row
from sijill.register.decisions import Decision, in_force
from sijill.register.identity import Laid, as_read, rows_of
from sijill.register.plain import row_from_json, row_to_json
from sijill.register.schema import KINDS

PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as a decision remembers it: so it outlasts the reading that it came from.

    `meeting` is the row of its meeting: its id, start and end.
    """

    kind: str
    reading: str
    row: Mapping[str, Any]
    meeting: Mapping[str, Any] | None

    def after(self, held: Sequence[Decision]) -> Seen:
        """The row with all that the decisions correct in it."""
        row, meeting = dict(self.row), self.meeting
        for decision in held:
            if decision.kind == "correct":
                row |= {name: value for name, value in decision.value.items() if name != "meeting"}
                meeting = decision.value.get("meeting", meeting)
        return replace(self, row=row, meeting=meeting)

    def record(self) -> Row:
        """The row itself; of its meeting it knows nothing yet."""
        return row_from_json(KINDS[self.kind], self.row)


def seen(kind: str, reading: str, row: Row, meeting: tuple[str, Row] | None) -> Seen:
    """What a decision is to remember of a row, which belongs to the meeting of that id."""
    plain = {name: value for name, value in row_to_json(row).items() if name != "meeting"}
    return Seen(kind, reading, plain, meeting and meeting_seen(*meeting))


def meeting_seen(id: str, row: Row) -> Mapping[str, Any]:
    """What a decision is to remember of a row's meeting."""
    return {"id": id, "start": row.start, "end": row.end}


def laid(reading: Reading, reader: str, taken: Sequence[Decision]) -> Laid:
    """The reading after all decisions taken on its document, given in order.

    A row that somebody accepted or corrected stays as it was decided, read or not read again; one that was
    refused is left out. Where a person's own coding was accepted, it stands in place of all other readings.
    """
    held = in_force(taken)
    if not _is_shown(reader, held):
        return Laid(_without_rows(reading), reader, {}, {})
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in held:
        if decision.subject.kind == "row" and decision.seen["reading"] == reader:
            decided[decision.subject.id].append(decision)
    return _laid(reading, reader, decided) if decided else as_read(reading)


def chosen(held: Sequence[Decision]) -> str | None:
    """The id of the coding that was accepted for a document; "" where the document was refused."""
    last = next((each for each in reversed(held) if each.subject.kind == "document"), None)
    return None if last is None else last.value["coding"] if last.kind == "accept" else ""


def _is_shown(reader: str, held: Sequence[Decision]) -> bool:
    last = next((each for each in reversed(held) if each.subject.kind == "document"), None)
    if last is None:
        return not reader.startswith(PERSON)
    return last.kind == "accept" and reader == last.seen["reading"]


def _without_rows(reading: Reading) -> Reading:
    nothing: dict[str, Any] = {f"{kind}s": () for kind in KINDS}
    return replace(reading, **nothing)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A row to be laid out; `meeting` is the id of its meeting, to be looked up among those that stand."""

    id: str
    row: Row
    meeting: str | None
    seen: Seen | None = None


def _laid(reading: Reading, reader: str, decided: Mapping[str, Sequence[Decision]]) -> Laid:
    standing = {id: stand for id, held in decided.items() if (stand := _stand(held))}
    lists: defaultdict[str, list[_Standing]] = defaultdict(list)
    for kind, each in _left(reading, decided):
        lists[kind].append(each)
    meetings = lists["meeting"]
    numbers = {each.id: number for number, each in enumerate(meetings)}
    rows: dict[str, Any] = {
        f"{kind}s": tuple(_placed(each, numbers, meetings) for each in lists[kind]) for kind in KINDS
    }
    ids = {(kind, number): each.id for kind in KINDS for number, each in enumerate(lists[kind])}
    return Laid(replace(reading, **rows), reader, ids, standing)


def _stand(held: Sequence[Decision]) -> str | None:
    """How a row stands after the decisions that hold; None where it does not."""
    if held[-1].kind == "refuse":
        return None
    return "corrected" if any(each.kind == "correct" for each in held) else "accepted"


def _left(reading: Reading, decided: Mapping[str, Sequence[Decision]]) -> Iterator[tuple[str, _Standing]]:
    """The rows that stand: as read, as decided, and last those decided on that are no longer read."""
    plain = as_read(reading)
    for kind, number, row in rows_of(reading):
        id = plain.ids[kind, number]
        index = row.meeting if isinstance(row, Act | Instrument) else None
        meeting = None if index is None else plain.ids["meeting", index]
        if id not in decided:
            yield kind, _Standing(id, row, meeting)
        elif _stand(decided[id]):
            yield kind, _decided(id, decided[id], meeting)
    gone = [
        _decided(id, held, None)
        for id, held in decided.items()
        if id not in plain.ids.values() and _stand(held)
    ]
    for each in sorted(gone, key=lambda each: (each.row.start, each.row.end, each.id)):
        yield each.id.rpartition("-")[0], each


def _decided(id: str, held: Sequence[Decision], meeting: str | None) -> _Standing:
    then = Seen(**held[0].seen).after(held)
    return _Standing(id, then.record(), meeting, then)


def _placed(each: _Standing, numbers: Mapping[str, int], meetings: Sequence[_Standing]) -> Row:
    """The row with the number of its meeting: as decided, else as now read, else one in the same words."""
    if not isinstance(each.row, Act | Instrument):
        return each.row
    if each.seen is None:
        return replace(each.row, meeting=None if each.meeting is None else numbers.get(each.meeting))
    then = each.seen.meeting
    if then is None:
        return replace(each.row, meeting=None)
    number = numbers.get(then["id"], numbers.get(each.meeting or ""))
    if number is None:
        shared = [
            (min(then["end"], one.row.end) - max(then["start"], one.row.start), -number)
            for number, one in enumerate(meetings)
        ]
        most, first = max(shared, default=(0, 0))
        number = -first if most > 0 else None
    return replace(each.row, meeting=number)
