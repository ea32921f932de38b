"""The commands that tell what is linked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.register.test_followup import BEGUN, PROMISE
from tests.register.test_links import reading
from typer.testing import CliRunner

from sijill.register.store import Register
from sijill.views.cli import app


@pytest.fixture
def register(tmp_path: Path) -> str:
    path = tmp_path / "register.db"
    with Register(path) as opened:
        opened.add(reading(*PROMISE, ("health",), "2024"))
        opened.add(reading(*BEGUN, ("health",)))
    return str(path)


def said(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_one_promise_is_followed_from_due_to_its_story(register: str) -> None:
    assert said("due", register, "--on", "2025-06-01") == ""
    due = said("due", register, "--on", "2023-06-01")
    assert "open · due 2024" in due
    story = said("follow", register, due.split()[0], "--on", "2025-06-01")
    assert story.index(PROMISE[0]) < story.index(BEGUN[0])
    assert "status 0 · due 2024 · evidence act-" in story
    assert "words alike" in story


def test_meetings_are_listed_once(register: str) -> None:
    assert said("meetings", register, "--format", "gcc", "--why").count("sitting-") == 2


def test_positions_stand_side_by_side(register: str) -> None:
    assert said("compare", register, "--topic", "health", "--by", "party").startswith("gcc\n")
