"""Attendance: who else sits in the meeting of a forum, by rank, when the whole text is about that meeting."""

from __future__ import annotations

from collections.abc import Iterable

from sijill.catalogue.parties import parties
from sijill.meetings.candidate import Candidate
from sijill.meetings.level import RANKS
from sijill.meetings.participants import of
from sijill.mentions.mentions import Mentions
from sijill.records import Mention

_DAY = 10


def add_speakers(meetings: list[Candidate], mentions: Mentions) -> None:
    """Add to the one sitting of a forum, neither past nor to come, those of its rank whom the text names."""
    sittings = [one for one in meetings if one.format in parties() and not (one.recalled or one.planned)]
    if len(sittings) > 1:
        sittings = [one for one in sittings if not one.earlier]
    if len(sittings) != 1 or sittings[0].aside or _is_of_another(sittings[0], meetings):
        return
    sitting, known = sittings[0], parties().get(sittings[0].format or "")
    if known is None or (known.kind == "format" and len(known.members) <= len(sitting.participants)):
        return
    level = "officials" if known.kind == "body" else sitting.level
    ranks = dict(RANKS).get(level or "other", frozenset())
    for mention in _of_rank(mentions, ranks, known.members):
        for participant in of(mention):
            sitting.add(participant)


def _is_of_another(sitting: Candidate, meetings: list[Candidate]) -> bool:
    """Whether the text is the report of talks with a day of their own that it tells before the sitting."""
    first = meetings[0]
    return first.format is None and len(first.start_date or "") == _DAY and first.passage < sitting.passage


def _of_rank(mentions: Mentions, ranks: frozenset[str], members: tuple[str, ...]) -> Iterable[Mention]:
    for mention in mentions:
        named = mention.kind == "person" or (mention.kind == "office" and "ambassador" in ranks)
        ours = not members or any(party in members for party in mention.parties)
        if named and mention.office in ranks and ours:
            yield mention
