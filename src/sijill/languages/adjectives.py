"""Adjectives of countries and bodies in the forms that a language gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import cast

from sijill.records import Language

Inflector = Callable[[str], Iterator[str]]


@cache
def adjective_forms(language: Language) -> Inflector:
    """What gives every form of an adjective; the adjective alone where the pack has no `adjectives.py`."""
    try:
        module = import_module(f"sijill.languages.{language}.adjectives")
    except ModuleNotFoundError:
        return lambda adjective: iter((adjective,))
    return cast(Inflector, module.adjective_forms)
