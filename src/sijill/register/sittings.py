"""Which meeting rows, of whatever documents and languages, tell one sitting, and why.

A row that says too little to be certain (only a year, no level) goes with the one sitting that it fits;
where it fits several that contradict each other, it stays alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from sijill.catalogue.parties import parties
from sijill.catalogue.places import places
from sijill.records import Meeting
from sijill.register.clusters import Cluster, Edge, Join, clusters, named
from sijill.register.days import days
from sijill.register.rows import Found

# A held meeting without a date was held at most so many days before its report.
_NEWS = timedelta(days=10)
# Outlets differ by a day or so about one meeting: by so many days where place or number say it is one.
_SLACK_BY_PLACE, _SLACK_BY_ORDINAL = timedelta(days=1), timedelta(days=3)
# A sitting is announced and recalled within these times.
_AHEAD, _BACK = timedelta(days=900), timedelta(days=3650)
# Of two lists of those who sat, the shorter holds at least this part of the longer.
_SHARE = 0.6

T = TypeVar("T", bound=Hashable)
Exact = Literal["day", "month", "year", "report"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a meeting row says of its sitting.

    `first` and `last` bound the day, as exactly as `exact` says ("report": by the day of the report);
    all three are None where the row says nothing. `published` is kept only then.
    """

    format: str | None
    level: str
    ordinal: int | None
    first: date | None
    last: date | None
    exact: Exact | None
    city: str | None
    country: str | None
    parties: frozenset[str]
    when: Literal["held", "earlier", "planned"]
    published: date | None
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        told = (self.format, self.first, self.last, self.exact, self.level, self.ordinal, self.city)
        rest = (self.country, sorted(self.parties), self.when, self.published)
        object.__setattr__(self, "key", repr((*map(str, told), *map(str, rest))))

    @property
    def is_dated(self) -> bool:
        """Whether it has a date or a number, by which it can be joined to others."""
        return self.first is not None or self.ordinal is not None


_FIELDS = tuple(each.name for each in fields(Telling) if each.init)
_DAYS = ("first", "last", "published")


class Reason(NamedTuple):
    """Why two rows are of one sitting."""

    row: str
    joined_to: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as its rows tell it together; the fields are what most of the most exact rows say."""

    id: str
    rows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    told: Telling


def telling(row: Meeting, published: date | None) -> Telling:
    """What a row says, with the day of its document's publication."""
    when: Literal["held", "earlier", "planned"] = (
        "planned" if row.planned else "earlier" if row.earlier else "held"
    )
    first, last, exact = _window(row, published if when == "held" else None)
    city = _usual_city(row.city)
    return Telling(
        format=row.format,
        level=row.level,
        ordinal=row.ordinal,
        first=first,
        last=last,
        exact=exact,
        city=city,
        country=row.country or _country_of(city),
        parties=frozenset(each.party for each in row.participants),
        when=when,
        published=published if first is None else None,
    )


def telling_to_json(told: Telling) -> dict[str, Any]:
    """The telling as plain values, always in one order."""
    plain = {name: getattr(told, name) for name in _FIELDS}
    plain["parties"] = sorted(told.parties)
    for name in _DAYS:
        plain[name] = plain[name] and plain[name].isoformat()
    return plain


def telling_from_json(plain: Mapping[str, Any]) -> Telling:
    """The telling that `telling_to_json` wrote."""
    times = {name: date.fromisoformat(plain[name]) if plain[name] else None for name in _DAYS}
    return Telling(**{**plain, "parties": frozenset(plain["parties"]), **times})


def sittings(rows: Iterable[Found]) -> list[Sitting]:
    """The sittings that meeting rows tell, in order of time."""
    ids: defaultdict[Telling, list[str]] = defaultdict(list)
    for found in rows:
        if isinstance(found.row, Meeting):
            ids[telling(found.row, found.document.published)].append(found.id)
    found_clusters = clusters([told for told in ids if told.is_dated], SameSitting())
    return with_vague(found_clusters, [told for told in ids if not told.is_dated], ids)


def with_vague(
    dated: Sequence[Cluster[Telling]], vague: Iterable[Telling], ids: Mapping[Telling, Sequence[str]]
) -> list[Sitting]:
    """The sittings of tellings with a date or number, and of those without, in order of time.

    `ids` are the rows that say one and the same.
    """
    solid = [_consensus(cluster.items) for cluster in dated]
    by_format: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, told in enumerate(solid):
        by_format[told.format].append(number)
    groups = [(list(cluster.items), list(cluster.edges)) for cluster in dated]
    rest: list[Telling] = []
    for told in sorted(vague, key=lambda told: told.key):
        fits = [number for number in by_format[told.format] if _fits(told, solid[number])]
        if len(fits) == 1:
            items, edges = groups[fits[0]]
            join = Join(0, False, "the only one in reach at this place")
            edges.append(Edge(items[0].key, told.key, join))
            items.append(told)
        else:
            rest.append(told)
    groups += [(list(cluster.items), list(cluster.edges)) for cluster in clusters(rest, SameVague())]
    made = [_sitting(items, edges, ids) for items, edges in groups]
    return sorted(made, key=lambda sitting: (sitting.told.first or date.max, sitting.id))


class SameSitting:
    """Judges tellings that have a date or a number."""

    def blocks(self, item: Telling) -> Iterator[Hashable]:
        """Format with number; format with month; for talks without a format, who or where, with month."""
        if item.format and item.ordinal is not None:
            yield item.format, item.ordinal
        if item.first is None or item.last is None:
            return
        months = set(_months(item.first - _SLACK_BY_PLACE, item.last + _SLACK_BY_PLACE))
        if item.format:
            yield from ((item.format, month) for month in months)
        elif item.exact != "year":
            yield from ((party, month) for party in item.parties for month in months)
        else:
            yield from ((item.country, item.parties, year) for year in (item.first.year,))
        if item.exact == "day" and item.last - item.first <= _NEWS and (item.format or len(item.parties) > 2):
            yield from (("day", day) for day in (item.first, item.last))

    def apart(self, one: Telling, other: Telling) -> bool:
        """Another format, number, level, place or time, or other parties."""
        if one.format != other.format and one.format and other.format:
            return True
        if one.format == other.format and _differ(one.ordinal, other.ordinal):
            return True
        if one.level != other.level and "other" not in (one.level, other.level):
            return True
        if _differ(one.city, other.city) or _differ(one.country, other.country):
            return True
        return not _meet_in_time(one, other) or not _same_parties(one, other)

    def join(self, one: Telling, other: Telling) -> Join | None:
        """Number, day or place beside the format (or the parties) make a firm join."""
        if self.apart(one, other):
            return None
        days_meet = one.exact == other.exact == "day"
        place = one.city is not None and one.city == other.city
        number = one.ordinal is not None and one.ordinal == other.ordinal
        level = one.level == other.level
        if one.format != other.format:
            enough = days_meet and (place or (one.country is not None and one.country == other.country))
            firm = enough and level
        elif one.format is None:
            enough = (days_meet and level) or place
            firm = days_meet and level
        else:
            enough, firm = True, level and (number or days_meet or place)
        if not enough:
            return None
        said = [
            (4.0, number, f"number {one.ordinal}"),
            (3.0, days_meet, "the same days"),
            (2.0, place, f"in {one.city}"),
            (1.0, level, f"level {one.level}"),
            (0.5, not days_meet and one.first is not None and other.first is not None, "times that meet"),
            (0.5, one.format == other.format and one.format is not None, f"format {one.format}"),
            (0.25, bool(one.parties & other.parties), "shared parties"),
        ]
        strength = sum(weight for weight, holds, _ in said if holds)
        return Join(strength, firm, ", ".join(reason for _, holds, reason in said if holds))


class SameVague:
    """Judges tellings without date or number: announced or recalled alike at about the same time."""

    def blocks(self, item: Telling) -> Iterator[Hashable]:
        """What they must share, with the years around their report."""
        if item.published is not None and item.city is not None:
            years = {(item.published - _NEWS * 10).year, (item.published + _NEWS * 10).year}
            said = (item.format, item.level, item.city, item.when)
            yield from ((*said, None if item.format else item.parties, year) for year in years)

    def apart(self, one: Telling, other: Telling) -> bool:
        """Reported far from each other."""
        if one.published is None or other.published is None:
            return True
        return abs(one.published - other.published) > _NEWS * 10

    def join(self, one: Telling, other: Telling) -> Join | None:
        """Format (or parties), level and place are alike already."""
        if self.apart(one, other):
            return None
        return Join(1.0, True, f"{one.when} alike, in {one.city}, reported at about the same time")


def _window(row: Meeting, reported: date | None) -> tuple[date | None, date | None, Exact | None]:
    first, last = days(row.start_date), days(row.end_date)
    if first is None:
        return (reported - _NEWS, reported, "report") if reported else (None, None, None)
    exact: tuple[Exact, ...] = ("year", "month", "day")
    return first[0], max(first[1], (last or first)[1]), exact[(row.start_date or "").count("-")]


def _meet_in_time(one: Telling, other: Telling) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    gap = max(one.first, other.first) - min(one.last, other.last)
    if "year" in (one.exact, other.exact) or "month" in (one.exact, other.exact):
        return gap <= timedelta()
    number = one.ordinal is not None and one.ordinal == other.ordinal
    place = one.city is not None and one.city == other.city
    return gap <= (_SLACK_BY_ORDINAL if number else _SLACK_BY_PLACE if place else timedelta())


def _same_parties(one: Telling, other: Telling) -> bool:
    """Whether the lists of those who sat can be of one sitting; that of a format need not be complete."""
    if one.format and other.format:
        return True
    first, second = _sat(one), _sat(other)
    if not first or not second:
        return False
    shared = len(first & second)
    if one.format or other.format:
        return len(first) > 2 and len(second) > 2 and shared >= _SHARE * max(len(first), len(second))
    return shared == min(len(first), len(second)) and shared >= _SHARE * max(len(first), len(second))


def _sat(told: Telling) -> frozenset[str]:
    known = parties().get(told.format or "")
    return told.parties if len(told.parties) > 2 or known is None else frozenset(known.members)


def _fits(told: Telling, sitting: Telling) -> bool:
    if told.format is None or (told.city is None and told.country is None):
        return False
    if sitting.first is None or sitting.last is None:
        return False
    placed = sitting.city == told.city if told.city else sitting.country == told.country
    levels = {told.level, sitting.level}
    if not placed or (len(levels) > 1 and "other" not in levels):
        return False
    if told.published is None:
        return True
    if told.when == "planned":
        return told.published <= sitting.last <= told.published + _AHEAD
    return told.published - _BACK <= sitting.first <= told.published


def _sitting(
    items: Sequence[Telling], edges: Sequence[Edge], ids: Mapping[Telling, Sequence[str]]
) -> Sitting:
    rows = {told.key: sorted(ids[told]) for told in items}
    alike = [Reason(id, same[0], "says the same") for same in rows.values() for id in same[1:]]
    joined = [Reason(rows[edge.other][0], rows[edge.one][0], edge.join.reason) for edge in edges]
    return Sitting(
        id=named("sitting", items[0].key),
        rows=tuple(sorted(id for same in rows.values() for id in same)),
        reasons=tuple(sorted(alike + joined)),
        told=_consensus(items),
    )


def _consensus(items: Sequence[Telling]) -> Telling:
    """What most tellings say, of the time those that say it most exactly."""
    finest = max(map(_exactness, items))
    first, last, exact = _most(
        (told.first, told.last, told.exact) for told in items if _exactness(told) == finest
    ) or (None, None, None)
    return Telling(
        format=_most(told.format for told in items if told.format),
        level=_most(told.level for told in items if told.level != "other") or "other",
        ordinal=_most(told.ordinal for told in items if told.ordinal is not None),
        first=first,
        last=last,
        exact=exact,
        city=_most(told.city for told in items if told.city),
        country=_most(told.country for told in items if told.country),
        parties=frozenset(party for told in items for party in told.parties),
        when="held" if any(told.when != "planned" for told in items) else "planned",
        published=None,
    )


def _exactness(told: Telling) -> tuple[int, bool]:
    rank = {"day": 3, "month": 2, "report": 1, "year": 1, None: 0}
    return rank[told.exact], told.when != "planned"


def _most(values: Iterable[T]) -> T | None:
    """The value that comes most often; of several, the first in the order of how they are written."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], repr(value)), default=None)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month, last.year * 12 + last.month + 1):
        yield (number - 1) // 12, (number - 1) % 12 + 1


def _usual_city(city: str | None) -> str | None:
    """A city by today's English name, so that one renamed is one."""
    return city and (_cities().get(city.casefold(), (city, None))[0])


def _country_of(city: str | None) -> str | None:
    return _cities()[city.casefold()][1] if city and city.casefold() in _cities() else None


@cache
def _cities() -> dict[str, tuple[str, str]]:
    """Today's name and the country, by every English name: of namesakes the greater city."""
    found: dict[str, tuple[str, str]] = {}
    for place in places():
        for name in (place.name, *place.en, *place.former):
            found.setdefault(name.casefold(), (place.name, place.country))
    return found
