"""The story of the *Ever Given* as eleven articles tell it: one event each, every claim kept, copies and corrections known."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from dateline.api import extract_documents
from dateline.map import load as view
from dateline.merge import merge
from dateline.model import Document, Story, StoryEvent
from dateline.store import Store, open_store
from dateline.store.queries import load
from dateline.store.review import review

ARTICLES = Path(__file__).parents[2] / "seeds" / "articles" / "ever-given"


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return tuple(extract_documents(ARTICLES))


@pytest.fixture(scope="module")
def story(documents: tuple[Document, ...]) -> Story:
    return merge(documents)


@pytest.fixture(scope="module")
def store(documents: tuple[Document, ...]) -> Iterator[Store]:
    with open_store() as made:
        made.add(documents)
        yield made


def told(story: Story, documents: tuple[Document, ...], *words: str) -> list[tuple[StoryEvent, set[str]]]:
    """The events that are told with one of some words, with the names of the articles that tell them so."""
    name = {d.article.id: Path(d.article.source).stem for d in documents}
    at = {(d.article.id, e.id): e.text for d in documents for e in d.events}
    found = ((e, {name[a] for a, k in e.members if at[a, k] in words}) for e in story.events)
    return [(e, articles) for e, articles in found if articles]


def test_one_grounding(story: Story, documents: tuple[Document, ...]) -> None:
    ((ran, articles),) = told(story, documents, "ran")
    assert len(articles) >= 8
    assert ran.when.edtf == "2021-03-23"
    assert (ran.status, ran.contested) == ("actual", False)


def test_it_came_free_on_the_29th(story: Story, documents: tuple[Document, ...]) -> None:
    event, articles = max(told(story, documents, "refloated"), key=lambda pair: len(pair[1]))
    assert {"nile-wire-0329", "eastern-strait-0330", "harbour-ledger-0330"} <= articles
    assert event.when.edtf == "2021-03-29"


def test_the_blackout_is_contested(story: Story, documents: tuple[Document, ...]) -> None:
    ((event, articles),) = told(story, documents, "blackout")
    assert articles == {"nile-wire-0323", "nile-wire-0325"}
    assert event.contested


def test_copies_are_known(story: Story, documents: tuple[Document, ...]) -> None:
    name = {d.article.id: Path(d.article.source).stem for d in documents}
    assert {(name[a], name[b]) for a, b in story.origins} == {
        ("meridian-post-0324", "nile-wire-0323"),
        ("eastern-strait-0330", "nile-wire-0329"),
    }


def test_support_counts_origins(story: Story, documents: tuple[Document, ...]) -> None:
    ((event, articles),) = told(story, documents, "towed")
    assert len(articles) == 2
    assert {r.support for r in event.roles} == {1}


def test_the_queue_grew(store: Store) -> None:
    found = store.select(load("figures-over-time").sparql, shorten=True)
    column = {name: n for n, name in enumerate(found.columns)}
    waiting = [row for row in found.rows if "ships will pass" in str(row[column["label"]])]
    series = {str(row[column["reported"]]): row[column["min"]] for row in waiting}
    assert series["2021-03-26"] == 237
    assert series["2021-03-30"] == 367


def test_what_was_known_on_a_day(store: Store) -> None:
    labels = {
        day: {str(row[1]) for row in store.select(load("known-by").fill({"day": day})).rows}
        for day in ("2021-03-24", "2021-04-30")
    }
    assert not any("seize" in label.lower() for label in labels["2021-03-24"])
    assert any("seize" in label.lower() or "seizure" in label.lower() for label in labels["2021-04-30"])
    assert labels["2021-03-24"] < labels["2021-04-30"]


def test_who_claims_the_blackout(store: Store) -> None:
    found = store.select(load("who-claims-what").fill({"about": "blackout"}))
    positions = {(str(row[3]), str(row[4])) for row in found.rows}
    assert ("GAC", "affirms") in positions
    assert any(who == "Nile Wire" and what == "denies" for who, what in positions)
    assert ("Lowland Courier", "silent") in positions


def test_the_order_of_articles_changes_nothing(documents: tuple[Document, ...], story: Story) -> None:
    for order in list(permutations(documents[:3])):
        assert merge((*documents[3:], *order)) == story


def test_adding_and_removing_an_article_leaves_no_trace(documents: tuple[Document, ...]) -> None:
    with open_store() as store:
        store.add(documents[:-1])
        before = list(store.turtle())
        store.add(documents[-1:])
        assert list(store.turtle()) != before
        store.remove(documents[-1].article.id)
        assert list(store.turtle()) == before


def test_adding_again_changes_nothing(documents: tuple[Document, ...]) -> None:
    with open_store() as store:
        store.add(documents)
        before = list(store.turtle())
        store.add(documents)
        assert list(store.turtle()) == before


def test_contested_values_stand_side_by_side(store: Store) -> None:
    found = store.select(load("contested-values").sparql)
    values = {(str(row[2]), str(row[3]), str(row[4]), str(row[6]), str(row[7])) for row in found.rows}
    assert ("reality", "so", "GAC", "not so", "Nile Wire") in values


def test_a_check_names_values_that_exclude_each_other(store: Store) -> None:
    told = [f.why for f in review(store) if f.kind == "contested value"]
    assert "Blackout of Ever Given: reality so (GAC, 2021-03-23), not so (Nile Wire, 2021-03-25)" in told


def test_the_map_shows_values_side_by_side(store: Store) -> None:
    (event,) = (e for e in view(store).events if "lackout" in e.label)
    given = {(claim.speakers, value.what, value.value) for claim in event.claims for value in claim.values}
    assert (("GAC", "Nile Wire"), "Whether it happened", "It happened") in given
    assert (("Nile Wire",), "Whether it happened", "It did not happen") in given
