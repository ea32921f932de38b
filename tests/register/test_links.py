"""Links come out the same whatever the order, and follow what people change."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from sijill.documents.load import from_text
from sijill.records import Act, Language, Meeting, Participant, Reading
from sijill.register import schema
from sijill.register.engine import open_engine
from sijill.register.store import Register

CASES = Path(__file__).with_name("undertakings.tsv")


def cases() -> Iterator[tuple[str, Reading]]:
    """The made-up acts, each a reading with a meeting of the body that acts."""
    with CASES.open(encoding="utf-8") as file:
        lines = [line for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if line]
    for name, language, published, type_, actors, topics, deadline, words in lines[1:]:
        yield (
            name,
            reading(
                words, language, published, type_, actors.split("|"), topics.split("|"), deadline or None
            ),
        )


def reading(  # noqa: PLR0913 (a column, an argument)
    words: str,
    language: str,
    published: str,
    type_: str,
    actors: Sequence[str],
    topics: Sequence[str] = ("transport",),
    deadline: str | None = None,
) -> Reading:
    tongue: Language = language  # type: ignore[assignment]
    document = from_text(words, date.fromisoformat(published), tongue)
    span = {"start": 0, "end": len(words), "quote": words}
    body = next((actor for actor in actors if not actor.isupper()), None)
    sitting = Meeting(
        **span,  # type: ignore[arg-type]
        format=body,
        level="summit",
        start_date=published,
        participants=tuple(map(Participant, actors)),
    )
    act = Act(
        **span,  # type: ignore[arg-type]
        type=type_,  # type: ignore[arg-type]
        actors=tuple(actors),
        topics=tuple(topics),
        deadline=deadline,
        meeting=0,
    )
    return Reading(document, tongue, meetings=(sitting,), acts=(act,))


def retold(one: Reading, days: int) -> Reading:
    """The same words in another text, so many days later."""
    assert one.document.published is not None
    later = one.document.published + timedelta(days)
    document = from_text(f"{one.document.text}\n{later}", later, one.language)
    sat = (replace(one.meetings[0], start_date=str(later)),)
    return replace(one, document=document, meetings=sat)


@contextmanager
def opened(place: Path | str) -> Iterator[Connection]:
    engine = open_engine(place, create=False)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def kept(place: Path | str) -> list[list[str]]:
    """All that is known of links, line by line."""
    tables = (schema.telling, schema.told_by, schema.block, schema.joined, schema.unlinked)
    with opened(place) as connection:
        return [sorted(map(repr, connection.execute(select(table)).all())) for table in tables]


def threads(path: Path) -> set[frozenset[str]]:
    """The quotes of each thread."""
    found = defaultdict[str, set[str]](set)
    joined = select(schema.telling.c.link, schema.row.c.quote).select_from(
        schema.told_by.join(schema.telling).join(schema.row, schema.row.c.id == schema.told_by.c.row)
    )
    with opened(path) as connection:
        for link, quote in connection.execute(joined.where(schema.telling.c.kind == "act")):
            found[link].add(quote)
    return set(map(frozenset, found.values()))


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_whatever_the_order_of_adding_and_linking_the_links_are_the_same(
    backend: str, new_place: Callable[[str], str]
) -> None:
    told = [one for _, one in cases()][:16]
    # The same words in other texts on other days.
    readings = told + [retold(one, days) for one in told[:8] for days in (4, 400)]
    results = []
    for order, pause in ((readings, 1), (readings[::-1], 5), (readings, 100)):
        place = new_place(backend)
        with Register(place) as register:
            for at, reading in enumerate(order):
                register.add(reading)
                if at % pause == 0:
                    register.link()
            register.link()
            results.append(kept(place))
            register.link(anew=True)
            results.append(kept(place))
    assert all(result == results[0] for result in results)
    assert not results[0][-1]


@pytest.mark.parametrize("again", [False, True])
def test_a_reading_that_is_replaced_leaves_nothing_behind(tmp_path: Path, again: bool) -> None:
    before, after = tmp_path / "before.db", tmp_path / "after.db"
    one, other = (reading for _, reading in list(cases())[:2])
    other = retold(one, 5) if again else other
    with Register(before) as register:
        register.add(one)
        register.link()
    with Register(after) as register:
        register.add(one)
        register.add(other)
        register.link()
        register.add(Reading(other.document, other.language))
        register.link()
    assert kept(after) == kept(before)


TWINS = [
    ("pledged $100 million for the port of Aden", "pledged $120 million for the port of Aden", "en"),
    ("will open the bridge in 2027", "will open the bridge in 2028", "en"),
    ("will open the bridge", "will not open the bridge", "en"),
    ("قرروا إنشاء مركز مشترك في عمان عام 2026", "قرروا إنشاء مركز مشترك في عمان عام 2027", "ar"),
    ("قرروا إرسال قوة بحرية مشتركة", "قرروا عدم إرسال قوة بحرية مشتركة", "ar"),
    ("قرروا بناء 12 مدرسة", "قرروا بناء 15 مدرسة", "ar"),
    ("решили открыть центр в Минске", "решили открыть центр в Ереване", "ru"),
    ("решили провести третий форум", "решили провести четвёртый форум", "ru"),
    ("решили не вводить пошлины", "решили вводить пошлины", "ru"),
]


@pytest.mark.parametrize(("one", "other", "language"), TWINS)
def test_near_twins_are_never_joined(tmp_path: Path, one: str, other: str, language: str) -> None:
    path = tmp_path / "register.db"
    with Register(path) as register:
        register.add(reading(one, language, "2025-03-01", "decide", ["gcc"]))
        register.add(reading(other, language, "2025-03-01", "decide", ["gcc"]))
        register.link()
    assert threads(path) == {frozenset({one}), frozenset({other})}


def test_one_promise_by_two_states_is_two(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with Register(path) as register:
        register.add(reading("will build a port on the Red Sea", "en", "2025-03-01", "commit", ["SA"]))
        register.add(reading("will build a port by the Red Sea", "en", "2025-03-01", "commit", ["EG"]))
        register.link()
    assert len(threads(path)) == 2


def test_made_up_acts_come_together_across_three_languages(tmp_path: Path) -> None:
    path, names = tmp_path / "register.db", {}
    with Register(path) as register:
        for name, one in cases():
            names[one.acts[0].quote] = name
            register.add(one)
        register.link()
    together = [
        (names[one], names[other])
        for thread in threads(path)
        for one in thread
        for other in thread
        if one < other
    ]
    by_name = defaultdict[str, int](int)
    for name in names.values():
        by_name[name] += 1
    true = sum(one == other for one, other in together)
    assert true / len(together) >= 0.95
    assert true / sum(number * (number - 1) / 2 for number in by_name.values()) >= 0.7
