"""What tables, calendars and timelines show of an event: read from the graph by a handful of queries, whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.store.query import Value

if TYPE_CHECKING:
    from dateline.store.graph import Store

ROLES = ("agent", "patient", "recipient", "instrument", "topic", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor in an event."""

    role: str
    iri: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it is told to people."""

    iri: str
    label: str
    type: str | None  # its name
    status: str
    contested: bool
    confidence: float | None
    edtf: str | None
    why: str | None
    earliest_begin: date | None
    latest_begin: date | None
    earliest_end: date | None
    latest_end: date | None
    parts: tuple[Part, ...]
    figures: tuple[str, ...]
    sentence: str | None  # the first that tells of it
    articles: tuple[str, ...]  # the addresses, else the ids, of those that tell of it

    @property
    def first(self) -> date | None:
        """The first day it may have been on."""
        return self.earliest_begin or self.latest_begin

    @property
    def last(self) -> date | None:
        """The last day it may have been on."""
        return self.latest_end or self.earliest_end or self.latest_begin or self.earliest_begin

    def names(self, role: str) -> tuple[str, ...]:
        """Who plays a role."""
        return tuple(part.name for part in self.parts if part.role == role)


_EVENTS = """
SELECT ?iri ?label ?type ?status ?contested ?confidence ?edtf ?why ?earliest_begin ?latest_begin ?earliest_end ?latest_end {
  ?iri a sem:Event ; rdfs:label ?label ; dl:status ?status .
  OPTIONAL { ?iri sem:eventType/skos:prefLabel ?type }
  OPTIONAL { ?iri dl:contested ?contested }
  OPTIONAL { ?iri dl:confidence ?confidence }
  OPTIONAL { ?iri dl:date ?edtf }
  OPTIONAL { ?iri dl:why ?why }
  OPTIONAL { ?iri sem:hasEarliestBeginTimeStamp ?earliest_begin }
  OPTIONAL { ?iri sem:hasLatestBeginTimeStamp ?latest_begin }
  OPTIONAL { ?iri sem:hasEarliestEndTimeStamp ?earliest_end }
  OPTIONAL { ?iri sem:hasLatestEndTimeStamp ?latest_end }
}"""
_VALUES = " ".join(f'(dl:{role} "{role}")' for role in ROLES)
_PARTS = f"""
SELECT ?iri ?role ?actor ?name {{
  VALUES (?property ?role) {{ {_VALUES} }}
  ?iri ?property ?actor . ?actor rdfs:label ?name .
}}"""
_FIGURES = """
SELECT ?iri ?counts ?unit ?least ?most {
  ?iri a sem:Event ; dl:quantity ?figure . ?figure dl:counts ?counts ; schema:unitText ?unit .
  OPTIONAL { ?figure schema:minValue ?least }
  OPTIONAL { ?figure schema:maxValue ?most }
}"""
_CLAIMS = """
SELECT ?iri ?id ?url ?begin ?sentence {
  ?claim dl:ofEvent ?iri ; dl:inArticle ?article ; gaf:denotedBy/nif:beginIndex ?begin .
  ?article dcterms:identifier ?id .
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?claim dl:inSentence/nif:anchorOf ?sentence }
}"""


def events(store: "Store") -> tuple[Told, ...]:
    """All events in the order of time; those without a date come last."""
    parts, figures, claims = (_grouped(store, sparql) for sparql in (_PARTS, _FIGURES, _CLAIMS))
    made: dict[str, Told] = {}
    for iri, rows in _grouped(store, _EVENTS).items():
        made[iri] = _told(rows[0], parts.get(iri, ()), figures.get(iri, ()), claims.get(iri, ()))
    return tuple(sorted(made.values(), key=lambda e: (e.first or e.last or date.max, e.last or date.max, e.iri)))


Row = Mapping[str, Value]


def _grouped(store: "Store", sparql: str) -> dict[str, list[Row]]:
    """The rows of a query by their event."""
    found = store.select(sparql)
    groups: dict[str, list[Row]] = defaultdict(list)
    for cells in found.rows:
        groups[str(cells[0])].append(dict(zip(found.columns, cells, strict=True)))
    return groups


def _told(row: Row, parts: Iterable[Row], figures: Iterable[Row], claims: Iterable[Row]) -> Told:
    told = sorted(claims, key=lambda c: (str(c["id"]), int(str(c["begin"]))))
    cast = {Part(role=str(p["role"]), iri=str(p["actor"]), name=str(p["name"])) for p in parts}
    return Told(
        iri=str(row["iri"]),
        label=str(row["label"]),
        type=_text(row["type"]),
        status=str(row["status"]),
        contested=row["contested"] is True,
        confidence=None if row["confidence"] is None else float(str(row["confidence"])),
        edtf=_text(row["edtf"]),
        why=_text(row["why"]),
        earliest_begin=_day(row["earliest_begin"]),
        latest_begin=_day(row["latest_begin"]),
        earliest_end=_day(row["earliest_end"]),
        latest_end=_day(row["latest_end"]),
        parts=tuple(sorted(cast, key=lambda p: (ROLES.index(p.role), p.name, p.iri))),
        figures=tuple(sorted({_figure(f) for f in figures})),
        sentence=next((str(c["sentence"]) for c in told if c["sentence"]), None),
        articles=tuple(dict.fromkeys(str(c["url"] or c["id"]) for c in told)),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _figure(row: Row) -> str:
    """A figure in words: "killed: 3-5 people"."""
    least, most = row["least"], row["most"]
    size = str(least) if least == most else f"{'' if least is None else least}-{'' if most is None else most}"
    return f"{row['counts']}: {size} {row['unit']}"
