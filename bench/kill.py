"""kill -9 at random moments of adding and deciding: is anything kept lost or doubled, does the register open?

    python bench/kill.py [--times 200] [--seed 1] [PLACE]

PLACE is a new file or a PostgreSQL URL (a file that is gone afterwards where none is named). A process adds
documents and decides on their rows, and tells of each when it is done; it is killed and another goes on with
the same register. Whatever was told must then be there once, and the audit must find nothing wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.records import Act, Meeting, Reading
from sijill.register.decisions import Decision, DecisionKind, subject_of
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.runs.audit import audit

_DOCUMENTS = 60
_ROWS = 8
_LONGEST_SECONDS = 0.8
_KINDS: tuple[DecisionKind, ...] = ("accept", "correct", "refuse", "undo")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("place", nargs="?")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        run(wanted.place or str(Path(folder, "register.db")), wanted.times, wanted.seed)


def run(place: str, times: int, seed: int) -> None:
    chance, added, decided = random.Random(seed), set[str](), set[str]()
    Register(place).close()
    # What workers need is in memory before they begin: they are killed at work and not on the way to it.
    with TemporaryDirectory() as folder, Register(Path(folder, "warm.db")) as warm:
        warm.add(_reading(0, later=False))
    for number in range(times):
        told = _killed(place, seed * 10_000 + number, chance.uniform(0, _LONGEST_SECONDS))
        added |= {what for kind, what in told if kind == "added"}
        decided |= {what for kind, what in told if kind == "decided"}
        faults = _faults(place, added, decided, unheard=number + 1)
        if faults:
            sys.exit(f"after {number + 1} kills: {'; '.join(faults)}")
    print(f"{times} kills: {len(added)} documents and {len(decided)} decisions kept, none lost, none doubled")


def _killed(place: str, seed: int, after: float) -> list[tuple[str, str]]:
    """What a process had done before it was killed, so many seconds after it began."""
    context = multiprocessing.get_context("fork")
    hears, tells = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(place, seed, tells), daemon=True)
    worker.start()
    tells.close()
    time.sleep(after)
    worker.kill()
    worker.join()
    told = []
    try:
        while True:
            told.append(hears.recv())
    except (EOFError, OSError):
        return told


def _work(place: str, seed: int, tells: Connection) -> None:
    chance = random.Random(seed)
    with Register(place, create=False) as register:
        while True:
            reading = _reading(chance.randrange(_DOCUMENTS), later=chance.random() < 0.2)
            register.add(reading)
            tells.send(("added", reading.document.sha256))
            rows = register.find(Query(limit=20, offset=chance.randrange(60)))
            for row in rows[:2]:
                note = f"{seed}-{chance.random()}"
                value = (
                    {"deadline": str(chance.randrange(2020, 2030))} if row.kind == "act" else {"city": "Lima"}
                )
                kind = chance.choice(_KINDS)
                decision = Decision(
                    kind=kind,
                    subject=subject_of(row.id),
                    by="Anna",
                    note=note,
                    value=value if kind == "correct" else {},
                )
                try:
                    register.decide(decision)
                except RefusedRegister as refused:
                    if "nothing to undo" not in str(refused):
                        raise
                else:
                    tells.send(("decided", note))


def _reading(number: int, later: bool) -> Reading:
    """A document of so many sentences, read as today or a little otherwise by a later reader."""
    sentences = [f"Party {number} pledged to build road {row} with its neighbours. " for row in range(_ROWS)]
    text = "".join(sentences)
    acts = []
    for row, sentence in enumerate(sentences):
        start = text.index(sentence) + sentence.index("pledged")
        end = text.index(sentence) + len(sentence) - (16 if later else 2)
        kind = "propose" if later and row % 2 else "commit"
        acts.append(
            Act(start=start, end=end, quote=text[start:end], type=kind, actors=("KZ",), meeting=0)  # type: ignore[arg-type]
        )
    meeting = Meeting(start=0, end=7, quote=text[:7], format=None, level="summit", start_date="2024-05-03")
    return Reading(from_text(text), "en", (meeting,), tuple(acts))


def _faults(place: str, added: set[str], decided: set[str], unheard: int) -> list[str]:
    """What is wrong; so many decisions at the most were kept without their maker living to tell."""
    audited = list(audit(place))
    faults = [f"{one.kind} {one.id}: {one.fault}" for one in audited if one.fault]
    with Register(place, create=False) as register:
        kept = Counter(decision.note for decision in register.history())
        there = {found.document.sha256 for found in register.find(Query())}
    documents = {one.id for one in audited if one.kind == "document"}
    faults += [f"{note} was decided and is lost" for note in decided - kept.keys()]
    faults += [f"{note} is kept {count} times" for note, count in kept.items() if count > 1]
    faults += [f"{document} was added and is lost" for document in added - documents]
    if not there <= documents:
        faults.append("rows of no document")
    if len(kept) > len(decided) + unheard:
        faults.append("decisions that nobody took")
    return faults


if __name__ == "__main__":
    main()
