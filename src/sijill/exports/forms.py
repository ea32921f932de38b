"""The forms in which a register leaves the house, by name, and one function that writes each of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from types import MappingProxyType
from typing import BinaryIO, Literal, TextIO

from sijill.exports.compliance import compliance
from sijill.exports.delimited import write_codebook, write_csv
from sijill.exports.events import events
from sijill.exports.tables import Name, Table, table
from sijill.register.store import Register

# The first five hold one table of your choice, the others what they are made of.
Form = Literal["jsonl", "csv", "codebook", "parquet", "xlsx", "events", "compliance", "ftm", "gexf", "ics"]


def write(register: Register, form: Form, name: Name, out: BinaryIO) -> None:
    """Write the register, or its table `name`, in one of the forms.

    Raises RefusedRegister where the register is damaged.
    """
    if form in _OF_TABLE:
        _OF_TABLE[form](table(register, name), out)
    else:
        _WHOLE[form](register, out)


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    """`out` as text in UTF-8, left open afterwards."""
    wrapped = TextIOWrapper(out, "utf-8", newline="")
    try:
        yield wrapped
    finally:
        wrapped.flush()
        wrapped.detach()


def _jsonl(of: Table, out: BinaryIO) -> None:
    for line in of.lines:
        out.write(json.dumps(line, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n")


def _csv(of: Table, out: BinaryIO) -> None:
    with _text(out) as text:
        write_csv(of, text)


def _codebook(of: Table, out: BinaryIO) -> None:
    with _text(out) as text:
        write_codebook(of, text)


def _parquet(of: Table, out: BinaryIO) -> None:
    from sijill.exports.parquet import write_parquet

    write_parquet(of, out)


def _xlsx(of: Table, out: BinaryIO) -> None:
    from sijill.exports.workbook import write_workbook

    write_workbook(of, out)


def _events(register: Register, out: BinaryIO) -> None:
    _csv(events(table(register, "acts"), table(register, "meetings")), out)


def _compliance(register: Register, out: BinaryIO) -> None:
    _csv(compliance(table(register, "threads")), out)


def _ftm(register: Register, out: BinaryIO) -> None:
    from sijill.exports.followthemoney import write_entities

    with _text(out) as text:
        write_entities(table(register, "meetings"), table(register, "documents"), text)


def _gexf(register: Register, out: BinaryIO) -> None:
    from sijill.exports.network import write_network

    write_network(table(register, "meetings"), out)


def _ics(register: Register, out: BinaryIO) -> None:
    from sijill.exports.agenda import write_agenda

    write_agenda(table(register, "meetings"), table(register, "threads"), out)


# The libraries behind some forms are slow to load: each is imported when its form is asked for.
_OF_TABLE: Mapping[str, Callable[[Table, BinaryIO], None]] = MappingProxyType(
    {"jsonl": _jsonl, "csv": _csv, "codebook": _codebook, "parquet": _parquet, "xlsx": _xlsx}
)
_WHOLE: Mapping[str, Callable[[Register, BinaryIO], None]] = MappingProxyType(
    {"events": _events, "compliance": _compliance, "ftm": _ftm, "gexf": _gexf, "ics": _ics}
)
