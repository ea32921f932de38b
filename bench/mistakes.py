"""The commonest mistakes of the reader on annotated stories, by kind, with counts.

python bench/mistakes.py GOLD TEXTS [GOLD TEXTS …]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sijill.documents.load import load_all
from sijill.errors import SijillError
from sijill.reading import read_document
from sijill.records import Act, Meeting, Reading, Row
from sijill.runs.evaluation import SLOTS, load_gold, pair_meetings, pair_rows, same_name

MOST = 20


def mistakes(gold: Reading, reading: Reading) -> Iterator[str]:
    """One line for each thing that reading and gold do not agree in."""
    pairs = pair_rows(gold.acts, reading.acts)
    yield from (f"act missed: {act.type}" for act in _left(gold.acts, [one for one, _ in pairs]))
    yield from (f"act invented: {act.type}" for act in _left(reading.acts, [other for _, other in pairs]))
    for one, other in pairs:
        yield from _of_act(one, other)
    meetings = pair_meetings(gold.meetings, reading.meetings)
    yield from ("meeting missed" for _ in _left(gold.meetings, [one for one, _ in meetings]))
    yield from ("meeting invented" for _ in _left(reading.meetings, [other for _, other in meetings]))
    for first, second in meetings:
        yield from _of_meeting(first, second)
    for kind in ("instruments", "projects", "targets"):
        right, found = getattr(gold, kind), getattr(reading, kind)
        both = pair_rows(right, found)
        yield from (f"{kind}: missed" for _ in range(len(right) - len(both)))
        yield from (f"{kind}: invented" for _ in range(len(found) - len(both)))


def _of_act(gold: Act, read: Act) -> Iterator[str]:
    if gold.type != read.type:
        yield f"act type: {gold.type} read as {read.type}"
    if set(gold.actors) != set(read.actors):
        more, less = set(read.actors) - set(gold.actors), set(gold.actors) - set(read.actors)
        yield "actors: another" if more and less else "actors: too many" if more else "actors: too few"
    if gold.speaker and not read.speaker:
        yield "speaker: missed"
    elif read.speaker and not gold.speaker:
        yield "speaker: invented"
    elif gold.speaker and read.speaker and not same_name(gold.speaker, read.speaker):
        yield "speaker: another"
    if not set(gold.topics) & set(read.topics):
        yield "topics: none right"


def _of_meeting(gold: Meeting, read: Meeting) -> Iterator[str]:
    for slot in SLOTS:
        right, found = getattr(gold, slot), getattr(read, slot)
        if right != found:
            kind = "missed" if found is None else "invented" if right is None else "another"
            yield f"meeting {slot}: {kind}"
    if {each.party for each in gold.participants} != {each.party for each in read.participants}:
        yield "meeting parties: not all right"


def _left(rows: tuple[Row, ...], paired: list[Row]) -> list[Row]:
    return [row for row in rows if not any(row is each for each in paired)]


def main(folders: list[Path]) -> None:
    """Read the texts and print a table of the commonest mistakes."""
    counts: Counter[str] = Counter()
    documents = 0
    for gold, texts in zip(folders[::2], folders[1::2], strict=True):
        for document in load_all([str(texts)]):
            path = gold / f"{Path(getattr(document, 'source', '')).stem}.json"
            if not isinstance(document, SijillError) and path.is_file():
                documents += 1
                counts.update(mistakes(load_gold(path, document.text, []), read_document(document)))
    print(f"{sum(counts.values())} mistakes in {documents} documents\n\n| mistake | count |\n|---|---|")
    for kind, count in counts.most_common(MOST):
        print(f"| {kind} | {count} |")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
