"""Anyone's extraction as claims: rows that say "this quote stands in that source", each with where it is.

Read are JSON lines and CSV (comma, semicolon or tab) with one row a claim, and as they are the documents
of LangExtract (`extractions`) and the readings of Sijill (`acts`, `meetings` …), one a line or one a file.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from sijill.errors import RefusedInput

_LISTS = ("meetings", "acts", "instruments", "projects", "targets")
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Fields:
    """The names under which a row has its source, its quote and its offsets."""

    source: str = "source"
    quote: str = "quote"
    start: str = "start"
    end: str = "end"


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of an extraction. `text` is there when the extraction carries its source's text itself."""

    where: str
    row: Mapping[str, object]
    source: str
    quote: str
    start: int | None = None
    end: int | None = None
    text: str | None = None
    fields: Fields = Fields()


def read_claims(extraction: str, fields: Fields) -> Iterator[Claim]:
    """The claims of a file, or of standard input ("-", JSON lines), in order.

    Raises RefusedInput where the file or a row of it cannot be read, with its line.
    """
    if extraction == "-":
        yield from _from_lines(sys.stdin, "standard input", fields)
        return
    path = Path(extraction)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            if path.suffix.lower() in (".csv", ".tsv"):
                yield from _from_table(file, path.name, fields)
            elif path.suffix.lower() == ".json":
                yield from _from_file(file.read(), path.name, fields)
            else:
                yield from _from_lines(file, path.name, fields)
    except UnicodeDecodeError as error:
        raise RefusedInput(f"{path}: is not UTF-8 text; save the extraction as UTF-8") from error
    except OSError as error:
        raise RefusedInput(f"{path}: cannot be read ({error.strerror}); name a file of rows") from error


def _from_lines(lines: TextIO, name: str, fields: Fields) -> Iterator[Claim]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{name}:{number}"
            yield from _from_record(_parsed(line, where), where, fields)


def _from_file(content: str, name: str, fields: Fields) -> Iterator[Claim]:
    parsed = _parsed(content, name)
    for number, record in enumerate(parsed if isinstance(parsed, list) else [parsed], 1):
        yield from _from_record(record, f"{name}:{number}", fields)


def _parsed(content: str, where: str) -> object:
    try:
        return json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        raise RefusedInput(f"{where}: is not JSON ({error}); give one JSON object a line") from error


def _from_table(file: TextIO, name: str, fields: Fields) -> Iterator[Claim]:
    csv.field_size_limit(sys.maxsize)
    header = file.readline()
    separator = max(_SEPARATORS, key=header.count)
    try:
        table = csv.DictReader(chain([header], file), delimiter=separator)
        for row in table:
            row.pop(None, None)
            yield _claim(row, f"{name}:{table.line_num}", fields)
    except csv.Error as error:
        raise RefusedInput(f"{name}:{table.line_num}: is no row of a CSV table ({error})") from error


def _from_record(record: object, where: str, fields: Fields) -> Iterator[Claim]:
    if not isinstance(record, dict):
        raise RefusedInput(f"{where}: is not a row; give a JSON object with a source and a quote")
    if isinstance(record.get("extractions"), list):
        yield from _from_langextract(record, where)
    elif fields.quote not in record and any(isinstance(record.get(name), list) for name in _LISTS):
        yield from _from_reading(record, where)
    else:
        yield _claim(record, where, fields)


def _from_langextract(document: Mapping[str, object], where: str) -> Iterator[Claim]:
    fields = Fields("document_id", "extraction_text", "start_pos", "end_pos")
    for number, row in enumerate(_rows(document, "extractions", where), 1):
        place = row.get("char_interval")
        whole = {
            **row,
            **(place if isinstance(place, dict) else {}),
            "document_id": document.get("document_id"),
        }
        claim = _claim(whole, f"{where}, extraction {number}", fields)
        yield Claim(claim.where, row, claim.source, claim.quote, claim.start, claim.end, _text(document))


def _from_reading(reading: Mapping[str, object], where: str) -> Iterator[Claim]:
    for name in _LISTS:
        for number, row in enumerate(_rows(reading, name, where), 1):
            claim = _claim({**row, "source": reading.get("source")}, f"{where}, {name} {number}", Fields())
            kept = {"kind": name.removesuffix("s"), **row}
            yield Claim(claim.where, kept, claim.source, claim.quote, claim.start, claim.end, _text(reading))


def _rows(document: Mapping[str, object], name: str, where: str) -> list[dict[str, object]]:
    rows = document.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RefusedInput(f"{where}: {name} is not a list of rows; write it as a list of JSON objects")
    return rows


def _text(document: Mapping[str, object]) -> str | None:
    text = document.get("text")
    return text if isinstance(text, str) and text else None


def _claim(row: Mapping[str, object], where: str, fields: Fields) -> Claim:
    if fields.quote not in row:
        raise RefusedInput(
            f"{where}: has no field {fields.quote!r}; say with --field quote=NAME which field holds the quote"
        )
    quote, source = row[fields.quote], row.get(fields.source)
    if not isinstance(quote, str | None):
        raise RefusedInput(
            f"{where}: {fields.quote} is {type(quote).__name__}, not a text; give the quoted words"
        )
    return Claim(
        where,
        row,
        "" if source is None else str(source),
        quote or "",
        _offset(row.get(fields.start), f"{where}: {fields.start}"),
        _offset(row.get(fields.end), f"{where}: {fields.end}"),
        fields=fields,
    )


def _offset(value: object, where: str) -> int | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        number = float(value) if isinstance(value, str | int | float) else 0.5
    except ValueError:
        number = 0.5
    if not number.is_integer():
        raise RefusedInput(f"{where} is {value!r}; give a whole number of code points, or leave it out")
    return int(number)
