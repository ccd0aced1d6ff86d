"""A view made ready to be drawn: nodes and edges with their words, rows, marks and bounds.

Here the choices are made that the page only carries out: which mark, which row, which words. Nodes have short ids ("e3", "a1"),
which also name them in links to the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dateline.map import words
from dateline.map.families import families, family
from dateline.map.layout import positions
from dateline.map.network import build, homes, lanes
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, TimelineView

_NEVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    """Everything the template needs."""

    title: str
    nodes: tuple[Mapping[str, Any], ...]
    edges: tuple[Mapping[str, str], ...]
    rows: tuple[Mapping[str, Any], ...]  # the table: one mapping per event, by date
    key: Mapping[str, Any]  # families, standings, roles, articles: what nodes refer to
    colours: str  # a style sheet with the families' colours
    counts: str  # "41 events, 12 actors and places, 1 article"


@dataclass(frozen=True, slots=True)
class _Ids:
    """The page's short names of things, by IRI."""

    actors: Mapping[str, str]
    events: Mapping[str, str]
    articles: Mapping[str, int]


def link(url: str | None) -> str | None:
    """A web address that may be followed; None for any other scheme."""
    if not url or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def counts(view: TimelineView) -> str:
    """How much a page holds: "41 events, 12 actors and places, 1 article"."""
    sizes = (
        (len(view.events), "event", "events"),
        (len(view.actors), "actor or place", "actors and places"),
        (len(view.articles), "article", "articles"),
    )
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in sizes)


def _present(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without what is unknown or empty, which would only make the page larger."""
    return {key: value for key, value in row.items() if value not in (None, "", (), [], {}, False)}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _cut(claim: ClaimView) -> list[str]:
    """The sentence as three pieces: before, the event's word, after. In code points, which JavaScript would not count."""
    start = min(max(claim.start, 0), len(claim.sentence))
    end = min(max(claim.end, start), len(claim.sentence))
    return [claim.sentence[:start], claim.sentence[start:end], claim.sentence[end:]]


def _claim(claim: ClaimView, actors: Mapping[str, str], articles: Mapping[str, int]) -> dict[str, Any]:
    row = {
        "who": words.according(claim),
        "by": actors.get(claim.by or ""),
        "says": words.claimed(claim),
        "text": _cut(claim) if claim.sentence else None,
    }
    article = articles.get(claim.article or "")
    return _present(row) | ({} if article is None else {"article": article})


def _event(event: EventView, ids: _Ids) -> dict[str, Any]:
    kin = family(event.types)
    bounds = [_iso(d) for d in (event.earliest_begin, event.latest_begin, event.earliest_end, event.latest_end)]
    row = {
        "label": words.name(event.label),
        "iri": event.iri,
        "shape": kin.mark,
        "family": kin.id,
        "type": _capital(event.type_label or event.type or ""),
        "standing": event.standing,
        "status": words.standing(event),
        "when": words.when(event),
        "why": event.why,
        "bounds": bounds if any(bounds) else None,
        "homes": [ids.actors[a] for a in homes(event) if a in ids.actors],
        "place": event.place,
        "figures": event.figures,
        "claims": [_claim(c, ids.actors, ids.articles) for c in event.claims],
        "contested": event.contested,
        "relations": [
            [words.RELATION.get(r.type, r.type), ids.events[r.event]] for r in event.relations if r.event in ids.events
        ],
    }
    return {"id": ids.events[event.iri], "kind": "event", **_present(row)}


def _actor(actor: ActorView, name: str, lane: int | None, main: bool) -> dict[str, Any]:
    row = {
        "label": words.name(actor.label),
        "iri": actor.iri,
        "type": _capital(actor.kind or actor.type),
        "aliases": [a for a in actor.aliases if a != actor.label],
        "links": [u for u in actor.same_as if link(u)],
        "main": main,
    }
    return {"id": name, "kind": "actor", "shape": "dot", **_present(row)} | ({} if lane is None else {"lane": lane})


def _spot(position: tuple[int, int] | None) -> dict[str, int]:
    return {"x": position[0], "y": position[1]} if position else {}


def _article(article: ArticleView) -> dict[str, Any]:
    row = {"title": article.title, "publisher": article.publisher, "published": article.published, "url": link(article.url)}
    return _present(row)


def _key(view: TimelineView) -> dict[str, Any]:
    used = {family(e.types).id for e in view.events}
    standings: set[str] = {e.standing for e in view.events}
    return {
        "families": [{"id": f.id, "name": f.name, "mark": f.mark} for f in families() if f.id in used],
        "standings": [{"id": s, "name": n, "why": w} for s, (n, w) in words.STANDING.items() if s in standings],
        "roles": words.ROLE,
        "articles": [_article(a) for a in view.articles],
    }


def _colours() -> str:
    """The families' colours as custom properties, light first."""
    light, dark = (
        "".join(f"--{f.id}:{shade};" for f, shade in shades)
        for shades in (((f, f.light) for f in families()), ((f, f.dark) for f in families()))
    )
    return f":root{{{light}}}\n@media (prefers-color-scheme: dark){{:root{{{dark}}}}}\n"


def _by_date(events: Iterable[EventView]) -> list[EventView]:
    """Events by the first day they may have begun on, else the last they may have ended on; undated ones last, as told."""
    return sorted(events, key=lambda e: (e.earliest_begin or e.latest_end or _NEVER, e.latest_end or _NEVER))


def _rows(view: TimelineView, names: Mapping[str, str]) -> tuple[dict[str, Any], ...]:
    labels = {a.iri: words.name(a.label) for a in view.actors}
    return tuple(
        {
            "id": names[event.iri],
            "when": words.when(event),
            "label": words.name(event.label),
            "type": _capital(event.type_label or event.type or ""),
            "standing": event.standing,
            "status": words.standing(event) + (", contested" if event.contested else ""),
            "cast": list(dict.fromkeys(labels[r.actor] for r in event.roles if r.actor in labels)),
            "says": list(dict.fromkeys(words.according(c) for c in event.claims)),
            "cut": _cut(event.claims[0]) if event.claims else None,
        }
        for event in _by_date(view.events)
    )


def graphic(view: TimelineView, *, title: str | None = None) -> Graphic:
    """A view ready to be drawn."""
    main, rest = lanes(view)
    lane = {iri: i for i, iri in enumerate([*main, *rest])}
    ids = _Ids(
        actors={a.iri: f"a{i}" for i, a in enumerate(view.actors)},
        events={e.iri: f"e{i}" for i, e in enumerate(view.events)},
        articles={a.iri: i for i, a in enumerate(view.articles)},
    )
    spots = positions(view)
    nodes = [_actor(a, ids.actors[a.iri], lane.get(a.iri), a.iri in main) | _spot(spots.get(a.iri)) for a in view.actors]
    nodes += [_event(event, ids) | _spot(spots.get(event.iri)) for event in view.events]
    links = build(view).edges(keys=True)
    edges = [{"from": ids.events[one], "to": ids.actors[other], "role": role} for one, other, role in links]
    return Graphic(
        title=words.name(title or view.title),
        nodes=tuple(nodes),
        edges=tuple(edges),
        rows=_rows(view, ids.events),
        key=_key(view),
        colours=_colours(),
        counts=counts(view),
    )
