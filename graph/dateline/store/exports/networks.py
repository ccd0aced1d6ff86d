"""Actors and events as a network, for Gephi and its like: events have dates, edges say who plays which role in what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from dateline.store.exports.told import events

if TYPE_CHECKING:
    from dateline.store.graph import Store

_BROKEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), 65533)  # XML cannot hold them


def graphml(store: "Store") -> Iterator[str]:
    """GraphML: dates are attributes of events."""
    return (f"{line}\n" for line in nx.generate_graphml(_network(store), named_key_ids=True))


def gexf(store: "Store") -> Iterator[str]:
    """GEXF: the network over time. An event is there from its first possible day to its last, an actor always."""
    network = _network(store)
    network.graph.update(mode="dynamic", timeformat="date")
    for line in nx.generate_gexf(network):
        if "lastmodifieddate" in line:  # today's date would make each file another
            line = "  <meta>"
        yield f"{line}\n"


def _network(store: "Store") -> "nx.MultiDiGraph[str]":
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    told = events(store)
    for event in told:
        known = {"edtf": event.edtf, "type": event.type}
        if event.first and event.last:
            known |= {"start": event.first.isoformat(), "end": event.last.isoformat()}
        attributes: dict[str, Any] = {"kind": "event", "status": event.status, "contested": event.contested}
        if event.confidence is not None:
            attributes["confidence"] = event.confidence
        attributes |= {key: _plain(value) for key, value in known.items() if value}
        network.add_node(event.iri, label=_plain(event.label), **attributes)
    actors = store.select("SELECT ?a ?name ?type { ?a rdfs:label ?name ; dl:actorType ?type } ORDER BY ?a").rows
    for iri, name, kind in actors:
        network.add_node(str(iri), label=_plain(str(name)), kind="actor", type=_plain(str(kind)))
    for event in told:
        for part in event.parts:
            key = f"{event.iri} {part.role} {part.iri}"
            network.add_edge(event.iri, part.iri, key=key, label=part.role)
    return network


def _plain(text: str) -> str:
    return text.translate(_BROKEN)
