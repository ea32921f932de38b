"""Which revision of the tables a register has, and how it is brought to the newest."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, String, column, func, inspect, select, table

from sijill.errors import RefusedRegister
from sijill.register.schema import metadata, register
from sijill.register.texts import keep_texts

_FIRST = "0001"
_ALEMBIC = "alembic_version"
# Links are worked out from the rows, and may be forgotten.
_MADE_ANEW = frozenset(("telling", "told_by", "block", "joined", "unlinked"))


@cache
def newest() -> str:
    """The revision that this Sijill reads and writes: the highest number of a file in migrations/versions."""
    names = (entry.name for entry in files("sijill.register.migrations.versions").iterdir())
    return max(name[1:5] for name in names if name.startswith("r0"))


def revision(connection: Connection, place: str) -> str | None:
    """The revision of a register, None where there are no tables yet.

    Raises RefusedRegister where the tables are not ours.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if register.name not in tables:
        raise RefusedRegister(f"{place}: is a database of another program; name another file")
    if _ALEMBIC not in tables:
        return _FIRST
    return connection.scalar(select(table(_ALEMBIC, column("version_num", String)).c.version_num))


def upgrade(connection: Connection, place: str) -> None:
    """Bring the tables to the newest revision, from none or from any earlier one.

    Raises RefusedRegister where that would lose anything: whoever called then rolls back.
    """
    # Alembic takes most of a second to import, and only registers to be made or changed need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "sijill.register:migrations")
    config.attributes["connection"] = connection
    before = _lines(connection)
    if before and revision(connection, place) == _FIRST:
        command.stamp(config, _FIRST)
    command.upgrade(config, "head")
    keep_texts(connection)
    after = _lines(connection)
    lost = {name for name, lines in before.items() if after.get(name, 0) < lines} | _dangling(connection)
    if lost:
        raise RefusedRegister(
            f"{place}: an upgrade would lose what {', '.join(sorted(lost))} keeps; nothing was changed"
        )


def _lines(connection: Connection) -> dict[str, int]:
    """How many lines each table of ours has that could not be made anew."""
    there = inspect(connection).get_table_names()
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in sorted((metadata.tables.keys() - _MADE_ANEW) & set(there))
    }


def _dangling(connection: Connection) -> set[str]:
    """Tables with lines that refer to nothing; SQLite holds no references while tables are changed."""
    if connection.dialect.name != "sqlite":
        return set()
    return {line[0] for line in connection.exec_driver_sql("PRAGMA foreign_key_check")}
