"""Signers: in whose name a joint text speaks, by its headline."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.meetings.candidate import Candidate
from sijill.meetings.format import kind_of
from sijill.meetings.triggers import Cues
from sijill.mentions.mentions import Mentions
from sijill.records import Participant, Passage


def signers(passages: Sequence[Passage], mentions: Mentions) -> tuple[Participant, ...]:
    """The persons and states that the headline of a joint text names, each state once; else none.

    What the text is about ("on …") stands after its signers.
    """
    headline = next(iter(passages), None)
    if headline is None:
        return ()
    cues = Cues(headline.words, headline.language)
    if not cues.within(0, len(headline.words), "joint"):
        return ()
    found: dict[str, Participant] = {}
    topics = [match.start for match in cues.within(0, len(headline.words), "topic")]
    for one in mentions.within(headline.start, headline.end, "person", "office", "party"):
        sided = one.form != "nisba" and one.parties
        if len(found) > 1 and any(start < one.start for start in topics):
            break
        if sided and kind_of(one.parties[0]) in ("state", "organisation"):
            party = one.parties[0]
            name = one.name if one.kind == "person" else None
            found.setdefault(party, Participant(party, name, one.latin, one.office))
    return tuple(found.values()) if len(found) > 1 else ()


def take_signers(one: Candidate, joint: Sequence[Participant]) -> None:
    """Put the signers into the sitting of a forum for which nobody is named."""
    if one.format is not None and not one.participants:
        one.participants = [Participant(signer.party) for signer in joint]
