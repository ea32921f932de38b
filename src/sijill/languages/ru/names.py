"""How Russian words look, folded, where it tells names of persons from other words."""

from __future__ import annotations

from collections.abc import Iterator

from sijill.languages.pack import Entry

# Offices that mean one person wherever they stand: Russian has no article.
_OF_ONE = ("президент", "премьер", "министр", "канцлер", "султан", "корол", "эмир", "председател", "глав")
_PATRONYMICS = (
    *("ович", "овича", "овичу", "овичем", "евич", "евича", "евичу", "евичем"),
    *("овна", "овной", "овне", "евна", "евной", "евне"),
)


def without_article(folded: str) -> str:  # noqa: ARG001 - there are no articles
    """The word without its article: never any."""
    return ""


def is_definite(folded: str) -> bool:
    """Whether an office means one person without more words."""
    return folded.startswith(_OF_ONE)


def holds_clitic(folded: str) -> bool:
    """Whether the word ends a name: a patronymic, which stands in captions and no text."""
    return folded.endswith(_PATRONYMICS)


def is_conjoined(folded: str) -> bool:  # noqa: ARG001 - conjunctions are words
    """Whether the word may begin with a conjunction written as one with it: never."""
    return False


def uncliticised(folded: str) -> str:  # noqa: ARG001 - prepositions are words
    """The word without a letter that may be a proclitic: never any."""
    return ""


def common_forms(entry: Entry) -> Iterator[str]:
    """The commonest forms of a verb that reports; the small first letter of others tells them from names."""
    return iter(entry.words)


def is_common(folded: str) -> bool:  # noqa: ARG001 - the small first letter tells
    """Whether the word looks like no name."""
    return False


def is_verbal_noun(folded: str) -> bool:  # noqa: ARG001 - the small first letter tells
    """Whether the word looks like a verbal noun."""
    return False
