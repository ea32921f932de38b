"""What a user relies on when Sijill is upgraded: a register of any earlier version goes on, nothing lost."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sijill.errors import RefusedRegister
from sijill.register import revisions
from sijill.register.decisions import Decision, Subject
from sijill.register.engine import open_engine, writing
from sijill.register.schema import metadata
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.runs.audit import audit

# Made by the first version from three of the examples' gold readings.
FIRST = Path(__file__).parent / "version-1.db.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def lines(path: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return sorted(connection.execute(f"SELECT * FROM {table}"))


def test_a_register_of_the_first_version_is_upgraded_without_loss(old: Path) -> None:
    before = {table: lines(old, table) for table in ("document", "reading", "row", "act", "participant")}
    assert len(before["row"]) == 47
    with Register(old) as register:
        assert len(register.find(Query())) == 47
        assert register.find(Query(text="المياه"))
        assert register.find_texts(Query(text="المياه"))
    for table, kept in before.items():
        columns = len(kept[0])
        assert [line[:columns] for line in lines(old, table)] == kept
    assert not [one for one in audit(str(old)) if one.fault]


def test_links_of_an_earlier_version_are_worked_out_anew(old: Path) -> None:
    with Register(old) as register:
        register.link()
    linked = {table: lines(old, table) for table in ("telling", "told_by", "block", "joined")}
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE telling SET told = '{}'")
        connection.execute("UPDATE alembic_version SET version_num = '0005'")
        for table, column in (("act_party", "party"), ("act_topic", "topic"), ("participant", "party")):
            connection.execute(f"DROP INDEX {table}_by_{column}")
            connection.execute(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
    with Register(old) as register:
        assert register.link()
    assert {table: lines(old, table) for table in linked} == linked


def test_reading_from_an_old_register_says_what_to_do_and_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(RefusedRegister, match="sijill upgrade"):
        Register(old, create=False)
    assert old.read_bytes() == before


def test_an_upgrade_that_would_lose_anything_does_not_happen(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    counts = iter([{"row": 47}, {"row": 46}])
    monkeypatch.setattr(revisions, "_lines", lambda _: next(counts))
    with pytest.raises(RefusedRegister, match="would lose what row keeps; nothing was changed"):
        Register(old)
    assert old.read_bytes() == before


def test_a_register_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    Register(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RefusedRegister, match="of a later Sijill"):
        Register(path)


def test_the_revisions_make_the_tables_of_the_schema(place: str) -> None:
    engine = open_engine(place, create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: not str(name).startswith("row_words")}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


@pytest.mark.parametrize("change", ["UPDATE decision SET note = 'x'", "DELETE FROM decision"])
def test_no_decision_is_changed_or_deleted_whoever_tries(place: str, change: str) -> None:
    with Register(place) as register:
        register.decide(Decision(kind="status", subject=Subject("thread", "thread-1"), by="Anna"))
    engine = open_engine(place, create=False)
    with pytest.raises(DBAPIError, match="never changed"), writing(engine) as connection:
        connection.execute(text(change))
    engine.dispose()


@pytest.mark.parametrize("change", ["INSERT OR REPLACE INTO decision SELECT * FROM decision"])
def test_nor_replaced_in_a_file(tmp_path: Path, change: str) -> None:
    test_no_decision_is_changed_or_deleted_whoever_tries(str(tmp_path / "register.db"), change)


def test_nor_all_of_them_in_postgresql(postgres: Callable[[], str]) -> None:
    test_no_decision_is_changed_or_deleted_whoever_tries(postgres(), "TRUNCATE decision")
