"""Which mentions become one event or actor, and what is derived from them."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
import strategies
from dateline.merge import merge, stories
from dateline.merge.facts import joined
from dateline.merge.names import slug
from dateline.merge.page import page
from dateline.merge.status import derived_status, told_status
from dateline.merge.telling import tellings
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
    Span,
    Stance,
    Status,
    StoryEvent,
    When,
)

TEXT = "Mara Lind met Tom Oduya in Vellamo harbour for talks on herring quotas."

SENTENCES = tuple(Sentence(start=at, end=at + 10, first=0, stop=0) for at in range(0, len(TEXT) - 10, 10))  # one for each event


def day(iso: str) -> When:
    d = date.fromisoformat(iso)
    return When(edtf=iso, earliest_begin=d, latest_begin=d, earliest_end=d, latest_end=d, why="told")


def actor(key: str, name: str, kind: str = "person", mention: str = "name", **known: Any) -> Actor:
    return Actor(id=key, name=name, type=kind, mentions=(Mention(start=0, end=4, kind=mention),), **known)  # type: ignore[arg-type]


def event(key: str, start: int, cast: str = "agent:a1 patient:a2", **known: Any) -> Event:
    roles = tuple(
        Role(start=0, end=1, role=role, actor=who)  # type: ignore[arg-type]
        for role, who in (pair.split(":") for pair in cast.split())
    )
    known = {"type": "CONSULT", "lemma": "meet", "label": f"meeting {key}", **known}
    return Event(id=key, start=start, end=start + 4, text=TEXT[start : start + 4], roles=roles, **known)


def told(ident: str, *events: Event, names: tuple[str, ...] = ("Mara Lind", "Tom Oduya"), **layers: Any) -> Document:
    actors = tuple(actor(f"a{i}", name) for i, name in enumerate(names, 1))
    return Document(article=factory.article(TEXT, id=ident), events=events, actors=actors, sentences=SENTENCES, **layers)


def sizes(*documents: Document) -> list[int]:
    return sorted(len(e.members) for e in stories(documents).events)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        pytest.param({"when": day("2024-05-06")}, {"when": day("2024-05-06")}, True, id="same day, same cast"),
        pytest.param({"when": day("2024-05-06")}, {"when": day("2024-05-07")}, False, id="another day"),
        pytest.param({"when": day("2024-05-06")}, {}, True, id="undated, only one it can be"),
        pytest.param({}, {}, True, id="both undated"),
        pytest.param({}, {"cast": "agent:a1"}, False, id="part of the cast"),
        pytest.param({}, {"cast": "agent:a2 patient:a1"}, False, id="the other way round"),
        pytest.param({}, {"lemma": "fire", "type": "RELEASE"}, False, id="another word and type"),
    ],
)
def test_mentions_in_one_article(first: dict[str, Any], second: dict[str, Any], together: bool) -> None:
    assert sizes(told("x", event("e1", 0, **first), event("e2", 10, **second))) == ([2] if together else [1, 1])


def test_an_undated_mention_joins_one_of_two_days_only() -> None:
    events = (event("e1", 0, when=day("2024-05-06")), event("e2", 10, when=day("2024-05-07")), event("e3", 20))
    assert sizes(told("x", *events)) == [1, 2]


@pytest.mark.parametrize(
    ("known", "together"),
    [
        pytest.param({"when": day("2024-05-06"), "lemma": "talk"}, True, id="same day and cast"),
        pytest.param({"when": day("2024-05-08")}, True, id="sources disagree on the day"),
        pytest.param({"when": day("2024-05-13")}, False, id="another week"),
        pytest.param({}, True, id="undated"),
        pytest.param({"cast": "agent:a2 patient:a1"}, False, id="the other way round"),
    ],
)
def test_mentions_in_two_articles(known: dict[str, Any], together: bool) -> None:
    one = told("x", event("e1", 0, when=day("2024-05-06")))
    two = told("y", event("e1", 0, **known))
    assert sizes(one, two) == ([2] if together else [1, 1])


STORM = "A storm over Quellin killed villagers near the Ostrova dam, Ostrova's mayor Ilka Brand said."


def dead(ident: str, least: float, most: float | None, unit: str = "people", place: str = "") -> Document:
    """An article that counts the dead of a storm."""
    at = STORM.index("killed")
    figure = Quantity(start=at, end=at + 6, kind="killed", unit=unit, min=least, max=most)
    roles = (Role(start=0, end=len(place), role="place"),) if place else ()
    told = Event(id="e1", start=at, end=at + 6, text="killed", lemma="kill", label="killed", quantities=(figure,), roles=roles)
    text = place + " " * bool(place) + STORM
    shifted = replace(told, start=text.index("killed"), end=text.index("killed") + 6)
    return Document(article=factory.article(text, id=ident), published=factory.published("2024-05-06"), events=(shifted,))


def test_two_counts_of_the_same_dead_are_one_event_and_contested() -> None:
    (joined,) = stories([dead("x", 27, 27), dead("y", 30, 30)]).events
    assert joined.contested
    assert [q.min for q in joined.quantities] == [27, 30]


def test_what_is_no_count_of_people_or_things_joins_nobody() -> None:
    assert len(stories([dead("x", 27, 27, "mile"), dead("y", 30, 30, "mile")]).events) == 2


def test_a_copy_contests_nothing() -> None:
    long = " ".join(f"Words of clause {n} follow here." for n in range(12))
    first, copy = (
        replace(d, article=replace(d.article, text=d.article.text + long)) for d in (dead("x", 27, 27), dead("y", 30, 30))
    )
    story = stories([first, copy])
    assert story.origins == (("y", "x"),)
    assert [e.contested for e in story.events] == [False]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        pytest.param(("Qatar", "country"), ("Qatar", "country"), True, id="same name and type"),
        pytest.param(("José  Lima", "person"), ("JOSÉ LIMA", "person"), True, id="case and spacing"),
        pytest.param(("Jordan", "country"), ("Jordan", "person"), False, id="another type"),
        pytest.param(("Tom Oduya", "person"), ("Tim Oduya", "person"), False, id="another name"),
    ],
)
def test_actors_across_articles(one: tuple[str, str], other: tuple[str, str], together: bool) -> None:
    documents = [replace(told(key), actors=(actor("a1", *who),)) for key, who in (("x", one), ("y", other))]
    assert len(stories(documents).actors) == (1 if together else 2)


def test_a_description_stays_within_its_article_unless_both_tell_one_event() -> None:
    workers = (actor("a1", "workers", "group", "nominal"),)
    talk, strike = event("e1", 0, cast="agent:a1"), event("e1", 0, cast="agent:a1", type="PROTEST", lemma="strike")
    one, same, other = (replace(told(key, e), actors=workers) for key, e in (("x", talk), ("y", talk), ("z", strike)))
    assert len(stories([one, other]).actors) == 2
    assert len(stories([one, same]).actors) == 1


def test_two_cities_of_one_name_are_two() -> None:
    places = [
        actor("a1", "Tripoli", "place", same_as=("https://sws.geonames.org/1/",)),
        actor("a2", "Tripoli", "place", same_as=("https://sws.geonames.org/2/",)),
    ]
    assert len(stories([replace(told("x"), actors=tuple(places))]).actors) == 2


@pytest.mark.parametrize(
    ("status", "stances", "expected"),
    [
        ("actual", [], "actual"),
        ("actual", ["affirms"], "claimed"),
        ("actual", ["affirms", "affirms"], "claimed"),
        ("actual", ["denies"], "denied"),
        ("negated", ["denies"], "claimed"),
        ("actual", ["doubts"], "possible"),
        ("actual", ["asks", "affirms"], "possible"),
        ("requested", ["asks"], "requested"),
        ("requested", ["doubts"], "possible"),
        ("planned", ["affirms"], "planned"),
        ("planned", ["denies"], "denied"),
        ("negated", ["affirms"], "negated"),
    ],
)
def test_status_of_one_telling(status: Status, stances: list[Stance], expected: str) -> None:
    chain = [Attribution(id=f"q{i}", content=Span(start=0, end=1), stance=s) for i, s in enumerate(stances)]
    assert told_status(event("e1", 0, status=status), chain) == expected


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        (["claimed"], ("claimed", False)),
        (["claimed", "actual"], ("actual", False)),
        (["claimed", "denied"], ("claimed", True)),
        (["actual", "negated"], ("actual", True)),
        (["planned", "possible"], ("planned", False)),
    ],
)
def test_status_of_all_tellings(tellings: list[str], expected: tuple[str, bool]) -> None:
    assert derived_status(tellings) == expected


def figure(low: float | None, high: float | None) -> Quantity:
    return Quantity(start=0, end=1, kind="killed", unit="people", min=low, max=high)


@pytest.mark.parametrize(
    ("one", "other", "contested"), [((27, None), (30, 30), False), ((27, 27), (30, 30), True), ((None, 20), (27, None), True)]
)
def test_figures_that_cannot_both_be_true_are_contested(one: tuple[Any, Any], other: tuple[Any, Any], contested: bool) -> None:
    documents = [
        told("x", event("e1", 0, when=day("2024-05-06"), quantities=(figure(*one),))),
        told("y", event("e1", 0, when=day("2024-05-06"), quantities=(figure(*other),))),
    ]
    (joined,) = stories(documents).events
    assert joined.contested is contested
    assert len(joined.quantities) == 2


@pytest.mark.parametrize(
    ("told_with", "copies", "confidence"),
    [
        ([0.6], {}, 0.6),
        ([0.6, 0.5], {}, 0.7),  # of the doubt of 0.4 a quarter is gone
        ([0.5, 0.6], {}, 0.7),
        ([0.6, 0.5], {"y": "x"}, 0.6),  # a copy tells nothing new
        ([0.6, None], {}, 0.6),
        ([None], {}, None),
    ],
)
def test_further_origins_take_from_the_doubt(
    told_with: list[float | None], copies: dict[str, str], confidence: float | None
) -> None:
    documents = [told(name, event("e1", 0, confidence=value)) for name, value in zip("xyz", told_with, strict=False)]
    cluster = [t for d in documents for t in tellings(d, page(d), {})]
    assert joined(cluster, copies).confidence == confidence


def test_a_telling_of_another_type_takes_nothing_from_the_doubt() -> None:
    documents = (told("x", event("e1", 0, confidence=0.6)), told("y", event("e1", 0, type="DIE", confidence=0.9)))
    cluster = [t for d in documents for t in tellings(d, page(d), {})]
    assert (joined(cluster, {}).type, joined(cluster, {}).confidence) == ("CONSULT", 0.6)


def test_support_counts_articles() -> None:
    documents = [told(key, event("e1", 0, when=day("2024-05-06")), event("e2", 10, when=day("2024-05-06"))) for key in "xyz"]
    (joined,) = stories(documents).events
    assert {r.support for r in joined.roles} == {3}


def test_relations_join_story_events() -> None:
    document = told(
        "x",
        event("e1", 0),
        event("e2", 10, type="ASSAULT", lemma="attack"),
        relations=(Relation(type="before", source="e1", target="e2"),),
    )
    (relation,) = stories([document]).relations
    by_id = {e.id: e for e in stories([document]).events}
    assert (by_id[relation.source].type, by_id[relation.target].type) == ("CONSULT", "ASSAULT")


@pytest.mark.parametrize(
    "known",
    [{"type": None}, {"type": "STATE_CLAIM"}, {"status": "generic"}, {"cast": ""}],
    ids=["no type", "a statement", "generic", "nothing known"],
)
def test_what_does_not_deserve_the_time_line(known: dict[str, Any]) -> None:
    assert merge([told("x", event("e1", 0, **known))]).events == ()


def test_ids_are_readable_and_stable() -> None:
    document = told("x", event("e1", 0))
    assert stories([document]) == stories([document])
    (kept,) = stories([document]).events
    assert kept.id.startswith("consult-")
    assert [a.id for a in stories([document]).actors] == ["person/mara-lind", "person/tom-oduya"]


@pytest.mark.parametrize(
    ("name", "expected"), [("Ana-María  Núñez", "ana-maría-núñez"), ("  ", ""), ("القدس", "القدس"), ('a"b<c>/../', "a-b-c")]
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.tuples(*(strategies.documents(key) for key in "xyz")))
def test_the_order_of_articles_changes_nothing(documents: tuple[Document, ...]) -> None:
    assert len({stories(order) for order in permutations(documents)}) == 1


@given(strategies.documents("x"), strategies.documents("y"))
def test_every_mention_is_in_one_story(x: Document, y: Document) -> None:
    found: list[StoryEvent] = list(stories([x, y]).events)
    members = [m for e in found for m in e.members]
    assert sorted(members) == sorted((d.article.id, e.id) for d in (x, y) for e in d.events)
