"""Views made by hand: an invented port strike, an empty page, a page of hostile text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, RoleView, TimelineView

BASE = "https://example.org/id/"
ARTICLE = ArticleView(
    iri=BASE + "article/1",
    title="Dockers and owners edge towards a deal in Marenholm",
    publisher="The Marenholm Courier",
    published="2024-03-15",
    url="https://example.org/news/port-deal",
)

ACTORS = {
    "union": ActorView(iri=BASE + "union", label="Dockworkers' Union", type="organization", aliases=("the union", "the dockers")),
    "owners": ActorView(
        iri=BASE + "owners", label="Port Owners' League", type="organization", aliases=("the owners", "the league")
    ),
    "vey": ActorView(iri=BASE + "vey", label="Ilse Vey", type="person", kind="politician", aliases=("the mayor",)),
    "orlo": ActorView(iri=BASE + "orlo", label="Tomas Orlo", type="person", aliases=("Orlo", "the union leader")),
    "hale": ActorView(
        iri=BASE + "hale", label="Minister Ruth Hale", type="person", same_as=("https://www.wikidata.org/wiki/Q42",)
    ),
    "police": ActorView(iri=BASE + "police", label="Harbour Police", type="organization"),
    "norvia": ActorView(iri=BASE + "norvia", label="Norvia", type="country", same_as=("https://www.wikidata.org/wiki/Q1",)),
    "court": ActorView(iri=BASE + "court", label="Labour Court", type="organization"),
    "strikers": ActorView(iri=BASE + "strikers", label="striking workers", type="group"),
    "line": ActorView(iri=BASE + "line", label="Belt Line Shipping", type="organization", kind="company"),
    "marenholm": ActorView(iri=BASE + "marenholm", label="Marenholm", type="place", kind="city"),
    "pier": ActorView(iri=BASE + "pier", label="Pier Nine", type="place"),
    "radio": ActorView(iri=BASE + "radio", label="Coast Radio", type="organization"),
    "families": ActorView(iri=BASE + "families", label="families of the crew", type="group"),
    "bank": ActorView(iri=BASE + "bank", label="Norvia Central Bank", type="organization"),
    "carriers": ActorView(iri=BASE + "carriers", label="hauliers", type="group"),
}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _bounds(text: str) -> dict[str, date | None]:
    """The four bounds from their short form, as `strike.tsv` explains it."""
    first = last = begun = ends = None
    if text.endswith("="):
        first = begun = ends = last = _day(text[:-1])
    elif ">" in text:
        first, _, last = (_day(t) if t != ">" else None for t in text.partition(">"))
        begun, ends = first, last
    elif ".." in text:
        first, last = _day(text[:10]), _day(text[-10:])
        begun, ends = last, first
    elif text.endswith("+"):
        first = _day(text[:-1])
    elif text.startswith("-"):
        last = _day(text[1:])
    return {"earliest_begin": first, "latest_begin": begun, "earliest_end": ends, "latest_end": last}


def _event(i: int, line: str) -> EventView:
    label, type_, status, bounds, roles, speakers, sentence = line.split("\t")
    start = sentence.index("[")
    claim = ClaimView(
        speakers=(*(s for s in speakers.split(", ") if s), "The Marenholm Courier"),
        stance="denies" if status == "denied" else "affirms",
        status="actual" if status in ("claimed", "denied") else status,
        sentence=sentence.replace("[", "").replace("]", ""),
        start=start,
        end=sentence.index("]") - 1,
        article=ARTICLE.iri,
        position=i * 100,
    )
    return EventView(
        iri=f"{BASE}event/{i}",
        label=label,
        type=type_ or None,
        type_label=type_.replace("_", " ").capitalize() or None,
        status=status,
        **_bounds(bounds),
        why="the Thursday before publication" if bounds else "the text names no time",
        place="Pier Nine" if "place:pier" in roles else None,
        roles=tuple(RoleView(role=r.partition(":")[0], actor=ACTORS[r.partition(":")[2]].iri) for r in roles.split()),
        figures=("at least 12 people hurt",) if type_ == "INJURE" else (),
        claims=(claim,),
        contested=type_ == "INJURE",
    )


def strike() -> TimelineView:
    """A page like one news article makes: most events on two days, a long span, many undated."""
    lines = Path(__file__).with_name("strike.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")][1:]
    events = tuple(_event(i, row) for i, row in enumerate(rows))
    return TimelineView(title="The port strike of Marenholm", events=events, actors=tuple(ACTORS.values()), articles=(ARTICLE,))


def one(event: EventView) -> TimelineView:
    """A page with a single event of the invented cast."""
    return TimelineView(title="One", events=(event,), actors=tuple(ACTORS.values()), articles=(ARTICLE,))


HOSTILE = (
    "</script><script>window.hacked=1</script>",
    '<img src=x onerror="window.hacked=2">',
    "\"'><svg onload=window.hacked=3>",
    "javascript:window.hacked=4",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}",
    "]]>\u2028\u2029\x00\u202egnp.exe\u202c",
    "<a href='javascript:window.hacked=5'>href</a>",
)


def hostile() -> TimelineView:
    """A page that has a payload in every field, each field each payload."""
    actors, events, articles = [], [], []
    for i, text in enumerate(HOSTILE):
        iri = f"{text}#{i}"
        actors.append(ActorView(iri="a" + iri, label=text, type=text, kind=text, aliases=(text, "x" + text), same_as=(text,)))
        articles.append(ArticleView(iri="s" + iri, title=text, publisher=text, published=text, url=text))
        claim = ClaimView(speakers=(text, text), stance=text, status=text, certainty=text, sentence=text, start=1, end=5)
        day = {name: date(2024, 3, 14) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")}
        event = EventView(iri="e" + iri, label=text, type=text, type_label=text, status="actual", edtf=text, why=text, place=text)
        event = replace(event, figures=(text,), claims=(replace(claim, article="s" + iri),))
        event = replace(event, roles=(RoleView(role="agent", actor="a" + iri), RoleView(role=text, actor=f"a{HOSTILE[0]}#0")))
        events += [replace(event, **day), replace(event, iri="u" + iri, status=text)]
    return TimelineView(title=HOSTILE[0], events=tuple(events), actors=tuple(actors), articles=tuple(articles))


def many(count: int) -> TimelineView:
    """A large page: events spread over years and actors without any chance in it."""
    actors = tuple(ActorView(iri=f"{BASE}many/{i}", label=f"Actor {i}", type="organization") for i in range(40))
    types = ("CONSULT", "ASSAULT", "AGREE", "STATE_CLAIM", "DIE", "ELECT", None)
    events = []
    for n in range(count):
        day = date.fromordinal(date(2020, 1, 1).toordinal() + n * 7919 % 1461)
        roles = (RoleView(role="agent", actor=actors[n * 7 % 40].iri), RoleView(role="patient", actor=actors[n * 11 % 40].iri))
        claim = ClaimView(speakers=("Paper",), sentence=f"Thing {n} took place.", start=8, end=12)
        bounds = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), day)
        events.append(
            EventView(iri=f"{BASE}e/{n}", label=f"Event number {n}", type=types[n % 7], roles=roles, claims=(claim,), **bounds)
        )
    return TimelineView(title="Many", events=tuple(events), actors=actors)
