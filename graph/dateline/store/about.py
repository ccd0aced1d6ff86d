"""What a store is and how it may be asked, for programs: a VoID description of its data, an SD description of its endpoint."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from dateline import __version__
from dateline.store import turtle
from dateline.store.terms import text
from dateline.store.vocabulary import DCTERMS, PREFIXES, RDF, RDFS, Names

if TYPE_CHECKING:
    from dateline.store.graph import Store

_VOID, _SD = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_CLASSES = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n) ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p"
Said = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(_VOID + name)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def void(store: "Store") -> Iterator[str]:
    """The `void:Dataset` of a store: what is in it, and how much."""
    return turtle.write(dataset(store), store.base)


def dataset(store: "Store", dump: str | None = None) -> list[ox.Triple]:
    """The statements of the description, with the address of all statements where there is one."""
    node = store.names.node("dataset")
    (subjects,) = store.select("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }").rows
    said: list[Said] = [
        (RDF("type"), _void("Dataset")),
        (DCTERMS("title"), text("An event timeline, made from news articles by Dateline")),
        (_void("triples"), ox.Literal(len(store))),
        (_void("distinctSubjects"), ox.Literal(int(str(subjects[0])))),
        (_void("documents"), ox.Literal(len(store.articles()))),
        (_void("uriSpace"), text(store.base)),
        *((_void("vocabulary"), ox.NamedNode(PREFIXES[p])) for p in ("dl", "sem", "schema", "skos", "prov", "nif", "gaf")),
        *((_void("feature"), ox.NamedNode(_FORMATS + f)) for f in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")),
    ]
    if dump:
        said.append((_void("dataDump"), ox.NamedNode(dump)))
    made = [ox.Triple(node, p, o) for p, o in said]
    for kind, key, count, asked in (
        ("classPartition", "class", "entities", _CLASSES),
        ("propertyPartition", "property", "triples", _PROPERTIES),
    ):
        for iri, number in store.select(asked).rows:
            own = store.names.node("dataset", kind, ox.NamedNode(str(iri)).value.rpartition("#")[2].rpartition("/")[2])
            made.append(ox.Triple(node, _void(kind), own))
            made += [
                ox.Triple(own, _void(key), ox.NamedNode(str(iri))),
                ox.Triple(own, _void(count), ox.Literal(int(str(number)))),
            ]
    return made


def service(names: Names, endpoint: str) -> list[ox.Triple]:
    """The SPARQL 1.1 Service Description of an endpoint."""
    node, data = ox.NamedNode(endpoint), names.node("dataset")
    said: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (node, RDF("type"), _sd("Service")),
        (node, RDFS("label"), text(f"Dateline {__version__}")),
        (node, _sd("endpoint"), node),
        (node, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (node, _sd("feature"), _sd("UnionDefaultGraph")),
        (node, _sd("defaultDataset"), data),
        (data, RDF("type"), _sd("Dataset")),
        *(
            (node, _sd("resultFormat"), ox.NamedNode(_FORMATS + f))
            for f in ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
        ),
        *((node, _sd("resultFormat"), ox.NamedNode(_FORMATS + f)) for f in ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")),
    ]
    return [ox.Triple(*triple) for triple in said]
