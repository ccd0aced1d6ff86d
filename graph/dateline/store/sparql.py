"""Updates as SPARQL text."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from dateline.store.engine import Name

T = TypeVar("T")


def delete(graph: Name, subjects: str) -> str:
    """All that a graph says of some subjects."""
    return f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {graph} {{ VALUES ?s {{ {subjects} }} ?s ?p ?o }} }}"


def insert(lines: Sequence[tuple[Name, str]]) -> str:
    """Statements, each with its graph."""
    graphs: dict[Name, list[str]] = defaultdict(list)
    for name, line in lines:
        graphs[name].append(line)
    return "INSERT DATA {\n" + "".join(f"GRAPH {g} {{\n" + "\n".join(said) + "\n}\n" for g, said in graphs.items()) + "}"


def in_runs(values: Sequence[T], size: int) -> list[Sequence[T]]:
    """Values in runs of a size."""
    return [values[i : i + size] for i in range(0, len(values), size)]
