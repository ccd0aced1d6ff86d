"""A store: articles go in, and one graph of what they tell can be queried and written out.

On disk a store is a folder with Oxigraph's files (`graph/`), the articles' records (`records.db`) and a note of what it is
(`store.json`). The graph is derived from the records alone. So a build that is killed leaves a store that opens, and the next
one sets it right; and the same articles give the same graph in whatever order they came.
"""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from dateline.errors import OptionError, QueryError, StoreError
from dateline.model import Document, Story
from dateline.store import query, turtle
from dateline.store.derive import Merge, derive
from dateline.store.files import write_atomic
from dateline.store.query import Bindings, Table, Value
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import BASE, Names

if TYPE_CHECKING:
    import rdflib

FORMAT = 1
RETRIES = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2)  # seconds
_OURS = ("graph", "records.db", "store.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many articles a change concerned."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article of a store."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None  # EDTF
    url: str | None


def open_store(
    path: Path | str | None = None, *, base: str | None = None, read_only: bool = False, merge: Merge | None = None
) -> "Store":
    """Open a store, on disk or, without a path, in memory. A folder that does not exist or is empty becomes a new store.

    `base` is where the IRIs of a new store begin; an existing store keeps its own. `read_only` leaves every file alone: any
    number of readers may have a store open beside one writer, each sees it as it was when it was opened.
    """
    if path is None:
        return Store(ox.Store(), Shelf(None), Names(BASE if base is None else base), merge=merge)
    folder = Path(path)
    return _open_to_read(folder, base, merge) if read_only else _open_to_write(folder, base, merge)


def _open_to_read(folder: Path, base: str | None, merge: Merge | None) -> "Store":
    if not (folder / "store.json").is_file():
        raise StoreError(f"there is no store at {folder}")
    names = _names(folder, base)
    for pause in (*RETRIES, None):
        try:
            return Store(ox.Store.read_only(str(folder / "graph")), None, names, merge=merge)
        except (OSError, RuntimeError) as error:
            # A writer that tidies its files away while they are being opened: seen in half of all trials, gone after 0.2 s.
            if pause is None or "No such file" not in str(error):
                raise StoreError(_trouble(folder, error)) from None
            time.sleep(pause)
    raise AssertionError("unreachable")


def _open_to_write(folder: Path, base: str | None, merge: Merge | None) -> "Store":
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = [p.name for p in folder.iterdir() if not p.name.startswith(_OURS)]
        if strange and not (folder / "store.json").is_file():
            raise StoreError(f"{folder} is no store but holds other files ({strange[0]}); name an empty folder")
        graph = ox.Store(str(folder / "graph"))
        if not (folder / "store.json").is_file():
            note = {"format": FORMAT, "base": Names(BASE if base is None else base).base}
            write_atomic(folder / "store.json", [json.dumps(note) + "\n"])
    except (OSError, RuntimeError) as error:
        raise StoreError(_trouble(folder, error)) from None
    return Store(graph, Shelf(folder / "records.db"), _names(folder, base), merge=merge)


def _names(folder: Path, base: str | None) -> Names:
    """The names of the store in a folder."""
    try:
        note = json.loads((folder / "store.json").read_text(encoding="utf-8"))
        made, own = note["format"], note["base"]
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError(f"the store at {folder} is damaged: its store.json cannot be read; build it again") from None
    if made != FORMAT:
        raise StoreError(f"the store at {folder} was made by another version of Dateline (format {made}); build it again")
    if base not in (None, own):
        raise StoreError(f"the store at {folder} has the base {own}, not {base}; name another folder")
    return Names(own)


def _trouble(folder: Path, error: Exception) -> str:
    said = str(error)
    if "lock" in said.lower():
        return f"the store at {folder} is in use by another process; wait until it is done"
    if "orruption" in said or "not an sstable" in said:
        return f"the store at {folder} is damaged; remove the folder and build it again"
    return f"the store at {folder} cannot be used: {' '.join(said.split())[:200]}"


class Store:
    """A graph of what articles tell, with the articles it was made from. A context manager: leaving it closes it."""

    def __init__(self, graph: ox.Store, shelf: Shelf | None, names: Names, *, merge: Merge | None = None) -> None:
        self._graph, self._shelf, self._names, self._given_merge = graph, shelf, names, merge
        if shelf is not None and shelf.pending:
            self._derive()

    @property
    def base(self) -> str:
        """Where the IRIs of the store begin."""
        return self._names.base

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files, so that another process may write."""
        if self._shelf is not None:
            self._shelf.close()
        del self._graph  # Oxigraph lets go of its lock with its last reference

    def __len__(self) -> int:
        """The number of statements."""
        return len(self._graph)

    # -- changing ------------------------------------------------------------------------------------------------------

    def add(self, documents: Iterable[Document]) -> Changes:
        """Take articles in; one with a known id takes the place of the old one."""
        return self._change(documents)

    def build(self, documents: Iterable[Document]) -> Changes:
        """Take articles in and remove all others."""
        return self._change(documents, only=True)

    def remove(self, *articles: str) -> Changes:
        """Take articles out by their ids; nothing of them stays."""
        shelf = self._writable()
        for article in articles:
            if article not in shelf:
                raise OptionError(f"there is no article {article!r} in the store")
        return self._change((), drop=articles)

    def _writable(self) -> Shelf:
        if self._shelf is None:
            raise StoreError("the store was opened for reading only")
        return self._shelf

    def _change(self, put: Iterable[Document], drop: Iterable[str] = (), *, only: bool = False) -> Changes:
        added, replaced, unchanged, removed = self._writable().change(put, drop, only=only)
        self._derive()
        return Changes(added=added, replaced=replaced, unchanged=unchanged, removed=removed)

    def _derive(self) -> None:
        """Make the graph follow the records."""
        try:
            derive(self._graph, self._writable(), self._names, self._merge)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store cannot be written: {error}") from None

    def _merge(self, documents: Iterable[Document]) -> Story:
        if self._given_merge is not None:
            return self._given_merge(documents)
        from dateline.merge import merge

        return merge(documents)

    # -- reading -------------------------------------------------------------------------------------------------------

    def articles(self) -> tuple[Entry, ...]:
        """The articles of the store, in the order of their ids."""
        found = self.select(_ARTICLES)
        return tuple(Entry(**dict(zip(found.columns, map(_text, row), strict=True))) for row in found.rows)  # type: ignore[arg-type]

    def documents(self) -> Iterator[Document]:
        """What was extracted from each article, in the order of their ids."""
        return (document for _, document in self._writable().kept())

    def select(self, sparql: str, *, bindings: Bindings | None = None, shorten: bool = False) -> Table:
        """The rows a SELECT query finds, IRIs in full, or shortened for people."""
        found = query.run(self._graph, sparql, base=self.base, bindings=bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("a SELECT query was expected")
        return query.table(found, base=self.base, shorten=shorten)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query."""
        found = query.run(self._graph, sparql, base=self.base)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("an ASK query was expected")
        return bool(found)

    def construct(self, sparql: str) -> str:
        """The graph of a CONSTRUCT or DESCRIBE query as Turtle."""
        found = query.run(self._graph, sparql, base=self.base)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("a CONSTRUCT or DESCRIBE query was expected")
        return "".join(turtle.write(found, self.base))

    def query(self, sparql: str, *, shorten: bool = False) -> Table | bool | str:
        """The answer to a query of any kind: a table, a truth value, or Turtle."""
        found = query.run(self._graph, sparql, base=self.base)
        if isinstance(found, ox.QuerySolutions):
            return query.table(found, base=self.base, shorten=shorten)
        return bool(found) if isinstance(found, ox.QueryBoolean) else "".join(turtle.write(found, self.base))

    def turtle(self) -> Iterator[str]:
        """The whole graph as Turtle, in pieces; the same graph gives the same bytes."""
        return turtle.write((quad.triple for quad in self._graph), self.base)

    def write_turtle(self, path: Path) -> None:
        """Write the whole graph to a Turtle file."""
        try:
            write_atomic(path, self.turtle())
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror or error}") from None

    @property
    def dataset(self) -> "rdflib.Dataset":
        """The store as rdflib sees it, for reading; its default graph is the union of all graphs."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._graph), default_union=True)

    def to_rdflib(self) -> "rdflib.Graph":
        """A copy of the whole graph in memory, for rdflib's tools."""
        import rdflib

        lines = b"".join(f"{line} .\n".encode() for line in sorted({str(quad.triple) for quad in self._graph}))
        return rdflib.Graph().parse(data=lines, format="nt")


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


_ARTICLES = """
SELECT ?id ?title ?publisher ?published ?url WHERE {
  ?article a schema:NewsArticle ; dcterms:identifier ?id ; schema:publisher ?by .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?by a dl:Publisher ; rdfs:label ?publisher }
  OPTIONAL { ?article dl:date ?published }
  OPTIONAL { ?article schema:url ?url }
} ORDER BY ?id"""
