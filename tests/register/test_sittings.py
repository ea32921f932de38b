"""Rows of several documents and languages tell one meeting; what is another meeting stays apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sijill.records import Document, Meeting, Participant
from sijill.register.rows import Found
from sijill.register.sittings import sittings

GULF = ("SA", "AE", "QA", "KW", "BH", "OM")


def row(id: str, published: str = "2024-12-02", sat: tuple[str, ...] = (), **said: Any) -> Found:
    told: dict[str, Any] = {
        "format": "gcc",
        "level": "summit",
        "participants": tuple(map(Participant, sat)),
    } | said
    document = Document(id, "words", id, date.fromisoformat(published))
    meeting = Meeting(start=0, end=5, quote="words", **told)
    return Found(id, "meeting", meeting, document, id, None, None)


def groups(*rows: Found) -> set[frozenset[str]]:
    return {frozenset(sitting.rows) for sitting in sittings(rows)}


def test_five_outlets_tell_one_summit_each_with_what_it_knows() -> None:
    found = sittings(
        [
            row("agency", start_date="2024-12-01", city="Kuwait City", country="KW", ordinal=45),
            row("paper", start_date="2024-12-01", end_date="2024-12-02", city="Kuwait City", country="KW"),
            row("recalled", "2025-05-01", start_date="2024-12", country="KW", earlier=True),
            row("announced", "2024-09-09", ordinal=45, country="KW", planned=True),
            row("announced undated", "2024-09-09", city="Kuwait City", planned=True, level="other"),
        ]
    )
    assert len(found) == 1
    assert found[0].told.first == date(2024, 12, 1)
    assert {reason.row for reason in found[0].reasons} | {found[0].rows[0]} <= set(found[0].rows)
    assert len(found[0].reasons) == 4


def test_two_rounds_of_one_format_in_one_year_stay_apart() -> None:
    first, second = row("may", start_date="2024-05-16"), row("december", start_date="2024-12-01")
    year_only = row("year", start_date="2024", earlier=True)
    assert groups(first, second, year_only) == {
        frozenset({"may"}),
        frozenset({"december"}),
        frozenset({"year"}),
    }
    assert groups(first, year_only) == {frozenset({"may", "year"})}


def test_ministers_on_the_eve_and_leaders_are_two_meetings() -> None:
    eve = row("eve", start_date="2024-11-30", level="ministers", city="Kuwait City")
    leaders = row("leaders", start_date="2024-12-01", city="Kuwait City")
    both = row("both", start_date="2024-11-30", end_date="2024-12-01", level="other", city="Kuwait City")
    assert groups(eve, leaders, both) == {frozenset({"eve"}), frozenset({"leaders"}), frozenset({"both"})}


def test_talks_without_a_format_are_one_by_who_sat_when() -> None:
    talks: dict[str, Any] = {"format": None, "start_date": "2024-12-01", "city": "Muscat"}
    assert groups(
        row("one", sat=("OM", "IR"), **talks),
        row("two", sat=("IR", "OM"), **talks),
        row("other pair", sat=("OM", "IQ"), **talks),
        row("next day", sat=("OM", "IR"), format=None, start_date="2024-12-03", city="Muscat"),
    ) == {frozenset({"one", "two"}), frozenset({"other pair"}), frozenset({"next day"})}


def test_a_report_that_names_no_format_is_of_the_forum_that_sat_there_that_day() -> None:
    where: dict[str, Any] = {"start_date": "2024-12-01", "city": "Kuwait City", "country": "KW"}
    named, unnamed = row("named", **where), row("unnamed", format=None, sat=GULF, **where)
    aside = row("on the margins", format=None, sat=("SA", "KW"), **where)
    assert groups(named, unnamed, aside) == {frozenset({"named", "unnamed"}), frozenset({"on the margins"})}


def test_a_city_renamed_is_one_city() -> None:
    said: dict[str, Any] = {"format": "csto", "start_date": "2019-11"}
    assert len(groups(row("then", city="Nur-Sultan", **said), row("now", city="Astana", **said))) == 1


ROWS = [
    row("a", start_date="2024-05-16"),
    row("b", start_date="2024", level="other"),
    row("c", start_date="2024-05", city="Manama", country="BH"),
    row("d", start_date="2024-12-01", ordinal=45),
    row("e", ordinal=45, level="other"),
    row("f", start_date="2024-12-01", level="ministers"),
    row("g", format=None, sat=GULF, start_date="2024-12-01", city="Kuwait City", country="KW"),
    row("h", "2024-04-01", city="Manama", planned=True),
    row("i", start_date="2024-12-01", city="Kuwait City", country="KW"),
]


@given(st.permutations(ROWS))
def test_the_order_of_rows_changes_nothing(rows: list[Found]) -> None:
    assert sittings(rows) == sittings(ROWS)
