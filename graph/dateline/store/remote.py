"""A store on a SPARQL server: any that speaks SPARQL 1.1 Query and Update, and better the Graph Store HTTP Protocol too.

The server holds all there is: the graph, and in a graph of its own (`<graph/records>`) the record of each article, with what the
parts of the graph were written from. So whoever may write can go on with a store that others began. Records are read when the
store is opened for writing; queries go to the server as they are, with the usual prefixes before them.

Servers differ in what a query without GRAPH sees: here it must be the union of all graphs, which is looked at.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from dateline.errors import QueryError, StoreError
from dateline.store.derive import Merge
from dateline.store.engine import Answer, Bindings, Change, Name
from dateline.store.graph import Store
from dateline.store.http import Server
from dateline.store.query import check_allowed, form
from dateline.store.records import RemoteShelf
from dateline.store.sparql import delete, in_runs, insert
from dateline.store.vocabulary import BASE, PREFIXES, Names

ROWS = 5_000  # asked for at a time
LINES = 4_000  # statements of an update: Virtuoso cannot read 5,000
WHOLE = 1_000  # statements of a new graph that are quicker handed over whole than by updates, on Oxigraph and Virtuoso
_DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples, text/turtle;q=0.5"


def open_remote(url: str, *, base: str | None = None, read_only: bool = False, merge: Merge | None = None) -> Store:
    """The store on a server, given where it takes queries."""
    names = Names(BASE if base is None else base)
    server = Server(url)
    engine = Remote(server, names)
    shelf = None if read_only else RemoteShelf(engine)
    engine.look()
    return Store(engine, shelf, names, merge=merge)


class Remote:
    """A SPARQL server as the engine of a store."""

    def __init__(self, server: Server, names: Names) -> None:
        self.server, self.names = server, names
        self.records = names.node("graph", "records")
        self.fresh = False
        self._looked = False  # whether graphs that were handed over have been seen to arrive

    def solve(self, sparql: str, *, base: str, bindings: Bindings | None = None) -> Answer:
        check_allowed(sparql, base)
        values = ""
        if bindings:
            values = f"\nVALUES ({' '.join(map(str, bindings))}) {{ ({' '.join(map(str, bindings.values()))}) }}"
        accept = _JSON if form(sparql) in ("select", "ask") else _TRIPLES
        answer = self.server.query(f"BASE <{base}>\n{_DECLARED}{sparql}{values}", accept)
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
        limit = answer.headers.get("X-SPARQL-MaxRows")
        if kind == _JSON:
            found = ox.parse_query_results(_canonical(answer.content), format=ox.QueryResultsFormat.JSON)
            if limit and isinstance(found, ox.QuerySolutions) and len(answer.json()["results"]["bindings"]) >= int(limit):
                raise QueryError(f"the server gives no more than {limit} rows (Virtuoso: ResultSetMaxRows); ask for fewer")
            return _truth(found) if form(sparql) == "ask" and isinstance(found, ox.QuerySolutions) else found
        turtle = kind in ("text/turtle", "application/x-turtle")
        syntax = ox.RdfFormat.TURTLE if turtle else ox.RdfFormat.N_TRIPLES
        try:
            return [quad.triple for quad in ox.parse(answer.content, format=syntax)]
        except SyntaxError as error:
            raise StoreError(f"the server's answer ({kind}) cannot be understood: {error}") from None

    def ask(self, pattern: str) -> bool:
        """Whether anything fits a pattern."""
        return bool(self.solve(f"ASK {{ {pattern} }}", base=self.names.base))

    def rows(self, select: str, where: str) -> Iterator[ox.QuerySolution]:
        """All rows of a query, asked for a part at a time."""
        offset = 0
        while True:
            text = f"SELECT {select} {{ {where} }} ORDER BY {select.removeprefix('DISTINCT ')} LIMIT {ROWS} OFFSET {offset}"
            found = self.solve(text, base=self.names.base)
            assert isinstance(found, ox.QuerySolutions)
            rows = list(found)
            yield from rows
            if len(rows) < ROWS:
                return
            offset += ROWS

    def look(self) -> None:
        """See whether queries reach the union of all graphs."""
        facts = self.names.facts
        if self.ask(f"GRAPH {facts} {{ {facts} a prov:Entity }}") and not self.ask(f"{facts} a prov:Entity"):
            raise StoreError(
                f"{self.server.url} keeps its graphs apart: let queries see the union of all graphs"
                " (Fuseki: tdb2:unionDefaultGraph true; Oxigraph: --union-default-graph)"
            )

    def quads(self) -> Iterator[ox.Quad]:
        for name in sorted(self.graphs(), key=str):
            for s, p, o in self.rows("?s ?p ?o", f"GRAPH {name} {{ ?s ?p ?o }}"):
                yield ox.Quad(s, p, o, name)

    def graphs(self) -> Iterable[Name]:
        """The graphs below our base: others on the server are none of our business."""
        where = f"GRAPH ?g {{ ?s a ?t }} FILTER(STRSTARTS(STR(?g), '{self.names.base}graph/'))"
        return [row["g"] for row in self.rows("DISTINCT ?g", where) if row["g"] != self.records]

    def write(self, changes: Sequence[Change]) -> None:
        """Large graphs are handed over whole, where the server has a graph store; updates of many parts do for all else.

        A graph that one update can replace is left to that: Virtuoso lets readers see the graph store's work half done.
        """
        batch: list[Change] = []
        size, most = 0, WHOLE if self.fresh else LINES + 1
        for change in _joined(changes) if self.fresh else changes:
            quads = set(change.quads)
            if len(quads) >= most and change.subject is None and self._give(change.graph, quads):
                continue
            if batch and size + len(quads) > LINES:
                self._send(batch)
                batch, size = [], 0
            batch.append(Change(change.graph, change.subject, quads))
            size += len(quads)
        if batch:
            self._send(batch)

    def _give(self, graph: Name, quads: Iterable[ox.Quad]) -> bool:
        """Hand a graph over by the Graph Store Protocol. What is handed over first is looked for: the address is only likely."""
        lines = sorted(f"{quad.triple} .\n" for quad in quads)
        if not self.server.give(graph.value, "".join(lines).encode(), anew=not self.fresh):
            return False
        if not self._looked:
            self._looked = self._count(f"GRAPH {graph} {{ ?s ?p ?o }}") == len(lines)
            if not self._looked:
                self.server.no_graph_store("takes graphs that queries then do not find")
        return self._looked

    def _send(self, changes: Sequence[Change]) -> None:
        parts: list[str] = []
        if not self.fresh:
            parts += [f"CLEAR SILENT GRAPH {c.graph}" for c in changes if c.subject is None]
            for graph in {c.graph for c in changes if c.subject}:
                subjects = " ".join(str(c.subject) for c in changes if c.subject and c.graph == graph)
                parts.append(delete(graph, subjects))
        by_graph: dict[Name, list[str]] = defaultdict(list)
        for change in changes:
            by_graph[change.graph] += sorted(f"{q.subject} {q.predicate} {q.object} ." for q in set(change.quads))
        # an article longer than the server takes in one update is made of several
        first, *rest = in_runs([(g, line) for g, lines in by_graph.items() for line in lines], LINES) or [[]]
        if first:
            parts.append(insert(first))
        if parts:
            self.server.update(" ;\n".join(parts))
        for more in rest:
            self.server.update(insert(more))

    def finish(self) -> None:
        self.fresh = False
        self.look()

    def __len__(self) -> int:
        return self._count(
            f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{self.names.base}graph/') && ?g != {self.records})"
        )

    def _count(self, pattern: str) -> int:
        found = self.solve(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", base=self.names.base)
        assert isinstance(found, ox.QuerySolutions)
        return int(next(iter(found))["n"].value)

    def close(self) -> None:
        self.server.close()


def _joined(changes: Sequence[Change]) -> list[Change]:
    """What fills an empty store, by graph."""
    graphs: dict[Name, set[ox.Quad]] = defaultdict(set)
    for change in changes:
        graphs[change.graph].update(change.quads)
    return [Change(graph, None, quads) for graph, quads in graphs.items()]


def _canonical(content: bytes) -> bytes:
    """Results with truth values in XSD's canonical form: Virtuoso writes 1 and 0."""
    if b"XMLSchema#boolean" not in content:
        return content
    results = json.loads(content)
    for row in results.get("results", {}).get("bindings", ()):
        for cell in row.values():
            if cell.get("datatype", "").endswith("#boolean"):
                cell["value"] = {"1": "true", "0": "false"}.get(cell["value"], cell["value"])
    return json.dumps(results).encode()


def _truth(found: ox.QuerySolutions) -> Answer:
    """Virtuoso answers ASK with a table of one cell, and 0 for false is no row."""
    row = next(found, None)
    truth = row is not None and isinstance(row[0], ox.Literal) and row[0].value in ("1", "true")
    return ox.parse_query_results(f'{{"head":{{}},"boolean":{str(truth).lower()}}}', format=ox.QueryResultsFormat.JSON)
