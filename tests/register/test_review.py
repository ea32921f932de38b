"""What a reviewer relies on: what was decided holds, whatever is read later, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.records import Act, Meeting, Reading, Target
from sijill.register.decisions import Decision, DecisionKind, in_force, subject_of
from sijill.register.engine import open_engine, writing
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.runs.audit import audit

TEXT = "The ministers of Kenya and Peru met in Lima. Peru pledged 15 million dollars. Kenya urged calm."
DOCUMENT = from_text(TEXT, date(2024, 5, 4))


def spot(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


MEETING = Meeting(**spot("met in Lima"), format=None, level="ministers", start_date="2024-05-03", city="Lima")
PLEDGE = Act(**spot("pledged 15 million dollars"), type="commit", actors=("PE",), meeting=0)
CALL = Act(**spot("urged calm"), type="urge", actors=("KE",), meeting=0)
SUM = Target(**spot("15 million dollars"), value=15_000_000.0, unit="USD")
READING = Reading(DOCUMENT, "en", (MEETING,), (PLEDGE, CALL), targets=(SUM,))


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with Register(place) as register:
        register.add(READING)
        yield register
    # Whatever a test decides, the audit understands it.
    assert [one for one in audit(place) if one.fault] == []


def ids(register: Register) -> dict[str, str]:
    return {found.row.quote: found.id for found in register.find(Query())}


def decide(register: Register, kind: DecisionKind, id: str, **value: Any) -> Decision:
    return register.decide(Decision(kind=kind, subject=subject_of(id), by="Anna", value=value))


def acts(register: Register) -> list[Act]:
    return [found.row for found in register.find(Query()) if isinstance(found.row, Act)]


def test_a_row_is_found_as_it_was_corrected_and_again_as_it_was_read(register: Register) -> None:
    pledge = ids(register)[PLEDGE.quote]
    decide(register, "correct", pledge, type="propose", actors=["PE", "KE"], end=PLEDGE.end - 8)
    decide(register, "correct", pledge, deadline="2027")
    (found,) = register.find(Query(type="propose", party="KE"))
    assert (found.id, found.standing, found.row.quote) == (pledge, "corrected", "pledged 15 million")
    assert isinstance(found.row, Act) and (found.row.deadline, found.row.meeting) == ("2027", 0)
    assert register.find(Query(type="commit")) == []
    assert [each.id for each in register.find(Query(text="dollars"))] == [ids(register)[SUM.quote]]
    decide(register, "undo", pledge)
    assert isinstance((row := register.show(pledge).found.row), Act) and row.deadline is None
    decide(register, "undo", pledge)
    assert acts(register) == [PLEDGE, CALL]


def test_a_refused_row_is_found_no_more_and_its_words_are_kept(register: Register) -> None:
    call = ids(register)[CALL.quote]
    refused = decide(register, "refuse", call)
    assert acts(register) == [PLEDGE]
    assert register.find(Query(text="calm")) == []
    assert register.history(subject_of(call))[0].seen["row"]["quote"] == CALL.quote
    undone = decide(register, "undo", call, decision=refused.id)
    assert acts(register) == [PLEDGE, CALL]
    decide(register, "undo", call, decision=undone.id)
    assert acts(register) == [PLEDGE]
    assert [each.kind for each in register.history()] == ["refuse", "undo", "undo"]


def test_a_refused_meeting_leaves_its_acts(register: Register) -> None:
    meeting = ids(register)[MEETING.quote]
    decide(register, "refuse", meeting)
    assert [(act.quote, act.meeting) for act in acts(register)] == [(PLEDGE.quote, None), (CALL.quote, None)]
    assert {found.first_day for found in register.find(Query())} == {DOCUMENT.published}
    decide(register, "undo", meeting)
    assert acts(register) == [PLEDGE, CALL]


def test_a_later_reading_changes_nothing_of_what_was_decided(register: Register) -> None:
    pledge, call, meeting = (ids(register)[row.quote] for row in (PLEDGE, CALL, MEETING))
    decide(register, "accept", pledge)
    decide(register, "correct", call, topics=["terrorism-extremism"])
    decide(register, "refuse", meeting)
    before = register.find(Query(type="urge")), register.show(pledge).found
    # The newer reader takes the pledge for a statement, sees no call, and the meeting as before.
    register.add(replace(READING, acts=(replace(PLEDGE, type="state"),), targets=()))
    assert (register.find(Query(type="urge")), register.show(pledge).found) == before
    assert [found.kind for found in register.find(Query())] == ["act", "act"]
    decide(register, "undo", pledge)
    assert [act.type for act in acts(register)] == ["state", "urge"]


def test_a_decided_row_goes_with_the_meeting_that_is_read_in_its_place(register: Register) -> None:
    decide(register, "accept", ids(register)[CALL.quote])
    longer = replace(MEETING, start=0, quote=TEXT[: MEETING.end], city=None)
    register.add(Reading(DOCUMENT, "en", (longer,)))
    assert acts(register) == [CALL]


def test_codings_are_apart_until_one_is_accepted(register: Register) -> None:
    before = register.find(Query())
    one = register.code(Reading(DOCUMENT, "en", acts=(replace(CALL, meeting=None),)), "Boris")
    register.code(Reading(DOCUMENT, "en"), "Aigul")
    assert register.find(Query()) == before
    assert [each.by for each in register.codings(DOCUMENT.sha256)] == ["Boris", "Aigul"]
    assert [each.reading.acts for each in register.codings(DOCUMENT.sha256, "Aigul")] == [()]
    decide(register, "accept", DOCUMENT.sha256, coding=one.id)
    (found,) = register.find(Query())
    assert (found.row.quote, found.row.reader) == (CALL.quote, "person:Boris")
    # What a reader says later of the document changes nothing either.
    register.add(replace(READING, targets=()))
    assert register.find(Query()) == [found]
    decide(register, "correct", found.id, type="propose")
    assert acts(register)[0].type == "propose"
    decide(register, "undo", DOCUMENT.sha256)
    assert acts(register) == [PLEDGE, CALL]


@pytest.mark.parametrize(
    ("kind", "words", "value", "said"),
    [
        ("correct", PLEDGE.quote, {}, "to be corrected"),
        ("correct", PLEDGE.quote, {"quote": "x"}, "to be corrected"),
        ("correct", PLEDGE.quote, {"type": "promise"}, "type: cannot be 'promise'"),
        ("correct", PLEDGE.quote, {"actors": "PE"}, "actors: cannot be 'PE'"),
        ("correct", PLEDGE.quote, {"end": 10_000}, "is no place in its text"),
        ("correct", PLEDGE.quote, {"meeting": "act-0"}, "no row act-0"),
        ("correct", MEETING.quote, {"participants": [{"person": "A"}]}, "participants: cannot be"),
        ("merge", PLEDGE.quote, {}, "for what is linked"),
        ("undo", PLEDGE.quote, {}, "nothing to undo"),
        ("undo", PLEDGE.quote, {"decision": "decision-0"}, "does not hold"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    register: Register, kind: DecisionKind, words: str, value: dict[str, Any], said: str
) -> None:
    with pytest.raises(RefusedRegister, match=said):
        decide(register, kind, ids(register)[words], **value)
    assert register.history() == []


def test_whatever_else_is_decided_on_is_kept_with_its_value(register: Register) -> None:
    merged = decide(register, "merge", "sitting-1", into="sitting-2", aliases=["Lima"])
    decide(register, "status", "thread-1", status=1, evidence="act-1")
    decide(register, "undo", "sitting-1", decision=merged.id)
    assert in_force(register.history(subject_of("sitting-1"))) == []
    (kept,) = in_force(register.history(subject_of("thread-1")))
    assert (kept.subject.kind, kept.value) == ("thread", {"status": 1, "evidence": "act-1"})
    with pytest.raises(RefusedRegister, match="name"):
        register.decide(replace(merged, by=" "))


def test_people_who_decide_at_once_are_all_heard(place: str) -> None:
    with Register(place) as register:
        register.add(READING)
        known = list(ids(register).values())

    def decide_all(person: int) -> None:
        with Register(place) as register:
            for turn in range(6):
                decide(register, "accept", known[(person + turn) % len(known)])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(decide_all, range(4)))
    with Register(place) as register:
        assert len(register.history()) == 24
        assert acts(register) == [PLEDGE, CALL]
    assert [one for one in audit(place) if one.fault] == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET note = 'so' WHERE number = 1",
        "UPDATE decision SET value = replace(value, 'propose', 'support')",
        "DELETE FROM decision WHERE number = 1",
        "DELETE FROM decision WHERE number = 2",
        "UPDATE coding SET content = replace(content, 'urge', 'praise')",
        "UPDATE act SET type = 'commit' WHERE type = 'propose'",
        "UPDATE row SET standing = 'read'",
        "DELETE FROM row WHERE standing = 'corrected'",
        "UPDATE original SET content = replace(content, 'commit', 'propose')",
        "DELETE FROM original",
    ],
)
def test_the_audit_finds_what_was_changed_behind_the_register(place: str, change: str) -> None:
    with Register(place) as register:
        register.add(READING)
        decide(register, "correct", ids(register)[PLEDGE.quote], type="propose")
        decide(register, "refuse", ids(register)[CALL.quote])
        register.code(READING, "Boris")
    _change(place, change)
    assert [one for one in audit(place) if one.fault]


def _change(place: str, change: str) -> None:
    engine = open_engine(place, create=False)
    in_file = engine.dialect.name == "sqlite"
    with writing(engine) as connection:
        for table in ("decision", "coding"):
            for trigger in ("update", "delete") if in_file else ("change",):
                where = "" if in_file else f" ON {table}"
                connection.execute(text(f"DROP TRIGGER {table}_no_{trigger}{where}"))
        connection.execute(text(change))
    engine.dispose()


LATER = replace(READING, acts=(replace(PLEDGE, type="state"), replace(CALL, meeting=None)), targets=())
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "correct", "refuse", "undo", "read", "read later"]), st.integers(0, 3)
    ),
    max_size=12,
)


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_whatever_is_decided_and_read_all_of_it_can_be_undone(
    new_place: Callable[[str], str], steps: list[tuple[str, int]]
) -> None:
    place = new_place("sqlite")
    with Register(place) as register:
        register.add(READING)
        known, latest = list(ids(register).values()), READING
        for step, which in steps:
            if step.startswith("read"):
                latest = READING if step == "read" else LATER
                register.add(latest)
                continue
            with suppress(RefusedRegister):
                value = {"start": 0} if step == "correct" else {}
                decide(register, cast(DecisionKind, step), known[which], **value)
        assert [one for one in audit(place) if one.fault] == []
        for id in known:
            for _ in in_force(register.history(subject_of(id))):
                decide(register, "undo", id)
        undone = register.find(Query())
    with Register(new_place("sqlite")) as fresh:
        fresh.add(latest)
        assert fresh.find(Query()) == undone
    assert [one for one in audit(place) if one.fault] == []
