"""From the graph to a view, by SPARQL: the queries in `queries/` are all that the map asks.

Each query answers one question about all events at once, so that the number of queries does not grow with the story.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from dateline.map import words
from dateline.map.disputes import disputed, valued
from dateline.map.paragraphs import Paragraphs
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, MarkView, RelationView, RoleView, TimelineView
from dateline.merge.status import heard_status

FOLDER = Path(__file__).with_name("queries")
Row = Mapping[str, Any]


class Table(Protocol):
    """The rows that a query finds."""

    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Iterable[Sequence[Any]]: ...


class Graph(Protocol):
    """Whatever answers SELECT queries, such as `dateline.store.Store`."""

    def select(self, sparql: str) -> Table: ...


def load(graph: Graph, *, title: str | None = None) -> TimelineView:
    """All that a graph tells, as a view. Events stand in the order of articles, and within one in that of the text."""
    articles = tuple(_article(row) for row in _ask(graph, "articles"))
    actors = _actors(graph)
    events = _events(graph, {a.iri: a.label for a in actors}, {a.iri: a for a in articles})
    return TimelineView(title=title or _title(articles), events=events, actors=actors, articles=articles)


def _ask(graph: Graph, name: str) -> list[Row]:
    """The rows of one of the map's queries."""
    found = graph.select(FOLDER.joinpath(f"{name}.rq").read_text(encoding="utf-8"))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by what they speak of."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["iri"]].append(row)
    return groups


def _once(rows: Iterable[Row]) -> Iterable[Row]:
    """The first row about each thing: a graph of other making may give one two labels."""
    return {row["iri"]: row for row in reversed(list(rows))}.values()


def _title(articles: Sequence[ArticleView]) -> str:
    """What to call the map. A headline is somebody's words: it stands in quotation marks, with its publisher."""
    if len(articles) == 1:
        article = articles[0]
        return f"“{article.title}”" + (f" ({article.publisher})" if article.publisher else "")
    return f"Timeline of {len(articles)} articles" if articles else "An empty timeline"


def _article(row: Row) -> ArticleView:
    return ArticleView(
        iri=row["iri"],
        title=row["title"] or "Untitled article",
        publisher=row["publisher"],
        published=row["published"],
        known_from=row["latest"],
        url=row["url"],
    )


def _actors(graph: Graph) -> tuple[ActorView, ...]:
    aliases, links = _grouped(_ask(graph, "aliases")), _grouped(_ask(graph, "links"))
    made = (
        ActorView(
            iri=row["iri"],
            label=row["label"],
            type=row["type"] or "",
            kind=row["kind"],
            country=row["country"],
            aliases=tuple(r["alias"] for r in aliases.get(row["iri"], ())),
            same_as=tuple(r["link"] for r in links.get(row["iri"], ())),
        )
        for row in _once(_ask(graph, "actors"))
    )
    return tuple(sorted(made, key=lambda a: a.iri))


def _code(iri: str) -> str:
    """The code of a type: the last part of its IRI."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _above(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The codes of the types above each type, nearest first."""
    parents: dict[str, list[str]] = {
        iri: [row["broader"] for row in rows] for iri, rows in _grouped(_ask(graph, "broader")).items()
    }

    def climb(iri: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        todo = list(parents.get(iri, ()))
        while todo:
            here = todo.pop(0)
            if here not in found:
                found[here] = None
                todo += parents.get(here, ())
        return tuple(map(_code, found))

    return {iri: climb(iri) for iri in parents}


def _claims(graph: Graph, articles: Mapping[str, ArticleView], contested: frozenset[str]) -> dict[str, list[ClaimView]]:
    """The claims about each event, in the order of the articles' text; those of contested events with their values."""
    statements = {row["iri"]: row for row in _once(_ask(graph, "statements"))}
    marks, paragraphs = _grouped(_ask(graph, "marks")), Paragraphs.of(_ask(graph, "sentences"))
    values = _grouped(_ask(graph, "values"))
    found: dict[str, list[ClaimView]] = defaultdict(list)
    for row in _ask(graph, "claims"):
        chain = _chain(row, statements)
        article = articles.get(row["article"])
        claim = ClaimView(
            speakers=(*(s["speaker"] for s in chain), (article and article.publisher) or "the article"),
            by=row["by"],
            stance=row["stance"],
            status=row["status"],
            told=heard_status(row["status"], (s["stance"] or "affirms" for s in chain)),
            certainty=row["certainty"] or "certain",
            article=row["article"],
            position=row["begin"] or 0,
            **_words(row, marks.get(row["claim"], ()), paragraphs),
        )
        found[row["iri"]].append(valued(claim, values.get(row["claim"], ())) if row["iri"] in contested else claim)
    return found


def _chain(claim: Row, statements: Mapping[str, Row]) -> list[Row]:
    """The statements in which a claim is passed on, the nearest to the event first."""
    chain: list[Row] = []
    here, passed = claim["said_in"], set()
    while here in statements and here not in passed:
        passed.add(here)
        chain.append(statements[here])
        here = statements[here]["said_in"]
    return chain


def _words(row: Row, marks: Sequence[Row], paragraphs: Paragraphs) -> dict[str, Any]:
    """Sentence and paragraph of a claim, with the words that it rests on."""
    begin, end, origin, sentence = row["begin"], row["end"], row["sentence_begin"], row["sentence"] or ""
    if origin is None or begin is None or end is None:
        return {"sentence": sentence}
    inside = [m for m in marks if origin <= m["begin"] and m["end"] <= origin + len(sentence)]
    before, after = paragraphs.around(row["article"], origin)
    return {
        "sentence": sentence,
        "start": begin - origin,
        "end": end - origin,
        "marks": tuple(MarkView(kind=m["kind"], start=m["begin"] - origin, end=m["end"] - origin) for m in inside),
        "before": before,
        "after": after,
    }


def _relations(graph: Graph) -> dict[str, list[RelationView]]:
    """How each event stands to others, told from both sides."""
    found: dict[str, dict[RelationView, None]] = defaultdict(dict)
    for row in _ask(graph, "relations"):
        relation = row["relation"]
        found[row["iri"]][RelationView(type=relation, event=row["other"])] = None
        found[row["other"]][RelationView(type=words.INVERSE[relation], event=row["iri"])] = None
    return {iri: list(relations) for iri, relations in found.items()}


def _events(graph: Graph, labels: Mapping[str, str], articles: Mapping[str, ArticleView]) -> tuple[EventView, ...]:
    roles, figures = _grouped(_ask(graph, "roles")), _grouped(_ask(graph, "figures"))
    rows = _once(_ask(graph, "events"))
    contested = frozenset(row["iri"] for row in rows if row["contested"])
    claims, relations, above = _claims(graph, articles, contested), _relations(graph), _above(graph)
    made = [
        _event(
            row,
            roles=tuple(RoleView(role=r["role"], actor=r["actor"]) for r in roles.get(row["iri"], ())),
            places=[labels[r["actor"]] for r in roles.get(row["iri"], ()) if r["role"] == "place" and r["actor"] in labels],
            figures=tuple(words.figure(f["counts"], f["unit"] or "", f["least"], f["most"]) for f in figures.get(row["iri"], ())),
            claims=disputed(claims.get(row["iri"], ())),
            relations=tuple(relations.get(row["iri"], ())),
            broader=above.get(row["type"] or "", ()),
        )
        for row in rows
    ]
    return tuple(sorted(made, key=lambda event: _told(event, articles)))


def _event(row: Row, *, places: Sequence[str], **parts: Any) -> EventView:
    same = ("iri", "label", "type_label", "status", "earliest_begin", "latest_begin", "earliest_end", "latest_end", "edtf")
    return EventView(
        **{name: row[name] for name in same},
        **parts,
        type=_code(row["type"]) if row["type"] else None,
        why=row["why"] or "",
        place=", ".join(dict.fromkeys(places)) or None,
        contested=bool(row["contested"]),
        confidence=None if row["confidence"] is None else float(row["confidence"]),
    )


def _told(event: EventView, articles: Mapping[str, ArticleView]) -> tuple[str, str, int, str]:
    """Where an event is first told: by its article's day, the article, the place in the text."""
    places = [
        (article.published or "~" if (article := articles.get(c.article or "")) else "~", c.article or "", c.position)
        for c in event.claims
    ]
    return (*min(places, default=("~", "", 0)), event.iri)
