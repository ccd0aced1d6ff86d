"""The event types of `schema/event-types.ttl`, with the types above them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from dateline import resources
from dateline.store.vocabulary import DLT, PREFIXES, SEM, SKOS, TYPE

_DESCRIBING = ("prefLabel", "notation", "broader")


@cache
def _scheme() -> dict[ox.NamedNode, tuple[ox.Triple, ...]]:
    """What the file says of each type that a graph should repeat."""
    path = resources.path("schema", "event-types.ttl")
    known: dict[ox.NamedNode, list[ox.Triple]] = defaultdict(list)
    wanted = {SKOS(name) for name in _DESCRIBING}
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        subject = quad.subject
        if quad.predicate in wanted and isinstance(subject, ox.NamedNode) and subject.value.startswith(PREFIXES["dlt"]):
            known[subject].append(quad.triple)
    return {subject: tuple(triples) for subject, triples in known.items()}


def describe(codes: Iterable[str]) -> Iterator[ox.Triple]:
    """The triples that describe types and all types above them; a type that the file lacks is named by its code."""
    todo, done = [DLT(code) for code in codes], set()
    while todo:
        node = todo.pop()
        if node in done:
            continue
        done.add(node)
        said = _scheme().get(node, ())
        yield from (ox.Triple(node, TYPE, cls) for cls in (SKOS("Concept"), SEM("EventType")))
        yield from said or (ox.Triple(node, SKOS("prefLabel"), ox.Literal(node.value.removeprefix(PREFIXES["dlt"]))),)
        todo += [t.object for t in said if t.predicate == SKOS("broader") and isinstance(t.object, ox.NamedNode)]
