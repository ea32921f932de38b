"""All mentions of a document: parties, persons, offices, places, dates and amounts."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.mentions.amounts import find_amounts
from sijill.mentions.choice import count_states, home_of
from sijill.mentions.dates import base_of, find_dates
from sijill.mentions.mentions import Mentions
from sijill.mentions.parties import find_parties
from sijill.mentions.persons import find_persons
from sijill.mentions.places import find_places
from sijill.mentions.scan import Scan
from sijill.records import Document, Mention, Passage


def find_mentions(document: Document, passages: Sequence[Passage]) -> Mentions:
    """The mentions of a document's passages, sorted by where they start.

    Names within the name of a person or office are part of it, not mentions of their own. A capital
    may be both a party and a place, at the same words.
    """
    scans = [Scan(document.text, passage) for passage in passages]
    counts = count_states(scans)
    for scan in scans:
        scan.counts = counts
    persons = find_persons(document, scans, home_of(counts))
    taken = _words_of(scans, persons)
    parties = find_parties(scans, taken)
    places = find_places(scans, base_of(document, passages), taken)
    others = [*find_dates(document, passages), *find_amounts(document, passages)]
    return Mentions((*persons, *parties, *places, *others))


def _words_of(scans: Sequence[Scan], mentions: Sequence[Mention]) -> set[int]:
    """Where the words begin that the mentions hold, whole or in part."""
    spans = sorted((mention.start, mention.end) for mention in mentions)
    found: set[int] = set()
    at = 0
    for scan in scans:
        for word in scan.words:
            while at < len(spans) and spans[at][1] <= word.start:
                at += 1
            if at < len(spans) and spans[at][0] < word.end:
                found.add(word.start)
    return found
