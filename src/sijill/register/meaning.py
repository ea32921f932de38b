"""Rows by what they mean: the acts whose words are nearest to a sentence, whatever language either is in.

A vector is kept by the words that it is of, so that no words are looked at twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from sijill.register import schema
from sijill.register.search import Query, ids_of
from sijill.register.vectors import unpacked, vectors

# What is nearest is a matter of degree: without a limit, so many are given.
_NEAREST = 10
_AT_ONCE = 10_000

T = TypeVar("T")


def nearest(connection: Connection, query: Query) -> list[str]:
    """The ids of the acts nearest in meaning to `query.like`, of those that pass all else that is asked."""
    row, asked = schema.row.c, replace(query, like=None, limit=None, offset=0)
    chosen = ids_of(asked, connection.dialect.name).order_by(None)
    lines = connection.execute(select(row.id, row.quote).where(row.kind == "act", row.id.in_(chosen))).all()
    known = _vectors(connection, sorted({line.quote for line in lines}))
    likeness = unpacked([known[line.quote] for line in lines]) @ unpacked(vectors([query.like or ""])).T
    order = sorted(zip((-likeness[:, 0]).tolist(), (line.id for line in lines), strict=True))
    return [id for _, id in order[query.offset :][: query.limit or _NEAREST]]


def _vectors(connection: Connection, quotes: Sequence[str]) -> Mapping[str, bytes]:
    """The vector of each quote: as it is kept, else made now and kept."""
    keys = {_key(quote): quote for quote in quotes}
    found: dict[str, bytes] = {}
    for part in _parts(list(keys)):
        lines = connection.execute(select(schema.meaning).where(schema.meaning.c.words.in_(part)))
        found |= {keys[line.words]: line.vector for line in lines}
    missing = [(key, quote) for key, quote in keys.items() if quote not in found]
    made = dict(zip(missing, vectors([quote for _, quote in missing]), strict=True))
    for new in _parts(missing):
        values = [{"words": key, "vector": made[key, quote]} for key, quote in new]
        connection.execute(insert(schema.meaning), values)
    return found | {quote: vector for (_, quote), vector in made.items()}


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[first : first + _AT_ONCE] for first in range(0, len(values), _AT_ONCE))


def _key(quote: str) -> str:
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()
