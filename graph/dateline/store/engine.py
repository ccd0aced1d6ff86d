"""What a store needs of the engine that keeps its graph: to answer queries, to hand out its quads, to take changes.

A change gives a graph, or one subject's part of it, other statements in place of all it had. So an engine need not be asked what
it holds, and the same changes may come twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

Bindings = Mapping[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple]
Name = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True, slots=True)
class Change:
    """What a graph, or what it says of one subject, is to be from now on."""

    graph: Name
    subject: ox.NamedNode | None  # None for the whole graph
    quads: Iterable[ox.Quad]


class Engine(Protocol):
    """Keeps quads and answers SPARQL."""

    def solve(self, sparql: str, *, base: str, bindings: Bindings | None = None) -> Answer:
        """Start a query over the union of all graphs. Raises QueryError."""
        ...

    def quads(self) -> Iterator[ox.Quad]:
        """All quads."""
        ...

    def graphs(self) -> Iterable[Name]:
        """The names of all graphs."""
        ...

    def write(self, changes: Sequence[Change]) -> None:
        """Make changes, all or none of them."""
        ...

    def finish(self) -> None:
        """See to it that what was written stays."""
        ...

    def __len__(self) -> int: ...

    def close(self) -> None: ...


class Embedded:
    """Oxigraph in this process, in memory or on disk."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self._fresh = not len(graph)

    def solve(self, sparql: str, *, base: str, bindings: Bindings | None = None) -> Answer:
        from dateline.store.query import run

        return run(self.graph, sparql, base=base, bindings=bindings)

    def quads(self) -> Iterator[ox.Quad]:
        return iter(self.graph)

    def graphs(self) -> Iterable[Name]:
        return self.graph.named_graphs()

    def write(self, changes: Sequence[Change]) -> None:
        """Write only what differs, in one transaction; what fills an empty store goes in by Oxigraph's bulk loader."""
        deleted: list[ox.Quad] = []
        inserted: list[ox.Quad] = []
        emptied = [change.graph for change in changes if change.subject is None and not change.quads]
        for change in changes:
            wanted = set(change.quads)
            held = set() if self._fresh else set(self.graph.quads_for_pattern(change.subject, None, None, change.graph))
            deleted += held - wanted
            inserted += wanted - held
        if deleted:
            self.graph.update(f"DELETE DATA {{\n{_pattern(deleted)}}} ;\nINSERT DATA {{\n{_pattern(inserted)}}}")
        elif self._fresh:
            self.graph.bulk_extend(inserted)
        elif inserted:
            self.graph.extend(inserted)
        for name in emptied:
            self.graph.remove_graph(name)  # Oxigraph would keep the name

    def finish(self) -> None:
        self.graph.flush()
        self._fresh = not len(self.graph)

    def __len__(self) -> int:
        return len(self.graph)

    def close(self) -> None:
        del self.graph  # Oxigraph lets go of its lock with its last reference


def _pattern(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}\n" for q in quads)
