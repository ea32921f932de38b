"""Events shaped like those of PLOVER and POLECAT: one line for each pair of actor and recipient.

PLOVER: Halterman et al., "PLOVER and POLECAT: A New Political Event Ontology and Dataset" (2023). How act
types map, and what has no place in PLOVER, is told in `docs/exports.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations, product
from types import MappingProxyType

from sijill.exports.tables import Line, Table, columns

COOPERATION, CONFLICT = "verbal cooperation", "verbal conflict"
# A bare statement says nothing of cooperation or conflict: it is no event of PLOVER.
TYPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "commit": ("AGREE", COOPERATION),
        "decide": ("AGREE", COOPERATION),
        "propose": ("REQUEST", CONFLICT),
        "urge": ("REQUEST", CONFLICT),
        "support": ("SUPPORT", COOPERATION),
        "praise": ("SUPPORT", COOPERATION),
        "oppose": ("REJECT", CONFLICT),
        "concern": ("ACCUSE", CONFLICT),
    }
)
MEETING = ("CONSULT", COOPERATION)


def events(acts: Table, meetings: Table) -> Table:
    """The acts that PLOVER has a type for, and every meeting held, as pairs of parties."""
    lines = [line for act in acts.lines for line in _of_act(act)]
    lines += [line for meeting in meetings.lines if meeting["held"] for line in _of_meeting(meeting)]
    return Table.of("events", columns()["events"], lines)


def _of_act(act: Line) -> Iterator[Line]:
    if act["type"] not in TYPES:
        return
    type, quad = TYPES[act["type"]]
    recipients = act["addressees"] or act["about"] or [None]
    for number, (actor, recipient) in enumerate(product(act["actors"] or [None], recipients), 1):
        yield {
            "event_id": f"{act['id']}-{number}",
            "event_date": act["first_day"],
            "event_type": type,
            "quad_code": quad,
            "actor": actor,
            "recipient": recipient,
            "contexts": act["topics"],
            "speaker": act["speaker"],
            "text": act["quote"],
            "source": act["source"],
        }


def _of_meeting(meeting: Line) -> Iterator[Line]:
    type, quad = MEETING
    for number, (actor, recipient) in enumerate(permutations(meeting["parties"], 2), 1):
        yield {
            "event_id": f"{meeting['id']}-{number}",
            "event_date": meeting["first_day"],
            "event_type": type,
            "quad_code": quad,
            "actor": actor,
            "recipient": recipient,
            "city": meeting["city"],
            "country": meeting["country"],
            "source": "; ".join(meeting["documents"]),
        }
