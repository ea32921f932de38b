"""The measure: how well readings agree with gold, as counts of right, predicted and gold for each figure.

Act tokens are white-space tokens with the type of a row that covers them; rows are paired one to one by
overlap (intersection over union of at least one half, best first); meetings by the slots they agree in.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sijill.errors import RefusedInput
from sijill.exports.jsonl import from_json
from sijill.records import Act, Meeting, Reading, Row

LEDGER = frozenset({"commit", "decide", "propose", "urge", "support", "oppose", "concern"})
SLOTS = ("format", "level", "ordinal", "start_date", "city", "country")
_TOKEN = re.compile(r"\S+")
_LEAST_OVERLAP = 0.5
_SAME_NAME = 0.75

R = TypeVar("R", bound=Row)


@dataclass(slots=True)
class Count:
    """How many were right, how many were predicted, how many stand in gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing found."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Evaluation:
    """One count a figure, over all documents, and one sentence for each gold row without a place."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    faults: list[str] = field(default_factory=list)

    def add(self, figure: str, right: int, predicted: int, gold: int) -> None:
        """Add what one document gives to a figure."""
        count = self.counts[figure]
        count.right += right
        count.predicted += predicted
        count.gold += gold

    def lines(self) -> list[str]:
        """One line a figure, for people."""
        return [
            f"{figure:40s} F1 {count.f1:.3f}  ({count.right}/{count.predicted}/{count.gold})"
            for figure, count in self.counts.items()
        ]


def evaluate(gold: Path, texts: Path, read: Callable[[Path], Reading]) -> Evaluation:
    """Read every text that has gold and count what agrees.

    `gold` holds one NAME.json a document, `texts` the same documents as NAME.txt. Raises RefusedInput
    where a folder holds no gold or a text is missing.
    """
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise RefusedInput(f"{gold}: no gold (NAME.json) in this folder")
    evaluation = Evaluation()
    for path in paths:
        text = texts / f"{path.stem}.txt"
        if not text.is_file():
            raise RefusedInput(f"{text}: the text of {path.name} is missing")
        reading = read(text)
        compare(load_gold(path, reading.document.text, evaluation.faults), reading, evaluation)
    return evaluation


def load_gold(path: Path, text: str, faults: list[str]) -> Reading:
    """The reading that careful readers made of a text; rows whose quote is not in the text go to `faults`."""
    raw = json.loads(path.read_text("utf-8"))
    for kind in ("meetings", "acts", "instruments", "projects", "targets"):
        placed = []
        for row in raw[kind]:
            start = _place(row, text)
            if start is not None:
                quote = row.get("quote") or text[row["start"] : row["end"]]
                placed.append({**row, "start": start, "end": start + len(quote), "quote": quote})
            elif kind != "meetings":
                faults.append(f"{path.name}: not in the text: {row.get('quote', '')[:60]}")
            else:
                placed.append({**row, "start": 0, "end": 0})
        raw[kind] = placed
    return from_json({**raw, "text": text})


def compare(gold: Reading, reading: Reading, evaluation: Evaluation) -> None:
    """Count one reading against gold of the same document."""
    text = gold.document.text
    _tokens(gold.acts, reading.acts, text, evaluation)
    _rows(gold.acts, reading.acts, evaluation)
    _meetings(gold.meetings, reading.meetings, evaluation)
    for kind in ("instruments", "projects", "targets"):
        right, found = getattr(gold, kind), getattr(reading, kind)
        evaluation.add(kind, len(pair_rows(right, found)), len(found), len(right))


def _place(row: dict[str, object], text: str) -> int | None:
    start, end, quote = row.get("start"), row.get("end"), row.get("quote")
    if isinstance(start, int) and isinstance(end, int) and text[start:end] == (quote or text[start:end]):
        return start
    if not isinstance(quote, str):
        return None
    occurrence = row.get("occurrence", 1)
    at = -1
    for _ in range(occurrence if isinstance(occurrence, int) else 1):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at


def _tokens(gold: Sequence[Act], found: Sequence[Act], text: str, evaluation: Evaluation) -> None:
    tokens = [match.span() for match in _TOKEN.finditer(text)]

    def labels(acts: Iterable[Act], types: frozenset[str] | None) -> set[tuple[int, str]]:
        return {
            (start, act.type)
            for act in acts
            if types is None or act.type in types
            for start, end in tokens
            if start < act.end and end > act.start
        }

    for figure, types in (("act tokens", None), ("act tokens, ledger types", LEDGER)):
        right, predicted = labels(gold, types), labels(found, types)
        evaluation.add(figure, len(right & predicted), len(predicted), len(right))


def _rows(gold: Sequence[Act], found: Sequence[Act], evaluation: Evaluation) -> None:
    same_type = pair_rows(gold, found, lambda one, other: one.type == other.type)
    evaluation.add("act rows", len(same_type), len(found), len(gold))
    matched = pair_rows(gold, found)
    evaluation.add("act rows, any type", len(matched), len(found), len(gold))
    for one, other in matched:
        for field_ in ("actors", "addressees", "about", "topics"):
            right, predicted = set(getattr(one, field_)), set(getattr(other, field_))
            evaluation.add(f"act {field_}, matched rows", len(right & predicted), len(predicted), len(right))
        if one.speaker or other.speaker:
            same = bool(one.speaker and other.speaker and same_name(one.speaker, other.speaker))
            evaluation.add("act speaker, matched rows", same, bool(other.speaker), bool(one.speaker))


def _meetings(gold: Sequence[Meeting], found: Sequence[Meeting], evaluation: Evaluation) -> None:
    pairs = pair_meetings(gold, found)
    evaluation.add("meetings found", len(pairs), len(found), len(gold))
    evaluation.add(
        "meeting slots", sum(_agreeing(one, other) for one, other in pairs), _filled(found), _filled(gold)
    )
    for one, other in pairs:
        right = {participant.party for participant in one.participants}
        predicted = {participant.party for participant in other.participants}
        evaluation.add(
            "meeting parties, matched meetings", len(right & predicted), len(predicted), len(right)
        )
        persons = [participant.latin for participant in one.participants if participant.latin]
        left = [participant.latin for participant in other.participants if participant.latin]
        total, hits = len(left), 0
        for name in persons:
            hit = next((candidate for candidate in left if same_name(name, candidate)), None)
            if hit is not None:
                left.remove(hit)
                hits += 1
        evaluation.add("meeting persons, matched meetings", hits, total, len(persons))


def pair_meetings(gold: Sequence[Meeting], found: Sequence[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Meetings of both sides that agree in a slot at least, one to one, those that agree in most first."""
    order = sorted(
        ((_agreeing(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)),
        reverse=True,
    )
    return [(gold[i], found[j]) for i, j in _one_to_one((i, j) for slots, i, j in order if slots)]


def same_name(one: str, other: str) -> bool:
    """Whether two Latin spellings are taken for one person: alike in letters, or of one last name."""
    one, other = (re.sub(r"[^a-z ]", "", name.lower().replace("-", " ")) for name in (one, other))
    if not one or not other:
        return False
    return (
        difflib.SequenceMatcher(None, one, other).ratio() >= _SAME_NAME
        or one.split()[-1] == other.split()[-1]
    )


def _agreeing(one: Meeting, other: Meeting) -> int:
    return sum(
        getattr(one, slot) is not None and getattr(one, slot) == getattr(other, slot) for slot in SLOTS
    )


def _filled(meetings: Iterable[Meeting]) -> int:
    return sum(getattr(meeting, slot) is not None for meeting in meetings for slot in SLOTS)


def pair_rows(
    gold: Sequence[R], found: Sequence[R], same: Callable[[R, R], bool] = lambda _, __: True
) -> list[tuple[R, R]]:
    """Rows of both sides whose words overlap by half and more, one to one, the best first."""
    order = sorted(
        (
            (_overlap(one, other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one.start < other.end and other.start < one.end and same(one, other)
        ),
        reverse=True,
    )
    return [
        (gold[i], found[j])
        for i, j in _one_to_one((i, j) for value, i, j in order if value >= _LEAST_OVERLAP)
    ]


def _one_to_one(order: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for i, j in order:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            kept.append((i, j))
    return kept


def _overlap(one: Row, other: Row) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))
