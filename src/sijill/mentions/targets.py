"""Targets: quantities to be reached and sums pledged, each value once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from sijill.languages.pack import entries
from sijill.mentions.dates import base_of, deadline_in
from sijill.mentions.lexicon import Lexicon
from sijill.mentions.mentions import Mentions
from sijill.records import Document, Language, Mention, Passage, Target, Word

_BEFORE = 8
_AFTER = 4
_CURRENCY_LETTERS = 3


@cache
def _lexicon(language: Language) -> Lexicon[str]:
    return Lexicon.of(
        (word, entry.text("kind")) for entry in entries(language, "targets") for word in entry.words
    )


def find_targets(document: Document, passages: Sequence[Passage], mentions: Mentions) -> tuple[Target, ...]:
    """The quantities that the document sets as a goal and the sums it pledges, each at its first naming."""
    rows: dict[tuple[float, str], Target] = {}
    base = base_of(document, passages)
    for passage in passages:
        amounts = mentions.within(passage.start, passage.end, "amount")
        if not amounts:
            continue
        by = deadline_in(
            passage.words,
            mentions.within(passage.start, passage.end, "date"),
            base,
            passage.language,
        )
        for amount in amounts:
            value, unit = amount.value or 0.0, amount.unit or ""
            if (value, unit) not in rows and _aimed_at(passage.words, amount, passage.language):
                quote = document.text[amount.start : amount.end]
                rows[value, unit] = Target(
                    start=amount.start, end=amount.end, quote=quote, value=value, unit=unit, by=by
                )
    return tuple(sorted(rows.values(), key=lambda row: row.start))


def _aimed_at(words: Sequence[Word], amount: Mention, language: Language) -> bool:
    """Whether the words around an amount pledge it (money) or aim at it (anything)."""
    first = bisect_right(words, amount.start, key=lambda word: word.end)
    last = bisect_left(words, amount.end, key=lambda word: word.start)
    near = words[max(0, first - _BEFORE) : min(len(words), last + _AFTER)]
    cues = {match.value for match in _lexicon(language).matches(near)}
    if "not" in cues or (amount.unit == "percent" and "goal" not in cues):
        return False
    money = len(amount.unit or "") == _CURRENCY_LETTERS and (amount.unit or "").isupper()
    return "goal" in cues or (money and "pledge" in cues)
