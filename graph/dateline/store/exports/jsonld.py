"""The graph as JSON-LD: one object for each thing, in the terms of `schema/context.jsonld`.

What belongs to one thing alone, such as a figure to its event and a role to its claim, stands inside it.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from dateline import resources
from dateline.store.turtle import relative, sorted_subjects
from dateline.store.vocabulary import TYPE, XSD

if TYPE_CHECKING:
    from dateline.store.graph import Store

_OWNED = ("figure/", "role/", "quantity/")  # paths of things that stand inside another
_WHOLE = re.compile("0|-?[1-9][0-9]{0,14}")
Node = dict[str, Any]


def jsonld(store: "Store") -> Iterator[str]:
    """All that the store holds as one document."""
    return document((quad.triple for quad in store.quads()), store.base)


def document(triples: Iterable[ox.Triple], base: str) -> Iterator[str]:
    """Triples as a JSON-LD document, an object a line."""
    writer = _Writer(base)
    things: dict[str, dict[ox.NamedNode, set[Any]]] = defaultdict(lambda: defaultdict(set))
    owners: Counter[str] = Counter()
    for triple in triples:
        subject = _iri(triple.subject)
        if triple.object not in things[subject][triple.predicate]:
            things[subject][triple.predicate].add(triple.object)
            if isinstance(triple.object, ox.NamedNode):
                owners[triple.object.value] += 1
    inside = {iri for iri in things if owners[iri] == 1 and iri.removeprefix(base).startswith(_OWNED)}
    context = {"@base": base, **_context()["@context"]}
    yield f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": ['
    between = "\n"
    for subject in sorted_subjects(things, base):
        if subject not in inside:
            yield between + json.dumps(writer.node(subject, things, inside), ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


@cache
def _context() -> dict[str, Any]:
    """The context that is published with the ontology."""
    read: dict[str, Any] = json.loads(resources.path("schema", "context.jsonld").read_text(encoding="utf-8"))
    return read


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


class _Writer:
    """How terms are written in the context."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._spaces: dict[str, str] = {}  # by IRI
        self._terms: dict[str, str] = {}  # by IRI
        self._kinds: dict[str, str] = {}  # what a term's values are taken for, by term
        context = _context()["@context"]
        for name, meant in context.items():
            if isinstance(meant, str) and meant.startswith("http"):
                self._spaces[meant] = name
        spaces = {name: iri for iri, name in self._spaces.items()}
        for name, meant in context.items():
            iri = meant["@id"] if isinstance(meant, dict) else meant
            prefix, _, local = str(iri).partition(":")
            if prefix in spaces and not str(iri).startswith("http"):
                self._terms[spaces[prefix] + local] = name
                kind = meant.get("@type", "") if isinstance(meant, dict) else ""
                space, colon, rest = kind.partition(":")
                self._kinds[name] = spaces[space] + rest if colon else kind

    def node(self, subject: str, things: Mapping[str, Mapping[ox.NamedNode, set[Any]]], inside: set[str]) -> Node:
        """A thing with all that is said of it."""
        made: Node = {"id": relative(subject, self._base)}
        for predicate in sorted(things[subject], key=lambda p: (p != TYPE, self.term(p.value))):
            key = "type" if predicate == TYPE else self.term(predicate.value)
            values: list[Any] = []
            for value in sorted(things[subject][predicate], key=str):
                if predicate == TYPE:
                    values.append(self.term(_iri(value)))
                elif isinstance(value, ox.NamedNode) and value.value in inside:
                    values.append(self.node(value.value, things, inside))
                else:
                    values.append(self.value(value, self._kinds.get(key, "")))
            made[key] = values[0] if len(values) == 1 else values
        return made

    def term(self, iri: str) -> str:
        """The term for an IRI, or its prefixed or full form."""
        if iri in self._terms:
            return self._terms[iri]
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and not iri[cut:].startswith("//") else iri

    def value(self, value: Any, kind: str) -> Any:
        """A value of a term whose values are taken for a kind."""
        if not isinstance(value, ox.Literal):
            iri = relative(_iri(value), self._base)
            return iri if kind == "@id" else {"id": iri}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype
        if datatype == XSD("boolean") and value.value in ("true", "false"):
            return value.value == "true"
        if datatype.value == kind or (datatype == XSD("string") and not kind):
            return value.value
        if datatype == XSD("integer") and not kind and _WHOLE.fullmatch(value.value):
            return int(value.value)
        return {"@value": value.value} if datatype == XSD("string") else {"@value": value.value, "@type": datatype.value}
