"""Hypothesis strategies for the project's values: documents as later stages may meet them."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from dateline import model
from dateline.model import (
    Actor,
    Article,
    Attribution,
    Cue,
    Document,
    Event,
    Mention,
    Published,
    Quantity,
    Relation,
    Role,
    Sentence,
    Source,
    Span,
    Time,
    When,
)

# any character that a file can hold: no half surrogates, no null
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
TYPES = st.sampled_from([None, "CONSULT", "ASSAULT", "STATE_CLAIM"])


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    """One of the values of a Literal."""
    return st.sampled_from(get_args(literal))


@st.composite
def spans(draw: st.DrawFn, length: int) -> dict[str, int]:
    """Start and end of a stretch within a text."""
    start = draw(st.integers(0, length - 1))
    return {"start": start, "end": draw(st.integers(start + 1, length))}


@st.composite
def whens(draw: st.DrawFn) -> When:
    days = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    begin, _, _, end = days
    bounds = dict(
        zip(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), (begin, days[1], days[2], end), strict=True)
    )
    return draw(st.sampled_from([When(), When(edtf=f"{begin}/{end}", why="told", **bounds)]))


@st.composite
def documents(draw: st.DrawFn, ident: str = "a") -> Document:
    """A document without tokens, its ids referring to what is there."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=3, max_size=60))
    span = spans(len(text))
    day = draw(DAYS)
    given = Published(edtf=day.isoformat(), earliest=day, latest=day, basis="given", why="given")
    open_ = Published(edtf="XXXX-11-24", basis="inferred", why="fits", alternatives=("2017-11-24", "2023-11-24"))
    published = draw(st.sampled_from([Published(), given, open_]))
    article = Article(
        id=ident,
        source=draw(WORDS),
        text=text,
        title=draw(st.none() | WORDS),
        publisher=draw(st.none() | WORDS),
        published=published,
    )
    actors = draw(st.lists(actor_values(span), max_size=3))
    actors = [replace(a, id=f"a{i}") for i, a in enumerate(actors, 1)]
    actor_ids = st.sampled_from([None, *(a.id for a in actors)])
    events = draw(st.lists(event_values(span, actor_ids), max_size=4))
    events = [replace(e, id=f"e{i}", text=text[e.start : e.end]) for i, e in enumerate(events, 1)]
    times = draw(st.lists(time_values(span), max_size=2))
    times = [replace(t, id=f"t{i}", text=text[t.start : t.end]) for i, t in enumerate(times, 1)]
    event_ids = st.sampled_from([None, *(e.id for e in events)])
    said = draw(st.lists(attribution_values(span, actor_ids, event_ids), max_size=2))
    said = [replace(q, id=f"q{i}") for i, q in enumerate(said, 1)]
    if said:
        events = [replace(e, attribution=draw(st.sampled_from([None, "q1"]))) for e in events]
    relations = []
    if len(events) > 1:
        relations = draw(
            st.lists(st.builds(Relation, type=one_of(model.RelationType), source=st.just("e1"), target=st.just("e2")), max_size=1)
        )
    sentence = Sentence(start=0, end=len(text), first=0, stop=0, outcome="events" if events else "none", block="paragraph")
    return Document(
        article=article,
        published=published,
        sentences=(sentence,),
        times=tuple(times),
        events=tuple(events),
        attributions=tuple(said),
        actors=tuple(actors),
        relations=tuple(relations),
    )


@st.composite
def actor_values(draw: st.DrawFn, span: st.SearchStrategy[dict[str, int]]) -> Actor:
    mentions = draw(st.lists(span, min_size=1, max_size=3))
    return Actor(
        id="",
        name=draw(WORDS),
        type=draw(st.sampled_from(["person", "country", "organization", "place", "group"])),
        same_as=draw(st.sampled_from([(), ("http://www.wikidata.org/entity/Q1",)])),
        mentions=tuple(Mention(kind=draw(one_of(model.MentionKind)), **m) for m in mentions),
    )


@st.composite
def event_values(draw: st.DrawFn, span: st.SearchStrategy[dict[str, int]], actors: st.SearchStrategy[str | None]) -> Event:
    roles = draw(st.lists(st.tuples(one_of(model.RoleName), actors, span), max_size=3))
    figure = {"kind": "killed", "unit": "people", "min": 3.0, "max": draw(st.sampled_from([None, 5.0]))}
    return Event(
        id="",
        text="",
        lemma=draw(WORDS),
        label=draw(WORDS),
        type=draw(TYPES),
        timeml_class=draw(one_of(model.TimeMLClass)),
        polarity=draw(one_of(model.Polarity)),
        certainty=draw(one_of(model.Certainty)),
        tense=draw(one_of(model.Tense)),
        status=draw(one_of(model.Status)),
        when=draw(whens()),
        roles=tuple(Role(role=r, actor=a, **s) for r, a, s in roles),
        quantities=draw(st.sampled_from([(), (Quantity(start=0, end=1, **figure),)])),  # type: ignore[arg-type]
        **draw(span),
    )


@st.composite
def time_values(draw: st.DrawFn, span: st.SearchStrategy[dict[str, int]]) -> Time:
    day = draw(st.none() | DAYS)
    edtf = day.isoformat() if day else None
    kind = draw(one_of(model.TimeType))
    return Time(
        id="", text="", type=kind, value=edtf or "PAST_REF", edtf=edtf, earliest=day, latest=day, why=draw(WORDS), **draw(span)
    )


@st.composite
def attribution_values(
    draw: st.DrawFn,
    span: st.SearchStrategy[dict[str, int]],
    actors: st.SearchStrategy[str | None],
    events: st.SearchStrategy[str | None],
) -> Attribution:
    return Attribution(
        id="",
        content=Span(**draw(span)),
        source=draw(st.none() | st.builds(lambda s, a: Source(actor=a, **s), span, actors)),
        cue=draw(st.none() | st.builds(lambda s, e: Cue(event=e, **s), span, events)),
        stance=draw(one_of(model.Stance)),
    )
