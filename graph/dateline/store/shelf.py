"""The records a store was made from, kept beside its graph, so that the graph can be derived again when an article changes.

A record is the truth, the graph follows from it. Records live in a small SQLite file: whatever moment a build is killed at,
either all of its records are there or none. A flag, set in the same transaction, says that the graph does not follow yet.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import StoreError
from dateline.model import Document
from dateline.record import from_record, to_record

_SCHEMA = """
CREATE TABLE IF NOT EXISTS records (id BLOB PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (kind TEXT, id BLOB, stamp TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS generation (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS pending (what TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def _key(article: str) -> bytes:
    # SQLite's text holds no halves of UTF-16 pairs, which JSON lets into an id
    return article.encode("utf-8", "surrogatepass")


def pack(document: Document) -> bytes:
    """A document's record, compressed."""
    return zlib.compress(json.dumps(to_record(document), ensure_ascii=True, separators=(",", ":")).encode("ascii"), 3)


def unpack(blob: bytes) -> Document:
    """The document of a compressed record."""
    try:
        return from_record(json.loads(zlib.decompress(blob)))
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the store is damaged: a record cannot be read ({error}); build it again") from None


class Shelf:
    """The records of a store by article id, in a file, or in memory for `None`."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        where = f"{path.resolve().as_uri()}?mode=ro" if path and read_only else path or ":memory:"
        try:
            self._db = sqlite3.connect(where, isolation_level=None, timeout=30, uri=read_only, check_same_thread=False)
            if not read_only:
                self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise StoreError(f"the store's records cannot be opened: {error}") from None

    def close(self) -> None:
        self._db.close()

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        try:
            return self._db.execute(sql, values)
        except sqlite3.Error as error:
            raise StoreError(f"the store's records cannot be used: {error}") from None

    def change(self, put: Iterable[Document], drop: Iterable[str] = (), *, only: bool = False) -> tuple[int, int, int, int]:
        """Keep records and drop others, all or nothing; with `only`, drop all that are not kept now.

        Returns how many are added, replaced, unchanged and removed.
        """
        added = replaced = unchanged = removed = 0
        kept: set[bytes] = set()
        self._run("BEGIN IMMEDIATE")
        try:
            for document in put:
                key, blob = _key(document.article.id), pack(document)
                before = self._run("SELECT record FROM records WHERE id = ?", key).fetchone()
                added += before is None and key not in kept
                replaced += before is not None and before[0] != blob
                unchanged += before is not None and before[0] == blob
                kept.add(key)
                self._run("INSERT OR REPLACE INTO records VALUES (?, ?)", key, blob)
            doomed = set(map(_key, drop))
            if only:
                doomed |= {row[0] for row in self._run("SELECT id FROM records")} - kept
            for key in doomed:
                removed += self._run("DELETE FROM records WHERE id = ?", key).rowcount
            self._run("INSERT OR IGNORE INTO pending VALUES ('graph')")
            self._run("COMMIT")
        except BaseException:
            self._db.rollback()
            raise
        return added, replaced, unchanged, removed

    def documents(self) -> Iterator[Document]:
        """The documents in the order of their ids, read one by one."""
        for (key,) in self._run("SELECT id FROM records ORDER BY id").fetchall():
            yield unpack(self._blob(key))

    def document(self, article: str) -> Document:
        """The document of an article that is there."""
        return unpack(self._blob(_key(article)))

    def digest(self, article: str) -> str:
        """What stands for an article's record."""
        return hashlib.sha256(self._blob(_key(article))).hexdigest()

    def _blob(self, key: bytes) -> bytes:
        blob: bytes = self._run("SELECT record FROM records WHERE id = ?", key).fetchone()[0]
        return blob

    def __contains__(self, article: str) -> bool:
        return self._run("SELECT 1 FROM records WHERE id = ?", _key(article)).fetchone() is not None

    @property
    def pending(self) -> bool:
        """Whether the graph has yet to follow the records."""
        return self._run("SELECT 1 FROM pending").fetchone() is not None

    @property
    def current(self) -> bool:
        """Whether the records tell what the graph was written from; those of an older version do once they are written to."""
        return self._run("SELECT 1 FROM sqlite_master WHERE name = 'generation'").fetchone() is not None

    @property
    def generation(self) -> int:
        """A number that changes whenever the graph does."""
        return int(self._run("SELECT COALESCE(MAX(number), 0) FROM generation").fetchone()[0])

    def _next_generation(self) -> None:
        number = self.generation + 1
        self._run("DELETE FROM generation")
        self._run("INSERT INTO generation VALUES (?)", number)

    def stamps(self, kind: str) -> dict[str, str]:
        """What each thing of a kind, an article's graph or a subject, was written from."""
        rows = self._run("SELECT id, stamp FROM written WHERE kind = ?", kind)
        return {key.decode("utf-8", "surrogatepass"): stamp for key, stamp in rows}

    def forget(self, outdated: Iterable[tuple[str, str]]) -> None:
        """Forget what things were written from, but not that they were: they are about to be written anew, or removed."""
        self._run("BEGIN IMMEDIATE")
        rows = ((kind, _key(key)) for kind, key in outdated)
        self._db.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, '')", rows)
        self._next_generation()
        self._run("COMMIT")

    def settle(self, stamps: Iterable[tuple[str, str, str]]) -> None:
        """Note that the graph follows the records, and what was written from what: kind, thing, stamp."""
        self._run("BEGIN IMMEDIATE")
        rows = ((kind, _key(key), stamp) for kind, key, stamp in stamps)
        self._db.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?)", rows)
        self._run("DELETE FROM written WHERE stamp = ''")  # they are gone
        self._next_generation()
        self._run("DELETE FROM pending")
        self._run("COMMIT")
