"""The English adjective of a country or body, which is a noun for its people too."""

from __future__ import annotations

from collections.abc import Iterator


def adjective_forms(adjective: str) -> Iterator[str]:
    """The adjective, and the plural for the people where English makes one with s ("Russians")."""
    yield adjective
    if adjective.endswith(("n", "i", "k", "h")) and not adjective.endswith(("ish", "ch")):
        yield adjective + "s"
