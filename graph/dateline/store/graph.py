"""A store: articles go in, and one graph of what they tell can be queried and written out.

The graph is derived from the articles' records alone. So a build that is killed leaves a store that opens, and the next one sets
it right; and the same articles give the same graph in whatever order they came.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

import pyoxigraph as ox

from dateline.errors import OptionError, QueryError, StoreError
from dateline.model import Document, Story
from dateline.store import corrections, query, respond, search, turtle
from dateline.store.derive import Merge, derive
from dateline.store.engine import Bindings, Embedded, Engine
from dateline.store.files import write_atomic
from dateline.store.query import Table, Value
from dateline.store.search import KINDS, Hit, Index
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import Names

if TYPE_CHECKING:
    import rdflib

    from dateline.store.network import Network
    from dateline.store.remembered import Remembered


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


class Store:
    """A graph of what articles tell, with the articles it was made from. A context manager: leaving it closes it."""

    def __init__(
        self, engine: Engine, shelf: Shelf | None, names: Names, *, merge: Merge | None = None, folder: Path | None = None
    ) -> None:
        self._engine, self._shelf, self._names, self._given_merge = engine, shelf, names, merge
        self._folder = folder
        self._index: Index | None = None
        self._network: Network | None = None
        self._memory: Remembered | None = None
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
        if self._index is not None:
            self._index.close()
        if self._memory is not None:
            self._memory.close()
        if self._shelf is not None:
            self._shelf.close()
        self._engine.close()

    def __len__(self) -> int:
        """The number of statements."""
        return len(self._engine)

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
        self._network = None
        try:
            derive(self._engine, self._writable(), self._names, self._merge)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"the store cannot be written: {error}") from None

    def _merge(self, documents: Iterable[Document]) -> Story:
        """The story of all articles, with what stands beside the store carried out: corrections, and who is the same."""
        if self._given_merge is not None:
            return self._given_merge(documents)
        from dateline.merge import judgements, merge
        from dateline.store.remembered import Remembered

        if self._memory is None:
            self._memory = Remembered(self._folder / "merge.db" if self._folder else None, self._writable().digest)
        decisions = corrections.read(self._folder) if self._folder else ()
        judged = judgements.read_decisions(self._folder / judgements.FILE) if self._folder else ()
        story = merge(documents, decisions, judged=judged, memory=self._memory)
        self._memory.settle()
        return story

    # -- reading -------------------------------------------------------------------------------------------------------

    def articles(self) -> tuple[Entry, ...]:
        """The articles of the store, in the order of their ids."""
        found = self.select(_ARTICLES)
        return tuple(Entry(**dict(zip(found.columns, map(_text, row), strict=True))) for row in found.rows)  # type: ignore[arg-type]

    def documents(self) -> Iterator[Document]:
        """What was extracted from each article, in the order of their ids. A server opened for reading gives none."""
        if self._shelf is not None:
            yield from self._shelf.documents()
        elif self._folder is not None:
            records = Shelf(self._folder / "records.db", read_only=True)
            try:
                yield from records.documents()
            finally:
                records.close()

    def select(self, sparql: str, *, bindings: Bindings | None = None, shorten: bool = False) -> Table:
        """The rows a SELECT query finds, IRIs in full, or shortened for people."""
        found = self._engine.solve(sparql, base=self.base, bindings=bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("a SELECT query was expected")
        return query.table(found, base=self.base, shorten=shorten)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query."""
        found = self._engine.solve(sparql, base=self.base)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("an ASK query was expected")
        return bool(found)

    def construct(self, sparql: str) -> str:
        """The graph of a CONSTRUCT or DESCRIBE query as Turtle."""
        return "".join(turtle.write(self.triples(sparql), self.base))

    def respond(self, sparql: str, choose: Callable[[Mapping[str, str], str], str], out: IO[bytes]) -> str:
        """Write the answer to a query of any kind in the media type that `choose` takes of those offered; returns it."""
        found = self._engine.solve(sparql, base=self.base)
        media = choose(*respond.offered(found))
        try:
            respond.write(found, media, out, self.base)
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query failed: {str(error)[:200]}") from None
        return media

    def describe(self, iri: str) -> list[ox.Triple]:
        """What the graph says of a thing: its own properties, and the claims about it with their roles and figures."""
        node = ox.NamedNode(iri)
        return self.triples(_DESCRIPTION % {"node": node})

    def part(self, graph: str | None) -> list[ox.Triple]:
        """The statements of the graph with an IRI, or of all graphs together. Raises ValueError for what is no IRI."""
        where = "?s ?p ?o" if graph is None else f"GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }}"
        return self.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}")

    def triples(self, sparql: str) -> list[ox.Triple]:
        """The statements of a CONSTRUCT or DESCRIBE query."""
        found = self._engine.solve(sparql, base=self.base)
        if isinstance(found, (ox.QuerySolutions, ox.QueryBoolean)):
            raise QueryError("a CONSTRUCT or DESCRIBE query was expected")
        return list(found)

    def about(self, *, endpoint: str | None = None, dump: str | None = None) -> list[ox.Triple]:
        """What the store holds and where all of it can be had (VoID), and how its endpoint can be asked (SD).

        `endpoint` and `dump` are addresses, for those that there are.
        """
        from dateline.store.about import dataset, service

        return [*dataset(self, dump), *(service(self._names, endpoint) if endpoint else ())]

    @staticmethod
    def graph_types() -> Mapping[str, str]:
        """The media types that statements can be written in, by all names that there are for each."""
        return respond.GRAPHS

    def write_triples(self, triples: Sequence[ox.Triple], media: str, out: IO[bytes]) -> None:
        """Write statements in one of these media types."""
        respond.write_graph(triples, media, out, self.base)

    def query(self, sparql: str, *, shorten: bool = False) -> Table | bool | str:
        """The answer to a query of any kind: a table, a truth value, or Turtle."""
        found = self._engine.solve(sparql, base=self.base)
        if isinstance(found, ox.QuerySolutions):
            return query.table(found, base=self.base, shorten=shorten)
        return bool(found) if isinstance(found, ox.QueryBoolean) else "".join(turtle.write(found, self.base))

    def search(self, words: str, *, kinds: Sequence[str] = KINDS, limit: int = 20) -> tuple[Hit, ...]:
        """The labels, sentences and headlines that hold all of the words, the best first."""
        records = self._shelf
        if records is None and self._folder:
            records = Shelf(self._folder / "records.db", read_only=True)
        try:
            if records is None or not isinstance(self._engine, Embedded) or not records.current:
                return search.by_sparql(self, words, kinds=kinds, limit=limit)
            if self._index is None:
                self._index = Index(self._folder / "search.db" if self._folder else None)
            self._index.follow(self, records)
            return self._index.find(words, kinds=kinds, limit=limit)
        finally:
            if records is not None and records is not self._shelf:
                records.close()

    @property
    def network(self) -> "Network":
        """Who is connected with whom; read once, until the store changes."""
        if self._network is None:
            from dateline.store.network import Network

            self._network = Network(self)
        return self._network

    @property
    def names(self) -> Names:
        """The IRIs of the store's things."""
        return self._names

    def quads(self) -> Iterator[ox.Quad]:
        """All statements with their graphs."""
        return self._engine.quads()

    def turtle(self) -> Iterator[str]:
        """The whole graph as Turtle, in pieces; the same graph gives the same bytes."""
        return turtle.write((quad.triple for quad in self.quads()), self.base)

    def write_turtle(self, path: Path) -> None:
        """Write the whole graph to a Turtle file."""
        self.write(self.turtle(), path)

    @staticmethod
    def write(pieces: Iterable[str], path: Path) -> None:
        """Write text to a file, whole or not at all."""
        try:
            write_atomic(path, pieces)
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror or error}") from None

    @property
    def dataset(self) -> "rdflib.Dataset":
        """The store as rdflib sees it, for reading; its default graph is the union of all graphs."""
        import rdflib
        from oxrdflib import OxigraphStore

        if not isinstance(self._engine, Embedded):
            raise StoreError("rdflib cannot look into this store; ask it with select, or copy it with to_rdflib")
        return rdflib.Dataset(store=OxigraphStore(store=self._engine.graph), default_union=True)

    def to_rdflib(self) -> "rdflib.Graph":
        """A copy of the whole graph in memory, for rdflib's tools."""
        import rdflib

        lines = b"".join(f"{line} .\n".encode() for line in sorted({str(quad.triple) for quad in self.quads()}))
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

_DESCRIPTION = """
CONSTRUCT { ?s ?p ?o } WHERE {
  { VALUES ?s { %(node)s } ?s ?p ?o }
  UNION { %(node)s dl:quantity|dl:claimsRole ?s . ?s ?p ?o }
  UNION { ?s dl:ofEvent %(node)s ; ?p ?o }
  UNION { ?c dl:ofEvent %(node)s ; dl:quantity|dl:claimsRole ?s . ?s ?p ?o }
}"""
