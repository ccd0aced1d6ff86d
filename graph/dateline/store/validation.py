"""Whether a graph obeys the shapes of `schema/shapes.ttl` (SHACL, by pyshacl).

A store is looked at part by part, so that a large one needs no more memory than a small one: some articles at a time, then some
events and actors at a time, as many as have so many statements, each part with what its shapes look at besides.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from dateline import resources
from dateline.errors import StoreError

if TYPE_CHECKING:
    import rdflib

    from dateline.store.graph import Store

T = TypeVar("T")

PART = 5_000  # statements looked at together, which bring three times as many with them
THINGS = 400  # asked for in one query


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A rule that something in a graph breaks."""

    node: str  # IRI of the thing
    rule: str  # IRI of the property shape's owner, or of the node shape
    message: str
    value: str | None = None  # the value that breaks it, where there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a validation found."""

    problems: tuple[Problem, ...] = ()

    @property
    def conforms(self) -> bool:
        return not self.problems


def validate(graph: "rdflib.Graph", nodes: Collection[str] | None = None) -> Report:
    """Check a graph, as `Store.to_rdflib()` gives it, or some of its nodes, against the shapes. Problems come sorted."""
    try:
        import pyshacl
    except ImportError:
        raise StoreError("checking needs pyshacl; install it with: pip install pyshacl") from None

    focus = None if nodes is None else sorted(nodes)
    _, results, _ = pyshacl.validate(
        graph, shacl_graph=_shapes(), inference="none", advanced=False, do_owl_imports=False, focus_nodes=focus
    )
    return Report(problems=_sorted(_problems(results)))


def validate_store(store: "Store") -> Report:
    """Check all that a store holds, part by part."""
    problems: set[Problem] = set()
    for owned, triples in _parts(store):
        blank = any(isinstance(t.subject, ox.BlankNode) for t in triples)  # they cannot be named
        found = validate(_graph(triples), None if blank else owned).problems
        problems.update(p for p in found if p.node in owned or not p.node.startswith("http"))
    return Report(problems=_sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.node, p.message, p.value or "")))


Part = tuple[set[str], set[ox.Triple]]  # the things it is responsible for, and the statements their shapes look at


def _parts(store: "Store") -> Iterator[Part]:
    """The parts of a store."""
    yield from _evidence(store)
    yield from _facts(store)


def _evidence(store: "Store") -> Iterator[Part]:
    """What articles say, with what is said of the things they speak of."""
    for graphs in _parcels(store, f"GRAPH ?x {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?x), '{store.base}graph/article/'))"):
        said = {t for graph in graphs for t in _asked(store, "?s ?p ?o", f"GRAPH <{graph}> {{ ?s ?p ?o }}")}
        about = set(_described(store, {*_nodes(t.object for t in said), *_nodes(t.subject for t in said)}))
        known = {t.subject for t in about}
        yield {_name(t.subject) for t in said if t.subject not in known}, said | about


def _facts(store: "Store") -> Iterator[Part]:
    """Events, actors and the like, with what they are related to and whether anybody claims them."""
    for things in _parcels(store, f"{{ SELECT DISTINCT ?x {{ GRAPH {store.names.facts} {{ ?x ?q ?v }} }} }} ?x ?p ?o"):
        said: set[ox.Triple] = set()
        for some in _batches(things, THINGS):
            values = f"VALUES ?s {{ {' '.join(f'<{iri}>' for iri in some)} }}"
            said.update(_asked(store, "?s ?p ?o", f"{values} ?s ?p ?o"))
            said.update(_asked(store, "?c ?p ?s . ?c a ?t", f"{values} VALUES ?p {{ dl:ofEvent }} ?c ?p ?s ; a ?t"))
        near = _nodes(t.object for t in said)
        said |= set(_described(store, near))
        yield set(things), said | {t for some in _batches(sorted(near, key=str), THINGS) for t in _typed(store, some)}


def _parcels(store: "Store", where: str) -> Iterator[list[str]]:
    """All ?x of a pattern, as many at a time as have so many rows in it."""
    parcel: list[str] = []
    size = 0
    for name, count in store.select(f"SELECT ?x (COUNT(*) AS ?n) WHERE {{ {where} }} GROUP BY ?x ORDER BY ?x").rows:
        if parcel and size + int(str(count)) > PART:
            yield parcel
            parcel, size = [], 0
        parcel.append(str(name))
        size += int(str(count))
    if parcel:
        yield parcel


def _asked(store: "Store", template: str, where: str) -> Iterator[ox.Triple]:
    return iter(store.triples(f"CONSTRUCT {{ {template} }} WHERE {{ {where} }}"))


def _described(store: "Store", nodes: set[ox.NamedNode]) -> Iterator[ox.Triple]:
    """What the graph of events says of nodes."""
    for some in _batches(sorted(nodes, key=str), THINGS):
        values = " ".join(map(str, some))
        yield from _asked(store, "?s ?p ?o", f"VALUES ?s {{ {values} }} GRAPH {store.names.facts} {{ ?s ?p ?o }}")


def _typed(store: "Store", nodes: Sequence[ox.NamedNode]) -> Iterator[ox.Triple]:
    yield from _asked(store, "?s a ?t", f"VALUES ?s {{ {' '.join(map(str, nodes))} }} ?s a ?t")


def _nodes(terms: Iterable[object]) -> set[ox.NamedNode]:
    return {term for term in terms if isinstance(term, ox.NamedNode)}


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _batches(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (values[i : i + size] for i in range(0, len(values), size))


def _graph(triples: Iterable[ox.Triple]) -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(data="".join(f"{t} .\n" for t in triples).encode(), format="nt")


@cache
def _shapes() -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(resources.path("schema", "shapes.ttl"))


def _problems(results: "rdflib.Graph") -> list[Problem]:
    from rdflib import RDF, SH

    shapes = _shapes()
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source = results.value(result, SH.sourceShape)
        owner = shapes.value(None, SH.property, source) or source
        value = results.value(result, SH.value)
        found.append(
            Problem(
                node=str(results.value(result, SH.focusNode)),
                rule=str(owner),
                message=str(results.value(result, SH.resultMessage)),
                value=None if value is None else str(value),
            )
        )
    return found
