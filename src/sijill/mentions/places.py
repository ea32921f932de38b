"""Cities in a text, under the English name in use on the document's day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sijill.catalogue.parties import parties
from sijill.catalogue.places import Place
from sijill.mentions.choice import fits, party_sense
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, sense_of
from sijill.records import Mention


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
    return found


def _is_elsewhere(party: Sense, city: Place) -> bool:
    """Whether the name stands for a state that the city is not in."""
    (state,) = party.parties
    return parties()[state].kind == "state" and state != city.country
