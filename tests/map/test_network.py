"""The graph behind the map, and the order of its rows."""

import networkx as nx
import pytest
import views
from hypothesis import given
from hypothesis import strategies as st

from dateline.map.network import build, home, lanes, length, shorten, ties
from dateline.map.view import EventView, RoleView


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
    [("place:p patient:b agent:a", "a"), ("place:p patient:b", "b"), ("place:p topic:t", "t"), ("place:p", "p"), ("", None)],
)
def test_an_event_stands_with_who_acts_else_with_whom_it_concerns(roles: str, own: str | None) -> None:
    parts = (part.split(":") for part in roles.split())
    assert home(EventView(iri="e", label="e", roles=tuple(RoleView(role=r, actor=a) for r, a in parts))) == own


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
    assert not set(main) & set(rest)
    assert views.ACTORS["radio"].iri not in {*main, *rest}  # takes part in nothing


def test_ties_count_common_events_but_not_common_places() -> None:
    tied = ties(views.strike())
    ids = {key: actor.iri for key, actor in views.ACTORS.items()}
    assert tied[ids["union"]][ids["owners"]]["weight"] == 8
    assert not tied.has_edge(ids["hale"], ids["marenholm"])
