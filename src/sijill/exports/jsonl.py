"""A reading as JSON in the form of `codebook/reading.schema.json`, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from sijill.records import Document, Reading
from sijill.register.plain import rows_from_json, rows_to_json


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain values, text included; keys in a stable order."""
    document = reading.document
    plain: dict[str, Any] = {
        "source": document.source,
        "sha256": document.sha256,
        "language": reading.language,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "text": document.text,
    }
    return plain | rows_to_json(reading)


def from_json(plain: Mapping[str, Any]) -> Reading:
    """The reading that `to_json` wrote, or that another program wrote in the form of the schema.

    Fields that the records do not have are left out. Raises KeyError or TypeError where a field that
    the schema requires is missing.
    """
    text: str = plain["text"]
    published = plain.get("published")
    document = Document(
        source=plain["source"],
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=date.fromisoformat(published) if published else None,
        publisher=plain.get("publisher"),
        language=plain["language"],
    )
    return rows_from_json(document, plain["language"], plain)
