"""How Arabic words look, folded, where it tells names of persons from other words."""

from __future__ import annotations

from collections.abc import Iterator

from sijill.languages.pack import Entry

_ARTICLE = "ال"
# The article after a conjunction or preposition written as one with it.
_JOINED_ARTICLES = ("لل", "بال", "وال", "فال", "كال", "ولل", "وبال")
_AND, _SO = "و", "ف"
_PREPOSITIONS = "بلس"
# How a verb in the present or future begins.
_VERBS = ("ي", "ت", "سي", "ست")
_NOUN = 5


def without_article(folded: str) -> str:
    """The word without its article; empty where it has none."""
    return folded[len(_ARTICLE) :] if folded.startswith(_ARTICLE) else ""


def is_definite(folded: str) -> bool:
    """Whether the word has the article, be it after a proclitic."""
    return folded.startswith((_ARTICLE, *_JOINED_ARTICLES))


def holds_clitic(folded: str) -> bool:
    """Whether the word surely begins with a proclitic, so that it goes on with no name."""
    return folded.startswith(_JOINED_ARTICLES)


def is_conjoined(folded: str) -> bool:
    """Whether the word may begin with "and" (with "so", too many names begin)."""
    return folded[:1] == _AND


def uncliticised(folded: str) -> str:
    """The word without the one letter before it that may be a proclitic; empty where there is none."""
    return folded[1:] if folded[:1] in (_AND, _SO, *_PREPOSITIONS) else ""


def common_forms(entry: Entry) -> Iterator[str]:
    """The commonest forms, not folded, of a verb that reports: its past, verbal nouns and participle."""
    for past in entry.words:
        stem = past[:-1] if past[-1] in "اى" else past
        yield from (past, stem + "ت", stem + "وا", past + "ا")
    for noun in (*entry.texts("nouns"), *entry.texts("plurals")):
        yield from (noun, _ARTICLE + noun)
    for participle in entry.texts("participle"):
        yield from (participle, participle + "ا", participle + "ة", participle + "ين")


def is_common(folded: str) -> bool:
    """Whether the word looks like a verb in the present, or a verbal noun ("استخدام", "محادثات", "تعزيز").

    Names may look so too; those that often do are in the list of given names. Shapes that names share
    with nouns are left out, so False says little.
    """
    return folded.startswith(_VERBS) or is_verbal_noun(folded) or is_verbal_noun(uncliticised(folded))


def is_verbal_noun(folded: str) -> bool:
    """Whether the word has the shape of a common verbal noun, or a pronoun joined to it."""
    long = len(folded) > _NOUN + 1
    word = folded.removesuffix("ها").removesuffix("هم") if long else folded
    if len(word) < _NOUN:
        return False
    tenth = word.startswith("است") and len(word) > _NOUN
    eighth = word[0] in "اب" and word[2] == "ت" and word[-2] == "ا" and len(word) == _NOUN + 1
    third = word[0] == "م" and word[2] == "ا" and word.endswith(("ه", "ات"))
    second = word[0] == "ت" and word[-2] == "ي" and len(word) == _NOUN
    return tenth or eighth or third or second or word != folded
