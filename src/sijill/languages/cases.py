"""Names in all the cases that a language gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import cast

from sijill.records import Language

Declension = Callable[[str, str], Iterator[str]]


@cache
def case_forms(language: Language) -> Declension:
    """What gives the forms of a name of a kind ("person", "place" …); the name alone without a `cases.py`."""
    try:
        module = import_module(f"sijill.languages.{language}.cases")
    except ModuleNotFoundError:
        return lambda name, _: iter((name,))
    return cast(Declension, module.case_forms)


@cache
def nominative(language: Language) -> Callable[[str], str]:
    """What gives a name as a dictionary has it; the name as it stands where the pack has no `cases.py`."""
    try:
        module = import_module(f"sijill.languages.{language}.cases")
    except ModuleNotFoundError:
        return lambda name: name
    return cast(Callable[[str], str], module.nominative)
