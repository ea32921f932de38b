"""Do confidences mean what they say? Count them on some annotated stories, and check them on others.

    python bench/reliability.py count GOLD TEXTS [GOLD TEXTS …] > src/sijill/acts/confidence.toml
    python bench/reliability.py check GOLD TEXTS [GOLD TEXTS …]

`check` prints, for rows in bins of stated confidence, how many there are and what share of them was right:
words that overlap a gold row by half and more, and its type.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sijill.acts.candidate import Candidate
from sijill.acts.confidence import confidence
from sijill.acts.scan import candidates
from sijill.documents.load import load_all
from sijill.errors import SijillError
from sijill.mentions.find import find_mentions
from sijill.passages.split import split
from sijill.records import Act
from sijill.runs.evaluation import load_gold


def rows(gold: Path, texts: Path) -> Iterator[tuple[Candidate, bool]]:
    """Every row that is found in the texts, and whether gold has it."""
    for document in load_all([str(texts)]):
        path = gold / f"{Path(getattr(document, 'source', '')).stem}.json"
        if isinstance(document, SijillError) or not path.is_file():
            continue
        passages, _ = split(document)
        acts = load_gold(path, document.text, []).acts
        for row in candidates(document.text, passages, find_mentions(document, passages)):
            yield row, any(row.type == act.type and _overlap(row, act) >= 0.5 for act in acts)


def _overlap(row: Candidate, act: Act) -> float:
    shared = min(row.end, act.end) - max(row.start, act.start)
    return shared / (max(row.end, act.end) - min(row.start, act.start))


def count(found: Iterator[tuple[Candidate, bool]]) -> None:
    """Print the counts as the table that `confidence` reads."""
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for row, good in found:
        seen[row.kind, row.type] += 1
        right[row.kind, row.type] += good
    print("# Rows by kind of head and type: how many were seen and how many were right.")
    print("# Written by bench/reliability.py from annotated stories; do not edit by hand.")
    for kind, act_type in sorted(seen):
        print(f'\n[[rate]]\nkind = "{kind}"\ntype = "{act_type}"')
        print(f"right = {right[kind, act_type]}\nseen = {seen[kind, act_type]}")


def check(found: Iterator[tuple[Candidate, bool]]) -> None:
    """Print a reliability table: stated confidence against the share that was right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for row, good in found:
        sure = confidence(row.kind, row.type)
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, good))
    print("| stated | rows | mean stated | right |\n|---|---|---|---|")
    for place, pairs in sorted(bins.items()):
        stated = sum(sure for sure, _ in pairs) / len(pairs)
        right = sum(good for _, good in pairs) / len(pairs)
        print(f"| {place / 10:.1f}–{(place + 1) / 10:.1f} | {len(pairs)} | {stated:.2f} | {right:.2f} |")


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=["count", "check"])
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD TEXTS")
    arguments = parser.parse_args()
    pairs = zip(arguments.folders[::2], arguments.folders[1::2], strict=True)
    found = (row for gold, texts in pairs for row in rows(gold, texts))
    {"count": count, "check": check}[arguments.task](found)


if __name__ == "__main__":
    main()
