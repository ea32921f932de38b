"""Spoken words: where in a sentence of a transcript what is said begins, and what is mere greeting."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.acts.tokens import Token

# An address ("Dear friends, …") is over within these words; mere thanks have fewer than these, and so few
# words say nothing.
_ADDRESS, _THANKS, _FEWEST = 12, 5, 3
# "We" or "I" this soon in a sentence is its subject, which the row leaves out.
_SUBJECT = 5
_LEADING = frozenset({"clause", "and", "aside", "intro"})
_ASIDES = frozenset({"clause", "intro", "with-you"})
_ENDS = ("comma", "stop", "other")


def opening(tokens: Sequence[Token], first: int) -> int | None:
    """The word at which what is said begins, after address and what leads over; None for mere greetings."""
    at = _past_address(tokens, _past_box(tokens, first))
    while at < len(tokens) and (tokens[at].mark or not _LEADING.isdisjoint(tokens[at].links)):
        at += max(1, tokens[at].link_words)
    rest = [token for token in tokens[at:] if not token.mark]
    if len(rest) < _FEWEST or any("page" in token.links for token in rest):
        return None
    tells = any(cue.where == "predicate" for token in rest for cue in token.cues)
    greets = any("greeting" in token.links for token in rest) and not tells
    thanks = len(rest) < _THANKS and any("thanks" in token.links for token in rest)
    return None if greets or thanks else at


def past_subject(tokens: Sequence[Token], first: int, end: int) -> int:
    """The word after the "we" or "I" with which a clause begins, and after "with you"; else `first`."""
    for index in range(first, min(end - 2, first + _SUBJECT)):
        token = tokens[index]
        if "speaks" in token.links:
            return _past_asides(tokens, index + 1, end)
        if token.mark or token.that or "relative" in token.links or "condition" in token.links:
            break
    return first


def _past_asides(tokens: Sequence[Token], first: int, end: int) -> int:
    at = first
    while at < end - 2 and (tokens[at].mark == "comma" or not _ASIDES.isdisjoint(tokens[at].links)):
        at += max(1, tokens[at].link_words)
    return at


def _past_box(tokens: Sequence[Token], first: int) -> int:
    """The word after a box of the page ("See also … 2025") that stands in the midst of what is said."""
    if first >= len(tokens) or "box" not in tokens[first].links:
        return first
    ends = [index + 1 for index in range(first, len(tokens)) if "box-end" in tokens[index].links]
    return ends[-1] if ends else first


def _past_address(tokens: Sequence[Token], first: int) -> int:
    if first >= len(tokens) or "address" not in tokens[first].links:
        return first
    reach = range(first, min(len(tokens), first + _ADDRESS))
    return next((index + 1 for index in reach if tokens[index].mark in _ENDS), first)
