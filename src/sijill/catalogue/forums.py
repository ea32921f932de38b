"""Forums that meet under a name of their own and are no party, from `forums.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sijill.catalogue.parties import LANGUAGES, load, texts
from sijill.errors import BrokenPack
from sijill.records import Language


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum: its slug, and its names by language."""

    id: str
    names: Mapping[Language, tuple[str, ...]]


@cache
def forums() -> tuple[Forum, ...]:
    """The forums of the catalogue, in file order. Raises BrokenPack where one has no id."""
    return tuple(_forum(item) for item in load("forums.toml", "forum"))


def _forum(item: Mapping[str, object]) -> Forum:
    identity = item.get("id")
    if not isinstance(identity, str):
        raise BrokenPack(f"forums.toml: {item!r} has no id")
    names = {language: texts(item, language, "forums.toml") for language in LANGUAGES}
    return Forum(identity, MappingProxyType(names))
