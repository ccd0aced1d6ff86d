"""From the graph to a view: nothing that the page shows is lost on the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

import factory
from dateline.map import TimelineView, load, render
from dateline.map.load import FOLDER
from dateline.map.view import EventView
from dateline.model import (
    Actor,
    Attribution,
    Document,
    Event,
    Mention,
    Quantity,
    Relation,
    Role,
    Sentence,
    Source,
    Span,
    Time,
    When,
)
from dateline.store import open_store

TEXT = "Mara Lind met Tom Oduya in Lusaka on Monday. At least 12 rebels died, Oduya told Radio One. He plans a visit."
DAY = date(2024, 3, 11)
MONDAY = When(
    edtf="2024-03-11",
    earliest_begin=DAY,
    latest_begin=DAY,
    earliest_end=DAY,
    latest_end=DAY,
    why="the Monday named",
    times=("t1",),
)


def span(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def actor(key: str, words: str, type_: str, **known: Any) -> Actor:
    return Actor(id=key, name=words, type=type_, mentions=(Mention(**span(words), kind="name"),), **known)


def document() -> Document:
    """One article with a fact, a claim passed on twice, and a plan."""
    starts = [0, TEXT.index("At least"), TEXT.index("He plans"), len(TEXT) + 1]
    return Document(
        article=replace(factory.article(TEXT, title="Talks in Lusaka"), publisher="The Paper", url="https://example.org/talks"),
        published=factory.published("2024-03-12"),
        sentences=tuple(Sentence(start=a, end=b - 1, first=0, stop=0) for a, b in pairwise(starts)),
        times=(Time(**span("Monday"), id="t1", text="Monday", type="DATE", value="2024-03-11"),),
        actors=(
            actor("a1", "Mara Lind", "person", same_as=("https://www.wikidata.org/wiki/Q1",)),
            actor("a2", "Tom Oduya", "person"),
            actor("a3", "Lusaka", "place", kind="city"),
            actor("a4", "Radio One", "organization"),
        ),
        events=(
            Event(
                **span("met"),
                id="e1",
                text="met",
                lemma="meet",
                label="Lind meets Oduya in Lusaka",
                type="CONSULT",
                when=MONDAY,
                roles=(
                    Role(**span("Mara Lind"), role="agent", actor="a1"),
                    Role(**span("Tom Oduya"), role="patient", actor="a2"),
                    Role(**span("Lusaka"), role="place", actor="a3"),
                ),
            ),
            Event(
                **span("died"),
                id="e2",
                text="died",
                lemma="die",
                label="At least 12 rebels die",
                type="DIE",
                quantities=(Quantity(**span("At least 12 rebels"), kind="killed", unit="people", min=12),),
                attribution="q2",
            ),
            Event(
                **span("visit"),
                id="e3",
                text="visit",
                lemma="visit",
                label="Oduya visits",
                type="MOVE",
                status="planned",
                when=When(edtf="2024-03-12/..", earliest_begin=date(2024, 3, 12), why="planned when published"),
                roles=(Role(**span("He"), role="agent", actor="a2"),),
            ),
        ),
        attributions=(
            Attribution(id="q1", content=Span(**span("At least 12 rebels died")), source=Source(**span("Radio One"), actor="a4")),
            Attribution(
                id="q2", content=Span(**span("At least 12 rebels died")), source=Source(**span("Oduya"), actor="a2"), parent="q1"
            ),
        ),
        relations=(Relation(type="before", source="e1", target="e3"),),
    )


@pytest.fixture(scope="module")
def view() -> Iterator[TimelineView]:
    with open_store() as store:
        store.add([document()])
        yield load(store)


@pytest.fixture
def events(view: TimelineView) -> dict[str, EventView]:
    return {event.label: event for event in view.events}


def labels(view: TimelineView) -> dict[str, str]:
    return {actor.iri: actor.label for actor in view.actors}


def test_events_stand_in_the_order_of_the_text(view: TimelineView) -> None:
    assert [e.label for e in view.events] == ["Lind meets Oduya in Lusaka", "At least 12 rebels die", "Oduya visits"]


def test_an_event_has_its_type_bounds_and_cast(view: TimelineView, events: dict[str, EventView]) -> None:
    event = events["Lind meets Oduya in Lusaka"]
    assert (event.type, event.status, event.standing) == ("CONSULT", "actual", "fact")
    assert (event.earliest_begin, event.latest_begin, event.earliest_end, event.latest_end) == (DAY,) * 4
    assert (event.edtf, event.why, event.place) == ("2024-03-11", "the Monday named", "Lusaka")
    (claim,) = event.claims
    assert {(m.kind, claim.sentence[m.start : m.end]) for m in claim.marks} == {
        ("agent", "Mara Lind"),
        ("patient", "Tom Oduya"),
        ("place", "Lusaka"),
        ("time", "Monday"),
    }
    names = labels(view)
    assert {(r.role, names[r.actor]) for r in event.roles} == {
        ("agent", "Mara Lind"),
        ("patient", "Tom Oduya"),
        ("place", "Lusaka"),
    }


def test_a_claim_has_its_chain_and_its_words(view: TimelineView, events: dict[str, EventView]) -> None:
    event = events["At least 12 rebels die"]
    (claim,) = event.claims
    assert claim.speakers == ("Tom Oduya", "Radio One", "The Paper")
    assert labels(view)[claim.by or ""] == "Tom Oduya"
    assert claim.sentence[claim.start : claim.end] == "died"
    assert claim.sentence.startswith("At least 12")
    assert claim.told == "claimed"
    assert [(m.kind, claim.sentence[m.start : m.end]) for m in claim.marks] == []
    assert (claim.before, claim.after) == (
        ("Mara Lind met Tom Oduya in Lusaka on Monday.",),
        ("He plans a visit.",),
    )
    assert event.figures == ("at least 12 people killed",)
    assert event.standing == "claim"


def test_a_plan_is_open_and_connected_with_what_came_before(events: dict[str, EventView]) -> None:
    plan, talks = events["Oduya visits"], events["Lind meets Oduya in Lusaka"]
    assert (plan.standing, plan.latest_end) == ("open", None)
    assert [(r.type, r.event) for r in plan.relations] == [("after", talks.iri)]
    assert [(r.type, r.event) for r in talks.relations] == [("before", plan.iri)]


def test_an_article_and_an_actor_keep_their_links(view: TimelineView) -> None:
    (article,) = view.articles
    assert (article.title, article.publisher, article.published) == ("Talks in Lusaka", "The Paper", "2024-03-12")
    assert article.known_from == date(2024, 3, 12)
    assert article.url == "https://example.org/talks"
    assert view.title == "“Talks in Lusaka” (The Paper)"
    assert {a.label: a.same_as for a in view.actors}["Mara Lind"] == ("https://www.wikidata.org/wiki/Q1",)


def test_what_is_loaded_can_be_drawn_and_is_the_same_each_time(view: TimelineView) -> None:
    with open_store() as store:
        store.add([document()])
        assert load(store) == view
    assert "Lind meets Oduya in Lusaka" in render(view)


def test_an_empty_graph_gives_an_empty_view() -> None:
    with open_store() as store:
        assert load(store) == TimelineView(title="An empty timeline")


LOOPED: dict[str, list[tuple[Any, ...]]] = {
    "events": [("x", "Thing", "t/A", None, "actual", *[None] * 8), ("x", "Other label", "t/A", None, "actual", *[None] * 8)],
    "broader": [("t/A", "t/B"), ("t/B", "t/A")],
    "statements": [("s1", "One", "s2", None), ("s2", "Two", "s1", None)],
    "claims": [("x", "c", None, "article", "s1", "affirms", "actual", None, None, None, None, None)],
}


class Looped:
    """A graph of other making, in which statements stand in each other and types above each other in circles."""

    def select(self, sparql: str) -> Any:
        name = next(f.stem for f in FOLDER.glob("*.rq") if f.read_text(encoding="utf-8") == sparql)
        head = sparql[sparql.index("SELECT") : sparql.index("WHERE")]
        columns = tuple(word[1:] for word in head.split() if word.startswith("?"))
        return SimpleNamespace(columns=columns, rows=LOOPED.get(name, []))


def test_circles_and_doubles_end() -> None:
    (event,) = load(Looped()).events
    assert event.label == "Thing"
    assert event.broader == ("B", "A")
    assert event.claims[0].speakers == ("One", "Two", "the article")
