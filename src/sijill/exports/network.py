"""A GEXF network of parties and the meetings they sat in, written by networkx; Gephi opens it."""

from __future__ import annotations

from typing import BinaryIO

import networkx  # type: ignore[import-untyped]

from sijill.exports.tables import Table


def write_network(meetings: Table, out: BinaryIO) -> None:
    """Parties and meetings as nodes, a taking part as an edge with its role; meetings carry their days."""
    graph = networkx.Graph()
    for meeting in meetings.lines:
        named = " ".join(filter(None, [meeting["format"] or "talks", meeting["start_date"], meeting["city"]]))
        day = {"day": meeting["first_day"].isoformat()} if meeting["first_day"] else {}
        graph.add_node(meeting["id"], label=named, kind="meeting", **day)
        roles = {each["party"]: each["role"] for each in meeting["participants"]}
        for party in meeting["parties"]:
            graph.add_node(party, label=party, kind="party")
            graph.add_edge(party, meeting["id"], role=roles.get(party, "member"))
    networkx.write_gexf(graph, out)
