"""Readings and rows for people: lines that read right in a terminal whichever way their letters run.

Every value that holds letters written from right to left stands between the Unicode isolates FSI and
PDI, line by line, so that it disturbs nothing around it; there are no columns for it to break.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from sijill.records import Act, Document, Instrument, Meeting, Participant, Project, Reading, Row, Target

if TYPE_CHECKING:
    from sijill.register.rows import Found
    from sijill.register.store import Shown
    from sijill.register.texts import FoundText

_FSI, _PDI = "\u2068", "\u2069"
_INDENT = "    "
_NARROWEST = 30
# So many letters of a text are shown on each side of the words found in it.
_AROUND = 60
# Signs that could steer the terminal or break out of the isolates.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+")
_GROUPS = ("meetings", "acts", "instruments", "projects", "targets")


def reading_lines(reading: Reading) -> Iterator[str]:
    """A whole reading, its rows in groups, each above its words."""
    yield strong(document_line(reading.document, reading.language))
    for group in _GROUPS:
        rows: tuple[Row, ...] = getattr(reading, group)
        if rows:
            yield f"{group}: {len(rows)}"
        for row in rows:
            yield from row_lines(row)
    if reading.dropped:
        reasons = sorted({dropped.reason for dropped in reading.dropped})
        yield f"left out: {len(reading.dropped)} ({', '.join(reasons)})"


def found_lines(found: Found) -> Iterator[str]:
    """A row of a register: its id and date, what it says, its words, and where they stand."""
    day = f" · {found.first_day}" if found.first_day and not isinstance(found.row, Meeting) else ""
    yield f"{found.id}{day} · {isolated(found.document.source)}"
    yield from row_lines(found.row)


def text_lines(found: FoundText) -> Iterator[str]:
    """A document, and the words of it that were asked for, with some words around them."""
    text, place = found.document.text, found.place
    first, last = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    yield document_line(found.document)
    yield from wrapped(" ".join(text[first:last].split()))


def shown_lines(shown: Shown) -> Iterator[str]:
    """A row with the sentence around its words and its document."""
    found = shown.found
    yield from found_lines(found)
    if shown.before or shown.after:
        yield "  in the sentence"
        yield from wrapped(shown.before + found.row.quote + shown.after)
    yield f"  in {document_line(found.document)}, at {found.row.start}-{found.row.end}"
    if found.meeting and found.meeting != found.id:
        yield f"  meeting {found.meeting}"
    read_by = f"  read by {found.row.reader}"
    yield read_by if found.row.confidence is None else f"{read_by}, confidence {found.row.confidence:.2f}"


def row_lines(row: Row) -> Iterator[str]:
    """A row in one line, and its words below."""
    head, *rest = _said(row)
    yield "  " + " · ".join([strong(head), *rest])
    if isinstance(row, Meeting):
        for participant in row.participants:
            yield _INDENT + _participant(participant)
    yield from wrapped(row.quote)


def wrapped(text: str) -> Iterator[str]:
    """Words of a document, indented; in a terminal as wide as it is, else in one line."""
    clean = _clean(text)
    if not sys.stdout.isatty():
        yield _INDENT + isolated(clean)
        return
    width = max(_NARROWEST, shutil.get_terminal_size().columns - len(_INDENT) - 1)
    for line in textwrap.wrap(clean, width):
        yield _INDENT + isolated(line)


def document_line(document: Document, language: str | None = None) -> str:
    """What is known of a document, in one line."""
    known = [document.source, language or document.language, document.published, document.publisher]
    return " · ".join(isolated(str(each)) for each in known if each)


def isolated(value: str) -> str:
    """The value, between isolates where letters in it run from right to left."""
    clean = _clean(value)
    if any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in clean):
        return f"{_FSI}{clean}{_PDI}"
    return clean


def strong(text: str) -> str:
    """The text in bold; plain where NO_COLOR is set (and in a pipe, when it is printed)."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, bold=True)


def _clean(text: str) -> str:
    return " ".join(_STEERING.sub(" ", text).split())


def _said(row: Row) -> list[str]:
    """What a row says beside its words, the most telling first."""
    parts: list[str | None] = []
    if isinstance(row, Meeting):
        parts = _meeting(row)
    elif isinstance(row, Act):
        parts = [row.type, _actors(row), _list("to", row.addressees), _list("about", row.about)]
        parts += [_list("on", row.topics), row.deadline and f"by {row.deadline}"]
    elif isinstance(row, Instrument):
        parts = [row.kind, row.status]
    elif isinstance(row, Project):
        parts = [row.kind, row.id]
    elif isinstance(row, Target):
        parts = [f"{row.value:,.15g} {row.unit}", row.measure, row.by and f"by {row.by}"]
    return [isolated(part) for part in parts if part]


def _meeting(meeting: Meeting) -> list[str | None]:
    place = ", ".join(filter(None, (meeting.city, meeting.country)))
    until = meeting.end_date if meeting.end_date != meeting.start_date else None
    return [
        meeting.format or "meeting",
        meeting.level,
        f"no. {meeting.ordinal}" if meeting.ordinal else None,
        " to ".join(filter(None, (meeting.start_date, until))),
        place,
        meeting.chair and f"chair {meeting.chair}",
        "earlier" if meeting.earlier else None,
        "planned" if meeting.planned else None,
    ]


def _actors(act: Act) -> str:
    parties = ", ".join(act.actors) or "nobody named"
    return f"{parties} ({act.speaker})" if act.speaker else parties


def _participant(participant: Participant) -> str:
    latin = f"({isolated(participant.latin)})" if participant.latin else None
    name = isolated(participant.person) if participant.person else None
    role = "guest" if participant.role == "guest" else None
    who = " ".join(filter(None, (participant.party, name, latin)))
    return ", ".join(filter(None, (who, participant.office, role)))


def _list(word: str, values: Iterable[str]) -> str | None:
    listed = ", ".join(values)
    return f"{word} {listed}" if listed else None
