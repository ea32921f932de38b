"""Which party a name stands for here, where it may stand for several or be a common word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sijill.catalogue.parties import parties
from sijill.languages.names import looks
from sijill.languages.pack import entries
from sijill.mentions.lexicon import Match
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, Senses
from sijill.passages.folding import fold
from sijill.records import Language


def count_states(scans: Sequence[Scan]) -> Counter[str]:
    """How often a document names each state, by names that mean no other."""
    counts: Counter[str] = Counter()
    for scan in scans:
        for match in scan.matches:
            named = {sense.parties for sense in match.value if sense.kind == "party"}
            if len(named) == 1:
                (ids,) = named
                if parties()[ids[0]].kind == "state":
                    counts[ids[0]] += 1
    return counts


def home_of(counts: Counter[str]) -> str | None:
    """The state that a document names most, where it makes half of all its mentions of states."""
    if not counts:
        return None
    state, most = counts.most_common(1)[0]
    return state if 2 * most >= counts.total() else None


def party_sense(scan: Scan, match: Match[Senses]) -> Sense | None:
    """The party a name stands for: of several, the one that the document names most by other names.

    A name that is also an adjective ("السعودية") is one after a definite noun; a state comes before a
    capital of the same name.
    """
    senses = [sense for sense in match.value if sense.kind == "party"]
    if len(senses) < 2:
        return senses[0] if senses else None
    most = max(scan.counts.get(sense.parties[0], 0) for sense in senses)
    senses = [sense for sense in senses if scan.counts.get(sense.parties[0], 0) == most]
    adjective = next((sense for sense in senses if sense.form == "nisba"), None)
    before = scan.folded(match.first - 1)
    if adjective is not None and match.first and looks(scan.language).without_article(before):
        return adjective
    return next((sense for sense in senses if sense.form == "name"), senses[0])


def fits(scan: Scan, match: Match[Senses]) -> bool:
    """Whether the words around a name that is also a common word let it be a name.

    A word of that list that a name with a proclitic is written like ("وزاريا") is never the name.
    """
    if match.last - match.first > 1:
        return True
    word = scan.words[match.first]
    if match.start > word.start and word.folded in _cautious(scan.language):
        return False
    rule = _cautious(scan.language).get(word.folded[match.start - word.start :])
    if rule is None:
        return True
    after, not_after, not_before = rule
    before = scan.folded(match.first - 1)
    if (after and before not in after and match.start == word.start) or before in not_after:
        return False
    return scan.folded(match.last) not in not_before


@cache
def _cautious(language: Language) -> dict[str, tuple[frozenset[str], ...]]:
    return {
        fold(word): tuple(
            frozenset(fold(other) for other in entry.texts(field))
            for field in ("after", "not_after", "not_before")
        )
        for entry in entries(language, "cautious")
        for word in entry.words
    }
