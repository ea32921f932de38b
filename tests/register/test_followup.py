"""What became of a promise: nothing is claimed without a row that says so, and a person has the last word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.register.test_links import reading

from sijill.register.compare import travelling
from sijill.register.decisions import Decision, Subject
from sijill.register.followup import falling_due, status
from sijill.register.linked import Thread
from sijill.register.store import Register

PROMISE = ("agreed to open a joint trauma hospital in Amman", "en", "2023-03-01", "decide", ["gcc"])
DONE = ("said that the joint trauma hospital in Amman had been opened", "en", "2024-05-01", "state", ["gcc"])
BEGUN = (
    "said that work on the joint trauma hospital in Amman was under way",
    "en",
    "2023-12-01",
    "state",
    ["gcc"],
)


def story(path: Path, *acts: tuple[str, str, str, str, list[str]]) -> Thread:
    with Register(path) as register:
        for act in acts:
            register.add(reading(*act, ("health",), "2024" if act is PROMISE else None))
        threads = register.threads()
    assert len(threads) == 1
    return threads[0]


def test_a_promise_is_open_then_overdue(tmp_path: Path) -> None:
    thread = story(tmp_path / "register.db", PROMISE)
    before, after = status(thread, date(2024, 12, 31)), status(thread, date(2025, 1, 1))
    assert before is not None and after is not None
    assert (before.mark, before.evidence, before.due) == ("open", None, "2024")
    assert (after.mark, after.evidence) == ("overdue", None)
    assert [how.mark for _, how in falling_due([thread], date(2025, 1, 1), {})] == ["overdue"]
    assert status(thread, date(2022, 1, 1)) is None


def test_later_rows_propose_a_status_and_are_its_evidence(tmp_path: Path) -> None:
    thread = story(tmp_path / "register.db", DONE, PROMISE, BEGUN)
    marks = []
    for day in (date(2023, 6, 1), date(2024, 1, 1), date(2024, 6, 1)):
        how = status(thread, day)
        assert how is not None and how.proposed
        marks.append(
            (how.mark, [step.found.row.quote for step in thread.steps if step.found.id == how.evidence])
        )
    assert marks == [("open", []), (0, [BEGUN[0]]), (1, [DONE[0]])]


def test_a_person_decides(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    thread = story(path, PROMISE, DONE)
    with Register(path) as register:
        evidence = thread.steps[0].found.id
        decision = Decision(
            kind="status",
            subject=Subject("thread", thread.id),
            by="Amal",
            value={"status": -1, "evidence": evidence},
        )
        kept = register.decide(decision)
    how = status(thread, date(2030, 1, 1), [kept])
    assert how is not None
    assert (how.mark, how.evidence, how.by, how.proposed) == (-1, evidence, "Amal", False)


def test_wording_that_travels_is_told_with_its_first_use() -> None:
    words = "the states of the region shall keep the old road to the sea open to all"
    later = reading(f"Again {words}, they said", "en", "2024-01-01", "state", ["gcc"]).document
    first = reading(f"It says that {words}.", "en", "2023-01-01", "state", ["gcc"]).document
    (shared,) = travelling([later, first])
    assert shared.phrase == words
    assert [document for document, _, _ in shared.uses] == [first, later]
    assert all(document.text[start:end] == words for document, start, end in shared.uses)
