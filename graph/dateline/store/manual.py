"""The vocabulary for people: every term of the ontology, every event type, every rule, read from `schema/`.

`markdown()` is the page `schema/vocabulary.md`; a test holds the file to it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

import pyoxigraph as ox

from dateline import resources
from dateline.store.query import short
from dateline.store.vocabulary import PREFIXES, RDF, RDFS, SKOS

_OWL = PREFIXES["owl"]
_KINDS = {f"{_OWL}Class": "class", f"{_OWL}ObjectProperty": "relation", f"{_OWL}DatatypeProperty": "property"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class or property."""

    name: str  # dl:status
    kind: str  # class, relation (to a thing), property (with a value), or other (of another vocabulary)
    label: str
    comment: str
    above: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A type of events."""

    name: str  # dlt:CONSULT
    label: str
    definition: str
    examples: tuple[str, ...]
    notations: tuple[str, ...]
    above: tuple[str, ...]
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a shape asks for."""

    shape: str
    label: str
    targets: tuple[str, ...]
    messages: tuple[str, ...]


Said = dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]]


@cache
def _read(name: str) -> Said:
    """What a file of `schema/` says: subject, predicate, objects in the order of the file."""
    said: Said = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=resources.path("schema", name), format=ox.RdfFormat.TURTLE):
        said[_key(quad.subject)][quad.predicate.value].append(quad.object)
    return said


def _key(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _texts(said: Said, subject: str, predicate: ox.NamedNode) -> tuple[str, ...]:
    found = said[subject].get(predicate.value, [])
    return tuple(o.value if isinstance(o, ox.Literal) else short(_key(o), "\0") for o in found)


@cache
def own_terms() -> tuple[Term, ...]:
    """The terms of the ontology, by kind and name."""
    said = _read("ontology.ttl")
    found = []
    for iri in [iri for iri in said if iri.startswith(PREFIXES["dl"])]:
        kinds = [_KINDS[_key(o)] for o in said[iri].get(RDF("type").value, []) if _key(o) in _KINDS]
        if kinds:
            above = _texts(said, iri, RDFS("subClassOf")) + _texts(said, iri, RDFS("subPropertyOf"))
            found.append(
                Term(
                    name=short(iri, "\0"),
                    kind=kinds[0],
                    label=" ".join(_texts(said, iri, RDFS("label"))),
                    comment=" ".join(_texts(said, iri, RDFS("comment"))),
                    above=above,
                    domain=_texts(said, iri, RDFS("domain")),
                    range=_texts(said, iri, RDFS("range")),
                    examples=_texts(said, iri, SKOS("example")),
                )
            )
    order = list(_KINDS.values())
    return tuple(sorted(found, key=lambda t: (order.index(t.kind), t.name.casefold())))


@cache
def known_terms() -> tuple[Term, ...]:
    """The terms of the ontology, then those of other vocabularies that graphs use, with what the JSON-LD context calls them."""
    context = json.loads(resources.path("schema", "context.jsonld").read_text(encoding="utf-8"))["@context"]
    others = []
    for name, meant in context.items():
        iri = meant["@id"] if isinstance(meant, dict) else meant
        if ":" in str(iri) and not str(iri).startswith(("http", "dl:", "@")):
            others.append(Term(name=iri, kind="other", label=name, comment=""))
    return (*own_terms(), *sorted(others, key=lambda t: t.name))


@cache
def types() -> tuple[Type, ...]:
    """The types of events, each followed by those below it."""
    said = _read("event-types.ttl")
    below: dict[str, list[str]] = defaultdict(list)
    concepts = [iri for iri in said if iri.startswith(PREFIXES["dlt"]) and iri != PREFIXES["dlt"]]
    for iri in concepts:
        broader = [_key(o) for o in said[iri].get(SKOS("broader").value, [])]
        below[broader[0] if broader else ""].append(iri)

    def walk(parent: str, depth: int) -> Iterator[Type]:
        for iri in sorted(below[parent]):
            yield Type(
                name=short(iri, "\0"),
                label=" ".join(_texts(said, iri, SKOS("prefLabel"))),
                definition=" ".join(_texts(said, iri, SKOS("definition"))),
                examples=_texts(said, iri, SKOS("example")),
                notations=tuple(sorted(_texts(said, iri, SKOS("notation")))),
                above=_texts(said, iri, SKOS("broader")),
                depth=depth,
            )
            yield from walk(iri, depth + 1)

    return tuple(walk("", 0))


_TERM = re.compile(r"(?<![\w:])dlt?:[\w-]*\w", re.ASCII)
_TEXT = re.compile(r"""<[^<>"{}|^`\\\s]*>|"[^"\\\n]*"|'[^'\\\n]*'|\#[^\n]*""")


def unknown_terms(sparql: str) -> dict[str, str | None]:
    """The names in a query that look like terms of this vocabulary and are none, each with the term that is most like it."""
    names = [t.name for t in own_terms()] + [t.name for t in types()]
    known = {name.casefold(): name for name in names}
    asked = dict.fromkeys(_TERM.findall(_TEXT.sub(" ", sparql)))
    unknown = [name for name in asked if name not in names]
    return {name: known[near[0]] if (near := get_close_matches(name.casefold(), known, n=1)) else None for name in unknown}


@cache
def rules() -> tuple[Rule, ...]:
    """What the shapes ask for."""
    said = _read("shapes.ttl")
    sh = "http://www.w3.org/ns/shacl#"
    found = []
    for iri in sorted(iri for iri in said if iri.startswith("https://w3id.org/dateline/shape/")):
        about = said[iri]
        nodes = [iri, *(_key(o) for o in about.get(f"{sh}property", []))]
        messages = tuple(m for node in nodes for m in _texts(said, node, ox.NamedNode(f"{sh}message")))
        targets = [name for t in ("targetClass", "targetSubjectsOf") for name in _texts(said, iri, ox.NamedNode(f"{sh}{t}"))]
        label = " ".join(_texts(said, iri, RDFS("label")))
        found.append(Rule(shape=iri.rpartition("/")[2], label=label, targets=tuple(targets), messages=messages))
    return tuple(found)


_HEADINGS = {"class": "Classes", "relation": "Relations between things", "property": "Properties with values"}


def markdown() -> str:
    """The page about the vocabulary."""
    lines = [
        "# The vocabulary",
        "",
        "Made from `ontology.ttl`, `event-types.ttl` and `shapes.ttl` by `dateline vocabulary`; edit those, not this page.",
        "How the terms work together is told in [README.md](README.md).",
    ]
    for kind, heading in _HEADINGS.items():
        lines += ["", f"## {heading}"]
        for term in own_terms():
            if term.kind == kind:
                lines += ["", f"### {term.name}", "", term.comment, *_notes(term)]
    lines += ["", "## Event types", "", "A type is below the type it is indented under (`skos:broader`)."]
    lines += ["", "```sparql", _EXAMPLE, "```", ""]
    for type_ in types():
        example = f" *{type_.examples[0]}*" if type_.examples else ""
        notation = f" ({', '.join(type_.notations)})" if type_.notations else ""
        lines.append(f"{'  ' * type_.depth}* `{type_.name}` {type_.label}: {type_.definition}{example}{notation}")
    lines += ["", "## Rules", "", "Checked by `dateline check`, which says of a thing that breaks one:", ""]
    for rule in rules():
        lines.append(f"* {rule.label} ({', '.join(f'`{t}`' for t in rule.targets)}): {'; '.join(rule.messages)}.")
    return "\n".join(lines) + "\n"


_EXAMPLE = """# every kind of consultation: the type itself and all below it
SELECT ?label ?status { ?event sem:eventType/skos:broader* dlt:CONSULT ; rdfs:label ?label ; dl:status ?status }"""


def _notes(term: Term) -> Iterator[str]:
    told = [
        f"{word} {', '.join(f'`{name}`' for name in names)}"
        for word, names in (("below", term.above), ("of", term.domain), ("to", term.range))
        if names
    ]
    if told:
        yield ""
        yield f"* {'; '.join(told)}"
    if term.examples:
        yield f"* for example {', '.join(e if ' ' in e else f'`{e}`' for e in term.examples)}"
