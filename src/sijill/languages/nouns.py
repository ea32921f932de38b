"""Verbal nouns by their look, where a language can tell."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from sijill.records import Language


@cache
def verbal_noun_check(language: Language) -> Callable[[str], bool]:
    """What says whether a folded word looks like a verbal noun; never so where the pack has no `nouns.py`."""
    try:
        module = import_module(f"sijill.languages.{language}.nouns")
    except ModuleNotFoundError:
        return lambda _: False
    return cast(Callable[[str], bool], module.is_verbal_noun)
