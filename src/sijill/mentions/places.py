"""Cities in a text, under the English name in use on the document's day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache

from sijill.catalogue.parties import parties
from sijill.catalogue.places import Place
from sijill.mentions.choice import fits, party_sense
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.phrases import kind_words
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, Senses, sense_of
from sijill.records import Language, Mention

_COMMAS = frozenset("،,")


def find_places(scans: Sequence[Scan], day: date | None, taken: Collection[int]) -> list[Mention]:
    """Mentions of cities, in order; words that begin in `taken` are others' already.

    A city whose name is also that of another state ("عمان") must be in the one that the document names more.
    """
    found = []
    for scan in scans:
        for match in scan.matches:
            sense = sense_of(match.value, "place")
            if sense is None or sense.place is None or scan.words[match.first].start in taken:
                continue
            city = sense.place
            party = party_sense(scan, match)
            if not fits(scan, match) or (party is not None and _is_elsewhere(party, city)):
                continue
            found.append(
                Mention(match.start, match.end, "place", name=city.name_on(day), country=city.country or None)
            )
        found += _capitals(scan, day)
    return found


def _capitals(scan: Scan, day: date | None) -> Iterator[Mention]:
    """The capitals told by their state alone: "the Tajik capital", "the capital of Tajikistan"."""
    heads = _heads(scan.language).matches(scan.words)
    before = {match.last: match for match in scan.matches} if heads else {}
    for head in heads:
        after = head.last + (scan.folded(head.last) in kind_words(scan.language, "inner"))
        for match in (before.get(head.first), scan.match(after)):
            city = _capital_of(match)
            if match is not None and city is not None and not _named(scan, max(match.last, head.last)):
                start, end = min(match.start, head.start), max(match.end, head.end)
                yield Mention(start, end, "place", name=city.name_on(day), country=city.country)
                break


@cache
def _heads(language: Language) -> Lexicon[None]:
    """The words for a capital."""
    return Lexicon.of_words(((word,), None) for word in kind_words(language, "capital"))


def _named(scan: Scan, index: int) -> bool:
    """Whether the city itself is named right after ("the Uzbek capital, Tashkent")."""
    index += scan.folded(index) in _COMMAS
    return scan.sense(index, "place") is not None


def _capital_of(match: Match[Senses] | None) -> Place | None:
    """The capital of the state that a name or adjective stands for."""
    party = sense_of(match.value, "party") if match is not None else None
    if party is None or party.form == "capital" or len(party.parties) != 1:
        return None
    state = parties()[party.parties[0]]
    capitals = state.forms["en"].capitals
    return Place(capitals[0], state.id, (), (), ()) if capitals and state.kind == "state" else None


def _is_elsewhere(party: Sense, city: Place) -> bool:
    """Whether the name stands for a state that the city is not in."""
    (state,) = party.parties
    return parties()[state].kind == "state" and state != city.country
