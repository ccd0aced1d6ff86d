"""Answers to queries as the SPARQL 1.1 Protocol hands them out: which media types there are, and the bytes in each."""

from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from dateline.store import turtle
from dateline.store.exports import jsonld
from dateline.store.vocabulary import PREFIXES

if TYPE_CHECKING:
    from dateline.store.engine import Answer

_TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": None,  # ours: Oxigraph's knows no context
}
# What people and programs say for them.
_ALIASES = {
    "application/json": "application/sparql-results+json",
    "text/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
_GRAPH_ALIASES = {
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
}
TABLES = tuple(_TABLES)
GRAPHS = {**{name: name for name in _GRAPHS}, **_GRAPH_ALIASES}


def offered(found: "Answer") -> tuple[Mapping[str, str], str]:
    """What an answer can be had as, by all names for each, and what it is unless something else is asked for."""
    if isinstance(found, ox.QuerySolutions):
        return {**{name: name for name in _TABLES}, **_ALIASES}, TABLES[0]
    if isinstance(found, ox.QueryBoolean):
        return {**{name: name for name in TABLES[:2]}, **_ALIASES}, TABLES[0]
    return GRAPHS, "text/turtle"


def write(found: "Answer", media: str, out: IO[bytes], base: str) -> None:
    """Write an answer in a media type that it is offered in."""
    if isinstance(found, (ox.QuerySolutions, ox.QueryBoolean)):
        found.serialize(out, format=_TABLES[media])
    else:
        write_graph(list(found), media, out, base)


def write_graph(triples: Sequence[ox.Triple], media: str, out: IO[bytes], base: str) -> None:
    """Write statements in a media type."""
    if media == "text/turtle":
        pieces = turtle.write(triples, base)
    elif media == "application/ld+json":
        pieces = jsonld.document(triples, base)
    else:
        form = _GRAPHS[media]
        assert form
        ox.serialize(triples, out, format=form, prefixes=PREFIXES if form is ox.RdfFormat.RDF_XML else None)
        return
    for piece in pieces:
        out.write(piece.encode())
