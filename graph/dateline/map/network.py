"""The graph behind the map: actors and events as nodes, parts in events as edges, and the order of the actors' rows.

The rows follow each other so that the lines between the actors of one event are short: the minimum linear arrangement problem,
solved by moving and swapping rows until nothing gets shorter (local search; exact solutions are NP-hard).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import networkx as nx

from dateline.map.view import EventView, TimelineView

ROWS = 12  # at most so many actors with a row of their own at first sight; more than a screen holds would be read by nobody
FEW = 6  # rows for which one event is enough
GROUPED = 300  # actors in circles
SEARCHED = 40  # rows whose order is searched for; the search is cubic, and few pages have more actors that matter
_HOME = ("agent", "patient", "recipient", "topic", "instrument", "place")
_ACTING = frozenset({"agent", "patient", "recipient"})


def homes(event: EventView) -> tuple[str, ...]:
    """The actors on whose row an event may stand, the first that has one: who acts, else whom it concerns, and so on."""
    ranked = sorted(event.roles, key=lambda r: _HOME.index(r.role) if r.role in _HOME else len(_HOME))
    return tuple(dict.fromkeys(role.actor for role in ranked))


def build(view: TimelineView) -> "nx.MultiDiGraph[str]":
    """Actors and events as nodes, each part in an event as an edge from event to actor keyed by its role."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((actor.iri, {"kind": "actor"}) for actor in view.actors)
    for event in view.events:
        graph.add_node(event.iri, kind="event")
        for role in event.roles:
            if role.actor in graph:
                graph.add_edge(event.iri, role.actor, key=role.role)
    return graph


def ties(view: TimelineView, *, places: bool = False) -> "nx.Graph[str]":
    """Who has to do with whom: actors, joined with the number of events both take part in; or, with places, are at."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actor.iri for actor in view.actors)
    for event in view.events:
        cast = dict.fromkeys(r.actor for r in event.roles if (places or r.role != "place") and r.actor in graph)
        for one, other in combinations(cast, 2):
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=weight + 1)
    return graph


def circles(view: TimelineView) -> dict[str, int]:
    """Actors in circles of those who take part in the same events oftener than by chance (greedy modularity).

    By number, the largest circle first. Whoever meets nobody is in none. Opponents stand in one circle: they meet most.
    """
    count = parts(view)
    ranked = sorted({a.iri for a in view.actors if count[a.iri]}, key=lambda iri: (-count[iri], iri))[:GROUPED]
    # As numbers: sets of text have another order in every run.
    graph = nx.convert_node_labels_to_integers(_ordered(ties(view).subgraph(ranked), ranked))
    joined = graph.subgraph([node for node, degree in graph.degree() if degree])
    if not joined:
        return {}
    found = nx.community.greedy_modularity_communities(joined, weight="weight")
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return {ranked[node]: number for number, group in enumerate(groups) for node in group}


def _ordered(graph: "nx.Graph[str]", nodes: Sequence[str]) -> "nx.Graph[str]":
    """The same graph, its nodes and edges in an order that does not hang on a hash."""
    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(nodes)
    made.add_weighted_edges_from(sorted((*sorted((a, b)), w) for a, b, w in graph.edges(data="weight")))
    return made


def prominence(view: TimelineView) -> dict[str, int]:
    """How much of the story each actor carries: three for an event of one's own, one for any other part but the place."""
    counts = {actor.iri: 0 for actor in view.actors}
    for event in view.events:
        own = homes(event)[:1]
        if own and own[0] in counts:
            counts[own[0]] += 3
        for actor in {r.actor for r in event.roles if r.role in _ACTING} - {*own}:
            if actor in counts:
                counts[actor] += 1
    return counts


def parts(view: TimelineView) -> Counter[str]:
    """In how many events each actor takes part."""
    return Counter(actor for event in view.events for actor in {role.actor for role in event.roles})


def length(order: Sequence[str], links: Iterable[tuple[str, str, int]]) -> int:
    """How long all links are together, in rows."""
    row = {actor: i for i, actor in enumerate(order)}
    return sum(abs(row[one] - row[other]) * weight for one, other, weight in links)


def _moves(order: Sequence[str], i: int, j: int) -> Iterator[list[str]]:
    """The orders one move away: row i put at j, row j put at i, the two swapped."""
    yield [*order[:i], *order[i + 1 : j + 1], order[i], *order[j + 1 :]]
    yield [*order[:i], order[j], *order[i:j], *order[j + 1 :]]
    yield [*order[:i], order[j], *order[i + 1 : j], order[i], *order[j + 1 :]]


def shorten(order: Sequence[str], graph: "nx.Graph[str]") -> list[str]:
    """An order of the rows that no single move makes better. The same input gives the same order."""
    links = list(graph.subgraph(order).edges(data="weight"))
    best, cost, before = list(order), length(order, links), None
    while cost != before:
        before = cost
        for i, j in combinations(range(len(best)), 2):
            shortest = min(_moves(best, i, j), key=lambda candidate: length(candidate, links))
            if (found := length(shortest, links)) < cost:
                best, cost = shortest, found
    return best


def lanes(view: TimelineView, *, rows: int = ROWS) -> tuple[list[str], list[str]]:
    """The actors with a row of their own, and those that share one until the reader wants them; each in the order of the rows.

    Who takes part in one event only, or leads none, has no story to follow, and shares a row unless there are few others.
    """
    graph, carried, count = ties(view), prominence(view), parts(view)
    hosts = {own for event in view.events for own in homes(event)[:1] if count[own] > 1}
    ranked = sorted((a for a in carried if carried[a]), key=lambda a: (a not in hosts, -carried[a], a))
    own = max(min(rows, FEW), min(rows, len(hosts)))
    return shorten(ranked[:own], graph), shorten(ranked[own:SEARCHED], graph) + ranked[max(own, SEARCHED) :]
