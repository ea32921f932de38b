"""Spoken words: where in a sentence of a transcript what is said begins, and what is no more than a greeting."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.acts.tokens import Token

# An address ("Dear friends, …") is over within these words; a greeting alone has no more than these.
_ADDRESS, _GREETING, _THANKS = 12, 9, 5
# "We" or "I" this soon in a sentence is its subject, which the row leaves out.
_SUBJECT = 5
_LEADING = frozenset({"clause", "and", "aside"})
_ENDS = ("comma", "stop", "other")


def opening(tokens: Sequence[Token], first: int) -> int | None:
    """The word at which what is said begins, after any address and what leads over; None for mere greetings."""
    at = _past_address(tokens, first)
    while at < len(tokens) and (tokens[at].mark or not _LEADING.isdisjoint(tokens[at].links)):
        at += max(1, tokens[at].link_words)
    rest = [token for token in tokens[at:] if not token.mark]
    if len(rest) < 3:
        return None
    short = len(rest) <= _GREETING and any("greeting" in token.links for token in rest)
    thanks = len(rest) < _THANKS and any("thanks" in token.links for token in rest)
    return None if short or thanks else at


def past_subject(tokens: Sequence[Token], first: int, end: int) -> int:
    """The word after the "we" or "I" with which a clause begins, else `first`."""
    for index in range(first, min(end - 2, first + _SUBJECT)):
        token = tokens[index]
        if "speaks" in token.links and "preposition" not in tokens[index + 1].links:
            return index + 1 + (tokens[index + 1].mark == "comma")
        if token.mark == "comma" and index > first + 2:
            break
    return first


def _past_address(tokens: Sequence[Token], first: int) -> int:
    if first >= len(tokens) or "address" not in tokens[first].links:
        return first
    ends = (index + 1 for index in range(first, min(len(tokens), first + _ADDRESS)) if tokens[index].mark in _ENDS)
    return next(ends, first)
