"""What a user relies on of `sijill entities` and `sijill upgrade`."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sijill.errors import RefusedRegister
from sijill.views.cli import app

# Made by the first version from three of the examples' gold readings.
FIRST = Path(__file__).parents[1] / "register" / "version-1.db.gz"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def test_an_old_register_is_upgraded_and_tells_whom_it_names(old: Path) -> None:
    assert isinstance(refused := run("entities", old).exception, RefusedRegister)
    assert "sijill upgrade" in str(refused)
    assert run("upgrade", old).stdout == f"{old}: is up to date\n"
    lines = run("entities", old, "Токаев", "--kind", "person").stdout.splitlines()
    assert lines[0].startswith("entity-person-")
    assert "Kassym-Jomart Tokayev · catalogue" in lines[0]
    assert any(line.strip().startswith("head-of-state KZ 2019") for line in lines)
    assert run("entities", old, lines[0].split(" ")[0]).stdout.splitlines() == lines
    assert run("entities", old, "nobody at all").stdout == ""


def test_nothing_is_upgraded_where_nothing_is(tmp_path: Path) -> None:
    assert isinstance(run("upgrade", tmp_path / "none.db").exception, RefusedRegister)
    assert not (tmp_path / "none.db").exists()
