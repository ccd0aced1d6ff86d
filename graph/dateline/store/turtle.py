"""Turtle that people can read and `diff` can compare: sorted, grouped by subject, prefixed, in sections.

The same graph always gives the same text. IRIs below the base are written as paths; subjects stand in an order a reader
would choose: articles, events by date, actors, claims, mentions in the order of the text.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

import pyoxigraph as ox

from dateline.store.vocabulary import PREFIXES, RDF, XSD

Properties = dict[str, list[str]]  # the objects of each predicate, as they are written; some of them twice
Key = tuple[object, ...]

SECTIONS = (
    ("Articles", ("article",)),
    ("Events", ("event", "figure")),
    ("Event types", ("type",)),
    ("Actors and places", ("actor",)),
    ("Publishers and other sources", ("publisher", "unknown-publisher", "source")),
    ("Claims", ("claim", "role", "quantity")),
    ("Statements", ("statement",)),
    ("Sentences and mentions", ("mention",)),
    ("How this was made", ("graph", "extraction", "software")),
    ("Other things", ("",)),
)
_SECTION = {kind: number for number, (_, kinds) in enumerate(SECTIONS) for kind in kinds}

# What a reader looks for first stands first; other predicates follow in alphabetical order.
_FIRST = """
    rdf:type rdfs:label schema:headline schema:publisher schema:datePublished schema:url
    skos:prefLabel skos:altLabel skos:notation dl:actorType dl:kind
    dl:ofEvent dl:claimedBy dl:speaker dl:reportedBy dl:saidIn dl:inArticle
    sem:eventType dl:status dl:contested dl:confidence dl:stance dl:polarity dl:certainty dl:timexType dl:timexValue dl:date
    sem:hasEarliestBeginTimeStamp sem:hasLatestBeginTimeStamp sem:hasEarliestEndTimeStamp sem:hasLatestEndTimeStamp
    dl:earliest dl:latest dl:why dl:basedOn dl:roleName dl:filler
    dl:agent dl:patient dl:recipient dl:instrument dl:topic dl:place sem:hasActor sem:hasPlace
    dl:quantity dl:counts schema:minValue schema:maxValue schema:unitText nif:anchorOf nif:beginIndex nif:endIndex
"""
_RANK = {name: rank for rank, name in enumerate(_FIRST.split())}

_SPACES = {iri: prefix for prefix, iri in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z_]([\w-]*[\w])?|", re.ASCII)
# Control characters, and those that would break or turn lines on a reader's screen.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BARE = {
    XSD("integer"): re.compile(r"[+-]?[0-9]+"),
    XSD("decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD("boolean"): re.compile("true|false"),
}
_DIGITS = re.compile(r"(\d+)", re.ASCII)
_WIDE = 100  # characters; longer lists of objects get a line for each


def write(triples: Iterable[ox.Triple], base: str) -> Iterator[str]:
    """Triples as Turtle, in pieces; repeated ones are written once."""
    script = _Script(base)
    things = _grouped(triples, script)
    yield from header(base, script.prefixes)
    yield from _body(things)


def header(base: str, used: Collection[str] = PREFIXES) -> Iterator[str]:
    """The lines that say what IRIs are short for."""
    yield f"@base <{base}> .\n"
    yield from (f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items() if prefix in used)


def block(name: ox.NamedNode, triples: Iterable[ox.Triple], base: str) -> Iterator[str]:
    """A named graph as TriG, to stand below a header with all prefixes."""
    script = _Script(base)
    yield f"\n\n{script.term(name)} {{\n"
    yield from _body(_grouped(triples, script))
    yield "}\n"


def sorted_subjects(subjects: Mapping[str, Mapping[ox.NamedNode, Iterable[object]]], base: str) -> list[str]:
    """Subjects, given as full IRIs with what is said of them, in the order in which they are written."""
    script = _Script(base)
    things: dict[str, Properties] = {}
    named: dict[str, str] = {}
    for iri, said in subjects.items():
        subject = iri if iri.startswith("_:") else script.iri(iri)
        named[subject] = iri
        things[subject] = {script.predicate(p): [script.term(o) for o in objects] for p, objects in said.items()}
    return [named[subject] for _, subject in sorted((_key(s, properties, things), s) for s, properties in things.items())]


def relative(iri: str, base: str) -> str:
    """An IRI as a path below the base where that can be resolved again, else in full."""
    if iri.startswith(base):
        path = iri[len(base) :]
        if path and path[0] not in "/?#" and ":" not in path.partition("/")[0] and not _dotted(path):
            return path
    return iri


def _grouped(triples: Iterable[ox.Triple], script: "_Script") -> dict[str, Properties]:
    things: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        things[script.term(triple.subject)][script.predicate(triple.predicate)].append(script.term(triple.object))
    return things


def _body(things: dict[str, Properties]) -> Iterator[str]:
    section = None
    for (number, *_), subject in sorted((_key(s, properties, things), s) for s, properties in things.items()):
        if number != section:
            section = number
            yield f"\n\n### {SECTIONS[int(str(number))][0]}\n"
        yield f"\n{subject} " + " ;\n    ".join(_lines(things[subject])) + " .\n"


def _lines(properties: Properties) -> Iterator[str]:
    """Each predicate with its objects."""
    for predicate in sorted(properties, key=_rank):
        if len(properties[predicate]) == 1:
            yield f"{predicate} {properties[predicate][0]}"
            continue
        objects = sorted({*properties[predicate]}, key=_natural)
        narrow = sum(map(len, objects)) < _WIDE and not any(o.startswith('"') for o in objects[1:])
        yield f"{predicate} " + (" , " if narrow else " ,\n        ").join(objects)


@cache
def _rank(predicate: str) -> tuple[int, str]:
    return _RANK.get(predicate, len(_RANK)) if predicate != "a" else -1, predicate


def _natural(text: str) -> Key:
    """A key that sorts e9 before e10."""
    return tuple(int(part) if i % 2 else part for i, part in enumerate(_DIGITS.split(text)))


def _key(subject: str, properties: Properties, things: dict[str, Properties]) -> Key:
    """Where a subject stands: its section, and its place therein."""
    kind, _, rest = subject.strip("<>").partition("/") if subject.startswith("<") else ("type", "", subject)
    if kind == "article" and "#" in rest:
        article, _, span = rest.partition("#char=")
        start, _, end = span.partition(",")
        if start.isdigit() and end.isdigit():
            return _SECTION["mention"], article, int(start), -int(end)
    section = _SECTION.get(kind, _SECTION[""])
    if section == _SECTION["event"]:
        event = "<event/" + rest.split("/")[0].strip(">") + ">"
        return section, _begin(things.get(event, properties)), event, kind, _natural(rest)
    if section == _SECTION["claim"]:
        # a claim's roles and quantities follow it
        cut = {"claim": 0, "role": 2, "quantity": 1}[kind]
        parts = rest.split("/")
        return section, _natural("/".join(parts[: len(parts) - cut])), kind, _natural(rest)
    return section, _natural(rest), kind


def _begin(properties: Properties) -> str:
    """The day by which an event is put in order; undated ones come last."""
    for bound in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd"):
        if days := properties.get(f"sem:has{bound}TimeStamp"):
            return min(days)
    return "~"


class _Script:
    """How terms are written below a base."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.prefixes: set[str] = set()  # those in use
        self.term = lru_cache(maxsize=100_000)(self._term)
        self.predicate = cache(lambda node: "a" if node == RDF("type") else self.iri(node.value))
        self.datatype = cache(lambda node: self.iri(node.value))

    def _term(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        return self.literal(term) if isinstance(term, ox.Literal) else str(term)

    def iri(self, iri: str) -> str:
        """An IRI as a path below the base, with a prefix, or in full."""
        if (path := relative(iri, self.base)) != iri:
            return f"<{path}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = _SPACES.get(iri[:cut]), iri[cut:]
        if not prefix or not _LOCAL.fullmatch(local):
            return f"<{iri}>"
        self.prefixes.add(prefix)
        return f"{prefix}:{local}"

    def literal(self, term: ox.Literal) -> str:
        kind = term.datatype
        if kind in _BARE and _BARE[kind].fullmatch(term.value):
            return term.value
        quoted = f'"{_ESCAPED.sub(_escape, term.value)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        return quoted if kind == XSD("string") else f"{quoted}^^{self.datatype(kind)}"


def _dotted(path: str) -> bool:
    """Whether a path has segments that resolving it would take away."""
    return "./" in path or "/." in path or path in (".", "..")


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _SHORT.get(char) or f"\\u{ord(char):04X}"
