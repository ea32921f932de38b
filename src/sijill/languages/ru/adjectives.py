"""The Russian adjective of a country or body in all its forms, and as the first half of a double one."""

from __future__ import annotations

from collections.abc import Iterator

_AFTER_K = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "о")
_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми", "о")
# "The … side" is the state; alone its word would mean both sides.
_SIDE = (("ая", "сторона"), ("ой", "стороны"), ("ой", "стороне"), ("ую", "сторону"), ("ой", "стороной"))


def adjective_forms(adjective: str) -> Iterator[str]:
    """Every form of an adjective given in the masculine ("сербский", also "сербско-" of two sides)."""
    endings = _AFTER_K if adjective.endswith("кий") else _HARD
    stem = adjective[:-2]
    for ending in endings:
        yield stem + ending
    for ending, side in _SIDE:
        yield f"{stem}{ending} {side}"
