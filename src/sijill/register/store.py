"""The register: readings go in, rows beside their words come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, insert, or_, select, update

from sijill.errors import RefusedInput, RefusedRegister
from sijill.passages.split import split
from sijill.records import Document, Reading
from sijill.register import schema
from sijill.register.codings import Coding, codings_of, keep_coding
from sijill.register.days import days
from sijill.register.decisions import Decision, Subject, decisions, keep, of_subjects
from sijill.register.engine import open_engine, refusing, shown, writing
from sijill.register.entities import ENTITY_KINDS, Entity, entities, rows_naming
from sijill.register.identity import digest, provenance, reader_of
from sijill.register.keeping import keep_reading, load_document, remove_reading, stand_anew, to_be_linked
from sijill.register.linked import Thread, sittings_kept, thread_of, threads_kept
from sijill.register.naming import EntityKind
from sijill.register.review import complete
from sijill.register.rows import Found, document_of, find_row, found_rows, words_of
from sijill.register.search import Query, ids_of
from sijill.register.sittings import Sitting
from sijill.register.texts import FoundText, found_texts, keep_text
from sijill.register.wording import Wording


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a reading changed: is the document new, which rows came, how many went."""

    document: str
    new_document: bool
    new_rows: tuple[str, ...]
    gone_rows: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A row, and the words of its sentence before and after its quote."""

    found: Found
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that the register keeps: the language it was read in, and how many rows of each kind."""

    document: Document
    language: str | None
    rows: Mapping[str, int]


class Register:
    """A register in a file, by its path, or in PostgreSQL, by its URL; a context manager.

    `create=False` refuses where there is none yet. Every method raises RefusedRegister where the
    register is damaged, locked or cannot be written to.
    """

    def __init__(self, place: str | Path, create: bool = True) -> None:
        self._place = shown(place)
        self._engine = open_engine(place, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; the register is of no use afterwards."""
        self._engine.dispose()

    def add(self, reading: Reading) -> Added:
        """Keep a reading: all of it or nothing. The same reading again changes nothing.

        A document is known by its text; a later reading of it by the same reader takes the place of
        the earlier, unless it is by the same version and was made without the date of publication
        that the register knows. Raises RefusedRegister where a row does not quote the text.
        """
        dated = reading.document.published is not None
        with refusing(self._place), writing(self._engine) as connection:
            document, new_document = _keep_document(connection, reading.document)
            reading = replace(reading, document=document)
            if not _is_news(connection, reading, dated):
                return Added(document.sha256, new_document, (), 0)
            old = remove_reading(connection, document.sha256, reader_of(reading))
            now = keep_reading(connection, reading)
        return Added(
            document.sha256, new_document, tuple(id for id in now if id not in old), len(old - set(now))
        )

    def decide(self, decision: Decision) -> Decision:
        """Keep what somebody decided, and have the rows stand accordingly; gives it with its id and time.

        Raises RefusedRegister where there is no such subject, or it cannot be decided on like that.
        """
        with refusing(self._place), writing(self._engine) as connection:
            kept = keep(connection, complete(connection, decision))
            if kept.document is not None:
                stand_anew(connection, kept.document)
        return kept

    def history(self, subject: Subject | None = None) -> list[Decision]:
        """Every decision (on that subject) in order of time, those that were undone too."""
        conditions = () if subject is None else (of_subjects(subject.kind, [subject.id]),)
        with refusing(self._place), self._engine.connect() as connection:
            return decisions(connection, *conditions)

    def code(self, reading: Reading, by: str) -> Coding:
        """Keep a person's own reading of a document, apart from all others and from what is found.

        Raises RefusedRegister where a row does not quote the text.
        """
        with refusing(self._place), writing(self._engine) as connection:
            document, _ = _keep_document(connection, reading.document)
            return keep_coding(connection, replace(reading, document=document), by)

    def codings(self, document: str, by: str | None = None) -> list[Coding]:
        """Each person's last coding of a document, by its hash; whoever codes is shown no other's: `by`."""
        with refusing(self._place), self._engine.connect() as connection:
            return codings_of(connection, load_document(connection, document), by)

    def entities(self, kinds: Sequence[EntityKind] = ENTITY_KINDS) -> list[Entity]:
        """Who and what the rows name, each once with its aliases, by kind and name."""
        with refusing(self._place), self._engine.connect() as connection:
            return entities(connection, kinds)

    def naming(self, entity: str) -> list[Found]:
        """The rows that name an entity, by its id. Raises RefusedRegister where an id is of no entity."""
        with refusing(self._place), self._engine.connect() as connection:
            return found_rows(connection, rows_naming(connection, entity))

    def coded_documents(self) -> list[list[Coding]]:
        """Each person's last coding, for every document that anybody coded."""
        with refusing(self._place), self._engine.connect() as connection:
            documents = connection.scalars(select(schema.coding.c.document).distinct()).all()
            return [codings_of(connection, load_document(connection, each)) for each in sorted(documents)]

    def link(self, anew: bool = False) -> int:
        """Work out which rows tell one meeting, which acts one undertaking; how many documents were new.

        Only what has changed since is looked at, unless all is to be done `anew`.
        """
        if not anew and not self._waiting():
            return 0
        # It needs numpy, and vectors their model: whoever only looks something up does not wait for them.
        from sijill.register.links import link, relink

        with refusing(self._place), writing(self._engine) as connection:
            return relink(connection) if anew else link(connection)

    def _waiting(self) -> bool:
        with refusing(self._place), self._engine.connect() as connection:
            return connection.scalar(select(schema.unlinked.c.document).limit(1)) is not None

    def sittings(self) -> list[Sitting]:
        """The meetings that rows of all documents tell, in order of time, those without a date last."""
        self.link()
        with refusing(self._place), self._engine.connect() as connection:
            return sittings_kept(connection)

    def threads(self) -> list[Thread]:
        """All undertakings with their acts, in order of time."""
        self.link()
        with refusing(self._place), self._engine.connect() as connection:
            return threads_kept(connection)

    def thread(self, id: str) -> Thread:
        """The thread of that id, or that the act of that id is in. Raises RefusedRegister where none is."""
        self.link()
        with refusing(self._place), self._engine.connect() as connection:
            found = thread_of(connection, id)
        if found is None:
            raise RefusedRegister(f"{self._place}: has no thread {id}; sijill due lists what is promised")
        return found

    def changed(self, thread: Thread) -> list[tuple[str, str]]:
        """Threads of the same format that differ from this one in one field, each with the field."""
        from sijill.register.links import changed

        with refusing(self._place), self._engine.connect() as connection:
            return changed(connection, thread.id)

    def find(self, query: Query) -> list[Found]:
        """The rows asked for, in order of time; of one document, in order of the text."""
        if query.like is not None:
            return self._find_like(query)
        wording = Wording.of(query.text or "")
        exact = not wording.phrases and query.order == "time"
        asked = query if exact else replace(query, limit=None, offset=0)
        with refusing(self._place), self._engine.connect() as connection:
            found = found_rows(connection, connection.scalars(ids_of(asked, self._engine.dialect.name)).all())
        if exact:
            return found
        found = [each for each in found if wording.holds(words_of(each.row))]
        if query.order == "nearness":
            found.sort(key=lambda each: wording.nearness(words_of(each.row)))
        return found[query.offset :][: query.limit]

    def _find_like(self, query: Query) -> list[Found]:
        # The model of meanings takes a second to load: whoever asks for words does not wait for it.
        from sijill.register.meaning import nearest

        with refusing(self._place), writing(self._engine) as connection:
            return found_rows(connection, nearest(connection, query))

    def find_texts(self, query: Query) -> list[FoundText]:
        """The documents whose text holds the words asked for, those first in which they stand the nearest."""
        with refusing(self._place), self._engine.connect() as connection:
            return list(found_texts(connection, query))

    def show(self, id: str) -> Shown:
        """One row with the sentence it stands in. Raises RefusedRegister where there is no such row."""
        with refusing(self._place), self._engine.connect() as connection:
            found = find_row(connection, id)
        if found is None:
            raise RefusedRegister(f"{self._place}: has no row {id}; sijill find lists what there is")
        start, end = _sentence(found)
        text, row = found.document.text, found.row
        return Shown(found, text[start : row.start], text[row.end : end])

    def meetings(self) -> list[Found]:
        """All meetings in order of time, those without a date last."""
        row, document = schema.row, schema.document
        order = (row.c.first_day.nulls_last(), row.c.last_day, document.c.source, row.c.start, row.c.id)
        joined = select(row.c.id).join(document, document.c.sha256 == row.c.document)
        with refusing(self._place), self._engine.connect() as connection:
            chosen = joined.where(row.c.kind == "meeting").order_by(*order)
            return found_rows(connection, connection.scalars(chosen).all())

    def documents(self) -> list[Kept]:
        """All documents in order of publication, those without a date last."""
        row, reading, table = schema.row, schema.reading, schema.document
        with refusing(self._place), self._engine.connect() as connection:
            counts: dict[str, dict[str, int]] = {}
            counted = select(row.c.document, row.c.kind, func.count()).group_by(row.c.document, row.c.kind)
            for document, kind, count in connection.execute(counted):
                counts.setdefault(document, {})[kind] = count
            languages = dict(connection.execute(select(reading.c.document, reading.c.language)).all())
            order = (table.c.published.nulls_last(), table.c.source, table.c.sha256)
            lines = connection.execute(select(table).order_by(*order)).mappings().all()
        kept = map(document_of, lines)
        return [Kept(each, languages.get(each.sha256), counts.get(each.sha256, {})) for each in kept]

    def acts_by_type(self) -> Mapping[str, int]:
        """How many acts there are of each type, the most first."""
        type, count = schema.act.c.type, func.count()
        with refusing(self._place), self._engine.connect() as connection:
            counted = connection.execute(select(type, count).group_by(type).order_by(count.desc(), type))
            return dict(counted.all())


def _is_news(connection: Connection, reading: Reading, dated: bool) -> bool:
    """Whether a reading is to take the place of what is kept, if anything is."""
    table, now = schema.reading.c, version("sijill")
    kept = connection.execute(
        select(table.digest, table.version).where(
            table.document == reading.document.sha256, table.reader == reader_of(reading)
        )
    ).first()
    if kept is None:
        return True
    poorer = reading.document.published is not None and not dated
    return kept.digest != digest(reading, now) and not (poorer and kept.version == now)


def _keep_document(connection: Connection, document: Document) -> tuple[Document, bool]:
    """Keep a document once, with what its latest copy knows of its publication.

    Gives the document as it is now kept, and whether it is new.
    """
    table = schema.document
    here = table.c.sha256 == document.sha256
    line = connection.execute(select(table).where(here)).mappings().first()
    if line is None:
        connection.execute(insert(table).values(_line(document)))
        keep_text(connection, document)
        return document, True
    kept = document_of(line)
    known = {name: getattr(document, name) for name in ("published", "publisher", "language")}
    now = replace(kept, **{name: value for name, value in known.items() if value is not None})
    if now != kept:
        connection.execute(update(table).where(here).values(_line(now)))
    if now.published != kept.published:
        _redate(connection, now)
    return now, False


def _line(document: Document) -> dict[str, object]:
    return {**asdict(document), "provenance": provenance(document)}


def _redate(connection: Connection, document: Document) -> None:
    """Give the day of publication to those rows of a document that have no day of their own."""
    row, meeting = schema.row.c, schema.meeting.c
    sittings = connection.execute(
        select(meeting.id, meeting.start_date)
        .join(schema.row, row.id == meeting.id)
        .where(row.document == document.sha256, ~meeting.earlier, ~meeting.planned)
    )
    to_be_linked(connection, document.sha256)
    undated = [id for id, start in sittings if days(start) is None]
    connection.execute(
        update(schema.row)
        .where(row.document == document.sha256, or_(row.sitting.is_(None), row.sitting.in_(undated)))
        .values(first_day=document.published, last_day=document.published)
    )


def _sentence(found: Found) -> tuple[int, int]:
    """Where the sentences begin and end in which the row stands; the row's own span where there are none."""
    row = found.row
    try:
        passages, _ = split(found.document)
    except RefusedInput:
        return row.start, row.end
    around = [passage for passage in passages if passage.start < row.end and row.start < passage.end]
    return (
        min([row.start, *(passage.start for passage in around)]),
        max([row.end, *(passage.end for passage in around)]),
    )
