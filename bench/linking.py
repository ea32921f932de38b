"""How well rows are linked, on the examples, and how fast, on documents made by recombination.

`python bench/linking.py` prints quality on gold rows and on rows as the reader reads them, said apart, and
how many near-twins made of gold acts are joined. `python bench/linking.py scale 10000` makes that many
documents out of the examples' acts with other numbers, years and meetings (they are no real documents)
and times linking, adding and finding.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product
from pathlib import Path
from typing import Any

from sijill.documents.load import from_text
from sijill.exports.jsonl import from_json
from sijill.reading import read_document
from sijill.records import Act, Meeting, Reading, Row
from sijill.register.contents import contents
from sijill.register.followup import status
from sijill.register.identity import row_ids
from sijill.register.linked import Thread
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.register.undertakings import judged

HOME = Path(__file__).resolve().parent.parent / "examples"
Ref = tuple[str, int]
Pair = frozenset[Any]


def gold() -> dict[str, Reading]:
    readings = {}
    for path in sorted((HOME / "gold").glob("*.json")):
        plain = json.loads(path.read_text("utf-8"))
        plain["text"] = (HOME / "communiques" / plain["source"]).read_bytes().decode("utf-8")
        readings[path.stem] = from_json(plain)
    return readings


def as_read(reading: Reading) -> Reading:
    return read_document(reading.document)


def matched(own: Mapping[str, Reading], other: Mapping[str, Reading], kind: str) -> dict[Ref, Ref]:
    """For each row, the row of the other readings that is most like it, each of these once."""
    found: dict[Ref, Ref] = {}
    for name, reading in own.items():
        rows, others = getattr(reading, kind), getattr(other[name], kind)
        likely = sorted(
            (
                (likeness(row, each), at, number)
                for (at, row), (number, each) in product(enumerate(rows), enumerate(others))
            ),
            reverse=True,
        )
        taken: set[int] = set()
        for like, at, number in likely:
            if like >= 0.5 and (name, at) not in found and number not in taken:
                found[name, at] = (name, number)
                taken.add(number)
    return found


def likeness(one: Row, other: Row) -> float:
    """Of acts, the share of letters in common; of meetings, that and each field that is the same and said."""
    if not isinstance(one, Meeting) or not isinstance(other, Meeting):
        return overlap(one, other)
    fields = ("format", "start_date", "ordinal", "city")
    said = [getattr(one, name) for name in fields if getattr(one, name) == getattr(other, name)]
    return overlap(one, other) + 0.3 * len([value for value in said if value is not None])


def overlap(one: Row, other: Row) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start)


def pairs(groups: Iterable[Sequence[Any]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def b_cubed(gold_groups: Sequence[Sequence[Any]], found: Sequence[Sequence[Any]]) -> float:
    """F1 of B³ over the items that stand in both."""
    true = {item: set(group) for group in gold_groups for item in group}
    made = {item: set(group) for group in found for item in group}
    items = sorted(true.keys() & made.keys())
    kept = set(items)
    precision = statistics.mean(len(true[i] & made[i] & kept) / len(made[i] & kept) for i in items)
    recall = statistics.mean(len(true[i] & made[i] & kept) / len(true[i] & kept) for i in items)
    return 2 * precision * recall / (precision + recall)


def quality(readings: Mapping[str, Reading], linked: Mapping[str, Any], name: str) -> None:
    """Print the measures of one set of rows."""
    truth = gold()
    refs = {
        kind: {ref: ref for ref in refs_of(truth, kind)}
        if readings is truth
        else matched(truth, readings, kind)
        for kind in ("meetings", "acts")
    }
    with tempfile.TemporaryDirectory() as folder, Register(Path(folder) / "register.db") as register:
        for reading in readings.values():
            register.add(reading)
        ids = {
            (source, kind, number): id
            for source, reading in readings.items()
            for (kind, number), id in row_ids(reading).items()
        }
        id_of = {
            kind: {ref: ids[there[0], kind[:-1], there[1]] for ref, there in refs[kind].items()}
            for kind in refs
        }
        sittings, threads = register.sittings(), register.threads()
    meetings = [
        [id_of["meetings"][tuple(ref)] for ref in each["rows"] if tuple(ref) in id_of["meetings"]]
        for each in linked["meetings"]
    ]
    print(f"{name}: rows matched", {kind: f"{len(refs[kind])}/{len(refs_of(truth, kind))}" for kind in refs})
    print(f"  same meeting       B³ F1 {b_cubed(meetings, [each.rows for each in sittings]):.3f}")
    undertakings(linked, id_of["acts"], threads, truth)
    followed(linked, id_of["acts"], threads)


def refs_of(readings: Mapping[str, Reading], kind: str) -> list[Ref]:
    return [(name, at) for name, reading in readings.items() for at in range(len(getattr(reading, kind)))]


def undertakings(
    linked: Mapping[str, Any],
    id_of: Mapping[Ref, str],
    threads: Sequence[Thread],
    truth: Mapping[str, Reading],
) -> None:
    known = set(id_of.values())
    tongue = {id: truth[source].language for (source, _), id in id_of.items()}
    want = pairs(
        [id_of[tuple(ref)] for ref in each["acts"] if tuple(ref) in id_of] for each in linked["undertakings"]
    )
    got = pairs([step.found.id for step in thread.steps if step.found.id in known] for thread in threads)
    across = {pair for pair in want if len({tongue[id] for id in pair}) > 1}
    print(
        f"  same undertaking   precision {share(got & want, got)}, recall {share(got & want, want)}, "
        f"across languages {share(got & across, across)}"
    )
    apart = {
        frozenset(id_of[tuple(ref)] for ref in pair)
        for pair in linked["distinct"]
        if all(tuple(ref) in id_of for ref in pair)
    }
    print(f"  marked distinct    {len(got & apart)} of {len(apart)} joined")


def followed(linked: Mapping[str, Any], id_of: Mapping[Ref, str], threads: Sequence[Thread]) -> None:
    """Statuses that say more than open or overdue: right where the mark is the gold's on that day."""
    home = {step.found.id: thread for thread in threads for step in thread.steps}
    counts: Counter[str] = Counter()
    for each in linked["undertakings"]:
        first = next((home[id_of[tuple(ref)]] for ref in each["acts"] if id_of.get(tuple(ref)) in home), None)
        for stand in each["status"]:
            how = status(first, date.fromisoformat(stand["on"])) if first else None
            want = stand["status"] if isinstance(stand["status"], int) else None
            mark = how.mark if how is not None and isinstance(how.mark, int) else None
            counts["claimed"] += mark is not None
            counts["wanted"] += want is not None
            counts["right"] += mark is not None and mark == want
            counts["bare"] += mark is not None and how is not None and how.evidence is None
    print(
        f"  status proposals   precision {ratio(counts['right'], counts['claimed'])}, "
        f"recall {ratio(counts['right'], counts['wanted'])}, without evidence {counts['bare']}"
    )


def share(part: set[Any], whole: set[Any]) -> str:
    return ratio(len(part), len(whole))


def ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "- (0)"


# -- near-twins

# A number by itself: that in "C5+1" is part of a name.
_NUMBER = re.compile(r"(?<![\w+.,-])\d+(?:[.,]\d+)?(?![\w+.,]*\d)(?![\w+])")
_NOT = {"en": ("will ", "will not "), "ar": ("على ", "على عدم "), "ru": (" ", " не ")}


def twins(readings: Mapping[str, Reading]) -> list[tuple[str, Reading, Reading]]:
    """Gold acts beside copies that differ in one number or year, one actor, or a "not"."""
    made = []
    for reading in readings.values():
        for act in reading.acts:
            if act.type not in ("commit", "decide", "propose", "urge"):
                continue
            plain = alone(reading, act, act.quote, act.actors)
            number = _NUMBER.search(act.quote)
            other = str(int(float(number.group().replace(",", "."))) + 1) if number else ""
            if number and other not in act.quote:
                words = act.quote[: number.start()] + other + act.quote[number.end() :]
                made.append(("number or date", plain, alone(reading, act, words, act.actors)))
            stranger = "JP" if "JP" not in act.actors else "BR"
            made.append(("actor", plain, alone(reading, act, act.quote + " ", (stranger,))))
            before, after = _NOT[reading.language]
            if before in act.quote and after.strip().split()[-1] not in act.quote.split():
                words = act.quote.replace(before, after, 1)
                made.append(("not", plain, alone(reading, act, words, act.actors)))
    return made


def alone(reading: Reading, act: Act, words: str, actors: Sequence[str]) -> Reading:
    """The act alone in a document, in the same meeting."""
    document = from_text(words, reading.document.published, reading.language)
    span: dict[str, Any] = {"start": 0, "end": len(words.strip()), "quote": words.strip()}
    sitting = (replace(reading.meetings[act.meeting], **span),) if act.meeting is not None else ()
    one = replace(act, **span, actors=tuple(actors), deadline=None, meeting=0 if sitting else None)
    return Reading(document, reading.language, meetings=sitting, acts=(one,))


def near_twins(readings: Mapping[str, Reading]) -> None:
    """Print how many near-twins are joined, were their words as alike as words can be."""
    joined: Counter[str] = Counter()
    made = twins(readings)
    for kind, one, other in made:
        first, second = (
            contents(each.document, [(each.acts[0], each.meetings[0].format if each.meetings else None)])[0]
            for each in (one, other)
        )
        if judged(first, second, 1.0) is not None:
            joined[kind] += 1
            print("    JOINED", kind, first.quote[:90], "|", second.quote[:90])
    kinds = Counter(kind for kind, _, _ in made)
    print(
        "near-twins joined:", ", ".join(f"{kind} {joined[kind]} of {kinds[kind]}" for kind in sorted(kinds))
    )


# -- scale


def recombined(readings: Sequence[Reading], count: int) -> Iterator[Reading]:
    """Documents of ten acts out of the examples, with other numbers, years and meetings; always the same."""
    chance = random.Random(6)
    acts = [act for reading in readings for act in reading.acts]
    sat = [each for reading in readings for each in reading.meetings if each.format and each.start_date]
    for number in range(count):
        published = date(2018, 1, 1) + timedelta(days=chance.randrange(2_900))
        lines, chosen = [f"Report {number}."], list[Act]()
        for act in chance.choices(acts, k=10):
            words = shifted(act.quote, chance.choice((0, 0, 0, 1, 2, 5)))
            span = at(sum(len(line) + 1 for line in lines), words)
            chosen.append(replace(act, **span, meeting=0))
            lines.append(words)
        day = str(published - timedelta(days=chance.randrange(3)))
        held: dict[str, Any] = {"start_date": day, "end_date": day, "earlier": False, "planned": False}
        sitting = replace(chance.choice(sat), **at(0, lines[0]), **held, ordinal=None)
        document = from_text("\n".join(lines), published, "en")
        yield Reading(document, "en", meetings=(sitting,), acts=tuple(chosen))


def shifted(words: str, by: int) -> str:
    return _NUMBER.sub(lambda found: str(int(float(found.group().replace(",", "."))) + by), words)


def at(start: int, words: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(words), "quote": words}


def scale(count: int) -> None:
    """Print how long linking, adding and finding take in a register of so many documents."""
    made = list(recombined(list(gold().values()), count + 20))
    with tempfile.TemporaryDirectory() as folder, Register(Path(folder) / "register.db") as register:
        for reading in made[:count]:
            register.add(reading)
        print(f"{count} documents by recombination, {count * 11} rows", flush=True)
        print(f"  linked for the first time, vectors and all  {timed(register.link):8.1f} s", flush=True)
        anew = partial(register.link, anew=True)
        print(f"  relinked from nothing but the vectors       {timed(anew):8.1f} s", flush=True)
        adding = [timed(partial(register.add, each)) + timed(register.link) for each in made[count:]]
        print(f"  one more document, added and linked, median {statistics.median(adding) * 1000:8.0f} ms")
        queries = [
            Query(party=party, topic=topic, since=since, limit=50)
            for party, topic, since in product(
                ("KZ", "UZ", "CN"), ("institutions", "energy"), ("2021", "2024")
            )
        ]
        finding = [timed(partial(register.find, query)) for query in queries]
        print(f"  find with three filters, median             {statistics.median(finding) * 1000:8.0f} ms")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    if sys.argv[1:2] == ["scale"]:
        scale(int(sys.argv[2]))
        return
    linked = json.loads((HOME / "linked.json").read_text("utf-8"))
    truth = gold()
    quality(truth, linked, "gold rows")
    quality({name: as_read(reading) for name, reading in truth.items()}, linked, "rows as read")
    near_twins(truth)


if __name__ == "__main__":
    main()
