"""The names of things in RDF: the namespaces we use, their prefixes, and how an IRI is made from an article's content.

Ids are made from content alone, so that the same articles give the same IRIs, and two ids never give the same IRI.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from dateline.errors import OptionError

BASE = "https://w3id.org/dateline/id/"

PREFIXES = {
    "dl": "https://w3id.org/dateline/ontology#",
    "dlt": "https://w3id.org/dateline/event-type/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


def namespace(prefix: str) -> Callable[[str], NamedNode]:
    """A function from local names to nodes; each node is made once."""
    return cache(lambda name: NamedNode(PREFIXES[prefix] + name))


DL, DLT, SEM, SCHEMA = namespace("dl"), namespace("dlt"), namespace("sem"), namespace("schema")
RDF, RDFS, SKOS, DCTERMS = namespace("rdf"), namespace("rdfs"), namespace("skos"), namespace("dcterms")
PROV, NIF, GAF, XSD, EDTF = namespace("prov"), namespace("nif"), namespace("gaf"), namespace("xsd"), namespace("edtf")

_PLAIN = re.compile(r"[\w.~-]*", re.ASCII)

TYPE = RDF("type")
LABEL = RDFS("label")


@lru_cache(maxsize=100_000)
def encode(segment: str) -> str:
    """A text as one segment of an IRI's path: letters and digits of every script stay, all else is percent-encoded."""
    if segment in (".", ".."):  # would be resolved away
        return segment.replace(".", "%2E")
    if _PLAIN.fullmatch(segment):
        return segment
    return "".join(c if c.isalnum() or c in "-._~" else quote(c, safe="", errors="surrogatepass") for c in segment)


@lru_cache(maxsize=100_000)
def encode_path(text: str) -> str:
    """A text as the path of an IRI, its slashes kept."""
    return "/".join(map(encode, text.split("/")))


class Names:
    """The IRIs of one graph's things, below its base.

    Only the ids of articles and actors keep their slashes. They stand last or before segments without any, so that no two
    things share an IRI.
    """

    def __init__(self, base: str = BASE) -> None:
        try:
            NamedNode(base)
        except ValueError as error:
            raise OptionError(f"the base {base!r} is no absolute IRI: {error}") from None
        if not base.endswith("/") or "#" in base:
            raise OptionError(f"the base {base!r} must end in / and have no #")
        self.base = base

    def node(self, kind: str, *segments: str) -> NamedNode:
        """The IRI of a thing of some kind, from segments that are encoded already."""
        return NamedNode(self.base + "/".join((kind, *segments)))

    @property
    def facts(self) -> NamedNode:
        """The graph that holds each event, actor and place once."""
        return self.node("graph", "events")

    def evidence(self, article: str) -> NamedNode:
        """The graph that holds what one article says."""
        return self.node("graph", "article", encode_path(article))

    def article(self, article: str) -> NamedNode:
        return self.node("article", encode_path(article))

    def event(self, event: str) -> NamedNode:
        return self.node("event", encode(event))

    def actor(self, actor: str) -> NamedNode:
        return self.node("actor", encode_path(actor))

    def publisher(self, name: str) -> NamedNode:
        return self.node("publisher", encode(name))

    def unknown_publisher(self, article: str) -> NamedNode:
        return self.node("unknown-publisher", encode_path(article))

    def within(self, kind: str, article: str, *segments: str) -> NamedNode:
        """The IRI of something that belongs to an article: a claim, a statement, a role."""
        return self.node(kind, encode_path(article), *map(encode, segments))

    def figure(self, event: str, *segments: str) -> NamedNode:
        """The IRI of a figure of an event."""
        return self.node("figure", encode(event), *map(encode, segments))

    def span(self, article: str, start: int, end: int) -> NamedNode:
        """A stretch of an article's text, by RFC 5147."""
        return NamedNode(f"{self.base}article/{encode_path(article)}#char={start},{end}")
