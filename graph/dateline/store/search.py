"""Finding words in labels and sentences: an index beside the store (SQLite FTS5).

The index follows the store by the stamps of its parts. Before a search it is looked at whether it is as far as the store; if not,
for whatever reason, the parts that differ are read again. So it can be removed at any time, and heals after any crash.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import OptionError, StoreError
from dateline.store.beside import rebuildable
from dateline.store.shelf import Shelf

if TYPE_CHECKING:
    from dateline.store.graph import Store

Texts = Callable[[Sequence[str]], Iterator[tuple[str, "Hit"]]]  # the keys of parts to what is found in each

KINDS = ("event", "actor", "sentence", "headline")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (kind TEXT, id TEXT, stamp TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (kind TEXT, id TEXT, place INTEGER, PRIMARY KEY (kind, id, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS generation (number INTEGER NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
  text, what UNINDEXED, iri UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = "3"
);
"""
_FORMAT = 1  # of the file; another is made anew
_BATCH = 500  # subjects asked for in one query
_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that holds the words."""

    kind: str  # one of KINDS
    iri: str  # of the event, the actor, the sentence or the article
    text: str


class Index:
    """The words of a store, in a file, or in memory for `None`."""

    def __init__(self, path: Path | None) -> None:
        self._db = rebuildable(path, _SCHEMA, _FORMAT)

    def close(self) -> None:
        self._db.close()

    def follow(self, store: "Store", shelf: Shelf) -> None:
        """Bring the index up to the store."""
        generation = shelf.generation
        if self._db.execute("SELECT 1 FROM generation WHERE number = ?", (generation,)).fetchone():
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for kind, texts in (("article", _article_texts), ("thing", _thing_texts)):
                self._catch_up(kind, shelf.stamps(kind), lambda keys, texts=texts: texts(store, keys))  # type: ignore[misc]
            self._db.execute("DELETE FROM generation")
            self._db.execute("INSERT INTO generation VALUES (?)", (generation,))
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise StoreError(f"the search index cannot be written: {error}") from None
            raise

    def _catch_up(self, kind: str, stamps: dict[str, str], texts: Texts) -> None:
        """Make the rows of one kind of parts follow their stamps."""
        made = dict(self._db.execute("SELECT id, stamp FROM made WHERE kind = ?", (kind,)))
        known = {
            key.encode("utf-8", "replace").decode(): stamp for key, stamp in stamps.items()
        }  # SQLite takes no halves of pairs
        outdated = [key for key in made.keys() | known.keys() if made.get(key) != known.get(key)]
        if made:
            for key in outdated:
                self._db.execute(
                    "DELETE FROM words WHERE rowid IN (SELECT place FROM parts WHERE kind = ? AND id = ?)", (kind, key)
                )
                self._db.execute("DELETE FROM parts WHERE kind = ? AND id = ?", (kind, key))
                self._db.execute("DELETE FROM made WHERE kind = ? AND id = ?", (kind, key))
        for key, hit in texts([key for key in outdated if key in known]):
            row = self._db.execute("INSERT INTO words (text, what, iri) VALUES (?, ?, ?)", (hit.text, hit.kind, hit.iri))
            self._db.execute("INSERT INTO parts VALUES (?, ?, ?)", (kind, key, row.lastrowid))
        self._db.executemany("INSERT INTO made VALUES (?, ?, ?)", ((kind, key, known[key]) for key in outdated if key in known))

    def find(self, words: str, *, kinds: Sequence[str] = KINDS, limit: int = 20) -> tuple[Hit, ...]:
        """The texts that hold all the words, the best first; short texts that are labels before sentences."""
        places = ",".join("?" * len(kinds))
        rows = self._db.execute(
            f"SELECT what, iri, text FROM words WHERE words MATCH ? AND what IN ({places})"
            " ORDER BY what IN ('sentence', 'headline'), rank, text, iri LIMIT ?",
            (expression(words), *kinds, limit),
        )
        return tuple(Hit(kind=what, iri=iri, text=text) for what, iri, text in rows)


def terms(words: str) -> list[str]:
    """The words, and phrases in quotation marks, that are asked for. Raises OptionError where there are none."""
    plain = "".join(c if c.isprintable() else " " for c in words)
    found = [phrase or word for phrase, word in _WORDS.findall(plain)]
    kept = [text for text in found if any(c.isalnum() for c in text)]
    if not kept:
        raise OptionError("say what to search for: words, or a phrase in quotation marks")
    return kept


def expression(words: str) -> str:
    """The words as FTS5 wants them: all of them, in any order; with * at its end, the beginning of one."""
    return " ".join(f'"{t.rstrip("*").replace(chr(34), "")}"' + ("*" if t.endswith("*") else "") for t in terms(words))


def _article_texts(store: "Store", articles: Iterable[str]) -> Iterator[tuple[str, Hit]]:
    """The headline and the sentences of articles."""
    for article in articles:
        graph = store.names.evidence(article)
        for iri, text in store.select(
            f"SELECT ?s ?t {{ GRAPH {graph} {{ ?s a nif:Sentence ; nif:anchorOf ?t }} }} ORDER BY ?s"
        ).rows:
            yield article, Hit(kind="sentence", iri=str(iri), text=str(text))
        for iri, text in store.select(f"SELECT ?a ?t {{ GRAPH {graph} {{ ?a schema:headline ?t }} }} ORDER BY ?t").rows:
            yield article, Hit(kind="headline", iri=str(iri), text=str(text))


def _thing_texts(store: "Store", things: Sequence[str]) -> Iterator[tuple[str, Hit]]:
    """The labels of events and actors."""
    kinds = {f"{store.base}event/": "event", f"{store.base}actor/": "actor"}
    wanted = sorted(iri for iri in things if iri.startswith(tuple(kinds)))
    for i in range(0, len(wanted), _BATCH):
        values = " ".join(f"<{iri}>" for iri in wanted[i : i + _BATCH])
        asked = f"SELECT ?s ?t {{ VALUES ?s {{ {values} }} ?s rdfs:label|skos:altLabel ?t }}"
        for iri, text in sorted(store.select(asked).rows, key=str):
            kind = next(kind for start, kind in kinds.items() if str(iri).startswith(start))
            yield str(iri), Hit(kind=kind, iri=str(iri), text=str(text))


def by_sparql(store: "Store", words: str, *, kinds: Sequence[str] = KINDS, limit: int = 20) -> tuple[Hit, ...]:
    """The same by a query, for stores on servers: slow on large ones."""
    import pyoxigraph as ox

    where = {
        "event": "?s a sem:Event ; rdfs:label ?t",
        "actor": "?s dl:actorType ?type ; rdfs:label|skos:altLabel ?t",
        "sentence": "?s a nif:Sentence ; nif:anchorOf ?t",
        "headline": "?s schema:headline ?t",
    }
    holds = " && ".join(f"CONTAINS(LCASE(STR(?t)), {ox.Literal(term.rstrip('*').lower())})" for term in terms(words))
    found: list[Hit] = []
    for kind in kinds:
        asked = f"SELECT DISTINCT ?s ?t {{ {where[kind]} FILTER({holds}) }} ORDER BY ?t ?s LIMIT {limit - len(found)}"
        found += [Hit(kind=kind, iri=str(iri), text=str(text)) for iri, text in store.select(asked).rows]
        if len(found) >= limit:
            break
    return tuple(found)
