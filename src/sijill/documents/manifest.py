"""The manifest of a folder: what is known of its texts from outside, from `manifest.json` beside them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from sijill.errors import RefusedInput

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Provenance:
    """When and by whom a text was published; `fault` says what is wrong with its entry, if anything."""

    published: date | None = None
    publisher: str | None = None
    fault: str | None = None


def provenance(path: Path) -> Provenance:
    """What the manifest beside `path` says of it; nothing where there is no manifest or no entry.

    Raises RefusedInput where the manifest, or its entry for this text, is broken.
    """
    manifest = path.parent / NAME
    try:
        state = manifest.stat()
    except OSError:
        return Provenance()
    known = _read(manifest, state.st_mtime_ns, state.st_size).get(_key(path.name), Provenance())
    if known.fault:
        raise RefusedInput(f"{manifest}: {known.fault}")
    return known


@lru_cache(maxsize=64)
def _read(manifest: Path, _changed: int, _size: int) -> Mapping[str, Provenance]:
    try:
        raw = json.loads(manifest.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise RefusedInput(f"{manifest}: is not JSON ({error}); mend it or take it away") from error
    if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
        raise RefusedInput(f"{manifest}: must be a list of objects with source and published; mend it")
    return {_key(str(item.get("source"))): _entry(item, number) for number, item in enumerate(raw, 1)}


def _entry(item: Mapping[str, object], number: int) -> Provenance:
    said, publisher = item.get("published"), item.get("publisher")
    fault = f"entry {number} ({item.get('source')}): published is {said!r}; write a date such as 2018-04-03"
    if said is None:
        published = None
    elif isinstance(said, str):
        try:
            published = date.fromisoformat(said[:10])
        except ValueError:
            return Provenance(fault=fault)
    else:
        return Provenance(fault=fault)
    return Provenance(published, publisher if isinstance(publisher, str) else None)


def _key(name: str) -> str:
    # File systems differ in how they write accented and Arabic letters.
    return unicodedata.normalize("NFC", name)
