"""Whether a graph obeys the shapes of `schema/shapes.ttl` (SHACL, by pyshacl).

A store is looked at part by part, so that a large one needs no more memory than a small one: some articles at a time, then some
events and actors at a time, each part with what its shapes look at besides.
"""

from collections.abc import Iterable, Iterator, Sequence
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

ARTICLES, THINGS = 20, 400  # looked at together


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


def validate(graph: "rdflib.Graph") -> Report:
    """Check a graph, as `Store.to_rdflib()` gives it, against the shapes. Problems come sorted."""
    try:
        import pyshacl
    except ImportError:
        raise StoreError("checking needs pyshacl; install it with: pip install pyshacl") from None

    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", advanced=False, do_owl_imports=False)
    return Report(problems=_sorted(_problems(results)))


def validate_store(store: "Store") -> Report:
    """Check all that a store holds, part by part."""
    problems: set[Problem] = set()
    for owned, triples in _parts(store):
        problems.update(p for p in validate(_graph(triples)).problems if p.node in owned or not p.node.startswith("http"))
    return Report(problems=_sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.node, p.message, p.value or "")))


def _parts(store: "Store") -> Iterator[tuple[set[str], set[ox.Triple]]]:
    """The parts of a store: the things each is responsible for, and the statements their shapes look at."""
    facts = store.names.facts
    graphs = sorted({str(g) for (g,) in store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s a ?t } }").rows} - {facts.value})
    for some in _batches(graphs, ARTICLES):
        said = {t for graph in some for t in _asked(store, "?s ?p ?o", f"GRAPH <{graph}> {{ ?s ?p ?o }}")}
        about = set(_described(store, {*_nodes(t.object for t in said), *_nodes(t.subject for t in said)}))
        known = {t.subject for t in about}
        yield {_name(t.subject) for t in said if t.subject not in known}, said | about
    subjects = sorted({str(s) for (s,) in store.select(f"SELECT DISTINCT ?s {{ GRAPH {facts} {{ ?s ?p ?o }} }}").rows})
    for things in _batches(subjects, THINGS):
        values = " ".join(f"<{iri}>" for iri in things)
        said = set(_asked(store, "?s ?p ?o", f"VALUES ?s {{ {values} }} ?s ?p ?o"))
        said |= set(_asked(store, "?c ?p ?s . ?c a ?t", f"VALUES ?s {{ {values} }} VALUES ?p {{ dl:ofEvent }} ?c ?p ?s ; a ?t"))
        near = _nodes(t.object for t in said)
        said |= set(_described(store, near))
        yield set(things), said | {t for some in _batches(sorted(near, key=str), THINGS) for t in _typed(store, some)}


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
