"""What a page says of a thing: an event, an actor, an article, or anything else the graph has a name for."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from dateline.store import Store, Value, shorten
from dateline.store.exports.told import ROLES

_MANY = 500  # rows of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A value as it is shown, with where it leads."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source says of an event."""

    by: Word
    stance: str
    status: str
    certainty: str
    sentence: str
    article: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a source says of an event, on the page of the source or of the article."""

    by: Word
    event: Word
    stance: str
    status: str
    date: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that an actor plays in an event."""

    event: Word
    role: str
    status: str
    date: str
    first: str = ""  # the first and the last day that the event may have been on
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Somebody whom an actor met, talked to or called, with every time."""

    who: Word
    times: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article that tells of an actor."""

    article: Word
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing with what the graph says of it."""

    iri: str
    path: str
    title: str
    kind: str
    facts: tuple[tuple[str, tuple[Word, ...]], ...]
    claims: tuple[Claim, ...] = ()
    said: tuple[Said, ...] = ()
    parts: tuple[Part, ...] = ()
    met: tuple[Met, ...] = ()
    told: tuple[Told, ...] = ()

    def playing(self, *roles: str) -> tuple[Part, ...]:
        """The events in which an actor plays one of some parts."""
        return tuple(part for part in self.parts if part.role in roles)

    @property
    def seen(self) -> tuple[Part, Part] | None:
        """The first and the last event of known days that an actor really took part in."""
        dated = [part for part in self.parts if part.status == "actual" and part.first and part.last]
        return (min(dated, key=lambda p: p.first), max(dated, key=lambda p: p.last)) if dated else None


_FACTS = """
SELECT ?p ?o ?label {
  VALUES ?s { <%s> }
  ?s ?p ?o OPTIONAL { ?o rdfs:label|skos:prefLabel|schema:headline|nif:anchorOf ?label }
} ORDER BY ?p ?o ?label"""
_CLAIMS = """
SELECT ?by ?name ?stance ?status ?certainty ?sentence ?article ?title {
  ?c dl:ofEvent <%s> ; dl:claimedBy ?by ; dl:inArticle ?article ;
    dl:stance ?stance ; dl:status ?status ; dl:certainty ?certainty .
  ?by rdfs:label ?name .
  OPTIONAL { ?c dl:inSentence/nif:anchorOf ?sentence }
  OPTIONAL { ?article schema:headline ?title }
} ORDER BY ?article ?c LIMIT 500"""
_SAID = """
SELECT ?by ?name ?event ?label ?stance ?status ?date ?sentence {
  { ?c dl:claimedBy <%(iri)s> } UNION { ?c dl:inArticle <%(iri)s> }
  ?c dl:claimedBy ?by ; dl:ofEvent ?event ; dl:stance ?stance ; dl:status ?status ; dl:inArticle ?article ; dl:inSentence ?s .
  ?by rdfs:label ?name .
  ?event rdfs:label ?label .
  ?s nif:anchorOf ?sentence ; nif:beginIndex ?at .
  OPTIONAL { ?c dl:date ?date }
} ORDER BY ?article ?at ?label ?event ?c LIMIT 500"""
_PARTS = """
SELECT ?event ?label ?role ?status ?date ?from ?to {
  VALUES (?property ?role) { %s }
  ?event ?property <%s> ; rdfs:label ?label ; dl:status ?status .
  OPTIONAL { ?event dl:date ?date }
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?from }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?to }
} ORDER BY COALESCE(?from, ?to, "9999-12-31"^^xsd:date) ?label ?event ?role LIMIT 500"""
_MET = """
SELECT DISTINCT ?other ?name ?event ?label ?status ?date ?from ?to {
  ?event dl:agent|dl:patient|dl:recipient <%(iri)s> ; sem:eventType/skos:broader* dlt:CONSULT ;
    dl:agent|dl:patient|dl:recipient ?other ; rdfs:label ?label ; dl:status ?status .
  FILTER(?other != <%(iri)s>)
  ?other rdfs:label ?name .
  OPTIONAL { ?event dl:date ?date }
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?from }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?to }
} ORDER BY COALESCE(?from, ?to, "9999-12-31"^^xsd:date) ?name ?other ?label ?event LIMIT 500"""
_TOLD = """
SELECT DISTINCT ?article ?title ?day {
  { ?c dl:claimsRole/dl:filler <%(iri)s> } UNION { ?c dl:claimedBy|dl:reportedBy <%(iri)s> }
  ?c dl:inArticle ?article .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?day }
} ORDER BY COALESCE(?day, "9999-12-31"^^xsd:date) ?article LIMIT 500"""
_VALUES = " ".join(f'(dl:{role} "{role}")' for role in ROLES)
_REPEATED = ("sem:hasActor", "sem:hasPlace", "rdfs:label")  # said by other rows, or by the title


def path_of(iri: str) -> str:
    """Where a server shows a thing: at the path of its IRI."""
    parts = urlsplit(iri)
    return quote(parts.path, safe="/%:@!$&'()*+,;=~") + (f"#{quote(parts.fragment, safe='=,')}" if parts.fragment else "")


def thing(store: Store, iri: str) -> Thing:
    """All that a page shows of a thing that the graph has statements of."""
    facts: dict[str, dict[str, Word]] = {}
    for predicate, value, label in store.select(_FACTS % iri).rows[: 4 * _MANY]:
        words = facts.setdefault(shorten(str(predicate), store.base), {})
        if len(words) < _MANY:
            words.setdefault(str(value), _word(store, value, label))
    kinds = [w.text for w in facts.pop("rdf:type", {}).values()]
    label = next(
        (w.text for name in ("rdfs:label", "schema:headline", "skos:prefLabel") for w in facts.get(name, {}).values()), iri
    )
    return Thing(
        iri=iri,
        path=path_of(iri),
        title=label,
        kind=", ".join(kinds),
        facts=tuple((name, tuple(words.values())) for name, words in facts.items() if name not in _REPEATED),
        claims=tuple(_claim(store, row) for row in store.select(_CLAIMS % iri).rows),
        said=tuple(_said(store, row) for row in store.select(_SAID % {"iri": iri}).rows),
        parts=tuple(
            _part(store, event, label, status, *when, role=str(role))
            for event, label, role, status, *when in store.select(_PARTS % (_VALUES, iri)).rows
        ),
        met=_met(store, iri),
        told=tuple(
            Told(article=_word(store, article, title or "Untitled article"), published=str(day or ""))
            for article, title, day in store.select(_TOLD % {"iri": iri}).rows
        ),
    )


def _part(store: Store, event: Value, label: Value, status: Value, *when: Value, role: str) -> Part:
    date, first, last = (str(value or "") for value in when)
    return Part(event=_word(store, event, label), role=role, status=str(status), date=date, first=first, last=last)


def _met(store: Store, iri: str) -> tuple[Met, ...]:
    """Whom an actor met, in order of the first time."""
    times: dict[Word, list[Part]] = {}
    for other, name, event, label, status, *when in store.select(_MET % {"iri": iri}).rows:
        times.setdefault(_word(store, other, name), []).append(_part(store, event, label, status, *when, role=""))
    return tuple(Met(who=who, times=tuple(found)) for who, found in times.items())


def _word(store: Store, value: Value, label: Value = None) -> Word:
    text = str(value)
    if not text.startswith(("http://", "https://")):
        return Word(text=str(value).lower() if isinstance(value, bool) else text)
    shown = str(label) if label is not None else shorten(text, store.base)
    if text.startswith(store.base):
        return Word(text=shown, href=path_of(text))
    name = shorten(text, store.base)
    return Word(text=shown, href=f"/vocabulary#{name}" if name.startswith(("dl:", "dlt:")) else text)


def _said(store: Store, row: tuple[Value, ...]) -> Said:
    by, name, event, label, stance, status, date, sentence = row
    return Said(
        by=_word(store, by, name),
        event=_word(store, event, label),
        stance=str(stance),
        status=str(status),
        date=str(date or ""),
        sentence=str(sentence),
    )


def _claim(store: Store, row: tuple[Value, ...]) -> Claim:
    by, name, stance, status, certainty, sentence, article, title = row
    return Claim(
        by=_word(store, by, name),
        stance=str(stance),
        status=str(status),
        certainty=str(certainty),
        sentence=str(sentence or ""),
        article=_word(store, article, title or "Untitled article"),
    )
