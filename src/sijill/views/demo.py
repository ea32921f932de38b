"""`sijill demo`: the packaged examples, read into a register, and what it then knows."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from sijill.documents.load import load_all
from sijill.errors import SijillError
from sijill.languages.pack import languages
from sijill.reading import read_document
from sijill.records import Document
from sijill.register.search import Query
from sijill.register.store import Register
from sijill.views.table import document_line, row_lines, shown_lines, strong


def demo_lines(place: Path | None) -> Iterator[str]:
    """Read the examples into the register at `place` (else one that is gone afterwards), and tell of it."""
    with (
        TemporaryDirectory(prefix="sijill-") as folder,
        Register(place or Path(folder, "demo.db")) as register,
    ):
        documents = 0
        for document in example_documents():
            register.add(read_document(document))
            documents += 1
        rows = len(register.find(Query()))
        yield strong(f"{documents} communiqués read: {rows} rows, each beside its words")
        yield from _meetings(register)
        yield from _acts(register)
    if place is not None:
        yield f"\nNow ask it: sijill find {place} --type commit"


def example_documents() -> Iterator[Document]:
    """The packaged communiqués in the languages that have a pack."""
    with as_file(files("sijill").joinpath("examples", "communiques")) as folder:
        for document in load_all([str(folder)]):
            if isinstance(document, SijillError):
                raise document
            if Path(document.source).stem.rpartition("-")[2] in languages():
                yield document


def _meetings(register: Register) -> Iterator[str]:
    yield strong("\nMeetings in order of time")
    for found in register.meetings():
        yield f"{found.id} · {document_line(found.document)}"
        yield next(row_lines(found.row))


def _acts(register: Register) -> Iterator[str]:
    yield strong("\nActs by type")
    for name, number in register.acts_by_type().items():
        yield f"{number:5} {name}"
    commitments = register.find(Query(type="commit", limit=1))
    if commitments:
        yield strong("\nOne of them, with its words")
        yield from shown_lines(register.show(commitments[0].id))
