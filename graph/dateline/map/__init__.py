"""The map: the graph's events and actors as one interactive HTML page.

`load(store)` reads a view from the graph, `render(view)` gives its page as text, `write(view, path)` as a file. networkx and
pyvis live here and nowhere else. A view holds text as it was written; the page shows it as text, whatever it says.
"""

from dateline.map.load import load
from dateline.map.page import render, write
from dateline.map.view import TimelineView

__all__ = ["TimelineView", "load", "render", "write"]
