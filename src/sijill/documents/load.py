"""Load texts: from a string, a file, a folder or standard input, each with its identity by content."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from sijill.documents.encoding import decode
from sijill.documents.manifest import provenance
from sijill.errors import RefusedInput
from sijill.records import Document, Language

_STANDARD_INPUT = "standard input"


def from_text(
    text: str,
    published: date | None = None,
    language: Language | None = None,
    source: str = "text",
    publisher: str | None = None,
) -> Document:
    """A text as a document, exactly as given. Raises RefusedInput where it is nothing but white space."""
    if not text or text.isspace():
        raise RefusedInput(f"{source}: is empty; give a text with words in it")
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(source, text, digest, published, publisher, language)


def load(path: Path, published: date | None = None, language: Language | None = None) -> Document:
    """The file at `path`, with what the `manifest.json` of its folder says of it; `published` goes before.

    Raises RefusedInput where there is no such file, it is no text or empty, or the manifest is broken.
    """
    if path.is_dir():
        raise RefusedInput(f"{path}: is a folder, not a text; name a text file in it")
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from error
    known = provenance(path)
    text = decode(raw, str(path))
    if not text or text.isspace():
        raise RefusedInput(f"{path}: is empty; give a text with words in it")
    return from_text(text, published or known.published, language, path.name, known.publisher)


def load_all(
    sources: Iterable[str], published: date | None = None, language: Language | None = None
) -> Iterator[Document | RefusedInput]:
    """The documents of `sources`: files, folders (every .txt in them, sorted), "-" for standard input.

    A source that cannot be read yields its RefusedInput in its place, so that no other is lost.
    """
    for source in sources:
        if source == "-":
            yield _attempt(None, published, language)
        elif Path(source).is_dir():
            empty = True
            for path in _texts(source):
                empty = False
                yield _attempt(path, published, language)
            if empty:
                yield RefusedInput(f"{source}: has no .txt file in it; name a folder that has")
        else:
            yield _attempt(Path(source), published, language)


def _attempt(path: Path | None, published: date | None, language: Language | None) -> Document | RefusedInput:
    try:
        if path is not None:
            return load(path, published, language)
        text = decode(sys.stdin.buffer.read(), _STANDARD_INPUT)
        return from_text(text, published, language, _STANDARD_INPUT)
    except RefusedInput as refused:
        return refused


def _texts(folder: str) -> Iterator[Path]:
    """The texts in a folder and the folders in it, hidden ones left out, in sorted order."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(".txt") and not name.startswith("."):
                yield Path(where, name)


def _unreadable(source: str, error: Exception) -> RefusedInput:
    if isinstance(error, FileNotFoundError):
        return RefusedInput(f"{source}: there is no such file; check the path")
    if isinstance(error, PermissionError):
        return RefusedInput(f"{source}: may not be read; check its permissions")
    return RefusedInput(f"{source}: cannot be read ({error}); check the path")
