"""What merging remembers of a store's articles, in a file beside it, so that one more article costs its neighbourhood only.

The file can be removed at any time: then the next change merges all articles again. What was not asked for since it was opened is
forgotten when it is closed, so it holds what belongs to the articles that are there.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from dateline.merge.memory import Form, Memory
from dateline.store.beside import rebuildable

T = TypeVar("T")

_SCHEMA = "CREATE TABLE IF NOT EXISTS known (stamp TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
_VERSION = 1
_AT_ONCE = 2_000  # things written in one transaction: a build that is killed goes on from there


class Remembered(Memory):
    """A memory in a file, or in memory for `None`. What stands for an article's record is told by `digest`."""

    def __init__(self, path: Path | None, digest: Callable[[str], str]) -> None:
        self._db = rebuildable(path, _SCHEMA, _VERSION)
        self._digest = digest
        self._new: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def digest(self, article: str) -> str:
        return self._digest(article)

    def recall(self, stamp: str, make: Callable[[], T], form: Form[T]) -> T:
        self._asked.add(stamp)
        if (known := self._known(stamp)) is not None:
            return form.unpack(known)
        made = make()
        self._new[stamp] = form.pack(made)
        if len(self._new) >= _AT_ONCE:
            self._write()
        return made

    def _known(self, stamp: str) -> bytes | None:
        if stamp in self._new:
            return self._new[stamp]
        try:
            row = self._db.execute("SELECT value FROM known WHERE stamp = ?", (stamp,)).fetchone()
        except sqlite3.Error:
            return None  # a damaged page: it is made again
        return row[0] if row else None

    def _write(self) -> None:
        self._change("INSERT OR REPLACE INTO known VALUES (?, ?)", self._new.items())
        self._new.clear()

    def _change(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Carry out a statement for all rows or none. Where that cannot be, as on a full disk, nothing is lost but time."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(sql, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def settle(self) -> None:
        """Write down what is new, and forget what nobody asked for since the last time."""
        self._write()
        try:
            outdated = [(stamp,) for (stamp,) in self._db.execute("SELECT stamp FROM known") if stamp not in self._asked]
        except sqlite3.Error:  # a damaged page: what is outdated stays
            outdated = []
        self._change("DELETE FROM known WHERE stamp = ?", outdated)
        self._asked.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
