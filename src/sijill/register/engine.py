"""Open a register: the file or database, whose it is, and what goes wrong, each in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError

from sijill.errors import RefusedRegister
from sijill.register.revisions import newest, revision, upgrade

# How long one writer waits for another.
_WAIT_SECONDS = 60
# What writers in PostgreSQL take turns by.
_TURN = 0x51711
_FAULTS = {
    "file is not a database": "is no register, or damaged; name another file",
    "unable to open database file": "cannot be opened or made; check the path and its permissions",
    "attempt to write a readonly database": "may not be written to; check its permissions",
    "malformed": "is damaged; take it from a backup",
    "database is locked": "is held by another program; try again when that has ended",
    "disk is full": "cannot be written to: the disk is full",
    "disk I/O error": "cannot be read or written to: the disk fails",
    "connection failed": "cannot be reached; check the address, the name and the password",
    "permission denied": "may not be used like that; ask whoever keeps the database for the right",
}


def open_engine(place: str | Path, create: bool) -> Engine:
    """The database at a path or URL, ready to be used; made where there is none and `create` is true.

    Raises RefusedRegister where it cannot be opened, is damaged, or is no register of this version.
    """
    url, name = _url(place), shown(place)
    in_file = url.get_backend_name() == "sqlite"
    if in_file and not create and not Path(str(url.database)).is_file():
        raise RefusedRegister(f"{name}: there is no such register; make it with sijill add")
    with refusing(name):
        # What one question reads in several steps is of one moment.
        engine = create_engine(url) if in_file else create_engine(url, isolation_level="REPEATABLE READ")
        if in_file:
            _prepare_sqlite(engine)
        try:
            _check(engine, name, create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def shown(place: str | Path) -> str:
    """What a register is called where people read it: its path, or its URL without the password."""
    return _url(place).render_as_string() if "://" in str(place) else str(place)


@contextmanager
def refusing(place: str) -> Iterator[None]:
    """Turn what the database says into one sentence about the register at `place`."""
    try:
        yield
    except IntegrityError as error:
        raise RefusedRegister(
            f"{place}: a row contradicts what is kept ({error.orig}); nothing was added"
        ) from error
    except DBAPIError as error:
        said = str(error.orig)
        fault = next((fault for sign, fault in _FAULTS.items() if sign in said), f"cannot be used: {said}")
        raise RefusedRegister(f"{place}: {fault}") from error
    except UnicodeDecodeError as error:
        # The driver fails on what SQLite says of a damaged file, for it quotes the damage.
        raise RefusedRegister(f"{place}: {_FAULTS['malformed']}") from error
    except SQLAlchemyError as error:
        raise RefusedRegister(f"{place}: cannot be used: {error}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes, after those of all other writers: all of it is kept, or nothing."""
    if engine.dialect.name == "sqlite":
        with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            yield connection
        return
    # A writer sees what was written before its turn came, not what there was when it began to wait.
    late = engine.connect().execution_options(isolation_level="READ COMMITTED")
    with late as connection, connection.begin():
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
        yield connection


def _url(place: str | Path) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        # The address may hold a password.
        raise RefusedRegister("that is no database URL; name a file, or postgresql://…") from error
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise RefusedRegister(
            f"{url.render_as_string()}: registers are kept in SQLite or PostgreSQL; name a file, or postgresql://…"
        )
    return url


def _prepare_sqlite(engine: Engine) -> None:
    """Transactions as SQLAlchemy asks for them, writers in a row, foreign keys held."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        begin = connection.get_execution_options().get("begin", "BEGIN")
        if begin:
            connection.exec_driver_sql(begin)


def _check(engine: Engine, place: str, create: bool) -> None:
    """Make sure of the newest tables: where `create` is true, by making or upgrading them."""
    with engine.connect() as connection:
        there = revision(connection, place)
    if there == newest():
        return
    if there is not None and there > newest():
        raise RefusedRegister(f"{place}: is a register of a later Sijill; upgrade Sijill to use it")
    if not create and there is None:
        raise RefusedRegister(f"{place}: is empty; make it a register with sijill add")
    if not create:
        raise RefusedRegister(
            f"{place}: is a register of an earlier Sijill; sijill upgrade brings it up to date without loss"
        )
    with _upgrading(engine, new=there is None) as connection:
        # Another program may have been faster.
        if revision(connection, place) != newest():
            upgrade(connection, place)


@contextmanager
def _upgrading(engine: Engine, new: bool) -> Iterator[Connection]:
    """A transaction in which tables may be changed: all of it is kept, or nothing."""
    if engine.dialect.name != "sqlite":
        with writing(engine) as connection:
            yield connection
        return
    # SQLite takes these outside of any transaction. A new register lasts, and is read while another writes;
    # an old table that is made anew must not take with it the lines that refer to it.
    with engine.connect().execution_options(begin="") as connection:
        if new:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        finally:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
