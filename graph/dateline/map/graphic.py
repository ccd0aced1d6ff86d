"""A view made ready to be drawn: nodes and edges with their words, rows, marks and bounds.

Here the choices are made that the page only carries out: which mark, which row, which words. Nodes have short ids ("e3", "a1");
links to the page name things by what their IRI ends in, so that they survive the next build.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dateline.map import words
from dateline.map.evidence import Names, claim_row, number, steps
from dateline.map.families import families, family
from dateline.map.layout import positions
from dateline.map.network import build, circles, homes, lanes
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, TimelineView

_NEVER = date.max
SURE = 70  # the confidence, in hundredths, from which on about four of five events are right: see the README of `sure`
FEWEST = 50  # events that are shown at first, however doubtful
WITHOUT_SCRIPT = 300  # events in the table for readers without JavaScript; with all of them a large page would double


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    """Everything the template needs."""

    title: str
    nodes: tuple[Mapping[str, Any], ...]
    edges: tuple[Mapping[str, str], ...]
    rows: tuple[Mapping[str, Any], ...]  # the table without JavaScript: the first events by date
    key: Mapping[str, Any]  # what nodes refer to: families, standings, roles, articles, sentences, words
    colours: str  # a style sheet with the families' colours
    counts: str  # "41 events, 12 actors and places, 1 article"


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
    return {
        key: value for key, value in row.items() if value is not None and value not in ("", (), [], {}) and value is not False
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _certainty(event: EventView) -> str:
    """How sure the surest claim is."""
    told = {c.certainty for c in event.claims}
    return next((level for level in words.CERTAINTY if level in told), "certain")


def _bounds(event: EventView) -> int | list[int | None] | None:
    """One number for an event of one day, else the four bounds."""
    bounds = [number(d) for d in (event.earliest_begin, event.latest_begin, event.earliest_end, event.latest_end)]
    if bounds[0] is not None and len(set(bounds)) == 1:
        return bounds[0]
    return bounds if any(b is not None for b in bounds) else None


def _event(event: EventView, page: Names, type_name: str) -> dict[str, Any]:
    bounds, changes = _bounds(event), steps(event, page)
    known = [page.known.get(c.article or "") for c in event.claims]
    row = {
        "label": words.name(event.label),
        "key": page.tail(event.iri),
        "family": family(event.types).id,
        "type": type_name,
        "standing": event.standing,
        "status": words.standing(event),
        "state": event.status,
        "code": event.type,
        "sure": _certainty(event),
        "when": None if isinstance(bounds, int) else words.marked_when(event),
        "why": event.why,
        "bounds": bounds,
        "known": None if not known or None in known else number(min(day for day in known if day)),
        "steps": changes if len(changes) > 1 else None,
        "homes": [page.actors[a] for a in homes(event) if a in page.actors],
        "place": event.place,
        "figures": event.figures,
        "claims": [claim_row(c, page) for c in event.claims],
        "contested": event.contested,
        "confidence": None if event.confidence is None else round(100 * event.confidence),
        "relations": [[r.type, page.events[r.event]] for r in event.relations if r.event in page.events],
    }
    return {"id": page.events[event.iri], "kind": "event", **_present(row)}


def _actor(actor: ActorView, page: Names, parts: Mapping[str, Any]) -> dict[str, Any]:
    row = {
        "label": words.name(actor.label),
        "key": page.tail(actor.iri),
        "type": _capital(actor.kind or actor.type),
        "sort": actor.type or None,
        "country": actor.country,
        "aliases": [words.name(a) for a in actor.aliases if a != actor.label],
        "links": [u for u in actor.same_as if link(u)],
        **parts,
    }
    return {"id": page.actors[actor.iri], "kind": "actor", **_present(row)}


def _article(article: ArticleView, page: Names) -> dict[str, Any]:
    row = {
        "title": words.name(article.title),
        "publisher": words.name(article.publisher or ""),
        "published": article.published,
        "known": number(article.known_from),
        "url": link(article.url),
        "key": page.tail(article.iri),
    }
    return _present(row)


def _key(view: TimelineView, page: Names) -> dict[str, Any]:
    used = {family(e.types).id for e in view.events}
    standings: set[str] = {e.standing for e in view.events} | {s[1] for e in view.events for s in steps(e, page)}
    return {
        "base": page.base,
        "least": least(view.events),
        "families": [{"id": f.id, "name": f.name, "mark": f.mark} for f in families() if f.id in used],
        "standings": [{"id": s, "name": n, "why": w} for s, (n, w) in words.STANDING.items() if s in standings],
        "roles": words.ROLE,
        "relations": words.RELATION,
        "articles": [_article(a, page) for a in view.articles],
        "voices": list(page.voices),
        "says": list(page.says),
        "sentences": list(page.sentences),
    }


def least(events: Sequence[EventView]) -> int:
    """The confidence, in hundredths, from which on events are shown at first.

    It is lowered where it would leave fewer than fifty; events of which nothing is known are always shown. 0 where all are.
    """
    surest = sorted((round(100 * e.confidence) if e.confidence is not None else 100 for e in events), reverse=True)
    return 0 if not surest or surest[-1] >= SURE or len(surest) <= FEWEST else min(SURE, surest[FEWEST - 1])


def _colours() -> str:
    """The families' colours as custom properties, light and dark."""
    return f":root{{{''.join(f'--{f.id}:light-dark({f.light},{f.dark});' for f in families())}}}\n"


def _by_date(events: Iterable[EventView]) -> list[EventView]:
    """Events by the first day they may have begun on, else the last they may have ended on; undated ones last, as told."""
    return sorted(events, key=lambda e: (e.earliest_begin or e.latest_end or _NEVER, e.latest_end or _NEVER))


def _cut(claim: ClaimView) -> tuple[str, str, str]:
    """The sentence as three pieces: before, the event's word, after."""
    start = min(max(claim.start, 0), len(claim.sentence))
    end = min(max(claim.end, start), len(claim.sentence))
    return claim.sentence[:start], claim.sentence[start:end], claim.sentence[end:]


def _rows(view: TimelineView) -> tuple[dict[str, Any], ...]:
    labels = {a.iri: words.name(a.label) for a in view.actors}
    return tuple(
        {
            "when": words.when(event),
            "label": words.name(event.label),
            "type": _type(event),
            "standing": event.standing,
            "status": words.standing(event) + (", contested" if event.contested else ""),
            "cast": list(dict.fromkeys(labels[r.actor] for r in event.roles if r.actor in labels)),
            "says": list(dict.fromkeys(words.according(c) for c in event.claims)),
            "cut": _cut(event.claims[0]) if event.claims else None,
        }
        for event in _by_date(view.events)[:WITHOUT_SCRIPT]
    )


def _type(event: EventView) -> str:
    return _capital(event.type_label or event.type or "")


def _base(view: TimelineView) -> str:
    """What the IRIs of all events, actors and articles begin with, up to a slash."""
    iris = [*(e.iri for e in view.events), *(a.iri for a in view.actors), *(a.iri for a in view.articles)]
    if not iris:
        return ""
    first, last = min(iris), max(iris)
    shared = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, shared) + 1]


def graphic(view: TimelineView, *, title: str | None = None) -> Graphic:
    """A view ready to be drawn."""
    main, rest = lanes(view)
    lane = {iri: i for i, iri in enumerate([*main, *rest])}
    page = Names(
        actors={a.iri: f"a{i}" for i, a in enumerate(view.actors)},
        events={e.iri: f"e{i}" for i, e in enumerate(view.events)},
        articles={a.iri: i for i, a in enumerate(view.articles)},
        known={a.iri: a.known_from for a in view.articles if a.known_from},
        base=_base(view),
    )
    spots, circle, carried = positions(view), circles(view), set(main)
    nodes = []
    for actor in view.actors:
        x, y = spots.get(actor.iri, (None, None))
        parts = {"lane": lane.get(actor.iri), "main": actor.iri in carried, "circle": circle.get(actor.iri), "x": x, "y": y}
        nodes.append(_actor(actor, page, parts))
    nodes += [_event(event, page, _type(event)) for event in view.events]
    edges = [
        {"from": page.events[one], "to": page.actors[other], "role": role} for one, other, role in build(view).edges(keys=True)
    ]
    return Graphic(
        title=words.name(title or view.title),
        nodes=tuple(nodes),
        edges=tuple(edges),
        rows=_rows(view),
        key=_key(view, page),
        colours=_colours(),
        counts=counts(view),
    )
