"""Noun phrases: how far the words that name a thing reach."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.languages.pack import entries
from sijill.mentions.lexicon import stems
from sijill.mentions.numbers import conjunction
from sijill.passages.folding import fold
from sijill.records import Language, Word

OPENING = frozenset("\"“«'‘(")
CLOSING = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "(": ")"}
_QUOTED_WORDS = 6


@cache
def kind_words(language: Language, kind: str) -> frozenset[str]:
    """The folded words of one kind of the list `phrases`."""
    return frozenset(
        fold(w) for entry in entries(language, "phrases") if entry.text("kind") == kind for w in entry.words
    )


def is_kind(word: Word, language: Language, kind: str) -> bool:
    """Whether a word, without a proclitic, is of a kind of the list `phrases`."""
    known = kind_words(language, kind)
    return any(form in known for _, form in stems(word.folded))


@cache
def _articles(language: Language) -> tuple[str, ...]:
    return tuple(kind_words(language, "article"))


def definite(word: Word, language: Language) -> bool:
    """Whether the word carries the article."""
    return len(word.folded) > 3 and word.folded.startswith(_articles(language))


def is_mark(word: Word) -> bool:
    """Whether the word is a mark of punctuation."""
    return not word.folded[0].isalnum()


def quoted(words: Sequence[Word], at: int) -> int:
    """The index after the words in quotation marks that open at `at`; `at` itself where none open there."""
    if at >= len(words) or words[at].folded not in OPENING:
        return at
    closing = CLOSING[words[at].folded]
    for index in range(at + 1, min(len(words), at + _QUOTED_WORDS + 2)):
        if words[index].folded == closing or (closing == "”" and words[index].folded in "”“"):
            return index + 1
    return at


def complement(words: Sequence[Word], at: int, language: Language, most: int) -> int:
    """The index after the complement of a noun: nouns from `at` up to a definite one, and its adjectives.

    At most `most` words; what introduces a clause or a new subject ends it.
    """
    after = quoted(words, at)
    if after > at:
        return after
    stop, inner, links = (kind_words(language, kind) for kind in ("stop", "inner", "link"))
    index, settled = at, False
    while index < min(len(words), at + most):
        word = words[index]
        if is_mark(word) or word.folded in stop or word.folded in links:
            break
        if word.folded in inner:
            # "the limitation of": a verbal noun carries its preposition on; elsewhere the phrase is over.
            if index == at or (settled and index != at + 1):
                break
            settled = False
        elif settled and not _carries_on(words, index, language):
            break
        else:
            settled = definite(word, language) or word.folded[0].isdigit()
        index += 1
    while index > at and words[index - 1].folded in inner:
        index -= 1
    return index


def _carries_on(words: Sequence[Word], index: int, language: Language) -> bool:
    """Whether a word after a definite noun belongs to it: an adjective, or the last of two joined."""
    word = words[index]
    if not definite(word, language) and not word.folded[0].isdigit():
        return False
    if not word.folded.startswith(conjunction(language)):
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    agrees = word.folded[-1] == words[index - 1].folded[-1]
    return (
        agrees or following is None or is_mark(following) or following.folded in kind_words(language, "link")
    )


def linked(words: Sequence[Word], at: int, language: Language, most: int) -> int:
    """The index after what links ("between", "on", a purpose) add to a noun that ends before `at`."""
    links, last, end = kind_words(language, "link"), at, min(len(words), at + most)
    while last < end:
        head = words[last].folded
        if head in links:
            after = complement(words, last + 1, language, end - last)
        elif head.startswith(kind_prefixes(language)) and len(head) > 3:
            after = complement(words, last + 1, language, end - last)
            after = max(after, last + 1)
        else:
            break
        if after <= last + 1 and head in links:
            break
        last = after
    return last


@cache
def kind_prefixes(language: Language) -> tuple[str, ...]:
    """The small words that are written onto a noun and give a purpose."""
    return tuple(kind_words(language, "purpose"))
