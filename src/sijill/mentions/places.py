"""Cities in a text, under the English name in use on the document's day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sijill.mentions.choice import fits, party_sense
from sijill.mentions.scan import Scan
from sijill.mentions.senses import sense_of
from sijill.records import Mention


def find_places(
    scans: Sequence[Scan], counts: Mapping[str, int], day: date | None, taken: Collection[int]
) -> list[Mention]:
    """Mentions of cities, in order; words that begin in `taken` are others' already.

    `counts` says how often the document names each state: a city whose name is also that of another
    state ("عمان") must be in the one named more.
    """
    found = []
    for scan in scans:
        for match in scan.matches:
            sense = sense_of(match.value, "place")
            if sense is None or sense.place is None or scan.words[match.first].start in taken:
                continue
            city = sense.place
            party = party_sense(scan, match, counts)
            if not fits(scan, match) or (party is not None and party.parties[0] != city.country):
                continue
            found.append(
                Mention(match.start, match.end, "place", name=city.name_on(day), country=city.country or None)
            )
    return found
