"""Letting others ask the graph: a SPARQL endpoint, a query page, the map, a page for each event and actor.

The server itself (`app`) asks nothing: each question goes to a worker, a process of its own that has the store open for reading
(`worker`). A worker that takes too long, or too much memory, is killed and another takes its place (`pool`). So no question can
do more harm than to be refused. What workers can be asked for stands in `answers`.
"""

from dateline.serve.limits import Limits

__all__ = ["Limits"]
