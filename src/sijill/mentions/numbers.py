"""Numbers of a text, in digits and in words: how many, or which in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sijill.languages.pack import Entry, entries
from sijill.mentions.lexicon import Lexicon
from sijill.passages.words import words as words_of
from sijill.records import Language, Word

_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.٬]\d{3})+")


class Number(NamedTuple):
    """A number: its value, and the words `first` to `last` (exclusive) that say it."""

    value: float
    first: int
    last: int


class Part(NamedTuple):
    """One word of a number (cardinal, ordinal, scale, half): words `first` to `last`; where it starts."""

    kind: str
    value: float
    first: int
    last: int
    start: int
    definite: bool = True


def digits(folded: str) -> float | None:
    """The value of a number in digits ("2.500" is 2500, "2.5" is 2.5), or None where it is no number."""
    if not folded[0].isdigit() or not folded.isascii() or not _DIGITS.fullmatch(folded):
        return None
    if _THOUSANDS.fullmatch(folded) and not folded.startswith("0"):
        return float(re.sub(r"\D", "", folded))
    whole, _, rest = folded.replace(",", ".").partition(".")
    return float(f"{whole}.{rest.replace('.', '')}" if rest else whole)


@cache
def _lexicon(language: Language) -> Lexicon[Entry]:
    return Lexicon.of(
        (word, entry)
        for entry in entries(language, "numbers")
        if entry.text("kind") != "proclitic"
        for word in entry.words
    )


def parts(words: Sequence[Word], language: Language) -> dict[int, Part]:
    """The words of numbers in a passage, by the index of their first word."""
    found = {
        match.first: Part(
            match.value.text("kind"),
            0.5 if match.value.text("kind") == "half" else match.value.number("number"),
            match.first,
            match.last,
            match.start,
            bool(match.value.fields.get("definite", True)),
        )
        for match in _lexicon(language).matches(words)
    }
    for index, word in enumerate(words):
        if word.folded[-1].isdigit():
            value = digits(bare(word.folded, language))
            if value is not None:
                start = word.end - len(bare(word.folded, language))
                found[index] = Part("cardinal", value, index, index + 1, start)
    return found


def bare(folded: str, language: Language) -> str:
    """The word without the small words that are written onto a number in digits ("و25" is "25")."""
    if folded[0].isdigit():
        return folded
    head = folded.rstrip("0123456789.,")
    return folded[len(head) :] if head in _proclitics(language) else folded


@cache
def _proclitics(language: Language) -> frozenset[str]:
    return frozenset(
        word
        for entry in entries(language, "numbers")
        if entry.text("kind") == "proclitic"
        for word in entry.words
    )


def cardinal(found: dict[int, Part], words: Sequence[Word], at: int, conjunction: str) -> Number | None:
    """The number that begins at a word: "خمسة وعشرون مليونا" is 25 000 000; None where none begins."""
    total, group, index, last = 0.0, None, at, at
    while (part := found.get(index)) is not None and part.kind != "ordinal":
        joined = words[index].folded.startswith(conjunction)
        if index > at and part.kind != "scale" and not joined:
            break
        if part.kind == "scale":
            group, total = _scale(group, part.value, total)
        elif group is None or (joined and part.value < 1000 and not words[index - 1].folded[-1].isdigit()):
            group = (group or 0.0) + part.value
        else:
            break
        index = last = part.last
    return Number(total + (group or 0.0), at, last) if last > at else None


def _scale(group: float | None, scale: float, total: float) -> tuple[float | None, float]:
    """The open group and the closed total after a scale word: a hundred stays open, the rest close."""
    value = (1.0 if group is None else group) * scale
    return (value, total) if scale == 100 else (None, total + value)


def ordinal(found: dict[int, Part], at: int) -> Number | None:
    """The ordinal that begins at a word: "التاسعة والأربعين" is 49; None where none begins."""
    part = found.get(at)
    if part is None or part.kind != "ordinal":
        return None
    tens = found.get(part.last)
    if (
        part.value < 10
        and tens is not None
        and tens.kind == "ordinal"
        and tens.value % 10 == 0
        and tens.value > 10
    ):
        return Number(part.value + tens.value, at, tens.last)
    return Number(part.value, at, part.last)


@cache
def conjunction(language: Language) -> str:
    """The word "and" as it is written onto a number, or empty where it stands alone."""
    for entry in entries(language, "calendar"):
        if entry.text("kind") == "and":
            return next(words_of(entry.words[0])).folded
    return ""
