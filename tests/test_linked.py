"""What users rely on in examples/linked.json: it is whole, and every row it names exists."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "examples"
LINKED: dict[str, Any] = json.loads((EXAMPLES / "linked.json").read_text("utf-8"))
GOLD: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in (EXAMPLES / "gold").glob("*.json")
}

Row = tuple[str, int]


def rows(pairs: Iterable[list[Any]]) -> list[Row]:
    return [(document, index) for document, index in pairs]


def every(kind: str) -> set[Row]:
    return {(document, index) for document, reading in GOLD.items() for index in range(len(reading[kind]))}


UNDERTAKING = {act: one["id"] for one in LINKED["undertakings"] for act in rows(one["acts"])}


def test_every_meeting_row_is_in_exactly_one_meeting() -> None:
    linked = [row for meeting in LINKED["meetings"] for row in rows(meeting["rows"])]
    assert len(linked) == len(set(linked))
    assert set(linked) == every("meetings")


def test_names_and_ids_are_unique() -> None:
    for kind in ("meetings", "undertakings"):
        for key in ("id", "name"):
            values = [one[key] for one in LINKED[kind]]
            assert len(values) == len(set(values))


def test_an_act_belongs_to_one_undertaking_at_most_and_exists() -> None:
    acts = [act for one in LINKED["undertakings"] for act in rows(one["acts"])] + rows(LINKED["aside"])
    assert len(acts) == len(set(acts))
    assert set(acts) <= every("acts")


def test_a_status_that_says_what_became_of_it_names_its_evidence() -> None:
    for one in LINKED["undertakings"]:
        assert [row["on"] for row in one["status"]] == sorted(row["on"] for row in one["status"])
        for row in one["status"]:
            date.fromisoformat(row["on"])
            assert row["status"] in ("open", "overdue", -1, 0, 1)
            assert row["evidence"] is not None or row["status"] in ("open", "overdue")
            if row["evidence"] is not None:
                document, index = row["evidence"]
                assert (document, index) in every("acts")
                assert GOLD[document]["published"] <= row["on"]


def test_near_twins_and_changed_acts_are_never_of_one_undertaking() -> None:
    seen: set[frozenset[Row]] = set()
    for pair in LINKED["changed"] + LINKED["distinct"]:
        one, other = rows(pair)
        assert {one, other} <= every("acts")
        assert one not in UNDERTAKING or UNDERTAKING[one] != UNDERTAKING.get(other)
        assert frozenset((one, other)) not in seen
        seen.add(frozenset((one, other)))


def test_there_is_enough_to_measure_with() -> None:
    assert len(GOLD) >= 40
    assert len(LINKED["distinct"]) >= 100
    assert {reading["language"] for reading in GOLD.values()} == {"ar", "en", "ru"}
