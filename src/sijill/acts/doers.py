"""Doers: whom a content names as doing together what one of them tells ("قال إنه ونظيره اتفقا على …")."""

from __future__ import annotations

from sijill.acts.clause import Clause
from sijill.acts.roles import PRONOUNS
from sijill.acts.tokens import verb_senses
from sijill.records import Mention

# Those who do it are named so soon after what opens the content.
_NEAR = 3


def settles(clause: Clause) -> bool:
    """Whether what is said is settled by those who do it: by its type, or as an agreement."""
    if clause.row.type in ("decide", "commit"):
        return True
    return any(
        sense.entry.text("type") == "decide"
        for word in clause.words[clause.first + 1 : clause.last]
        for sense in verb_senses(clause.language, word.folded)[:1]
        if sense.shape.tense in ("past", "present")
    )


def doers(clause: Clause) -> tuple[bool, list[Mention]]:
    """Those whom the content names as doing it, and whether who speaks is one of them by a pronoun."""
    for index in range(clause.first + 1, clause.last - 2):
        role = clause.role_at(index)
        if role == "opener" or role in PRONOUNS:
            own = role in PRONOUNS or clause.role_at(index + 1) == "own"
            at = index + 2 if own and role == "opener" else index + 1
            return own, _named(clause, at, own)
    return False, []


def _named(clause: Clause, at: int, joined: bool) -> list[Mention]:
    """Those named at a word or, for an adjective, right after it; `joined` where "and" must lead to them."""
    if joined and clause.role_at(at) != "joined" and not clause.words[at].folded.startswith("و"):
        return []
    for word in clause.words[at : min(clause.last, at + _NEAR)]:
        mention = clause.covering(word)
        if mention is not None:
            return clause.joined(mention, clause.inside)
    return []
