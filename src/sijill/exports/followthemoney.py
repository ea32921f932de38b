"""FollowTheMoney entities, one a line of JSON: meetings as events, who sat there, the texts that tell it.

The model: followthemoney.tech. Ids are made of what they name, so that two exports agree.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from sijill.catalogue.parties import parties
from sijill.exports.tables import Line, Table

_STATE = 2


def write_entities(meetings: Table, documents: Table, out: TextIO) -> None:
    """All entities, each once, in a stable order."""
    found = {entity["id"]: entity for entity in _entities(meetings, documents)}
    for id in sorted(found, key=str):
        out.write(json.dumps(found[id], ensure_ascii=False) + "\n")


def _entities(meetings: Table, documents: Table) -> Iterator[Mapping[str, object]]:
    texts = {line["source"]: _id("document", line["document"]) for line in documents.lines}
    for line in documents.lines:
        named = {"title": [line["source"]], "publishedAt": _known(line["published"])}
        named["publisher"] = _known(line["publisher"])
        yield _entity("Document", texts[line["source"]], named)
    for meeting in meetings.lines:
        present = [(each, _person(each)) for each in meeting["participants"]]
        yield from (_party(party) for party in meeting["parties"])
        yield from (person for _, person in present if person)
        involved = [_id("party", party) for party in meeting["parties"]]
        involved += [str(person["id"]) for _, person in present if person]
        proof = [texts[source] for source in meeting["documents"] if source in texts]
        yield _entity("Event", _id("meeting", meeting["id"]), _event(meeting, involved, proof))


def _event(meeting: Line, involved: Sequence[str], proof: Sequence[str]) -> Mapping[str, Sequence[str]]:
    named = " ".join(filter(None, [meeting["format"] or "talks", meeting["start_date"]]))
    return {
        "name": [named],
        "startDate": _known(meeting["start_date"]),
        "endDate": _known(meeting["end_date"]),
        "location": _known(meeting["city"]),
        "country": _known(meeting["country"] and meeting["country"].lower()),
        "involved": involved,
        "proof": proof,
    }


def _party(party: str) -> Mapping[str, object]:
    known = parties().get(party)
    state = party.isupper() and len(party) == _STATE
    names = {"name": [known.named("en") if known else party]}
    if state:
        return _entity("PublicBody", _id("party", party), {**names, "country": [party.lower()]})
    return _entity("Organization", _id("party", party), names)


def _person(participant: Mapping[str, str | None]) -> Mapping[str, object] | None:
    name, party = participant["latin"] or participant["person"], participant["party"] or ""
    if not name:
        return None
    country = [party.lower()] if party.isupper() and len(party) == _STATE else []
    alias = [other for other in [participant["person"]] if other and other != name]
    named = {"name": [name], "alias": alias, "position": _known(participant["office"]), "country": country}
    return _entity("Person", _id("person", f"{name} {party}"), named)


def _entity(schema: str, id: str, properties: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    kept = {name: list(values) for name, values in properties.items() if values}
    return {"id": id, "schema": schema, "properties": kept}


def _known(value: object) -> list[str]:
    return [str(value)] if value else []


def _id(kind: str, of: str) -> str:
    return f"sijill-{kind}-{hashlib.sha1(of.encode(), usedforsecurity=False).hexdigest()[:16]}"
