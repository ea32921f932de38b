"""Do confidences mean what they say? Count them on some annotated texts, and check them on others.

    python bench/reliability.py count GOLD TEXTS [GOLD TEXTS …]     writes both confidence.toml
    python bench/reliability.py check GOLD TEXTS [GOLD TEXTS …]

`check` prints, for acts and for all other rows in bins of stated confidence, how many there are and what
share of them was right. An act is right where its words overlap a gold row by half and more and its type is
that row's; a meeting where a gold meeting of its format agrees with it; any other row where its words
overlap a gold row of its kind by half.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sijill.acts.candidate import Candidate
from sijill.acts.confidence import confidence
from sijill.acts.scan import candidates
from sijill.documents.load import load_all
from sijill.errors import SijillError
from sijill.mentions.find import find_mentions
from sijill.passages.split import split
from sijill.readers.confidence import clue
from sijill.reading import read_document
from sijill.records import Document, Reading, Row
from sijill.runs.evaluation import load_gold, pair_meetings

SOURCE = Path(__file__).resolve().parent.parent / "src/sijill"
HEADER = """# {what}: how many were seen and how many were right.
# Written by bench/reliability.py from annotated texts; do not edit by hand.
"""

# What a row is known by, how sure it says that it is, and whether gold has it.
Told = tuple[tuple[str, str], float, bool]


def annotated(folders: list[Path]) -> Iterator[tuple[Document, Reading]]:
    """Every document of the folders (gold, texts, gold, texts …) with its gold reading."""
    for gold, texts in zip(folders[::2], folders[1::2], strict=True):
        for document in load_all([str(texts)]):
            path = gold / f"{Path(getattr(document, 'source', '')).stem}.json"
            if not isinstance(document, SijillError) and path.is_file():
                yield document, load_gold(path, document.text, [])


def acts(document: Document, gold: Reading) -> Iterator[Told]:
    """The acts found in a document, known by the kind of their head and their type."""
    passages, _ = split(document)
    for row in candidates(document.text, passages, find_mentions(document, passages)):
        right = any(row.type == act.type and _overlap(row, act) >= 0.5 for act in gold.acts)
        yield (row.kind, row.type), confidence(row.kind, row.type), right


def others(document: Document, gold: Reading) -> Iterator[Told]:
    """The meetings, instruments, projects and targets found in a document, known by their clue."""
    found = read_document(document)
    agreed = [
        one for gold_one, one in pair_meetings(gold.meetings, found.meetings) if gold_one.format == one.format
    ]
    for meeting in found.meetings:
        yield clue(meeting), meeting.confidence or 0, meeting in agreed
    for rows, golden in (
        (found.instruments, gold.instruments),
        (found.projects, gold.projects),
        (found.targets, gold.targets),
    ):
        for row in rows:
            yield clue(row), row.confidence or 0, any(_overlap(row, other) >= 0.5 for other in golden)


def _overlap(row: Row | Candidate, other: Row) -> float:
    shared = min(row.end, other.end) - max(row.start, other.start)
    return shared / (max(row.end, other.end) - min(row.start, other.start))


def count(told: Iterable[Told], names: tuple[str, str]) -> str:
    """The counts as the table that the reader looks up; `names` are those of the two parts of a clue."""
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for known_by, _, good in told:
        seen[known_by] += 1
        right[known_by] += good
    return "".join(
        f'\n[[rate]]\n{names[0]} = "{one}"\n{names[1]} = "{other}"\n'
        f"right = {right[one, other]}\nseen = {seen[one, other]}\n"
        for one, other in sorted(seen)
    )


def check(told: Iterable[Told]) -> None:
    """Print a reliability table: stated confidence against the share that was right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for _, sure, good in told:
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, good))
    print("| stated | rows | mean stated | right |\n|---|---|---|---|")
    for place, pairs in sorted(bins.items()):
        stated = sum(sure for sure, _ in pairs) / len(pairs)
        right = sum(good for _, good in pairs) / len(pairs)
        print(f"| {place / 10:.1f}–{(place + 1) / 10:.1f} | {len(pairs)} | {stated:.2f} | {right:.2f} |")


def main() -> None:
    """Read the command line, then print or write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=["count", "check"])
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD TEXTS")
    arguments = parser.parse_args()
    texts = list(annotated(arguments.folders))
    found = [told for document, gold in texts for told in acts(document, gold)]
    rest = [told for document, gold in texts for told in others(document, gold)]
    if arguments.task == "check":
        print("acts\n")
        check(found)
        print("\nmeetings, instruments, projects, targets\n")
        check(rest)
        return
    by_head = HEADER.format(what="Acts by kind of head and type") + count(found, ("kind", "type"))
    by_clue = HEADER.format(what="Rows by kind and clue") + count(rest, ("kind", "clue"))
    (SOURCE / "acts/confidence.toml").write_text(by_head, "utf-8")
    (SOURCE / "readers/confidence.toml").write_text(by_clue, "utf-8")


if __name__ == "__main__":
    main()
