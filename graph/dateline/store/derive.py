"""Making a graph follow the records it is derived from, writing only what differs.

What an article's graph holds depends on its record, on what its events and actors are in the story, and on this code: a stamp
of all three is kept beside the record. Articles whose stamp is unchanged are passed over; all others are compared with what is
stored. A stamp is forgotten before its graph is touched and noted when that is on disk, so that a build may be killed at any
moment.
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache

import pyoxigraph as ox

from dateline import __version__
from dateline.model import Document, Story
from dateline.resources import PACKAGE
from dateline.store.evidence import evidence
from dateline.store.facts import facts
from dateline.store.places import Places, places
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import Names

Merge = Callable[[Iterable[Document]], Story]

ATOMIC = 100_000  # quads written in one transaction at most; more would be held in memory twice


def derive(graph: ox.Store, shelf: Shelf, names: Names, merge: Merge) -> None:
    """Bring a graph up to date. Evidence is written first, so that no fact is seen without it."""
    kept = list(shelf.kept())
    documents = [document for _, document in kept]
    story = merge(documents)
    where = places(story)
    stamps = {document.article.id: _stamp(record, document, where, names) for record, document in kept}
    outdated = shelf.forget_all_but(stamps)
    difference = _Difference(graph)
    expected = {names.facts}
    for document in documents:
        name = names.evidence(document.article.id)
        expected.add(name)
        if document.article.id in outdated:
            difference.compare(name, evidence(document, where, names))
    stale = [name for name in graph.named_graphs() if name not in expected]
    for gone in stale:
        difference.compare(gone, set())
    difference.compare(names.facts, facts(story, documents, where, names) if documents else set())
    difference.write()
    for gone in stale:
        graph.remove_graph(gone)  # empty by now; Oxigraph would keep the name
    graph.flush()
    shelf.settle(stamps)


def _stamp(record: str, document: Document, where: Places, names: Names) -> str:
    """What stands for all that an article's graph is made from."""
    key = document.article.id
    parts = [_code(), record, names.base, where.publisher(document.article.publisher or "", names).value]
    parts += [where.events.get((key, event.id), "") for event in document.events]
    parts += [where.actors.get((key, actor.id), "") for actor in document.actors]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _code() -> str:
    """What stands for the code that makes the graph: a change of it makes every graph anew."""
    made = hashlib.sha256(__version__.encode())
    for path in sorted((PACKAGE / "store").glob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()


class _Difference:
    """What has to be deleted from and inserted into a graph store, written in as few atomic steps as memory allows."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.fresh = not len(graph)
        self.deleted: list[ox.Quad] = []
        self.inserted: list[ox.Quad] = []

    def compare(self, name: ox.NamedNode | ox.BlankNode, wanted: set[ox.Quad]) -> None:
        """Note how a named graph differs from what it should hold."""
        if len(self.deleted) + len(self.inserted) + len(wanted) > ATOMIC:
            self.write()
        held = set() if self.fresh else set(self.graph.quads_for_pattern(None, None, None, name))
        self.deleted += held - wanted
        self.inserted += wanted - held if held else wanted

    def write(self) -> None:
        """Write what was noted, all or nothing."""
        if self.deleted:
            self.graph.update(f"DELETE DATA {{\n{_pattern(self.deleted)}}} ;\nINSERT DATA {{\n{_pattern(self.inserted)}}}")
        elif len(self.inserted) > ATOMIC // 2:
            self.graph.bulk_extend(self.inserted)
        elif self.inserted:
            self.graph.extend(self.inserted)
        self.deleted, self.inserted = [], []


def _pattern(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}\n" for q in quads)
