"""Links worked out from rows and kept: after any change, only what it touches is looked at again.

What comes out is the same as from nothing, whatever the order in which documents came: a component of
tellings that may be one is resolved by itself, and every pair is judged by its two tellings alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from sijill.errors import RefusedInput
from sijill.records import Act, Meeting
from sijill.register import schema
from sijill.register.clusters import Edge, Item, clusters_by, components, edges_of, named
from sijill.register.contents import Content, content_from_json, content_to_json, contents
from sijill.register.rows import Found, found_rows
from sijill.register.sittings import SameSitting, Telling, telling, telling_from_json, telling_to_json
from sijill.register.threads import SHARE, TWINS, alike, likely
from sijill.register.undertakings import blocks_of, contradict, contradiction, is_told
from sijill.register.vectors import Vectors, unpacked, vectors

I = TypeVar("I", bound=Item)  # noqa: E741 (the item)

_TELLING, _TOLD_BY, _BLOCK, _JOINED = schema.telling, schema.told_by, schema.block, schema.joined
# SQLite takes 32,766 values in one statement at the most.
_AT_ONCE = 10_000
_CHANGES = ("amount", "time", "place", "denial", "ordinal")
# Half a kilobyte each.
_MOST_REMEMBERED = 400_000
_REMEMBERED: dict[str, bytes] = {}
_MOST_PAIRS = 2**19


class _Kind(Protocol[I]):
    """One kind of telling: how it is written, in which blocks it stands, and what joins two of them."""

    name: str
    prefix: str
    share: float

    def to_json(self, item: I) -> Mapping[str, Any]: ...
    def from_json(self, plain: Mapping[str, Any]) -> I: ...
    def on(self, item: I, dates: frozenset[date]) -> I: ...
    def blocks(self, item: I) -> Iterable[object]: ...
    def vectors(self, items: Sequence[I]) -> Sequence[bytes | None]: ...
    def near(self, connection: Connection, news: Sequence[I]) -> set[str]: ...
    def edges(self, connection: Connection, news: Sequence[I], kept: Sequence[I]) -> Iterable[Edge]: ...
    def apart(self, one: I, other: I) -> bool: ...


class _Sittings:
    """Meeting rows and what they say."""

    name, prefix, share = "meeting", "sitting", 0.0
    to_json, from_json = staticmethod(telling_to_json), staticmethod(telling_from_json)
    blocks, apart = SameSitting().blocks, SameSitting().apart

    def on(self, item: Telling, dates: frozenset[date]) -> Telling:  # noqa: ARG002 (as all kinds)
        return item

    def vectors(self, items: Sequence[Telling]) -> Sequence[bytes | None]:
        return [None] * len(items)

    def near(self, connection: Connection, news: Sequence[Telling]) -> set[str]:
        found = _in_blocks(connection, (block for item in news for block in self.blocks(item)))
        return found.difference(item.key for item in news)

    def edges(
        self,
        connection: Connection,  # noqa: ARG002 (as all kinds)
        news: Sequence[Telling],
        kept: Sequence[Telling],
    ) -> Iterable[Edge]:
        fresh = {item.key for item in news}
        found = edges_of([item for item in (*news, *kept) if item.is_dated], SameSitting())
        return [edge for edge in found if edge.one in fresh or edge.other in fresh]


class _Threads:
    """Acts and what they say of their undertakings."""

    name, prefix, share = "act", "thread", SHARE
    to_json, from_json = staticmethod(content_to_json), staticmethod(content_from_json)
    blocks, apart = staticmethod(blocks_of), staticmethod(lru_cache(_MOST_PAIRS)(contradict))

    def on(self, item: Content, dates: frozenset[date]) -> Content:
        return replace(item, dates=dates)

    def vectors(self, items: Sequence[Content]) -> Sequence[bytes | None]:
        missing = [item for item in items if item.key not in _REMEMBERED]
        made = vectors([item.quote for item in missing])
        _REMEMBERED.update((item.key, vector) for item, vector in zip(missing, made, strict=True))
        return [_REMEMBERED[item.key] for item in items]

    def near(self, connection: Connection, news: Sequence[Content]) -> set[str]:
        found = _in_blocks(connection, (block for item in news for block in self.blocks(item)))
        fresh = [item.key for item in news]
        keys = sorted(found.difference(fresh))
        return {keys[at] for at in likely(_matrix_of(connection, fresh), _matrix_of(connection, keys))}

    def edges(
        self, connection: Connection, news: Sequence[Content], kept: Sequence[Content]
    ) -> Iterable[Edge]:
        keys = [item.key for item in (*news, *kept)]
        place = {key: number for number, key in enumerate(keys)}
        return list(alike(news, kept, _matrix_of(connection, keys), place))


_SITTINGS, _THREADS = _Sittings(), _Threads()


def link(connection: Connection) -> int:
    """Work out the links of all documents that changed since it was last done; how many those are."""
    waiting = sorted(connection.scalars(select(schema.unlinked.c.document)))
    if not waiting:
        return 0
    touched = _forget(connection, waiting)
    sitting, act = _told(connection, waiting)
    _take_in(connection, _SITTINGS, sitting, touched)
    _take_in(connection, _THREADS, act, touched)
    _sweep(connection, touched)
    connection.execute(delete(schema.unlinked))
    return len(waiting)


def relink(connection: Connection) -> int:
    """Forget what is linked, and judge all tellings anew; how many documents had changed since."""
    changed = link(connection)
    connection.execute(delete(_JOINED))
    _judge_all(connection, _SITTINGS)
    _judge_all(connection, _THREADS)
    return changed


def _judge_all(connection: Connection, kind: _Kind[I]) -> None:
    keys = connection.scalars(select(_TELLING.c.key).where(_TELLING.c.kind == kind.name)).all()
    items = _load(connection, kind, _TELLING.c.key, keys)
    _resolve(connection, kind, items, list(kind.edges(connection, list(items.values()), [])))


def changed(connection: Connection, link: str) -> list[tuple[str, str]]:
    """Threads of the same format that say what this one says but for a number, day, place or "not".

    Each with the field in which they differ, in order of ids.
    """
    key, of = _TELLING.c.key, _TELLING.c.link
    mine = _load(connection, _THREADS, key, _column(connection, key, of, [link]))
    blocks = (block for item in mine.values() for block in blocks_of(item))
    keys = sorted(_in_blocks(connection, blocks).difference(mine))
    near = likely(_matrix_of(connection, list(mine)), _matrix_of(connection, keys), TWINS)
    twins = _load(connection, _THREADS, key, {keys[at] for at in near})
    homes = dict(connection.execute(select(key, of).where(key.in_(list(twins)))).all())
    found = {
        (homes[other.key], field)
        for one in mine.values()
        for other in twins.values()
        if one.format == other.format
        and (field := contradiction(one, other)) in _CHANGES
        and _matrix_of(connection, [one.key])[0] @ _matrix_of(connection, [other.key])[0] >= TWINS
    }
    return sorted((home, str(field)) for home, field in found if home != link)


def _forget(connection: Connection, documents: Sequence[str]) -> set[str]:
    """What the documents said is said no more; the tellings that they spoke for."""
    touched: set[str] = set()
    for part in _parts(documents):
        here = _TOLD_BY.c.document.in_(part)
        touched |= set(connection.scalars(select(_TOLD_BY.c.telling).where(here)))
        connection.execute(delete(_TOLD_BY).where(here))
    return touched


def _told(
    connection: Connection, documents: Sequence[str]
) -> tuple[dict[str, list[tuple[str, str, Telling]]], dict[str, list[tuple[str, str, Content]]]]:
    """By key, the row and document with what it says: meetings and acts."""
    row = schema.row.c
    sitting: defaultdict[str, list[tuple[str, str, Telling]]] = defaultdict(list)
    acts: defaultdict[str, list[tuple[str, str, Content]]] = defaultdict(list)
    for part in _parts(documents, 500):
        ids = connection.scalars(
            select(row.id).where(row.document.in_(part), row.kind.in_(("meeting", "act"))).order_by(row.id)
        ).all()
        found = found_rows(connection, ids)
        formats = {one.id: one.row.format for one in found if isinstance(one.row, Meeting)}
        by_document: defaultdict[str, list[Found]] = defaultdict(list)
        for one in found:
            if isinstance(one.row, Meeting):
                told = telling(one.row, one.document.published)
                sitting[told.key].append((one.id, one.document.sha256, told))
            elif isinstance(one.row, Act):
                by_document[one.document.sha256].append(one)
        for sha256, own in by_document.items():
            for one, content in zip(own, _contents(own, formats), strict=True):
                if is_told(content):
                    acts[content.key].append((one.id, sha256, content))
    return sitting, acts


def _contents(own: Sequence[Found], formats: Mapping[str, str | None]) -> list[Content]:
    acts = [(one.row, formats.get(one.meeting or "")) for one in own if isinstance(one.row, Act)]
    try:
        return contents(own[0].document, acts)
    except RefusedInput as error:
        raise AssertionError("a document that has rows could be read") from error


def _take_in(
    connection: Connection, kind: _Kind[I], said: Mapping[str, list[tuple[str, str, I]]], touched: set[str]
) -> None:
    """Keep what is said, and resolve anew every component that this or what is gone belongs to."""
    there = _load(connection, kind, _TELLING.c.key, said.keys() | touched)
    lines = [(key, row, document) for key in sorted(said) for row, document, _ in said[key]]
    new = {key: own[0][2] for key, own in said.items() if key not in there}
    _keep(connection, kind, list(new.values()))
    _insert(
        connection, _TOLD_BY, [dict(zip(("telling", "row", "document"), line, strict=True)) for line in lines]
    )
    dates = _dates(connection, new.keys() | there.keys())
    gone = there.keys() - dates.keys()
    now = {key: kind.on(item, dates[key]) for key, item in {**there, **new}.items() if key in dates}
    news = {key: item for key, item in sorted(now.items()) if item != there.get(key)}
    _write(connection, kind, [item for key, item in news.items() if item != new.get(key)])
    near = _load(connection, kind, _TELLING.c.key, kind.near(connection, list(news.values())))
    edges = list(kind.edges(connection, list(news.values()), list(near.values())))
    met = {key for edge in edges for key in edge[:2]} & near.keys()
    old = there.keys() & (gone | news.keys())
    kept = _load(connection, kind, _TELLING.c.component, _components(connection, met | old))
    for part in _parts(sorted(kept)):
        connection.execute(delete(_JOINED).where(_JOINED.c.one.in_(part)))
    kept = {key: item for key, item in kept.items() if key not in gone and key not in news}
    edges += kind.edges(connection, list(kept.values()), [])
    _resolve(connection, kind, {**kept, **news}, edges)


def _resolve(connection: Connection, kind: _Kind[I], items: Mapping[str, I], edges: Sequence[Edge]) -> None:
    """Write down which of the items are one; the edges are all there are between them."""
    home = {key: keys[0] for keys, _ in components(items, edges) for key in keys}
    lines: list[dict[str, Any]] = []
    joins: list[dict[str, Any]] = []
    for cluster in clusters_by(items, edges, kind.apart, kind.share):
        link = named(kind.prefix, cluster.items[0].key)
        lines += [{"its": item.key, "home": home[item.key], "of": link} for item in cluster.items]
        joins += [
            {"one": edge.one, "other": edge.other, "link": link, **edge.join._asdict()}
            for edge in cluster.edges
        ]
    if lines:
        change = update(_TELLING).where(_TELLING.c.key == bindparam("its"))
        connection.execute(change.values(component=bindparam("home"), link=bindparam("of")), lines)
    _insert(connection, _JOINED, joins)


def _keep(connection: Connection, kind: _Kind[I], news: Sequence[I]) -> None:
    vectors_of = kind.vectors(news)
    lines = [
        {"key": item.key, "kind": kind.name, "told": json.dumps(kind.to_json(item)), "vector": vector}
        for item, vector in zip(news, vectors_of, strict=True)
    ]
    _insert(connection, _TELLING, lines)
    blocks = [
        {"telling": item.key, "block": block}
        for item in news
        for block in sorted(map(repr, set(kind.blocks(item))))
    ]
    _insert(connection, _BLOCK, blocks)


def _write(connection: Connection, kind: _Kind[I], items: Sequence[I]) -> None:
    """Write down what tellings that are kept say now."""
    if items:
        change = update(_TELLING).where(_TELLING.c.key == bindparam("its")).values(told=bindparam("now"))
        now = [{"its": item.key, "now": json.dumps(kind.to_json(item))} for item in items]
        connection.execute(change, now)


def _dates(connection: Connection, tellings: Iterable[str]) -> dict[str, frozenset[date]]:
    """Of the tellings that some row still says, the days on which documents that say them were published."""
    found: defaultdict[str, set[date]] = defaultdict(set)
    of, document = _TOLD_BY.c, schema.document.c
    said = select(of.telling, document.published).join(schema.document, document.sha256 == of.document)
    for part in _parts(sorted(tellings)):
        for key, day in connection.execute(said.where(of.telling.in_(part))):
            found[key].update([day] if day else [])
    return {key: frozenset(days) for key, days in found.items()}


def _load(
    connection: Connection, kind: _Kind[I], by: ColumnElement[Any], values: Iterable[str]
) -> dict[str, I]:
    """The tellings of a kind of which a column has one of the values, by key."""
    found: dict[str, I] = {}
    for part in _parts(sorted(values)):
        chosen = select(_TELLING.c.key, _TELLING.c.told).where(by.in_(part), _TELLING.c.kind == kind.name)
        for key, told in connection.execute(chosen):
            found[key] = kind.from_json(json.loads(told))
    return found


def _spoken_for(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of the tellings that some row still says."""
    return _column(connection, _TOLD_BY.c.telling, _TOLD_BY.c.telling, keys)


def _components(connection: Connection, keys: Iterable[str]) -> set[str]:
    found = _column(connection, _TELLING.c.component, _TELLING.c.key, keys)
    return {component for component in found if component}


def _in_blocks(connection: Connection, blocks: Iterable[object]) -> set[str]:
    return _column(connection, _BLOCK.c.telling, _BLOCK.c.block, map(repr, blocks))


def _column(
    connection: Connection, wanted: ColumnElement[Any], by: ColumnElement[Any], values: Iterable[str]
) -> set[str]:
    found: set[str] = set()
    for part in _parts(sorted(set(values))):
        found.update(connection.scalars(select(wanted).where(by.in_(part))))
    return found


def _sweep(connection: Connection, touched: set[str]) -> None:
    """Forget tellings that no row says any more."""
    for part in _parts(sorted(touched - _spoken_for(connection, touched))):
        for column in (_JOINED.c.one, _JOINED.c.other, _BLOCK.c.telling, _TELLING.c.key):
            connection.execute(delete(column.table).where(column.in_(part)))


def _matrix_of(connection: Connection, keys: Sequence[str]) -> Vectors:
    """The vectors of tellings; each is read from the register once, for what it says never changes."""
    missing = [key for key in keys if key not in _REMEMBERED]
    if len(_REMEMBERED) + len(missing) > _MOST_REMEMBERED:
        _REMEMBERED.clear()
        missing = list(keys)
    for part in _parts(missing):
        chosen = select(_TELLING.c.key, _TELLING.c.vector).where(_TELLING.c.key.in_(part))
        _REMEMBERED.update((key, vector) for key, vector in connection.execute(chosen) if vector is not None)
    return unpacked([_REMEMBERED[key] for key in keys])


def _insert(connection: Connection, table: Table, lines: Sequence[Mapping[str, Any]]) -> None:
    if lines:
        connection.execute(insert(table), lines)


def _parts(values: Sequence[str], size: int = _AT_ONCE) -> Iterator[Sequence[str]]:
    return (values[first : first + size] for first in range(0, len(values), size))
