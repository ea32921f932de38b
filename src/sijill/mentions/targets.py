"""Targets: quantities to be reached and sums pledged, each value once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from sijill.languages.pack import entries
from sijill.mentions.dates import base_of, deadline_in
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.mentions import Mentions
from sijill.records import Document, Language, Mention, Passage, Target, Word

# So many words before and after an amount tell what it is.
_BEFORE, _AFTER = 8, 4
_ZERO = "net emissions"
# What nobody gives: a part, a distance, a number of people.
_NOT_GIVEN = frozenset(
    {
        *("percent", "%", "degrees Celsius", "degree", "km", "km2", "m", "m2", "mi"),
        *("people", "person", "refugee", "soldier", "troops", "student", "tourist", "projects"),
    }
)


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
        cues = _lexicon(passage.language).matches(passage.words)
        aims = mentions.within(passage.start, passage.end, "amount") + _zeros(cues)
        if not cues or not aims:
            continue
        dates = mentions.within(passage.start, passage.end, "date")
        by = deadline_in(passage.words, dates, base, passage.language)
        for amount in aims:
            start, end, value, unit = amount.start, amount.end, amount.value or 0.0, amount.unit or ""
            if (value, unit) not in rows and _aimed_at(passage.words, amount, cues):
                quote = document.text[start:end]
                rows[value, unit] = Target(start=start, end=end, quote=quote, value=value, unit=unit, by=by)
    return tuple(sorted(rows.values(), key=lambda row: row.start))


def _zeros(cues: Sequence[Match[str]]) -> list[Mention]:
    """The targets of nothing ("net zero"), which name no number."""
    return [Mention(cue.start, cue.end, "amount", unit=_ZERO) for cue in cues if cue.value == "zero"]


def _aimed_at(words: Sequence[Word], amount: Mention, cues: Sequence[Match[str]]) -> bool:
    """Whether the words around an amount pledge it (what can be given) or aim at it (anything)."""
    if amount.unit == _ZERO:
        return True
    first = bisect_right(words, amount.start, key=lambda word: word.end)
    last = bisect_left(words, amount.end, key=lambda word: word.start)
    if first > 0 and words[first - 1].folded == "(":
        # The same sum in other money.
        return False
    near = {cue.value for cue in cues if first - _BEFORE <= cue.first < last + _AFTER}
    if "not" in near:
        return False
    return "goal" in near or ("pledge" in near and amount.unit not in _NOT_GIVEN)
