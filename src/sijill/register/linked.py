"""What is linked, read back: the sittings that meeting rows tell, the threads that acts make."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from sijill.register import schema
from sijill.register.clusters import Cluster, Edge, Join
from sijill.register.contents import Content, content_from_json
from sijill.register.rows import Found, found_rows
from sijill.register.sittings import Sitting, Telling, telling_from_json, with_vague

_TELLING, _TOLD_BY, _JOINED = schema.telling, schema.told_by, schema.joined


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a thread, and what its words say."""

    found: Found
    content: Content

    @property
    def day(self) -> date | None:
        """When it was said: on the day of its document, else of its meeting."""
        return self.found.document.published or self.found.first_day


@dataclass(frozen=True, slots=True)
class Thread:
    """Acts about one undertaking in order of time, and why each pair was joined: row, row, reason."""

    id: str
    steps: tuple[Step, ...]
    reasons: tuple[tuple[str, str, str], ...]


def sittings_kept(connection: Connection) -> list[Sitting]:
    """All sittings as they were last linked, in order of time."""
    ids: defaultdict[Telling, list[str]] = defaultdict(list)
    clusters: defaultdict[str, list[Telling]] = defaultdict(list)
    vague: set[Telling] = set()
    chosen = select(_TELLING.c.told, _TELLING.c.link, _TOLD_BY.c.row).join(_TOLD_BY)
    for told, link, row in connection.execute(chosen.where(_TELLING.c.kind == "meeting")):
        telling = telling_from_json(json.loads(told))
        if telling not in ids:
            (clusters[link].append if telling.is_dated else vague.add)(telling)
        ids[telling].append(row)
    edges = _edges(connection, clusters)
    made = [
        Cluster(tuple(sorted(items, key=lambda item: item.key)), tuple(edges[link]))
        for link, items in sorted(clusters.items())
    ]
    return with_vague(made, vague, ids)


def threads_kept(connection: Connection, ids: Iterable[str] | None = None) -> list[Thread]:
    """All threads as they were last linked, or those of these ids, by the day of their first act."""
    chosen = select(_TELLING.c.told, _TELLING.c.link, _TELLING.c.key, _TOLD_BY.c.row).join(_TOLD_BY)
    chosen = chosen.where(_TELLING.c.kind == "act")
    if ids is not None:
        chosen = chosen.where(_TELLING.c.link.in_(list(ids)))
    lines = connection.execute(chosen.order_by(_TOLD_BY.c.row)).all()
    found = {one.id: one for one in found_rows(connection, [line.row for line in lines])}
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    first: dict[str, str] = {}
    for line in lines:
        steps[line.link].append(Step(found[line.row], content_from_json(json.loads(line.told))))
        first.setdefault(line.key, line.row)
    edges = _edges(connection, steps)
    threads = [
        Thread(
            link,
            tuple(sorted(own, key=_order)),
            tuple((first[edge.one], first[edge.other], edge.join.reason) for edge in edges[link]),
        )
        for link, own in steps.items()
    ]
    return sorted(threads, key=lambda thread: (_order(thread.steps[0]), thread.id))


def thread_of(connection: Connection, id: str) -> Thread | None:
    """The thread of that id, or the one that the act of that id is in."""
    own = select(_TELLING.c.link).join(_TOLD_BY).where(_TOLD_BY.c.row == id, _TELLING.c.kind == "act")
    found = threads_kept(connection, [connection.scalar(own) or id])
    return found[0] if found else None


def _order(step: Step) -> tuple[date, str, int, str]:
    found = step.found
    return step.day or date.max, found.document.source, found.row.start, found.id


def _edges(connection: Connection, links: Iterable[str]) -> defaultdict[str, list[Edge]]:
    wanted, edges = set(links), defaultdict[str, list[Edge]](list)
    order = (_JOINED.c.strength.desc(), _JOINED.c.one, _JOINED.c.other)
    for line in connection.execute(select(_JOINED).order_by(*order)):
        if line.link in wanted:
            join = Join(line.strength, line.firm, line.reason)
            edges[line.link].append(Edge(line.one, line.other, join))
    return edges
