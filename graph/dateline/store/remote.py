"""A store on a SPARQL server: any that speaks SPARQL 1.1 Query and Update.

The server holds all there is: the graph, and in a graph of its own (`<graph/records>`) the record of each article, with what the
parts of the graph were written from. So whoever may write can go on with a store that others began. Records are read when the
store is opened for writing; queries go to the server as they are, with the usual prefixes before them.

Servers differ in what a query without GRAPH sees: here it must be the union of all graphs, which is looked at.
"""

import base64
import json
import os
import socket
import time
import uuid
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import pyoxigraph as ox

from dateline.errors import QueryError, StoreError
from dateline.model import Document
from dateline.store.derive import Merge
from dateline.store.engine import Answer, Bindings, Change, Name
from dateline.store.graph import Store
from dateline.store.http import Server
from dateline.store.query import check_allowed, form
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import BASE, DL, PREFIXES, Names

T = TypeVar("T")

ROWS = 5_000  # asked for at a time
LINES = 4_000  # statements sent at a time: Virtuoso cannot read 5,000
STAMPS = 2_000  # in one literal
STALE = 900  # seconds after which a writer that did not tidy up is taken for dead
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
            found = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
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
        """An article's graph, and each part of the events', is replaced in one update."""
        batch: list[Change] = []
        size = 0
        for change in changes:
            count = len(set(change.quads))
            if batch and size + count > LINES:
                self._send(batch)
                batch, size = [], 0
            batch.append(change)
            size += count
        if batch:
            self._send(batch)

    def _send(self, changes: Sequence[Change]) -> None:
        parts: list[str] = []
        if not self.fresh:
            parts += [f"CLEAR SILENT GRAPH {c.graph}" for c in changes if c.subject is None]
            for graph in {c.graph for c in changes if c.subject}:
                subjects = " ".join(str(c.subject) for c in changes if c.subject and c.graph == graph)
                parts.append(_delete(graph, subjects))
        by_graph: dict[Name, list[str]] = defaultdict(list)
        for change in changes:
            by_graph[change.graph] += sorted(f"{q.subject} {q.predicate} {q.object} ." for q in set(change.quads))
        # an article longer than the server takes in one update is made of several
        first, *rest = _parts([(g, line) for g, lines in by_graph.items() for line in lines], LINES) or [[]]
        if first:
            parts.append(_insert(first))
        if parts:
            self.server.update(" ;\n".join(parts))
        for more in rest:
            self.server.update(_insert(more))

    def finish(self) -> None:
        self.fresh = False
        self.look()

    def __len__(self) -> int:
        outside = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{self.names.base}graph/') && ?g != {self.records})"
        found = self.solve(f"SELECT (COUNT(*) AS ?n) {{ {outside} }}", base=self.names.base)
        assert isinstance(found, ox.QuerySolutions)
        return int(next(iter(found))["n"].value)

    def close(self) -> None:
        self.server.close()


def _truth(found: ox.QuerySolutions) -> Answer:
    """Virtuoso answers ASK with a table of one cell, and 0 for false is no row."""
    row = next(found, None)
    truth = row is not None and isinstance(row[0], ox.Literal) and row[0].value in ("1", "true")
    return ox.parse_query_results(f'{{"head":{{}},"boolean":{str(truth).lower()}}}', format=ox.QueryResultsFormat.JSON)


def _delete(graph: Name, subjects: str) -> str:
    """All that a graph says of some subjects."""
    return f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {graph} {{ VALUES ?s {{ {subjects} }} ?s ?p ?o }} }}"


def _insert(lines: Sequence[tuple[Name, str]]) -> str:
    graphs: dict[Name, list[str]] = defaultdict(list)
    for name, line in lines:
        graphs[name].append(line)
    return "INSERT DATA {\n" + "".join(f"GRAPH {g} {{\n" + "\n".join(said) + "\n}\n" for g, said in graphs.items()) + "}"


def _parts(values: Sequence[T], size: int) -> list[Sequence[T]]:
    return [values[i : i + size] for i in range(0, len(values), size)]


class RemoteShelf(Shelf):
    """The records of a store on a server: read whole when it is opened, written through."""

    def __init__(self, engine: Remote) -> None:
        super().__init__(None)
        self._engine = engine
        self._me = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex}"
        self._since = int(time.time())
        self._lock()
        try:
            self._read()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        super().close()
        self._unlock(self._me, self._since)

    def _unlock(self, who: str, since: int) -> None:
        """Let another write. Not by a pattern: Virtuoso finds no text that stands in one."""
        self._engine.server.update(f"DELETE DATA {{ {self._mark(who, since)} }}")

    def _mark(self, who: str, since: int) -> str:
        records = self._engine.records
        return f"GRAPH {records} {{ {records} {DL('writer')} {ox.Literal(f'{since}:{who}')} }}"

    def _writers(self) -> list[tuple[int, str]]:
        """Who writes, or has not tidied up, the earliest first."""
        records = self._engine.records
        rows = self._engine.rows("?w", f"GRAPH {records} {{ {records} {DL('writer')} ?w }}")
        marks = (row["w"].value.partition(":") for row in rows)
        return sorted((int(since), who) for since, _, who in marks)

    def _lock(self) -> None:
        """Be the only writer, as far as a server can be made to see to that: leave a mark, and go where another was before."""
        server = self._engine.server
        for since, who in self._writers():
            if since < time.time() - STALE:
                self._unlock(who, since)
        server.update(f"INSERT DATA {{ {self._mark(self._me, self._since)} }}")
        others = [(since, who) for since, who in self._writers() if who != self._me]
        if others:
            since, who = others[0]
            self._unlock(self._me, self._since)
            self._db.close()
            host, process, _ = who.rsplit(":", 2)
            began = time.strftime("%H:%M", time.gmtime(since))
            raise StoreError(
                f"the store at {server.url} is in use by process {process} on {host} since {began} UTC; wait until it is done"
                f" (if it died: {STALE // 60} minutes)"
            )

    def _read(self) -> None:
        engine, records = self._engine, self._engine.records
        rows = (
            (_decoded(r["k"].value), _decoded(r["r"].value))
            for r in engine.rows("?k ?r", f"GRAPH {records} {{ ?a {DL('key')} ?k ; {DL('record')} ?r }}")
        )
        self._db.executemany("INSERT INTO records VALUES (?, ?)", rows)
        told: list[tuple[str, str, str]] = []
        for row in engine.rows("?s", f"GRAPH {records} {{ {records} {DL('stamps')} ?s }}"):
            told += [tuple(t) for t in json.loads(zlib.decompress(_decoded(row["s"].value)))]
        super().settle(told)
        engine.fresh = not told and not self._run("SELECT 1 FROM records").fetchone()
        if not told and not engine.fresh:
            self._run("INSERT INTO pending VALUES ('graph')")  # a writer did not come to its end

    def change(self, put: Iterable[Document], drop: Iterable[str] = (), *, only: bool = False) -> tuple[int, int, int, int]:
        before = dict(self._run("SELECT id, record FROM records"))
        counts = super().change(put, drop, only=only)
        after = dict(self._run("SELECT id, record FROM records"))
        records = self._engine.records
        changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        self._engine.server.update(f"DELETE WHERE {{ GRAPH {records} {{ {records} {DL('stamps')} ?s }} }}")
        for keys in _parts(sorted(changed), 50):
            nodes = {key: self._engine.names.node("record", key.hex()) for key in keys}
            parts = [_delete(records, " ".join(map(str, nodes.values())))]
            kept = [f"{nodes[k]} {DL('key')} {_encoded(k)} ; {DL('record')} {_encoded(after[k])} ." for k in keys if k in after]
            if kept:
                parts.append(_insert([(records, line) for line in kept]))
            self._engine.server.update(" ;\n".join(parts))
        return counts

    def settle(self, stamps: Iterable[tuple[str, str, str]]) -> None:
        super().settle(stamps)
        records = self._engine.records
        rows = [
            (kind, key.decode("utf-8", "surrogatepass"), s)
            for kind, key, s in self._run("SELECT kind, id, stamp FROM written ORDER BY kind, id")
        ]
        self._engine.server.update(f"DELETE WHERE {{ GRAPH {records} {{ {records} {DL('stamps')} ?s }} }}")
        for some in _parts(rows, STAMPS):
            packed = _encoded(zlib.compress(json.dumps(some).encode(), 6))
            self._engine.server.update(_insert([(records, f"{records} {DL('stamps')} {packed} .")]))


def _encoded(data: bytes) -> str:
    return f'"{base64.b64encode(data).decode("ascii")}"'


def _decoded(text: str) -> bytes:
    return base64.b64decode(text)
