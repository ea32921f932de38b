"""Cities in a text, under the English name in use on the document's day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sijill.mentions.scan import Scan
from sijill.mentions.senses import sense_of
from sijill.records import Mention


def find_places(scans: Sequence[Scan], day: date | None, taken: Collection[int]) -> list[Mention]:
    """Mentions of cities, in order; words that begin at a place in `taken` are others' already."""
    found = []
    for scan in scans:
        for match in scan.matches:
            sense = sense_of(match.value, "place")
            if sense is None or sense.place is None or scan.words[match.first].start in taken:
                continue
            city = sense.place
            found.append(
                Mention(match.start, match.end, "place", name=city.name_on(day), country=city.country or None)
            )
    return found
