"""Groups: who "the three leaders" and "the ministers" are, from the list that names them shortly before."""

from __future__ import annotations

from sijill.meetings.frame import Placed, Sentence, placed
from sijill.meetings.triggers import Cues
from sijill.records import Participant

_TITLE_WITHIN = 4
_JOINED_WITHIN = 12
_MANY = 3
_LONGEST = 400


def told_before(sentence: Sentence) -> list[Participant]:
    """Who stands in the last list of leaders or ministers before a sentence; empty where there is none."""
    for passage in (sentence.passage, *reversed(sentence.earlier)):
        if len(passage.words) > _LONGEST:
            continue
        found = placed(passage, sentence.known)
        cues = Cues(passage.words, passage.language)
        listed = _titled(found, cues) or _named(found)
        if listed:
            return listed
    return []


def _titled(found: tuple[Placed, ...], cues: Cues) -> list[Participant]:
    """Those of "the foreign ministers of A, B and C"."""
    states = [
        one
        for one in found
        if one.mention.kind == "party" and one.mention.form != "nisba" and one.mention.parties
    ]
    for number, one in enumerate(states):
        titles = cues.within(one.first - _TITLE_WITHIN, one.last, "leaders", "ministers", "foreign")
        kinds = {match.value for match in titles}
        if not kinds & {"leaders", "ministers"}:
            continue
        row = [one]
        for other in states[number + 1 :]:
            if other.first - row[-1].last > 1:
                break
            row.append(other)
        if len(row) > 1:
            office = (
                "head-of-state"
                if "leaders" in kinds
                else "foreign-minister"
                if "foreign" in kinds
                else "minister"
            )
            return [Participant(party, office=office) for member in row for party in member.mention.parties]
    return []


def _named(found: tuple[Placed, ...]) -> list[Participant]:
    """Three or more persons of different parties, one soon after the other."""
    row: list[Placed] = []
    for one in found:
        if one.mention.kind != "person" or not one.mention.parties:
            continue
        if row and one.first - row[-1].last > _JOINED_WITHIN:
            row = []
        if not any(set(one.mention.parties) & set(other.mention.parties) for other in row):
            row.append(one)
    if len(row) < _MANY:
        return []
    return [
        Participant(one.mention.parties[0], one.mention.name, one.mention.latin, one.mention.office)
        for one in row
    ]
