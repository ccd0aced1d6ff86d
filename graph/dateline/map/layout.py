"""Where actors stand in the network: who has to do with each other near each other.

Each connected part of the story is laid out by itself (Fruchterman and Reingold's springs), what lies on each other is moved
apart, and the parts are put side by side, the largest first. Springs over all would squeeze each part and drive them asunder.
Events stand between those who take part; the page puts them there when one looks closer.
"""

from collections.abc import Iterable
from itertools import combinations
from math import log2, sqrt

import networkx as nx

from dateline.map.network import parts, ties
from dateline.map.view import TimelineView

NODES = 300  # actors, those with most events first; the layout is quadratic, and more names cannot be read at once
ROOM = 150  # pixels between neighbours, enough for a name and for events between
WIDE, HIGH = 150, 84  # of the room that a node keeps free around itself
GAP_WIDE, GAP_HIGH = 230, 110  # between parts: names stand beside their marks
EFFORT = 600_000  # pairs looked at in moving nodes apart: about half a second
ASPECT = 1.35  # of a screen that has a panel at its side

Spots = dict[str, tuple[float, float]]


def positions(view: TimelineView) -> dict[str, tuple[int, int]]:
    """The place of every actor who takes part in anything; of a large story, of those who take part in most."""
    count = parts(view)
    ranked = sorted((a.iri for a in view.actors if count[a.iri]), key=lambda iri: (-count[iri], iri))[:NODES]
    graph = ties(view, places=True).subgraph(ranked)
    pieces = sorted((sorted(piece) for piece in nx.connected_components(graph)), key=lambda piece: (-len(piece), piece))
    spots = _side_by_side(_spread(graph.subgraph(piece)) for piece in pieces)
    return {node: (round(x), round(y)) for node, (x, y) in spots.items()}


def _spread(part: "nx.Graph[str]") -> Spots:
    """One connected part, its upper left corner at the origin."""
    ordered: nx.Graph[str] = nx.Graph()  # a subgraph's order is that of a set
    ordered.add_nodes_from(sorted(part))
    ordered.add_weighted_edges_from(sorted((*sorted((a, b)), log2(1 + w)) for a, b, w in part.edges(data="weight")))
    size = ROOM * sqrt(len(part) - 1) / 1.7
    found = nx.spring_layout(ordered, seed=1, iterations=300, k=2.2 / sqrt(len(part)))
    spots = _apart({node: (float(x) * size * ASPECT, float(y) * size) for node, (x, y) in found.items()})
    left, top = (min(spot[axis] for spot in spots.values()) for axis in (0, 1))
    return {node: (x - left, y - top) for node, (x, y) in spots.items()}


def _apart(spots: Spots) -> Spots:
    """The same picture with room for a mark and some of its name around every node: close ones push each other away."""
    moved = {node: list(spot) for node, spot in spots.items()}
    for _ in range(min(60, EFFORT // len(moved) ** 2)):
        for one, other in combinations(moved.values(), 2):
            gaps = (other[0] - one[0], other[1] - one[1])
            lacks = (WIDE - abs(gaps[0]), HIGH - abs(gaps[1]))
            if min(lacks) > 0:
                axis = 0 if lacks[0] / WIDE < lacks[1] / HIGH else 1
                push = lacks[axis] / 4 * (1 if gaps[axis] >= 0 else -1)
                one[axis] -= push
                other[axis] += push
    return {node: (x, y) for node, (x, y) in moved.items()}


def _side_by_side(parts: Iterable[Spots]) -> Spots:
    """Parts in rows, like words on a page, that is as wide as it should be for its area."""
    boxes = [(part, _reach(part, 0) + GAP_WIDE, _reach(part, 1) + GAP_HIGH) for part in parts]
    page = max([ASPECT * sqrt(sum(w * h for _, w, h in boxes)), *(w for _, w, _ in boxes)], default=0)
    spots: Spots = {}
    left = top = row = 0.0
    for part, width, height in boxes:
        if left + width > page:
            left, top, row = 0.0, top + row, 0.0
        spots |= {node: (x + left, y + top) for node, (x, y) in part.items()}
        left, row = left + width, max(row, height)
    return spots


def _reach(part: Spots, axis: int) -> float:
    return max(spot[axis] for spot in part.values())
