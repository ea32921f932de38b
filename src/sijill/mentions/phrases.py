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
    """Whether a word after a definite noun belongs to it: an adjective, or one of several joined."""
    word = words[index]
    joined = word.folded.startswith(conjunction(language))
    if not definite(word, language) and not word.folded[0].isdigit():
        # A joined pair of nouns, and more joined after it ("of friendship, good neighbourliness and trade").
        pair = joined and index + 1 < len(words) and definite(words[index + 1], language)
        return pair and _ends(words, index + 2, language)
    if not joined:
        return True
    return word.folded[-1] == words[index - 1].folded[-1] or _ends(words, index + 1, language)


def _ends(words: Sequence[Word], index: int, language: Language) -> bool:
    """Whether a name that reaches to a word ends there, or goes on with one more that is joined."""
    if index >= len(words) or is_mark(words[index]) or _link(words, index, language):
        return True
    word = words[index]
    return word.folded.startswith(conjunction(language)) and definite(word, language)


def linked(words: Sequence[Word], at: int, language: Language, most: int) -> int:
    """The index after what links ("between", "on", a purpose) add to a noun that ends before `at`."""
    last, end = at, min(len(words), at + most)
    while last < end:
        link = _link(words, last, language)
        purpose = words[last].folded.startswith(kind_prefixes(language)) and len(words[last].folded) > 3
        if not link and not purpose:
            break
        after = complement(words, last + (link or 1), language, end - last)
        if link and after <= last + link:
            break
        last = max(after, last + 1)
    return last


def _link(words: Sequence[Word], at: int, language: Language) -> int:
    """How many words of a linking phrase ("in the field of") begin at a word: 0, 1 or 2."""
    links = kind_words(language, "link")
    if at + 1 < len(words) and f"{words[at].folded} {words[at + 1].folded}" in links:
        return 2
    return int(words[at].folded in links)


@cache
def kind_prefixes(language: Language) -> tuple[str, ...]:
    """The small words that are written onto a noun and give a purpose."""
    return tuple(kind_words(language, "purpose"))
