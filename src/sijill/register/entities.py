"""Entities: the parties, persons, places, formats, texts and projects that rows name, each known once.

They are worked out from the rows that stand, the catalogue, and what people merged and split: nothing of
them is kept but the decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, FromClause, String, case, func, literal, select

from sijill.errors import RefusedRegister
from sijill.register import schema
from sijill.register.decisions import Decision, decisions, in_force, of_subjects
from sijill.register.naming import (
    EntityKind,
    Named,
    format_named,
    instrument_named,
    moved_id,
    parties_known,
    party_named,
    person_named,
    place_named,
    project_named,
    terms_of,
)

ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entity, and its source: "catalogue", or "register" with the number of rows that use it."""

    name: str
    source: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """An office held for a party: its years by the catalogue, or the first and last day rows know of it."""

    party: str
    office: str
    since: str | None
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that rows name, so many times (`rows`).

    `source` says whether it is in the "catalogue" or only in the "register"; offices are a person's.
    """

    id: str
    kind: EntityKind
    name: str
    source: str
    aliases: tuple[Alias, ...]
    offices: tuple[Office, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Rows that name something in the same words: how many, and between which days."""

    kind: EntityKind
    named: Named
    written: tuple[str, ...]
    rows: int
    first: date | None
    last: date | None
    party: str | None = None
    office: str | None = None
    row: str | None = None


@dataclass(slots=True)
class _Gathered:
    kind: EntityKind
    known: Named | None = None
    names: Counter[str] = field(default_factory=Counter)
    usual: Counter[str] = field(default_factory=Counter)
    held: dict[tuple[str, str], tuple[date | None, date | None]] = field(default_factory=dict)
    rows: int = 0


def entities(connection: Connection, kinds: Iterable[EntityKind]) -> list[Entity]:
    """The entities of these kinds, by kind and name."""
    taken = in_force(decisions(connection, of_subjects("entity")))
    gathered: dict[str, _Gathered] = {}
    for kind in kinds:
        for mention in mentions(connection, kind, _split_rows(taken)):
            id = resolved(mention, taken)
            _gather(gathered.setdefault(id, _Gathered(kind)), mention, id)
    found = [_entity(id, each) for id, each in gathered.items()]
    return sorted(found, key=lambda each: (each.kind, each.name, each.id))


def rows_naming(connection: Connection, id: str) -> list[str]:
    """The ids of the rows that name an entity, in order."""
    taken = in_force(decisions(connection, of_subjects("entity")))
    kind = _kind(id)
    every = mentions(connection, kind, None)
    return sorted({mention.row for mention in every if mention.row and resolved(mention, taken) == id})


def resolved(mention: Mention, taken: Sequence[Decision]) -> str:
    """The id of the entity that is meant, after all that holds of what people merged and split, in order."""
    id = mention.named.id
    for decision in taken:
        if decision.subject.id != id:
            continue
        if decision.kind == "merge":
            id = decision.value["into"]
        elif _concerns(decision.value, mention):
            id = decision.value["new"]
    return id


def decided(connection: Connection, decision: Decision) -> Decision:
    """A decision to merge or split an entity, as it is kept.

    merge takes `into`, the id of another entity of the kind; split takes `names` or `rows` (ids) that are
    somebody or something else, and is given their new id, `new`. Raises RefusedRegister where it cannot be.
    """
    id, value = decision.subject.id, decision.value
    there = {entity.id: entity for entity in entities(connection, [_kind(id)])}
    if id not in there:
        raise RefusedRegister(f"there is no entity {id}; sijill entities lists what there is")
    if decision.kind == "merge":
        into = value.get("into")
        if value.keys() != {"into"} or into not in there or into == id:
            raise RefusedRegister("an entity is merged into another of its kind (into=ID)")
        return decision
    names, rows = (_list(value.get(name)) for name in ("names", "rows"))
    if decision.kind != "split" or not value.keys() <= {"names", "rows"} or not (names or rows):
        raise RefusedRegister("an entity is merged into another (into=ID) or split (names=A,B or rows=ID,ID)")
    taken = in_force(decisions(connection, of_subjects("entity")))
    mine = [each for each in mentions(connection, _kind(id), rows) if resolved(each, taken) == id]
    wanted = {"names": names, "rows": rows}
    if not any(_concerns(wanted, each) for each in mine) or all(_concerns(wanted, each) for each in mine):
        raise RefusedRegister(f"{id}: some of its names or rows, and not all, must be what is split from it")
    value = {**wanted, "new": moved_id(id, names, rows)}
    return Decision(kind="split", subject=decision.subject, by=decision.by, note=decision.note, value=value)


def mentions(connection: Connection, kind: EntityKind, rows: Iterable[str] | None) -> Iterator[Mention]:
    """What rows name of a kind, counted together where nothing tells them apart.

    The rows of these ids are told apart; None tells all of them apart.
    """
    own = None if rows is None else list(rows)
    for columns, source, condition in _sources(kind):
        id = schema.row.c.id
        row = id if own is None else case((id.in_(own), id)) if own else literal(None, String)
        # By labels, for PostgreSQL does not see that an expression with values in it is one of these.
        chosen = [column.label(f"named_{name}") for name, column in columns.items()] + [row.label("one_row")]
        days = (func.min(schema.row.c.first_day), func.max(schema.row.c.last_day))
        statement = select(func.count(id.distinct()), *days, *chosen).select_from(source).where(condition)
        counted = statement.group_by(*(column.name for column in chosen))
        for count, first, last, *values, one in connection.execute(counted):
            yield _mention(kind, dict(zip(columns, values, strict=True)), (one, count, first, last))


def _mention(kind: EntityKind, line: Mapping[str, Any], seen: tuple[str | None, int, Any, Any]) -> Mention:
    row, count, first, last = seen
    rest = {"rows": count, "first": first, "last": last, "row": row}
    match kind:
        case "party" | "format":
            named = party_named(line["id"]) if kind == "party" else format_named(line["id"])
            return Mention(kind, named, (), **rest)
        case "place":
            return Mention(kind, place_named(line["city"], line["country"]), (line["city"],), **rest)
        case "instrument":
            named = instrument_named(line["kind"], line["quote"], line["document"])
            return Mention(kind, named, (line["quote"],), **rest)
        case "project":
            named = project_named(line["project"], line["kind"], line["quote"])
            return Mention(kind, named, (line["quote"],), **rest)
    written = tuple(filter(None, (line["person"], line["latin"])))
    named = person_named(line["person"] or line["latin"], line["latin"], line["party"] or "")
    return Mention(kind, named, written, party=line["party"], office=line["office"], **rest)


def _sources(
    kind: EntityKind,
) -> Iterator[tuple[Mapping[str, ColumnElement[Any]], FromClause, ColumnElement[bool]]]:
    """The columns that name something of a kind, where they stand, and which lines of them count."""
    row, meeting, act, sat = schema.row, schema.meeting, schema.act, schema.participant
    does, nothing = schema.act_party, literal(None, String)
    joined = {table: table.join(row, row.c.id == table.c.id) for table in (meeting, act, sat, does)}
    if kind == "party":
        yield {"id": does.c.party}, joined[does], does.c.party.is_not(None)
        yield {"id": sat.c.party}, joined[sat], sat.c.party.is_not(None)
    elif kind == "format":
        yield {"id": meeting.c.format}, joined[meeting], meeting.c.format.is_not(None)
    elif kind == "place":
        columns = {"city": meeting.c.city, "country": meeting.c.country}
        yield columns, joined[meeting], meeting.c.city.is_not(None)
    elif kind in ("instrument", "project"):
        table = schema.DETAILS[kind]
        more = {"document": row.c.document} if kind == "instrument" else {"project": table.c.project}
        columns = {"quote": row.c.quote, "kind": table.c.kind, **more}
        yield columns, table.join(row, row.c.id == table.c.id), row.c.id.is_not(None)
    else:
        named = {name: sat.c[name] for name in ("person", "latin", "party", "office")}
        yield named, joined[sat], sat.c.person.is_not(None) | sat.c.latin.is_not(None)
        first = joined[act].outerjoin(
            does, (does.c.id == act.c.id) & (does.c.part == "actors") & (does.c.number == 0)
        )
        said = {"person": act.c.speaker, "latin": act.c.speaker, "party": does.c.party, "office": nothing}
        yield said, first, act.c.speaker.is_not(None)
        led = {"person": meeting.c.chair, "latin": meeting.c.chair, "party": nothing, "office": nothing}
        yield (
            led,
            joined[meeting],
            meeting.c.chair.is_not(None) & meeting.c.chair.not_in(list(parties_known())),
        )


def _gather(gathered: _Gathered, mention: Mention, id: str) -> None:
    if mention.named.known and mention.named.id == id:
        gathered.known = mention.named
    gathered.rows += mention.rows
    gathered.usual[mention.named.name] += mention.rows
    for name in set(mention.written):
        gathered.names[name] += mention.rows
    if mention.party and mention.office:
        first, last = gathered.held.get((mention.party, mention.office), (None, None))
        gathered.held[mention.party, mention.office] = (
            min(filter(None, (first, mention.first)), default=None),
            max(filter(None, (last, mention.last)), default=None),
        )


def _entity(id: str, gathered: _Gathered) -> Entity:
    known = gathered.known.known if gathered.known else None
    usual = min(gathered.usual, key=lambda name: (-gathered.usual[name], name))
    name = known.name if known else usual
    listed = set(known.names) - {name} if known else set()
    aliases = [Alias(each, "catalogue", gathered.names[each]) for each in listed]
    aliases += [
        Alias(each, "register", count)
        for each, count in gathered.names.items()
        if each != name and each not in listed
    ]
    offices = [Office(*term, "catalogue") for term in terms_of(name)] if known else []
    offices += [
        Office(party, office, str(first) if first else None, str(last) if last else None, "register")
        for (party, office), (first, last) in sorted(gathered.held.items())
    ]
    return Entity(
        id,
        gathered.kind,
        name,
        "catalogue" if known else "register",
        tuple(sorted(aliases, key=lambda alias: (alias.source, alias.name))),
        tuple(offices) if gathered.kind == "person" else (),
        gathered.rows,
    )


def _concerns(value: Mapping[str, Any], mention: Mention) -> bool:
    return mention.row in value["rows"] or not set(mention.written).isdisjoint(value["names"])


def _split_rows(taken: Sequence[Decision]) -> list[str]:
    return sorted({row for each in taken if each.kind == "split" for row in each.value["rows"]})


def _list(value: object) -> list[str]:
    return sorted(map(str, value)) if isinstance(value, list | tuple) else [str(value)] if value else []


def _kind(id: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {kind: kind for kind in ENTITY_KINDS}
    found = kinds.get(([*id.split("-"), ""])[1])
    if found is None:
        raise RefusedRegister(f"there is no entity {id}; sijill entities lists what there is")
    return found
