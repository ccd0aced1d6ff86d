"""The records of a store on a server, kept there in a graph of their own, and who is writing to it."""

import base64
import json
import os
import socket
import time
import uuid
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.model import Document
from dateline.store.shelf import Shelf
from dateline.store.sparql import delete, in_runs, insert
from dateline.store.vocabulary import DL

if TYPE_CHECKING:
    from dateline.store.remote import Remote

STAMPS = 2_000  # in one literal
STALE = 900  # seconds after which a writer that did not tidy up is taken for dead


class RemoteShelf(Shelf):
    """The records of a store on a server: read whole when it is opened, written through."""

    def __init__(self, engine: "Remote") -> None:
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
        if not told and not engine.fresh:  # a writer did not come to its end
            subjects = engine.rows("DISTINCT ?s", f"GRAPH {engine.names.facts} {{ ?s ?p ?o }}")
            self.forget(("thing", row["s"].value) for row in subjects)
            self._run("INSERT INTO pending VALUES ('graph')")

    def change(self, put: Iterable[Document], drop: Iterable[str] = (), *, only: bool = False) -> tuple[int, int, int, int]:
        before = dict(self._run("SELECT id, record FROM records"))
        counts = super().change(put, drop, only=only)
        after = dict(self._run("SELECT id, record FROM records"))
        records = self._engine.records
        changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        self._engine.server.update(f"DELETE WHERE {{ GRAPH {records} {{ {records} {DL('stamps')} ?s }} }}")
        for keys in in_runs(sorted(changed), 50):
            nodes = {key: self._engine.names.node("record", key.hex()) for key in keys}
            parts = [delete(records, " ".join(map(str, nodes.values())))]
            kept = [f"{nodes[k]} {DL('key')} {_encoded(k)} ; {DL('record')} {_encoded(after[k])} ." for k in keys if k in after]
            if kept:
                parts.append(insert([(records, line) for line in kept]))
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
        for some in in_runs(rows, STAMPS):
            packed = _encoded(zlib.compress(json.dumps(some).encode(), 6))
            self._engine.server.update(insert([(records, f"{records} {DL('stamps')} {packed} .")]))


def _encoded(data: bytes) -> str:
    return f'"{base64.b64encode(data).decode("ascii")}"'


def _decoded(text: str) -> bytes:
    return base64.b64decode(text)
