"""Views made by hand: an invented port strike, an empty page, a page of hostile text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.map import words
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, RelationView, RoleView, TimelineView, ValueView

BASE = "https://example.org/id/"
ARTICLE = ArticleView(
    iri=BASE + "article/1",
    title="Dockers and owners edge towards a deal in Marenholm",
    publisher="The Marenholm Courier",
    published="2024-03-15",
    known_from=date(2024, 3, 15),
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


def unfolding() -> TimelineView:
    """Three articles of three days on one story: a plan that comes true, a claim that is denied and told again."""
    articles = tuple(
        ArticleView(
            iri=f"{BASE}article/day-{n}",
            title=f"Day {n} in Marenholm",
            publisher=name,
            published=f"2024-03-0{n}",
            known_from=date(2024, 3, n),
            url=f"https://example.org/{n}",
        )
        for n, name in ((1, "The Courier"), (2, "Coast Radio"), (3, "The Courier"))
    )

    def said(n: int, told: str, *speakers: str, values: tuple[ValueView, ...] = ()) -> ClaimView:
        stance = "denies" if told == "denied" else "affirms"
        status = told if told == "planned" else "actual"
        words = f"Sentence of day {n}."
        return ClaimView(
            speakers=(*speakers, articles[n - 1].publisher or ""),
            stance=stance,
            status=status,
            told=told,
            sentence=words,
            end=8,
            article=articles[n - 1].iri,
            values=values,
        )

    def whether(value: str) -> tuple[ValueView, ...]:
        return (ValueView(what="Whether it happened", value=value),)

    third = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), date(2024, 3, 3))
    first = dict.fromkeys(third, date(2024, 2, 28))
    vey, court = (RoleView(role="agent", actor=ACTORS[name].iri) for name in ("vey", "court"))
    opens = EventView(iri=BASE + "event/opens", label="Bridge opens", **third, claims=(said(1, "planned"), said(3, "actual")))
    money = EventView(
        iri=BASE + "event/money",
        label="Mayor takes money",
        status="claimed",
        contested=True,
        roles=(vey,),
        claims=(
            said(1, "claimed", "A clerk", values=whether("It happened")),
            said(2, "denied", "Ilse Vey", values=whether("It did not happen")),
            said(3, "claimed", "A judge", values=whether("It happened")),
            said(3, "claimed", "A driver", values=whether("It happened")),
        ),
        relations=(RelationView(type="after", event=BASE + "event/meets"),),
    )
    meets = EventView(
        iri=BASE + "event/meets", label="Council meets", **first, roles=(court,), claims=(said(1, "actual"), said(2, "actual"))
    )
    ruling = EventView(
        iri=BASE + "event/ruling", label="Court rules", type="TRY", **third, roles=(court,), claims=(said(3, "actual"),)
    )
    return TimelineView(
        title="Marenholm, day by day", events=(opens, money, meets, ruling), actors=tuple(ACTORS.values()), articles=articles
    )


def one(event: EventView) -> TimelineView:
    """A page with a single event of the invented cast."""
    return TimelineView(title="One", events=(event,), actors=tuple(ACTORS.values()), articles=(ARTICLE,))


def worldwide() -> TimelineView:
    """Names written from right to left, without spaces, and with accents."""
    names = {"council": "المجلس الأعلى", "ministry": "外交部", "city": "München", "old": "Ærøskøbing"}
    actors = tuple(ActorView(iri=f"{BASE}w/{key}", label=label, type="organization") for key, label in names.items())
    day = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), date(2024, 3, 14))
    labels = ("المجلس يجتمع", "外交部与代表团会谈", "München wählt", "Ærøskøbing holder fest")
    events = tuple(
        EventView(iri=f"{BASE}we/{i}", label=label, type="CONSULT", roles=(RoleView(role="agent", actor=actor.iri),), **day)
        for i, (label, actor) in enumerate(zip(labels, actors, strict=True))
    )
    return TimelineView(title="عالم واحد", events=events, actors=actors)


HOSTILE = (
    "</script><script>window.hacked=1</script>",
    '<img src=x onerror="window.hacked=2">',
    "\"'><svg onload=window.hacked=3>",
    "javascript:window.hacked=4",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}",
    "]]>\u2028\u2029\x00\u202egnp.exe\u202c",
    "<a href='javascript:window.hacked=5'>href</a>",
    "<style>*{background:url(https://example.org/x)}</style>",
    "<iframe srcdoc='<script>parent.hacked=6</script>'>",
    "<base href='https://example.org/'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hacked=7>",
    "</noscript><script>window.hacked=8</script>",
    "`${window.hacked=9}`",
    "{2024-03-14}{w9999-99-99}{--99-99}",
    "x" * 3000,
)


def name_of(text: str) -> str:
    """A text as headings and names show it."""
    return words.name(text)


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
