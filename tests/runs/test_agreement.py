"""What α says of two people's codings, on cases that can be reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sijill.documents.load import from_text
from sijill.records import Act, Meeting, Reading
from sijill.runs.agreement import Agreement, agreement

TEXT = "Kenya urged calm. Peru pledged help. Chile praised Peru. The rain stopped."
DOCUMENT = from_text(TEXT)


def act(words: str, **values: Any) -> Act:
    start = TEXT.index(words)
    return Act(start=start, end=start + len(words), quote=words, **values)


ACTS = (
    act("urged calm", type="urge", actors=("KE",)),
    act("pledged help", type="commit", actors=("PE",)),
    act("praised Peru", type="praise", actors=("CL",)),
)
ONE = Reading(DOCUMENT, "en", acts=ACTS)


def by_field(*readings: Reading) -> dict[str, Agreement]:
    return {line.field: line for line in agreement([readings])}


def test_people_who_agree() -> None:
    lines = by_field(ONE, ONE)
    assert lines["act type"] == Agreement("act type", 1.0, 3)
    assert lines["sentences with an act"].alpha == 1
    # Nobody gave a deadline: there is nothing to agree about.
    assert lines["act deadline"] == Agreement("act deadline", None, 3)


def test_people_who_do_not_agree() -> None:
    other = Reading(DOCUMENT, "en", acts=(replace(ACTS[0], type="state"), *ACTS[1:]))
    lines = by_field(ONE, other)
    # Six values, one pair of three apart: 1 - (6 - 1) * 2 / (6 * 6 - 4 - 4 - 1 - 1).
    assert lines["act type"].alpha == pytest.approx(1 - 5 * 2 / 26)
    assert lines["act actors"].alpha == 1


def test_rows_that_only_one_found_count_in_their_sentence() -> None:
    lines = by_field(ONE, replace(ONE, acts=ACTS[:2]), replace(ONE, acts=()))
    assert lines["act type"].units == 2
    assert lines["sentences with an act"].units == 4
    assert (lines["sentences with an act"].alpha or 0) < 0.5


def test_meetings_are_compared_where_they_agree_in_something() -> None:
    words = {"start": 0, "end": 5, "quote": "Kenya"}
    one = Meeting(**words, format=None, level="summit", city="Lima", country="PE")  # type: ignore[arg-type]
    lines = by_field(replace(ONE, meetings=(one,)), replace(ONE, meetings=(replace(one, city="Nairobi"),)))
    assert (lines["meeting level"].units, lines["meeting city"].alpha) == (1, 0)


def test_one_person_agrees_with_nobody() -> None:
    assert agreement([[ONE], []]) == []
