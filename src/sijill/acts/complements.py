"""Complements: whether what a verb needs to be an act follows it ("دعا إلى", "أعرب عن", "قال إن")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.acts.tokens import Token
from sijill.languages.inflection import Sense
from sijill.passages.folding import fold

# Within these words a complement must begin: a preposition of one letter soon, a noun after a short
# subject, a clause (and anything where the entry says far) after a long one.
_CLAUSE, _NOUN, _LETTER = 40, 14, 12
# A preposition has so many letters at most; the noun after a participle stands within so many words.
_PREPOSITION, _SOON = 3, 4
# What makes a verb no act ("رفض … التعليق") may stand behind a subject of this length.
_UNLESS = 11
# The kinds of complement that a list names by their kind; all others are words.
CLAUSES = frozenset({"that-clause", "colon", "quotation"})

Want = tuple[str, ...]


def takes(tokens: Sequence[Token], index: int, sense: Sense) -> bool:
    """Whether what a verb needs to be an act follows it, and nothing that makes it none."""
    entry = sense.entry
    unless = _wanted(entry.texts("unless"))
    if unless and any(meets(tokens[index + 1 : index + 1 + _UNLESS], want) for want in unless):
        return False
    wanted = _wanted(entry.texts("takes"))
    far = bool(entry.fields.get("far"))
    if sense.shape.tense == "participle":
        wanted = tuple(want for want in wanted if _near(tokens, index, want))
        if not wanted and entry.texts("takes"):
            return False
    after = tokens[index + 1 : index + 1 + _CLAUSE] if wanted else ()
    return not wanted or any(meets(after[: _within(want, far)], want) for want in wanted)


def soon(tokens: Sequence[Token], index: int, reach: int) -> bool:
    """Whether anything that one of a word's senses takes follows within `reach` words."""
    after = tokens[index + 1 : index + 1 + reach]
    wanted = (want for sense in tokens[index].senses for want in _wanted(sense.entry.texts("takes")))
    return any(meets(after, want) for want in wanted)


def _near(tokens: Sequence[Token], index: int, want: Want) -> bool:
    """Whether a noun that a participle takes follows soon: no subject stands between ("مجددا دعمه")."""
    noun = want[0] not in CLAUSES and len(want[0]) > _PREPOSITION
    return not noun or meets(tokens[index + 1 : index + 1 + _SOON], want)


@cache
def _wanted(phrases: tuple[str, ...]) -> tuple[Want, ...]:
    return tuple(
        (phrase,) if phrase in CLAUSES else tuple(fold(part) for part in phrase.split()) for phrase in phrases
    )


def _within(want: Want, far: bool) -> int:
    if far or want[0] in CLAUSES:
        return _CLAUSE
    return _LETTER if len(want[0]) == 1 else _NOUN


def meets(after: Sequence[Token], want: Want) -> bool:
    """Whether a complement begins among the words after a verb, before the sentence stops."""
    for at, token in enumerate(after):
        if token.mark in ("stop", "semicolon"):
            return False
        if _is(token, want[0]) and all(
            at + place < len(after) and after[at + place].word.folded == part
            for place, part in enumerate(want)
            if place
        ):
            return True
    return False


def _is(token: Token, want: str) -> bool:
    if want in CLAUSES:
        return token.that if want == "that-clause" else token.mark == ("colon" if want == "colon" else "open")
    folded = token.word.folded
    if len(want) == 1:
        return folded == want or (folded.startswith(want) and len(folded) > 2)
    return folded.startswith(want) or token.meaning.root.startswith(want)
