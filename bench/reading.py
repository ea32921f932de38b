"""How fast the rules reader reads, beside a plain spaCy pipeline with our names, on one core in one run.

    python bench/reading.py            reports per second, memory, cost per word up to a million words
    python bench/reading.py --short    the first two only

Each reader has a process of its own; both are held to the same core and take turns at the same
reports, so that whatever else the machine does weighs on both. Time is process time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus/unlabelled/ar-2018.jsonl.gz"
PUBLISHED = date(2018, 4, 5)
# A report has so many words (parted by blanks), more or less a quarter.
REPORT, LEAST, MOST = 400, 300, 500
WARM, REPORTS, TURN = 200, 800, 20
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)

Read = Callable[[str], object]


def reports(many: int) -> list[str]:
    """Arabic reports of about 400 words, no two alike: of the corpus, else the examples put together."""
    found = list(islice((text for text in _texts() if LEAST <= len(text.split()) <= MOST), many))
    return found or list(islice(_made_up(), many))


def rules_reader() -> Read:
    """The reader measured, loaded."""
    from sijill.reading import read

    return lambda text: read(text, published=PUBLISHED)


def spacy_pipeline() -> Read:
    """A tokeniser, a sentencizer and an entity ruler of the Arabic names that the rules reader looks for."""
    warnings.simplefilter("ignore")
    import spacy
    from spacy.pipeline import EntityRuler

    pipeline = spacy.blank("ar")
    pipeline.max_length = 100_000_000
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": kind, "pattern": name} for kind, name in sorted(set(arabic_names()))])
    return pipeline


def arabic_names() -> Iterator[tuple[str, str]]:
    """All names of the catalogue and of the word lists of names, each with its kind."""
    from sijill.catalogue.parties import parties
    from sijill.catalogue.persons import persons
    from sijill.catalogue.places import places
    from sijill.catalogue.projects import projects
    from sijill.languages.pack import entries

    for party in parties().values():
        forms = party.forms["ar"]
        for name in (*forms.names, *forms.adjectives, *forms.people, *forms.capitals):
            yield "party", name
    yield from (("person", name) for one in persons() for name in one.names("ar"))
    yield from (("place", name) for one in places() for name in one.names("ar"))
    yield from (("project", name) for one in projects() for name in one.names("ar"))
    for table in ("institutions", "offices", "titles", "groups", "forums", "instruments"):
        yield from ((table, word) for entry in entries("ar", table) for word in entry.words)


READERS: dict[str, Callable[[], Read]] = {"rules": rules_reader, "spaCy": spacy_pipeline}


def side_by_side() -> None:
    """Print reports per second and memory of both readers, and their ratio."""
    workers = {name: _Worker(name) for name in READERS}
    spent = dict.fromkeys(workers, 0.0)
    for first in range(0, WARM + REPORTS, TURN):
        for name, worker in workers.items():
            seconds = worker.ask(f"reports {first} {first + TURN}")
            spent[name] += seconds if first >= WARM else 0.0
    words = sum(len(text.split()) for text in reports(WARM + REPORTS)[WARM:])
    speeds = {name: words / REPORT / seconds for name, seconds in spent.items()}
    print(f"reports of {REPORT} words, {REPORTS} of them after {WARM} to warm up, core for core")
    for name, worker in workers.items():
        print(f"  {name:6} {speeds[name]:7.0f} reports/s   {worker.ask('memory'):5.0f} MB at most")
        worker.close()
    print(f"  rules : spaCy = {speeds['rules'] / speeds['spaCy']:.2f}")


def by_length() -> None:
    """Print what a word costs in documents of growing length, each reader of a length in a fresh process."""
    print("one document; microseconds per word")
    for length in LENGTHS:
        worker = _Worker("rules")
        worker.ask("reports 0 200")
        seconds = worker.ask(f"words {length}")
        print(
            f"  {length:9,} words {seconds / length * 1e6:7.1f}   {seconds:7.2f} s"
            f"   {worker.ask('memory'):5.0f} MB at most"
        )
        worker.close()


class _Worker:
    """A process with one reader, that reads what it is told to and says how long it took."""

    def __init__(self, name: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--worker", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, order: str) -> float:
        """The answer to an order, a number. Raises RuntimeError where the worker has died."""
        sent, answered = self._pipes()
        sent.write(order + "\n")
        sent.flush()
        answer = answered.readline()
        if not answer:
            raise RuntimeError(f"no answer to {order!r}")
        return float(answer)

    def close(self) -> None:
        """Let the process end."""
        self._process.communicate()

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self._process.stdin is not None and self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _work(name: str) -> None:
    """Answer orders from standard input until it ends."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    read, texts = READERS[name](), reports(WARM + REPORTS)
    for order in sys.stdin:
        verb, *numbers = order.split()
        if verb == "memory":
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            continue
        wanted = texts[slice(*map(int, numbers))] if verb == "reports" else [_long(int(numbers[0]))]
        before = time.process_time()
        for text in wanted:
            read(text)
        print(time.process_time() - before, flush=True)


def _long(length: int) -> str:
    """One document of so many words: reports one after the other."""
    found: list[str] = []
    left = length
    for text in cycle(_texts()):
        found.append(text)
        left -= len(text.split())
        if left <= 0:
            return "\n\n".join(found)
    return ""


def _texts() -> Iterator[str]:
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    else:
        examples = sorted((ROOT / "examples/communiques").glob("*-ar.txt"))
        yield from (path.read_text("utf-8") for path in examples)


def _made_up() -> Iterator[str]:
    """Paragraphs of the examples in ever another order, until a report is long enough."""
    paragraphs = [line for text in _texts() for line in text.splitlines() if line.strip()]
    for step in cycle(range(1, len(paragraphs))):
        taken: list[str] = []
        for index in range(len(paragraphs)):
            taken.append(paragraphs[index * step % len(paragraphs)])
            if sum(len(line.split()) for line in taken) >= REPORT:
                break
        yield "\n".join(dict.fromkeys(taken))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="leave the long documents out")
    parser.add_argument("--worker", choices=READERS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        _work(asked.worker)
    else:
        side_by_side()
        if not asked.short:
            by_length()
