"""What a user relies on of the register: what goes in comes out, once, whatever goes wrong."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.exports.jsonl import from_json
from sijill.records import Act, Meeting, Reading, Row, Target
from sijill.register.identity import row_ids
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.runs.audit import audit

Dump = Callable[[str], list[list[str]]]

BACKENDS = ["sqlite", "postgresql"]
EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "وقال الوزير إن بلاده ستقدم 25 مليون دولار للمشروع. وانتهى الاجتماع."


def gold() -> list[Reading]:
    """The gold of the examples, with their texts."""
    return [
        from_json(
            json.loads(path.read_text("utf-8"))
            | {"text": (EXAMPLES / "communiques" / f"{path.stem}.txt").read_bytes().decode("utf-8")}
        )
        for path in sorted((EXAMPLES / "gold").glob("*.json"))
    ]


def rows(reading: Reading) -> list[Row]:
    return [*reading.meetings, *reading.acts, *reading.instruments, *reading.projects, *reading.targets]


def a_reading(text: str = TEXT, start: int = 1, end: int = 49, reader: str = "rules") -> Reading:
    act = Act(start=start, end=end, quote=text[start:end], type="commit", actors=("UZ",), reader=reader)
    return Reading(from_text(text), "ar", acts=(act,))


def test_every_row_comes_back_as_it_was_read(place: str) -> None:
    readings = gold()
    with Register(place) as register:
        for reading in readings:
            added = register.add(reading)
            assert added.new_document
            assert len(added.new_rows) == len(rows(reading))
        found = register.find(Query())
        assert found == sorted(found, key=lambda each: (each.first_day is None, str(each.first_day)))
    for reading in readings:
        back = [each.row for each in found if each.document == reading.document]
        assert sorted(back, key=repr) == sorted(rows(reading), key=lambda row: repr(_as_kept(row)))


def _as_kept(row: Row) -> Row:
    return replace(row, value=float(row.value)) if isinstance(row, Target) else row


def test_adding_twice_changes_nothing(place: str, dump: Dump) -> None:
    with Register(place) as register:
        for reading in gold()[:4]:
            register.add(reading)
    before = dump(place)
    with Register(place) as register:
        for reading in gold()[:4]:
            added = register.add(reading)
            assert (added.new_document, added.new_rows, added.gone_rows) == (False, (), 0)
    assert dump(place) == before


def test_ids_say_their_kind_and_are_the_same_everywhere(tmp_path: Path) -> None:
    ids = []
    for name in ("one.db", "other.db"):
        with Register(tmp_path / name) as register:
            ids.append(register.add(gold()[0]).new_rows)
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])
    assert all(re.fullmatch("(meeting|act|instrument|project|target)-[0-9a-f]{12}", id) for id in ids[0])


def test_a_newer_reading_replaces_only_that_readers_rows(place: str) -> None:
    with Register(place) as register:
        register.add(a_reading())
        register.add(a_reading(reader="llm"))
        added = register.add(a_reading(end=40))
        assert (added.new_document, len(added.new_rows), added.gone_rows) == (False, 1, 1)
        found = register.find(Query())
        assert {(each.row.reader, each.row.end) for each in found} == {("rules", 40), ("llm", 49)}
        assert [each.row.end for each in register.find(Query(text="للمشروع"))] == [49]


def test_a_failed_add_loses_nothing(place: str, dump: Dump) -> None:
    false = Act(start=0, end=4, quote="never", type="state", actors=())
    with Register(place) as register:
        register.add(a_reading())
        before = dump(place)
        with pytest.raises(RefusedRegister, match="does not quote the text"):
            register.add(Reading(from_text(TEXT + " "), "ar", acts=(false,)))
        nowhere = replace(a_reading().acts[0], meeting=3)
        with pytest.raises(RefusedRegister, match="names meeting 3"):
            register.add(replace(a_reading(), acts=(nowhere,)))
    assert dump(place) == before


def test_writers_at_once_lose_nothing(place: str) -> None:
    def add_all(readings: list[Reading]) -> int:
        with Register(place) as register:
            return sum(len(register.add(reading).new_rows) for reading in readings)

    readings = gold()
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(add_all, [readings[part::2] for part in range(2)] * 2))
    with Register(place, create=False) as register:
        assert len(register.find(Query())) == sum(counts) == sum(len(rows(reading)) for reading in readings)


def test_what_is_no_register_is_refused_and_left_alone(tmp_path: Path) -> None:
    foreign, damaged, text = tmp_path / "foreign.db", tmp_path / "damaged.db", tmp_path / "text.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with Register(damaged) as register:
        register.add(a_reading())
    content = damaged.read_bytes()
    damaged.write_bytes(content[:4096] + bytes(len(content) // 2))
    text.write_text("this is a text and no database, and it is long enough to be one" * 20)
    for path in (foreign, damaged, text, tmp_path, tmp_path / "no" / "folder.db"):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(RefusedRegister) as refused, Register(path) as register:
            register.add(a_reading())
        assert str(refused.value).startswith(f"{path}: ")
        assert "\n" not in str(refused.value)
        assert before is None or path.read_bytes() == before
    with pytest.raises(RefusedRegister, match="no such register"):
        Register(tmp_path / "missing.db", create=False)
    assert not (tmp_path / "missing.db").exists()


@pytest.mark.parametrize(
    "place",
    [
        "mysql://someone:secret@localhost/register",
        "postgresql://someone:secret@localhost:1/register",
        "postgresql://someone:secret@localhost:port/register",
    ],
)
def test_a_database_that_cannot_be_reached_is_one_sentence_without_the_password(place: str) -> None:
    with pytest.raises(RefusedRegister) as refused:
        Register(place)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_row_is_shown_in_its_sentence(place: str) -> None:
    with Register(place) as register:
        (id,) = register.add(a_reading()).new_rows
        shown = register.show(id)
        assert (shown.before, shown.after) == ("و", ".")
        with pytest.raises(RefusedRegister, match="has no row act-0"):
            register.show("act-0")


def test_what_is_known_of_a_document_is_kept_and_added_to(place: str) -> None:
    dated = gold()[0]
    undated = replace(dated, document=replace(dated.document, published=None, publisher=None))
    with Register(place) as register:
        for reading in (undated, dated, undated):
            register.add(reading)
        assert {each.document for each in register.find(Query())} == {dated.document}


def test_rows_are_dated_when_the_day_of_publication_is_learnt(place: str) -> None:
    undated = a_reading()
    day = date(2022, 11, 24)
    dated = replace(undated, document=replace(undated.document, published=day))
    read_by_day = replace(dated, acts=(replace(dated.acts[0], deadline="2022-11-27"),))
    with Register(place) as register:
        for reading in (undated, dated):
            register.add(reading)
        assert [each.first_day for each in register.find(Query())] == [day]
        # A reading that knew the day is not lost to one that did not.
        for reading in (read_by_day, undated):
            register.add(reading)
        assert [each.row for each in register.find(Query())] == list(read_by_day.acts)
    assert not [audited for audited in audit(place) if audited.fault]


@pytest.fixture(scope="module", params=BACKENDS)
def one_register(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Register]:
    with Register(new_place(request.param)) as register:
        yield register


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), min_size=1).filter(lambda text: not text.isspace()))
def test_any_text_is_kept_exactly(one_register: Register, text: str) -> None:
    meeting = Meeting(start=0, end=len(text), quote=text, format=None, level="other", city=text)
    reading = Reading(from_text(text), "ar", meetings=(meeting,))
    one_register.add(reading)
    found = one_register.show(row_ids(reading)["meeting", 0]).found
    assert (found.row, found.document.text) == (meeting, text)
    one_register.find(Query(text=text))
