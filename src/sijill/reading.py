"""One text in, one reading out: the whole flow on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

from sijill.documents.load import from_text, load
from sijill.passages.split import split
from sijill.readers.rules import RulesReader
from sijill.records import Document, Dropped, Language, Passage, Reading


class Reader(Protocol):
    """What every reader offers; `dropped` is what the split into passages left out, to be kept."""

    name: str

    def read(
        self, document: Document, passages: tuple[Passage, ...], dropped: tuple[Dropped, ...]
    ) -> Reading:
        """Take from the passages what the codebook calls rows, each grounded in `document.text`."""
        ...


def read(
    source: str | Path,
    published: date | None = None,
    language: Language | None = None,
    reader: Reader | None = None,
) -> Reading:
    """Read a text, or the file at a `Path`, into a reading.

    `published` is the publication date, against which "today" and a missing year are resolved;
    `language` spares the guess. Raises RefusedInput where there is nothing that can be read.
    """
    document = (
        load(source, published, language)
        if isinstance(source, Path)
        else from_text(source, published, language)
    )
    return read_document(document, reader)


def read_document(document: Document, reader: Reader | None = None) -> Reading:
    """Read a document that has been loaded. Raises RefusedInput where it is in no language of ours."""
    passages, dropped = split(document)
    return (reader or RulesReader()).read(document, passages, dropped)
