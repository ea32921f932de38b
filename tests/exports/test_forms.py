"""What a user relies on of the exports: the tool that each is for opens it, and nothing in it is lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import networkx  # type: ignore[import-untyped]
import openpyxl
import pytest
from followthemoney import model
from icalendar import Calendar
from pyarrow import parquet  # type: ignore[import-untyped]

from sijill.documents.load import from_text
from sijill.exports.flat import safe
from sijill.exports.forms import Form, write
from sijill.exports.jsonl import from_json
from sijill.exports.tables import Line, Name, columns, table
from sijill.records import Act, Reading
from sijill.register.search import Query
from sijill.register.store import Register

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The gold readings of the examples, and an act whose words a spreadsheet would run."""
    with Register(tmp_path_factory.mktemp("register") / "examples.db") as register:
        for path in sorted((EXAMPLES / "gold").glob("*.json")):
            text = (EXAMPLES / "communiques" / f"{path.stem}.txt").read_bytes().decode("utf-8")
            register.add(from_json(json.loads(path.read_text("utf-8")) | {"text": text}))
        text = '=HYPERLINK("http://example.org") said the minister'
        act = Act(start=0, end=len(text), quote=text, type="state", actors=("UZ", "KZ"), topics=("water",))
        register.add(Reading(from_text(text, published=date(2024, 5, 6)), "en", acts=(act,)))
        yield register


def exported(register: Register, form: Form, name: Name = "acts") -> bytes:
    out = io.BytesIO()
    write(register, form, name, out)
    return out.getvalue()


def as_text(register: Register, form: Form, name: Name = "acts") -> str:
    return exported(register, form, name).decode("utf-8")


def lines(register: Register, name: Name) -> list[Line]:
    return [json.loads(line) for line in as_text(register, "jsonl", name).splitlines()]


def test_every_act_is_in_the_table_with_its_words_and_source(register: Register) -> None:
    acts, found = lines(register, "acts"), register.find(Query(kind="act"))
    assert [line["id"] for line in acts] == [each.id for each in found]
    for line, each in zip(acts, found, strict=True):
        assert line["quote"] == each.document.text[line["start"] : line["end"]]
        assert line["source"] == each.document.source
        assert tuple(line["actors"]) == each.row.actors  # type: ignore[attr-defined]


def test_csv_holds_what_the_lines_hold(register: Register) -> None:
    rows = list(csv.DictReader(io.StringIO(as_text(register, "csv"), newline="")))
    for row, line in zip(rows, lines(register, "acts"), strict=True):
        assert row["quote"].removeprefix("'") == line["quote"]
        assert row["actors"] == "; ".join(line["actors"])
        assert row["first_day"] == (line["first_day"] or "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_begins_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert safe(f"a{text}") == f"a{text}"


def test_words_that_look_like_a_formula_stay_words(register: Register) -> None:
    told = next(
        line for line in csv.reader(io.StringIO(as_text(register, "csv"))) if "HYPERLINK" in str(line)
    )
    assert '\'=HYPERLINK("http://example.org") said the minister' in told


def test_a_codebook_says_what_each_column_holds(register: Register) -> None:
    told = list(csv.DictReader(io.StringIO(as_text(register, "codebook", "targets"))))
    assert [each["column"] for each in told] == [column.name for column in columns()["targets"]]
    assert all(each["note"] for each in told)


def test_parquet_keeps_lists_and_days(register: Register) -> None:
    read = parquet.read_table(io.BytesIO(exported(register, "parquet")))
    assert read.column("actors").to_pylist()[-1] is not None
    acts = table(register, "acts").lines
    assert [tuple(each) for each in read.column("actors").to_pylist()] == [line["actors"] for line in acts]
    assert read.column("first_day").to_pylist() == [line["first_day"] for line in acts]
    assert read.schema.field("quote").metadata[b"note"]


def test_a_workbook_opens_with_every_row_and_its_codebook(register: Register) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(register, "xlsx")))
    sheet, notes = book["acts"], book["columns"]
    head = [cell.value for cell in sheet[1]]
    assert head == [column.name for column in columns()["acts"]]
    assert sheet.max_row - 1 == len(register.find(Query(kind="act"))) and notes.max_row - 1 == len(head)
    assert not any(cell.data_type == "f" for row in sheet for cell in row)


@pytest.mark.parametrize("name", get_args(Name))
def test_each_table_has_its_rows(register: Register, name: Name) -> None:
    told = lines(register, name)
    assert told
    assert all(list(line) == [column.name for column in columns()[name]] for line in told)
    assert all(line["source"] for line in told if "source" in line)


def test_a_meeting_is_one_line_with_all_its_sources(register: Register) -> None:
    xian = [
        line
        for line in lines(register, "meetings")
        if (line["format"], line["city"]) == ("china-c5", "Xi'an")
    ]
    summit = max(xian, key=lambda line: len(line["documents"]))
    assert {"china-c5-xian-2023-ar.txt", "china-c5-xian-2023-en.txt", "china-c5-xian-2023-ru.txt"} <= set(
        summit["documents"]
    )
    assert summit["start_date"].startswith("2023-05") and summit["held"] and "CN" in summit["parties"]
    assert all(id.startswith("meeting-") for id in summit["rows"])


def test_an_undertaking_is_one_line_with_its_acts_and_status(register: Register) -> None:
    threads = lines(register, "threads")
    for thread in threads:
        ids = [act["id"] for act in thread["acts"]]
        assert ids and set(thread["acts"][0]) >= {"source", "quote", "type", "actors"}
        assert thread["status"] in (None, "open", "overdue", "-1", "0", "1")
        assert (thread["evidence"] in ids) == (thread["status"] in ("-1", "0", "1"))
    joined = {act["id"]: thread["id"] for thread in threads for act in thread["acts"]}
    meetings = {line["id"] for line in lines(register, "meetings")}
    for act in lines(register, "acts"):
        assert act["thread"] == joined.get(act["id"])
        assert act["meeting"] is None or act["meeting"] in meetings


def test_one_person_of_three_scripts_is_one_entity(register: Register) -> None:
    people = [line for line in lines(register, "entities") if line["kind"] == "person"]
    (tokayev,) = [line for line in people if "Tokayev" in line["name"]]
    aliases = " ".join(tokayev["aliases"])
    assert "Токаев" in aliases and "توكاييف" in aliases
    assert any(office["party"] == "KZ" for office in tokayev["offices"])


def test_compliance_has_a_score_only_where_there_is_evidence(register: Register) -> None:
    told = list(csv.DictReader(io.StringIO(as_text(register, "compliance"))))
    assert len(told) == len(lines(register, "threads")) + 1
    for line in told[:-1]:
        assert (line["average"] != "") == (line["evidence"] != "")


def test_a_calendar_has_meetings_and_deadlines_on_whole_days(register: Register) -> None:
    events = Calendar.from_ical(exported(register, "ics")).walk("VEVENT")
    ids = {str(event["UID"]).removesuffix("@sijill") for event in events}
    meetings = {line["id"] for line in lines(register, "meetings") if line["first_day"]}
    due = {f"{line['id']}-due" for line in lines(register, "threads") if line["deadline"]}
    assert due and ids == meetings | due
    assert all(type(event.decoded("DTSTART")) is date for event in events)


def test_followthemoney_takes_every_entity(register: Register) -> None:
    entities = [model.get_proxy(json.loads(line)) for line in as_text(register, "ftm").splitlines()]
    ids = {entity.id for entity in entities}
    for entity in entities:
        assert not entity.schema.validate(cast(Any, entity.to_dict()))
        assert entity.caption
    events = [entity for entity in entities if entity.schema.name == "Event"]
    assert len(events) == len(lines(register, "meetings"))
    assert all(set(event.get("involved")) <= ids and set(event.get("proof")) <= ids for event in events)


def test_gephi_s_network_has_parties_and_meetings(register: Register) -> None:
    graph = networkx.read_gexf(io.BytesIO(exported(register, "gexf")))
    meetings = {id for id, told in graph.nodes(data=True) if told["kind"] == "meeting"}
    assert meetings == {line["id"] for line in lines(register, "meetings")}
    assert all((one in meetings) != (other in meetings) for one, other in graph.edges)


def test_plover_s_events_are_pairs_of_known_types(register: Register) -> None:
    told = list(csv.DictReader(io.StringIO(as_text(register, "events"))))
    assert {line["event_type"] for line in told} <= {
        "AGREE",
        "REQUEST",
        "SUPPORT",
        "REJECT",
        "ACCUSE",
        "CONSULT",
    }
    assert len({line["event_id"] for line in told}) == len(told)
    assert not any(line["actor"] == line["recipient"] for line in told if line["event_type"] == "CONSULT")
