"""Who is connected with whom: actors joined by the events they take part in.

SPARQL's property paths tell that two actors are connected, not how, and slowly; so the network is read once and searched by
networkx.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import networkx as nx

from dateline.errors import OptionError

if TYPE_CHECKING:
    from dateline.store.graph import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Two actors and an event that joins them."""

    source: str  # their IRIs and names
    source_name: str
    event: str
    label: str
    status: str
    target: str
    target_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An actor near another."""

    iri: str
    name: str
    distance: int  # events between them, at least
    events: int  # that both take part in


class Network:
    """The actors and events of a store. Unreal events (denied, negated) join nobody."""

    def __init__(self, store: "Store") -> None:
        self._graph: nx.Graph[str] = nx.Graph()
        self._names: dict[str, str] = {}
        self._called: dict[str, set[str]] = {}
        self._events: dict[str, tuple[str, str]] = {}
        for iri, name, main in sorted(store.select(_NAMES).rows, key=str):
            if main:
                self._names.setdefault(str(iri), str(name))
            self._called.setdefault(str(name).casefold(), set()).add(str(iri))
        for event, actor, label, status in sorted(store.select(_PARTS).rows, key=str):
            self._events[str(event)] = (str(label), str(status))
            self._graph.add_edge(str(actor), str(event))

    def actor(self, name: str) -> str:
        """The IRI of an actor by name or IRI; of several, that with the most events. Raises OptionError."""
        if name in self._names:
            return name
        found = self._called.get(name.casefold(), set())
        if not found:
            near = {i for called, iris in self._called.items() if name.casefold() in called for i in iris}
            like = sorted({self._names[i] for i in near if i in self._names})[:5]
            hint = f"; names like it: {', '.join(like)}" if like else ""
            raise OptionError(f"there is no actor {name!r}{hint}")
        return min(found, key=lambda iri: (-self._degree(iri), iri))

    def _degree(self, iri: str) -> int:
        return len(self._graph[iri]) if iri in self._graph else 0

    def paths(self, source: str, target: str, *, limit: int = 10) -> Iterator[tuple[Step, ...]]:
        """The shortest ways from one actor to another, at most so many; none where they are not connected."""
        if source == target or source not in self._graph or target not in self._graph:
            return
        try:
            for path in islice(nx.all_shortest_paths(self._graph, source, target), limit):
                yield tuple(self._step(*path[i : i + 3]) for i in range(0, len(path) - 2, 2))
        except nx.NetworkXNoPath:
            return

    def _step(self, source: str, event: str, target: str) -> Step:
        label, status = self._events[event]
        names = (self._names.get(iri, iri) for iri in (source, target))
        source_name, target_name = names
        return Step(
            source=source,
            source_name=source_name,
            event=event,
            label=label,
            status=status,
            target=target,
            target_name=target_name,
        )

    def around(self, actor: str, *, hops: int = 1) -> tuple[Neighbour, ...]:
        """The actors that are reached over so many events, the nearest and closest first."""
        if actor not in self._graph:
            return ()
        reached = nx.single_source_shortest_path_length(self._graph, actor, cutoff=2 * hops)
        shared = Counter(other for event in self._graph[actor] for other in self._graph[event])
        found = [
            Neighbour(iri=iri, name=self._names.get(iri, iri), distance=length // 2, events=shared[iri])
            for iri, length in reached.items()
            if length and iri not in self._events
        ]
        return tuple(sorted(found, key=lambda n: (n.distance, -n.events, n.name, n.iri)))


_NAMES = """
SELECT ?actor ?name ?main {
  ?actor dl:actorType ?type .
  { ?actor rdfs:label ?name BIND(true AS ?main) } UNION { ?actor skos:altLabel ?name BIND(false AS ?main) }
}"""
_PARTS = """
SELECT ?event ?actor ?label ?status {
  ?event a sem:Event ; sem:hasActor ?actor ; rdfs:label ?label ; dl:status ?status .
  FILTER(?status NOT IN ("denied", "negated"))
}"""
