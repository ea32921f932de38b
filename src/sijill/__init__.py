"""A register of who met whom and who committed to, decided, proposed or opposed what."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import version

    from sijill.reading import read
    from sijill.records import Reading
    from sijill.register.store import Register

    __version__ = version("sijill")

__all__ = ["Reading", "Register", "__version__", "read"]

# Loaded when first asked for, so that a program that only wants one of them starts at once.
_HOMES = {"read": "sijill.reading", "Reading": "sijill.records", "Register": "sijill.register.store"}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("sijill")
    if name not in _HOMES:
        raise AttributeError(f"module 'sijill' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
