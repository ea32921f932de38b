"""Sourced claims: sentences that say only at their end who tells them ("…، حسبما أعلنت الوزارة")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sijill.acts.complements import CLAUSES
from sijill.acts.tokens import Token

# A claim has more words than these; the verb of saying stands so near to "according to", its source ends the
# sentence within these words.
_CLAIM, _NEAR, _SOURCE = 4, 4, 24
_LEADING = frozenset({"clause", "auxiliary", "aside", "and"})


class Source(NamedTuple):
    """Where a sentence turns to its source: at "according to" (`tail`); `first` begins who says so."""

    tail: int
    first: int


def told_after(tokens: Sequence[Token]) -> Source | None:
    """The source that the end of a sentence names with a verb of saying; None without one, or for one that
    speaks for no party."""
    for index in range(max(_CLAIM, len(tokens) - _SOURCE), len(tokens)):
        if "tail" not in tokens[index].links:
            continue
        for verb in range(index + 1, min(index + _NEAR, len(tokens) - 1)):
            if _says(tokens[verb]) and not tokens[verb + 1].meaning.source:
                return Source(index, verb + 1)
    return None


def begins(token: Token) -> bool:
    """Whether a word only leads over to a claim ("وقد", "كما")."""
    return bool(token.mark) or not _LEADING.isdisjoint(token.links)


def _says(token: Token) -> bool:
    """Whether a word is a verb that takes a clause as what is said."""
    return any(
        sense.shape.tense in ("past", "present")
        and sense.entry.text("role") == "say"
        and (not sense.entry.texts("takes") or not CLAUSES.isdisjoint(sense.entry.texts("takes")))
        for sense in token.senses
    )
