"""The map: the graph's events and actors as one interactive HTML page.

`load(store)` reads a view from the graph, `render(view)` gives its page as text, `write(view, path)` as a file; a notebook shows
a view as its page. networkx and pyvis live here and nowhere else. A view holds text as it was written; the page shows it as text,
whatever it says.

A graph becomes a view (`load`, `paragraphs`, with the questions in `queries/`), a view becomes nodes, edges and words (`graphic`,
`network`, `layout`, `words`, `calendar`, `families`), and these become a page (`page`, `pack`, `bundle`, with template, style and
scripts in `page/`, which its README describes).
"""

from dateline.map.asking import Asking
from dateline.map.load import load
from dateline.map.page import render, write
from dateline.map.view import TimelineView

__all__ = ["Asking", "TimelineView", "load", "render", "write"]
