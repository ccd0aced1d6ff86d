"""The graph as RDF text: Turtle, and with its named graphs as TriG and N-Quads."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from dateline.store import turtle as writer
from dateline.store.about import void

__all__ = ["nquads", "trig", "turtle", "void"]

if TYPE_CHECKING:
    from dateline.store.graph import Store


def turtle(store: "Store") -> Iterator[str]:
    """Turtle: the union of all graphs."""
    return store.turtle()


def trig(store: "Store") -> Iterator[str]:
    """TriG: each graph as Turtle, the graph of events first."""
    yield from writer.header(store.base)
    for name, quads in _by_graph(store).items():
        yield from writer.block(name, (quad.triple for quad in quads), store.base)


def nquads(store: "Store") -> Iterator[str]:
    """N-Quads, sorted within each graph."""
    for quads in _by_graph(store).values():
        yield "".join(f"{line} .\n" for line in sorted(map(str, quads)))


def _by_graph(store: "Store") -> dict[ox.NamedNode, list[ox.Quad]]:
    """The quads of each graph, in the order of their names, that of the events first."""
    groups: dict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
    for quad in store.quads():
        assert isinstance(quad.graph_name, ox.NamedNode)
        groups[quad.graph_name].append(quad)
    facts = store.names.facts
    return dict(sorted(groups.items(), key=lambda item: (item[0] != facts, item[0].value)))
