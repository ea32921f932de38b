"""The records of the register: what a text is cut into and what a reading takes from it. No behaviour.

Offsets are Unicode code points into `Document.text` exactly as given, and for every row
`quote == text[start:end]`. Field names and their values are those of the codebook
(`codebook/reading.schema.json`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Language = Literal["ar", "en", "ru"]
ActType = Literal["commit", "decide", "propose", "urge", "support", "oppose", "concern", "praise", "state"]
Level = Literal["summit", "ministers", "officials", "other"]
Role = Literal["member", "guest"]
MentionKind = Literal["party", "person", "office", "place", "date", "amount"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: `start` is the first code point, `end` the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was given, with what is known of it from outside. `sha256` is of the text in UTF-8."""

    source: str
    text: str
    sha256: str
    published: date | None = None
    publisher: str | None = None
    language: Language | None = None


class Word(NamedTuple):
    """One word, number or mark of punctuation; `folded` is what matching sees (see `passages/folding.py`)."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or headline that is to be read, in order of the text, with its words."""

    start: int
    end: int
    language: Language
    kind: Literal["headline", "body"]
    paragraph: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was seen and not recorded, and why (furniture, repeat, other language …)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, office, place, date or amount found in the text, with what it resolves to.

    party   `parties`: ids of the codebook (`("KZ",)`, `("csto",)`, `("c5",)`); `form` says how it is
            named: "name", "nisba" (adjective), "capital", "institution" (its ministry, army, agency),
            "group" (a phrase such as "all parties": `parties` empty, to be resolved by its context; `name`
            says how many they are, "two" or "many")
    person  `name` as written, `latin` its usual Latin spelling, `parties`, `office`
    office  an office without a name ("the Kazakh president"): `parties`, `office`
    place   `name` in English, `country`
    date    `start_date`, `end_date`: ISO dates, months or years, never more exact than the words
    amount  `value`, `unit` (ISO 4217, "percent" or a unit)
    """

    start: int
    end: int
    kind: MentionKind
    parties: tuple[str, ...] = ()
    form: str | None = None
    name: str | None = None
    latin: str | None = None
    office: str | None = None
    country: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    value: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who sat in a meeting: a party; for a person the name as written, its Latin spelling, the office."""

    party: str
    person: str | None = None
    latin: str | None = None
    office: str | None = None
    role: Role = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows of a reading share: their words, and which reader took them how surely (0 to 1)."""

    start: int
    end: int
    quote: str
    reader: str = "rules"
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Row):
    """One sitting of parties; `format` is None for a visit or talks, dates stop where the words do."""

    format: str | None
    level: Level
    ordinal: int | None = None
    start_date: str | None = None
    end_date: str | None = None
    city: str | None = None
    country: str | None = None
    chair: str | None = None
    earlier: bool = False
    planned: bool = False
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Row):
    """What somebody is reported to have said, promised, asked or decided.

    `meeting` is an index into `Reading.meetings`; `speaker` a Latin name.
    """

    type: ActType
    actors: tuple[str, ...]
    speaker: str | None = None
    addressees: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    deadline: str | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Row):
    """A text of the parties; `meeting` is an index into `Reading.meetings`."""

    kind: str
    status: str
    meeting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Row):
    """An undertaking with a name or with named ends; `id` where the catalogue knows it."""

    kind: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Row):
    """A quantity to be reached or a sum pledged, in `unit` (ISO 4217 or a unit), `by` a date."""

    value: float
    unit: str
    measure: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the register takes from one document, and what it saw and left out."""

    document: Document
    language: Language
    meetings: tuple[Meeting, ...] = ()
    acts: tuple[Act, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    projects: tuple[Project, ...] = ()
    targets: tuple[Target, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=())
