"""Series: a meeting told by its number alone is one of the numbered meeting that the text is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.meetings.candidate import Candidate
from sijill.records import Participant

_SITTINGS = ("meet", "summit", "session")
_LEAD = 3
_NOT_NUMBERED = ("visit", "call", "calls")


def continue_series(candidates: Sequence[Candidate]) -> None:
    """Give those told as one of a series, by number or as past or to come, what they share with it."""
    _continue_numbers(candidates)
    _continue_forum(candidates)


def _continue_numbers(candidates: Sequence[Candidate]) -> None:
    """Give those told by number alone ("the first had been held in May") what they share with their series.

    That is the format, the level and the parties; a lower number was held earlier, a higher one is planned.
    """
    known = next((one for one in candidates if one.format is not None and one.ordinal is not None), None)
    if known is None or known.ordinal is None:
        return
    members = [Participant(party) for party in dict.fromkeys(one.party for one in known.participants)]
    for one in candidates:
        number = one.ordinal or (1 if one.first else None)
        if number in (None, known.ordinal) or one.format is not None or one.sort in _NOT_NUMBERED:
            continue
        if number is not None and (abs(number - known.ordinal) == 1 or one.parties() <= known.parties()):
            one.format, one.level, one.ordinal = known.format, known.level, number
            one.participants = [replace(member) for member in members]
            one.earlier, one.planned = number < known.ordinal, number > known.ordinal
            one.bare = False


def _continue_forum(candidates: Sequence[Candidate]) -> None:
    """Give a meeting told as past or to come, with its own day or place and no name, the forum of the report.

    "The previous summit was held in Lima" is of the forum whose sitting the text tells first, as held now.
    """
    held = next((one for one in candidates if len(one.parties()) > 1 or one.format is not None), None)
    if held is None or held.format is None or held.earlier or held.planned or held.passage > _LEAD:
        return
    for one in candidates:
        apart = one.recalled or one.earlier or one.planned
        sitting = one.bare and one.format is None and one.sort in _SITTINGS and one.level != "officials"
        if sitting and apart and one.start_date and one.city and one.city != held.city:
            one.format, one.level = held.format, one.level or held.level
            one.participants, one.bare = [], False
