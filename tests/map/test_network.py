"""The graph behind the map, and the order of its rows."""

import networkx as nx
import pytest
import views
from hypothesis import given
from hypothesis import strategies as st

from dateline.map.layout import positions
from dateline.map.network import build, circles, homes, lanes, length, shorten, ties
from dateline.map.paragraphs import Paragraphs
from dateline.map.view import ActorView, EventView, RoleView, TimelineView


def test_actors_and_events_are_nodes_and_parts_are_edges() -> None:
    view = views.strike()
    graph = build(view)
    kinds = dict(graph.nodes(data="kind"))
    assert sorted(n for n, kind in kinds.items() if kind == "event") == sorted(e.iri for e in view.events)
    assert graph.number_of_edges() == len({(e.iri, r.actor, r.role) for e in view.events for r in e.roles})


def test_an_unknown_actor_is_no_node() -> None:
    view = views.one(EventView(iri="e", label="e", roles=(RoleView(role="agent", actor="nobody"),)))
    assert build(view).number_of_edges() == 0


@pytest.mark.parametrize(
    ("roles", "own"),
    [("place:p patient:b agent:a", "a"), ("place:p patient:b", "b"), ("place:p topic:t", "t"), ("place:p", "p"), ("", "")],
)
def test_an_event_stands_with_who_acts_else_with_whom_it_concerns(roles: str, own: str) -> None:
    parts = (part.split(":") for part in roles.split())
    event = EventView(iri="e", label="e", roles=tuple(RoleView(role=r, actor=a) for r, a in parts))
    assert homes(event)[:1] == tuple(own)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 5)), max_size=25))
def test_shortening_keeps_all_rows_and_never_lengthens(links: list[tuple[int, int, int]]) -> None:
    rows = [f"a{i}" for i in range(10)]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(rows)
    graph.add_weighted_edges_from((f"a{i}", f"a{j}", w) for i, j, w in links if i != j)
    found = shorten(rows, graph)
    weights = list(graph.edges(data="weight"))
    assert sorted(found) == rows
    assert length(found, weights) <= length(rows, weights)
    assert shorten(rows, graph) == found


def test_a_chain_of_actors_is_laid_out_as_a_chain() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from([("a", "d", 1), ("d", "b", 1), ("b", "c", 1)])
    assert "".join(shorten(list("abcd"), graph)) in ("adbc", "cbda")


def test_the_actors_with_most_events_have_rows() -> None:
    main, rest = lanes(views.strike(), rows=5)
    assert {views.ACTORS[k].iri for k in ("union", "owners", "strikers", "police", "hale")} == set(main)
    main, rest = lanes(views.strike())
    assert len(main) == 11
    assert views.ACTORS["bank"].iri in rest  # takes part in one event only
    assert not set(main) & set(rest)
    assert views.ACTORS["radio"].iri not in {*main, *rest}  # takes part in nothing


def test_ties_count_common_events_but_not_common_places() -> None:
    tied = ties(views.strike())
    ids = {key: actor.iri for key, actor in views.ACTORS.items()}
    assert tied[ids["union"]][ids["owners"]]["weight"] == 8
    assert not tied.has_edge(ids["hale"], ids["marenholm"])


def test_every_actor_who_takes_part_has_a_place_of_its_own() -> None:
    view = views.strike()
    spots = positions(view)
    assert set(spots) == {role.actor for event in view.events for role in event.roles}
    assert len(set(spots.values())) == len(spots)
    assert positions(view) == spots


def test_nodes_of_the_network_keep_apart() -> None:
    spots = list(positions(views.strike()).values())
    close = [1 for i, a in enumerate(spots) for b in spots[:i] if abs(a[0] - b[0]) < 60 and abs(a[1] - b[1]) < 34]
    assert not close


@pytest.mark.parametrize("view", [TimelineView(), views.one(EventView(iri="e", label="e")), views.many(400)])
def test_any_view_has_a_layout(view: TimelineView) -> None:
    assert len(positions(view)) <= 40


def test_of_many_actors_those_with_most_events_are_laid_out() -> None:
    actors = tuple(ActorView(iri=f"x:a{i}", label=f"Actor {i}") for i in range(700))
    parts = [(i, j) for i in range(700) for j in range(0, i, 100)]
    events = tuple(
        EventView(iri=f"x:{i}-{j}", label="meet", roles=tuple(RoleView(role="agent", actor=f"x:a{n}") for n in (i, j)))
        for i, j in parts
    )
    spots = positions(TimelineView(events=events, actors=actors))
    assert len(spots) == 300
    assert "x:a0" in spots


def test_circles_hold_those_who_meet_each_other() -> None:
    pairs = ["ab", "bc", "ac", "de", "ef", "df", "cd"] * 2
    actors = tuple(ActorView(iri=name, label=name) for name in "abcdefg")
    events = tuple(
        EventView(iri=f"e{i}", label="meet", roles=tuple(RoleView(role="agent", actor=name) for name in pair))
        for i, pair in enumerate(pairs)
    )
    found = circles(TimelineView(events=events, actors=actors))
    assert found["a"] == found["b"] == found["c"] != found["d"] == found["e"] == found["f"]
    assert "g" not in found  # meets nobody
    assert circles(TimelineView()) == {}


def test_paragraphs_are_told_by_the_gaps_between_sentences() -> None:
    texts = [(0, "One.", "paragraph"), (5, "Two.", "paragraph"), (11, "Three.", "paragraph"), (18, "Four.", "boilerplate")]
    rows = [{"article": "x", "begin": begin, "sentence": text, "layout": layout} for begin, text, layout in texts]
    found = Paragraphs.of(rows)
    assert found.around("x", 0) == ((), ("Two.",))
    assert found.around("x", 5) == (("One.",), ())
    assert found.around("x", 11) == ((), ())
    assert found.around("x", 3) == found.around("y", 0) == ((), ())
