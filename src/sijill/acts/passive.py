"""Verbs that tell no act though a list has them: in the passive, or of what a law or a plan does."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.acts.tokens import Token
from sijill.languages.inflection import Sense

# A party this near to a verb may be its subject; the clause of an opinion begins within these words.
_NEAR, _CLAUSE = 4, 30


def without_object(tokens: Sequence[Token], index: int, sense: Sense) -> bool:
    """Whether a verb has a pronoun where it takes none, or lacks its object: it is in the passive."""
    transitive = bool(sense.entry.fields.get("object"))
    if sense.shape.joined:
        return sense.entry.text("role") != "act" and not transitive
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if not transitive or after is None or after.named:
        return False
    acts = sense.entry.text("role") == "act"
    return after.meaning.bound or (acts and "preposition" in after.links)


def ruled(tokens: Sequence[Token], index: int, sense: Sense, first: int) -> bool:
    """Whether a verb tells what a law or a plan does ("يحظر القانون …", "الاتفاق سيسمح …"): a decision in the
    present that opens the clause that begins at `first`, or anything in the future, with no party near."""
    told = sense.entry.text("type") == "decide" and index == first
    told = told or sense.shape.tense == "future"
    if sense.entry.text("role") != "act" or sense.shape.tense == "past" or not told:
        return False
    near = tokens[max(0, index - _NEAR) : index + 1 + _NEAR]
    return not any(token.parties or "own" in token.links for token in near)


def considered(tokens: Sequence[Token], index: int, sense: Sense, first: int) -> bool:
    """Whether a verb is in the passive of opinion ("يعتبر هذا الميناء الأكبر"): without a clause, and a party
    for its subject in the clause that begins at `first`."""
    if not sense.entry.fields.get("object") or sense.shape.tense != "present" or sense.shape.joined:
        return False
    near = tokens[max(first, index - _NEAR) : index + _NEAR]
    named = any(token.named or not {"own", "voice"}.isdisjoint(token.links) for token in near)
    if sense.entry.text("role") != "say" or named:
        return False
    return not any(token.that for token in tokens[index + 1 : index + _CLAUSE])
