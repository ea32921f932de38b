"""What the look of a word tells about names of persons, where a language can tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from sijill.languages.pack import Entry
from sijill.records import Language


class Looks(Protocol):
    """What the `names.py` of a pack offers; all words are folded."""

    def without_article(self, folded: str) -> str:
        """The word without its article; empty where it has none."""
        ...

    def is_definite(self, folded: str) -> bool:
        """Whether the word has the article."""
        ...

    def holds_clitic(self, folded: str) -> bool:
        """Whether the word surely begins with a proclitic."""
        ...

    def is_conjoined(self, folded: str) -> bool:
        """Whether the word may begin with a conjunction written as one with it."""
        ...

    def uncliticised(self, folded: str) -> str:
        """The word without a letter that may be a proclitic; empty where there is none."""
        ...

    def common_forms(self, entry: Entry) -> Iterator[str]:
        """The commonest forms, not folded, of an entry of the list of acts."""
        ...

    def is_common(self, folded: str) -> bool:
        """Whether the word looks like no name."""
        ...

    def is_verbal_noun(self, folded: str) -> bool:
        """Whether the word looks like a verbal noun."""
        ...


class _Plain:
    """A language whose words tell nothing by their look alone."""

    def without_article(self, folded: str) -> str:  # noqa: ARG002
        return ""

    def is_definite(self, folded: str) -> bool:
        return folded == "the"

    def holds_clitic(self, folded: str) -> bool:  # noqa: ARG002
        return False

    def common_forms(self, entry: Entry) -> Iterator[str]:
        return iter(entry.words)

    is_conjoined = is_common = is_verbal_noun = holds_clitic
    uncliticised = without_article


@cache
def looks(language: Language) -> Looks:
    """The looks of a language; plain ones where its pack has no `names.py`."""
    try:
        return cast(Looks, import_module(f"sijill.languages.{language}.names"))
    except ModuleNotFoundError:
        return _Plain()
