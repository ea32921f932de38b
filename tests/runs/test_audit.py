"""A register cannot be changed behind its back: whatever differs from what was read is found."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.records import Act, Dropped, Instrument, Meeting, Participant, Project, Reading, Target
from sijill.register.store import Register
from sijill.runs.audit import Audited, audit
from sijill.views.verify import verify

TEXT = (
    "The ministers of Kenya and Peru met in Lima on 3 May 2024 and adopted the Lima Roadmap. "
    "They pledged 15 million dollars for the Nanay bridge by 2027. Read also: weather."
)
MARK = "they pledged 15 million dollars"


def spot(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    document = from_text(TEXT, published=date(2024, 5, 4), source="lima.txt", publisher="Own words")
    people = (Participant("KE", "Amina Otieno", "Amina Otieno", "foreign-minister"), Participant("PE"))
    meeting = Meeting(
        **spot("met in Lima on 3 May 2024"),  # type: ignore[arg-type]
        format=None,
        level="ministers",
        start_date="2024-05-03",
        end_date="2024-05-03",
        city="Lima",
        country="PE",
        participants=people,
    )
    decide = Act(**spot("adopted the Lima Roadmap"), type="decide", actors=("KE", "PE"), meeting=0)  # type: ignore[arg-type]
    commit = Act(
        **spot("pledged 15 million dollars for the Nanay bridge by 2027"),  # type: ignore[arg-type]
        type="commit",
        actors=("KE", "PE"),
        topics=("transport",),
        deadline="2027",
        meeting=0,
    )
    reading = Reading(
        document,
        "en",
        (meeting,),
        (decide, commit),
        (Instrument(**spot("the Lima Roadmap"), kind="roadmap", status="adopted", meeting=0),),  # type: ignore[arg-type]
        (Project(**spot("the Nanay bridge"), kind="bridge", id="nanay"),),  # type: ignore[arg-type]
        (Target(**spot("15 million dollars"), value=15, unit="USD", by="2027"),),  # type: ignore[arg-type]
        (Dropped(TEXT.index("Read"), len(TEXT), "furniture"),),
    )
    place = tmp_path / "own.db"
    with Register(place) as kept:
        kept.add(reading)
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return place


def faults(place: Path) -> list[Audited]:
    return [one for one in audit(str(place)) if one.fault]


def test_a_register_as_it_was_written_stands(register: Path) -> None:
    audited = list(audit(str(register)))
    assert [one.fault for one in audited] == [""] * len(audited)
    kinds = ["document", "act", "act", "instrument", "meeting", "project", "target"]
    assert [one.kind for one in audited] == kinds


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE document SET text = replace(text, '15', '16')",
        "UPDATE document SET text = text || ' '",
        "UPDATE document SET sha256 = 'f' || substr(sha256, 2)",
        "UPDATE document SET publisher = 'Other words'",
        "UPDATE document SET published = '2024-05-05'",
        "UPDATE row SET quote = replace(quote, 'adopted', 'adapted')",
        'UPDATE row SET start = start + 1 WHERE kind = "target"',
        'UPDATE row SET "end" = 100000 WHERE kind = "project"',
        'UPDATE row SET number = 1 - number WHERE kind = "act"',
        "UPDATE row SET confidence = 0.5",
        "UPDATE row SET reader = 'llm' WHERE kind = 'act'",
        "UPDATE row SET first_day = '2024-05-02' WHERE kind = 'meeting'",
        "UPDATE row SET sitting = NULL WHERE kind = 'act'",
        "UPDATE row SET id = 'act-000000000000' WHERE kind = 'project'",
        "UPDATE row SET document = 'nothing' WHERE kind = 'target'",
        "UPDATE act SET type = 'urge' WHERE type = 'commit'",
        "UPDATE act_party SET party = 'PY' WHERE party = 'PE'",
        "UPDATE act_topic SET topic = 'energy'",
        "UPDATE meeting SET city = 'Lama'",
        "UPDATE participant SET office = 'minister'",
        "UPDATE target SET value = 16",
        "UPDATE project SET project = NULL",
        "UPDATE instrument SET status = 'signed'",
        "UPDATE dropped SET start = start - 1",
        "UPDATE reading SET version = '9'",
        "DELETE FROM act WHERE type = 'decide'",
        "DELETE FROM row WHERE kind = 'instrument'",
        "DELETE FROM reading",
    ],
)
def test_any_change_is_found(register: Path, change: str) -> None:
    with sqlite3.connect(register) as connection:
        connection.execute(change)
    assert faults(register)


def test_any_byte_of_a_text_or_a_row_is_found(register: Path) -> None:
    whole = register.read_bytes()
    for words in (TEXT, "adopted the Lima Roadmap", "act-", "Amina Otieno", "transport", "2024-05-03"):
        at = whole.rindex(words.encode())
        for flipped in range(at, at + len(words), 1 + len(words) // 8):
            register.write_bytes(whole[:flipped] + bytes([whole[flipped] ^ 4]) + whole[flipped + 1 :])
            with suppress(RefusedRegister):
                assert faults(register), (words, flipped)


def test_the_command_audits_a_register(register: Path) -> None:
    app = typer.Typer()
    app.command()(verify)
    result = CliRunner().invoke(app, [str(register)])
    assert (result.exit_code, result.stdout) == (0, "6 rows of 1 documents: all stand\n")
    with sqlite3.connect(register) as connection:
        connection.execute("UPDATE row SET quote = replace(quote, 'Lima', 'Lama') WHERE kind = 'instrument'")
    result = CliRunner().invoke(app, [str(register)])
    assert result.exit_code == 1
    assert "its text says 'the Lima Roadmap' at" in result.stdout
