"""Roles: what the small words around an act tell of who acts and whom it addresses (list `attribution`)."""

from __future__ import annotations

from functools import cache

from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Language, Mention, Word

# Words that stand for who acted before.
PRONOUNS = frozenset(("pronoun", "person", "several"))


def joint(folded: str) -> str:
    """The preposition joined to a noun with the article ("للقادة", "بالموقف"); empty where none is seen."""
    bare = folded.removeprefix("و")
    if bare.startswith("لل"):
        return "ل"
    return bare[0] if bare[1:3] == "ال" and bare[0] in "بك" else ""


def governed(word: Word, mention: Mention) -> bool:
    """Whether a preposition is joined to the name ("لروسيا", "بالصين"), so that it is no subject."""
    return mention.start > word.start and word.folded[0] in "بلك"


@cache
def roles(language: Language) -> dict[str, str]:
    """The roles of single words, folded, alone and with a conjunction written as one with them."""
    listed = {
        fold(word): entry.text("role")
        for entry in entries(language, "attribution")
        for word in entry.words
        if " " not in word
    }
    joined = [word for word, role in listed.items() if role == "joined"]
    return {and_ + word: role for and_ in joined for word, role in listed.items()} | listed


def role(language: Language, folded: str) -> str:
    """What a small word around an act tells, as the list `attribution` says; empty where it is not there."""
    return roles(language).get(folded, "")


@cache
def pairs(language: Language) -> dict[tuple[str, str], str]:
    """The roles of phrases of two words, which tell more than the second word alone."""
    return {
        (fold(first), fold(second)): entry.text("role")
        for entry in entries(language, "attribution")
        if entry.text("role") != "agent"
        for first, _, second in (word.partition(" ") for word in entry.words)
        if second
    }


@cache
def agents(language: Language) -> tuple[tuple[str, ...], ...]:
    """The phrases, in folded words, that name the agent of a passive."""
    return tuple(
        tuple(fold(part) for part in phrase.split())
        for entry in entries(language, "attribution")
        if entry.text("role") == "agent"
        for phrase in entry.words
    )
