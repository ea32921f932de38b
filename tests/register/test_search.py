"""What a user relies on when asking: each filter finds its rows, together they narrow, words are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.records import Act, Meeting, Participant, Reading, Target
from sijill.register.days import days
from sijill.register.search import Query
from sijill.register.store import Register

TEXT = "Они встретились. والتزمت أوزبكستان بتقديم 5 طائرات للدفاع عن الحدود. ودعا الرئيسُ إلى حماية المياه."


def _span(quote: str) -> dict[str, int | str]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


MEETING = Meeting(
    **_span("Они встретились"),  # type: ignore[arg-type]
    format="c5+1",
    level="summit",
    start_date="2023-09",
    participants=(Participant("US", "بايدن", "Joe Biden"),),
)
PROMISE = Act(
    **_span("التزمت أوزبكستان بتقديم 5 طائرات للدفاع عن الحدود"),  # type: ignore[arg-type]
    type="commit",
    actors=("UZ",),
    about=("AF",),
    topics=("defence-security", "borders-migration"),
    meeting=0,
)
CALL = Act(
    **_span("دعا الرئيسُ إلى حماية المياه"),  # type: ignore[arg-type]
    type="urge",
    actors=("KZ",),
    addressees=("UZ",),
    speaker="Kassym-Jomart Tokayev",
    topics=("water",),
)
NUMBER = Target(**_span("5 طائرات"), value=5, unit="aircraft")  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def register(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Register]:
    document = from_text(TEXT, date(2024, 2, 1))
    with Register(new_place(request.param)) as register:
        register.add(Reading(document, "ar", (MEETING,), (PROMISE, CALL), targets=(NUMBER,)))
        yield register


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (Query(), [MEETING, PROMISE, NUMBER, CALL]),
        (Query(party="UZ"), [PROMISE, CALL]),
        (Query(party="AF"), [PROMISE]),
        (Query(party="US"), [MEETING]),
        (Query(format="c5+1"), [MEETING, PROMISE, NUMBER]),
        (Query(format="c5+1", type="urge"), []),
        (Query(topic="water"), [CALL]),
        (Query(type="commit", party="UZ"), [PROMISE]),
        (Query(since="2023-09-30"), [MEETING, PROMISE, NUMBER, CALL]),
        (Query(since="2023-10"), [CALL]),
        (Query(until="2023"), [MEETING, PROMISE, NUMBER]),
        (Query(until="2023-08-31"), []),
        (Query(limit=2), [MEETING, PROMISE]),
        (Query(limit=2, offset=2), [NUMBER, CALL]),
        (Query(offset=3), [CALL]),
    ],
)
def test_filters(register: Register, query: Query, rows: list[object]) -> None:
    assert [found.row for found in register.find(query)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("مياه", [CALL]),  # with its article in the text
        ("ورئيس", []),
        ("والرئيس", [CALL]),  # with a clitic and article in the question
        ("الدفاع", [PROMISE]),  # contracted with a preposition in the text
        ("اوزبكستان", [PROMISE]),  # hamza
        ("٥ طائرات", [PROMISE, NUMBER]),  # digits of the East
        ("ВСТРЕТИЛИСЬ", [MEETING]),
        ("tokayev", [CALL]),  # the speaker, whom the quote does not name
        ("بايدن", [MEETING]),
        ("حماية الحدود", []),  # both words, in one row
        ('"(*', []),
        ("ال", []),
    ],
)
def test_words_are_found_in_all_their_forms(register: Register, text: str, rows: list[object]) -> None:
    assert [found.row for found in register.find(Query(text=text))] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("«حماية المياه»", [CALL]),
        ('"حماية الحدود"', []),
        ("«المياه حماية»", []),  # in another order
        ("«حماية مياه» الرئيس", [CALL]),  # a phrase in other forms, and a word elsewhere
        ("«5 طائرات»", [PROMISE, NUMBER]),
    ],
)
def test_phrases_are_found_word_after_word(register: Register, text: str, rows: list[object]) -> None:
    assert [found.row for found in register.find(Query(text=text))] == rows


def test_rows_in_which_the_words_stand_nearest_come_first(register: Register) -> None:
    asked = "5 طائرات"
    assert [found.row for found in register.find(Query(text=asked, order="nearness"))] == [NUMBER, PROMISE]
    assert [found.row for found in register.find(Query(text=asked, order="nearness", limit=1))] == [NUMBER]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(text="встретились المياه"), True),  # words of several rows
        (Query(text="встретились نفط"), False),
        (Query(text="المياه", party="KZ", type="urge"), True),
        (Query(text="المياه", party="KZ", type="commit"), False),
        (Query(text="المياه", since="2024-02", until="2024"), True),
        (Query(text="المياه", until="2023"), False),
        (Query(text="«حماية المياه»"), True),
        (Query(text="«المياه حماية»"), False),
    ],
)
def test_documents_are_found_by_their_words(register: Register, query: Query, found: bool) -> None:
    texts = register.find_texts(query)
    assert [text.document.text for text in texts] == [TEXT] * found
    for text in texts:
        assert "المياه" in TEXT[text.place.start : text.place.end]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (Query(like="Uzbekistan will give aircraft to guard the border"), [PROMISE, CALL]),
        (Query(like="Президент призвал беречь воду", limit=1), [CALL]),
        (Query(like="Президент призвал беречь воду", type="commit"), [PROMISE]),
        (Query(like="water", party="US"), []),
    ],
)
def test_acts_are_found_by_what_they_mean(register: Register, query: Query, rows: list[object]) -> None:
    assert [found.row for found in register.find(query)] == rows
    assert [found.row for found in register.find(query)] == rows  # the same from what was kept


def test_meetings_and_acts_by_type(register: Register) -> None:
    assert [found.row for found in register.meetings()] == [MEETING]
    assert register.acts_by_type() == {"commit": 1, "urge": 1}


def test_a_bound_that_is_no_date_is_refused(register: Register) -> None:
    with pytest.raises(RefusedRegister, match="is no date"):
        register.find(Query(since="soon"))


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-03", ("2024-02-03", "2024-02-03")),
        ("2024-13", None),
        ("2023-02-29", None),
        ("2024-1-1-1", None),
        ("٢٠٢٤", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_bound_the_days_they_may_mean(written: str | None, bounds: tuple[str, str] | None) -> None:
    assert days(written) == (bounds and tuple(map(date.fromisoformat, bounds)))
