"""What became of a promise: open, overdue, or −1, 0, +1 as later rows tell or a person decided.

Without a row that is its evidence no status is but open or overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sijill.records import Act
from sijill.register.contents import Outcome
from sijill.register.days import days
from sijill.register.decisions import Decision
from sijill.register.linked import Step, Thread

Mark = Literal["open", "overdue", -1, 0, 1]

# What can be kept or broken.
_BINDING = frozenset(("commit", "decide", "propose"))
# A text that is signed or adopted is a step on the way.
_MARKS: dict[Outcome, Mark] = {"dropped": -1, "begun": 0, "settled": 0, "done": 1}
# What is told so soon after the promise is told of the same meeting.
_SAME_MEETING = timedelta(days=7)
_RULES = "rules"


@dataclass(frozen=True, slots=True)
class Status:
    """How a promise stands on a day: the mark, the row that is its evidence, and who or what said so.

    `due` is the deadline, as exact as the words; `proposed` whether no person has confirmed it.
    """

    mark: Mark
    evidence: str | None
    by: str
    due: str | None
    proposed: bool


def status(thread: Thread, on: date, decided: Sequence[Decision] = ()) -> Status | None:
    """How a thread stands at the end of a day; None where nobody in it promised anything by then.

    `decided` are the decisions in force on this thread; the last of the kind `status` holds.
    """
    steps = [step for step in thread.steps if step.day is None or step.day <= on]
    first = next((step for step in steps if step.content.type in _BINDING), None)
    if first is None:
        return None
    due = _due(steps)
    for decision in reversed(decided):
        if decision.kind == "status" and decision.at.date() <= on and "status" in decision.value:
            evidence = decision.value.get("evidence")
            return Status(decision.value["status"], evidence, decision.by, due, proposed=False)
    told = [step for step in steps if _is_evidence(step, first)]
    if told:
        last = told[-1]
        mark = _MARKS[last.content.outcome or "done"]
        return Status(mark, last.found.id, _RULES, due, proposed=True)
    bounds = days(due)
    late = bounds is not None and bounds[1] < on
    return Status("overdue" if late else "open", None, _RULES, due, proposed=True)


def falling_due(
    threads: Iterable[Thread], on: date, decided: Mapping[str, Sequence[Decision]]
) -> list[tuple[Thread, Status]]:
    """Threads with a deadline that are open or overdue on a day, the earliest deadline first.

    `decided` are the decisions in force by thread.
    """
    standing = ((thread, status(thread, on, decided.get(thread.id, ()))) for thread in threads)
    late = [(thread, how) for thread, how in standing if how and how.due and how.mark in ("open", "overdue")]
    return sorted(late, key=lambda pair: (days(pair[1].due) or (on, on), pair[0].id))


def _is_evidence(step: Step, first: Step) -> bool:
    if step.content.outcome is None or step.day is None or first.day is None:
        return False
    return step.day - first.day > _SAME_MEETING


def _due(steps: Sequence[Step]) -> str | None:
    """The last deadline that the promises set; a day that was over when they were told is none."""
    set_ = [
        step.found.row.deadline
        for step in steps
        if isinstance(step.found.row, Act) and step.content.type in _BINDING and _lies_ahead(step)
    ]
    return set_[-1] if set_ else None


def _lies_ahead(step: Step) -> bool:
    bounds = days(step.found.row.deadline) if isinstance(step.found.row, Act) else None
    return bounds is not None and (step.day is None or bounds[1] >= step.day)
