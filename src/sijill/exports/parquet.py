"""Apache Parquet, written by pyarrow: lists stay lists, days stay days; column notes go with the schema."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

import pyarrow  # type: ignore[import-untyped]
from pyarrow import parquet

from sijill.exports.tables import Column, Table

_TYPES = {
    "text": pyarrow.string(),
    "list": pyarrow.list_(pyarrow.string()),
    "day": pyarrow.date32(),
    "number": pyarrow.float64(),
    "whole": pyarrow.int64(),
    "truth": pyarrow.bool_(),
    "records": pyarrow.string(),
}


def write_parquet(table: Table, out: BinaryIO) -> None:
    """The table in one Parquet file; lines of their own are JSON in a column of text."""
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, _TYPES[column.kind], metadata={"note": column.note})
            for column in table.columns
        ]
    )
    arrays = [
        pyarrow.array([_value(column, line[column.name]) for line in table.lines], _TYPES[column.kind])
        for column in table.columns
    ]
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), out)


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind == "records":
        return json.dumps(value, ensure_ascii=False, default=str)
    return list(value) if column.kind == "list" else value
