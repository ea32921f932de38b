"""What the words of an act say of its undertaking: numbers, days, places, parties, projects, denial."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from sijill.catalogue.parties import is_region, parties
from sijill.catalogue.projects import projects
from sijill.languages.pack import entries
from sijill.mentions import numbers
from sijill.mentions.find import find_mentions
from sijill.mentions.lexicon import Lexicon
from sijill.passages.split import split
from sijill.records import Act, Document, Language, Mention, Passage, Word
from sijill.register.days import days
from sijill.register.matters import matters

Outcome = Literal["settled", "done", "begun", "dropped"]

# "On Tuesday", so near to the report, tells when something was said, not when it is to be done.
_SAID = timedelta(days=7)
# Bare numbers like these are years.
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_CURRENCY_LETTERS = 3
# Of these, several may stand in one act: what was given up counts before what is under way.
_OUTCOMES: tuple[Outcome, ...] = ("dropped", "begun", "done", "settled")

Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Content:
    """An act by its fields, and what its words say, once for all acts that say it.

    `dates` are the days of publication. Only of what is settled (signed, adopted) does the day tell it apart:
    the same words a year later, without a project, amount or time, are of another text.
    `amounts` are numbers, money with its currency, all others with "", `times` the days, months
    and years that the words set, `named` the states and movements that they name beside the actors, `denied`
    whether they say "not" (and not twice), `outcome` what they tell of how it went, `matters` what they are
    about. `format` is that of the act's meeting.
    """

    type: str
    actors: frozenset[str]
    format: str | None
    topics: frozenset[str]
    language: Language
    dates: frozenset[date]
    quote: str
    amounts: frozenset[tuple[str, float]] = frozenset()
    times: frozenset[Window] = frozenset()
    deadline: str | None = None
    places: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()
    ordinals: frozenset[int] = frozenset()
    denied: bool = False
    outcome: Outcome | None = None
    matters: frozenset[str] = frozenset()
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        plain = content_to_json(self)
        # What the words name is no more than the words.
        del plain["matters"]
        if self.outcome != "settled" or self.projects or self.amounts or self.times:
            del plain["dates"]
        hashed = hashlib.sha256(json.dumps(plain).encode()).hexdigest()
        object.__setattr__(self, "key", hashed[:24])


_FIELDS = tuple(each.name for each in fields(Content) if each.init)
_SETS = ("actors", "topics", "places", "named", "projects", "ordinals", "matters")


def content_to_json(content: Content) -> dict[str, Any]:
    """The content as plain values, always in one order."""
    plain: dict[str, Any] = {}
    for name in _FIELDS:
        value = getattr(content, name)
        plain[name] = sorted(value) if isinstance(value, frozenset) else value
    plain["times"] = [[day.isoformat() for day in window] for window in sorted(content.times)]
    plain["dates"] = [day.isoformat() for day in sorted(content.dates)]
    return plain


def content_from_json(plain: Mapping[str, Any]) -> Content:
    """The content that `content_to_json` wrote."""
    values: dict[str, Any] = {
        name: frozenset(value) if name in _SETS else value for name, value in plain.items()
    }
    values["amounts"] = frozenset((unit, float(value)) for unit, value in plain["amounts"])
    values["times"] = frozenset(
        (date.fromisoformat(first), date.fromisoformat(last)) for first, last in plain["times"]
    )
    values["dates"] = frozenset(map(date.fromisoformat, plain["dates"]))
    return Content(**values)


def contents(document: Document, acts: Sequence[tuple[Act, str | None]]) -> list[Content]:
    """The contents of a document's acts, each given with the format of its meeting, in their order."""
    if not acts:
        return []
    passages, _ = split(document)
    mentions = find_mentions(document, passages)
    return [
        _content(document, passages, mentions.within(act.start, act.end), act, format) for act, format in acts
    ]


def _content(
    document: Document, passages: Sequence[Passage], inside: Sequence[Mention], act: Act, format: str | None
) -> Content:
    found: list[tuple[Language, list[Word]]] = []
    for passage in passages:
        words = [word for word in passage.words if act.start <= word.start and word.end <= act.end]
        if words:
            found.append((passage.language, words))
    kinds = [kind for language, words in found for kind in _kinds(words, language)]
    told = [each for language, words in found for each in _numbers(words, language, inside)]
    cardinals = [number.value for kind, number in told if kind == "cardinal"]
    named = {party for each in inside if each.kind == "party" for party in each.parties}
    named |= {*act.addressees, *act.about}
    return Content(
        type=act.type,
        actors=frozenset(act.actors),
        format=format,
        topics=frozenset(act.topics),
        language=found[0][0] if found else document.language or "en",
        dates=frozenset([document.published] if document.published else []),
        quote=act.quote,
        amounts=frozenset(
            [(_money(each.unit), each.value or 0.0) for each in inside if each.kind == "amount"]
            + [("", number) for number in cardinals if not _is_year(number)]
        ),
        times=frozenset([*_times(document, inside), *map(_year, filter(_is_year, cardinals))]),
        deadline=act.deadline,
        places=frozenset(each.name for each in inside if each.kind == "place" and each.name),
        named=frozenset(party for party in named - {*act.actors} if _is_somebody(party)),
        projects=frozenset(match for language, words in found for match in _projects(words, language)),
        ordinals=frozenset(int(number.value) for kind, number in told if kind == "ordinal"),
        denied=kinds.count("denial") % 2 == 1,
        outcome=next((kind for kind in _OUTCOMES if kind in kinds and _may_tell(act.type, kind)), None),
        matters=frozenset(matter for language, words in found for matter in matters(words, language)),
    )


def _numbers(
    words: Sequence[Word], language: Language, inside: Iterable[Mention]
) -> Iterator[tuple[str, numbers.Number]]:
    """Cardinals and ordinals that are no part of a date, an amount or a name; "one" and "two" say little."""
    taken = {word.start for each in inside for word in words if each.start <= word.start < each.end}
    parts, conjunction, reached = numbers.parts(words, language), numbers.conjunction(language), 0
    for at in sorted(parts):
        if at < reached or words[at].start in taken:
            continue
        kind = "ordinal" if parts[at].kind == "ordinal" else "cardinal"
        number = numbers.ordinal(parts, at) or numbers.cardinal(parts, words, at, conjunction)
        if number is not None:
            reached = number.last
            if number.value > 2 or kind == "ordinal" or words[at].folded[-1].isdigit():
                yield kind, number


def _times(document: Document, inside: Iterable[Mention]) -> Iterator[Window]:
    published = document.published
    for each in (each for each in inside if each.kind == "date"):
        first, last = days(each.start_date), days(each.end_date)
        if first is None:
            continue
        window = first[0], max(first[1], (last or first)[1])
        said = published is not None and published - _SAID <= window[0] == window[1] <= published
        if not said or any(letter.isdigit() for letter in document.text[each.start : each.end]):
            yield window


def _money(unit: str | None) -> str:
    """The currency; units of other things are written too variously to be compared."""
    return unit if unit and len(unit) == _CURRENCY_LETTERS and unit.isupper() else ""


def _is_year(number: float) -> bool:
    return number.is_integer() and _FIRST_YEAR <= number <= _LAST_YEAR


def _year(number: float) -> Window:
    return date(int(number), 1, 1), date(int(number), 12, 31)


def _may_tell(type_: str, outcome: Outcome) -> bool:
    """Whether an act of this type can tell it: who promises reports nothing, who decides settles."""
    return type_ == "decide" if outcome == "settled" else type_ not in ("commit", "propose", "urge", "oppose")


def _is_somebody(party: str) -> bool:
    known = parties().get(party)
    return not is_region(party) and (known is None or known.kind in ("state", "movement", "group"))


def _kinds(words: Sequence[Word], language: Language) -> Iterator[str]:
    return (match.value for match in _outcomes(language).matches(words))


@cache
def _outcomes(language: Language) -> Lexicon[str]:
    found = entries(language, "outcomes")
    return Lexicon.of((word, entry.text("kind")) for entry in found for word in entry.words)


def _projects(words: Sequence[Word], language: Language) -> Iterator[str]:
    return (match.value for match in _known(language).matches(words))


@cache
def _known(language: Language) -> Lexicon[str]:
    return Lexicon.of((name, one.id) for one in projects() for name in one.names(language))
