"""The main jobs as functions: what the commands do, for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline import resources
from dateline.errors import StoreError
from dateline.extract import extract
from dateline.model import Article, Document
from dateline.read import day, read
from dateline.store import Store, open_store

MEMORY = ":memory:"
SAMPLE = "seeds/articles/ceasefire-talks-doha.txt"


def read_articles(*sources: str | Path, date: str | None = None) -> Iterator[Article]:
    """The articles of files, folders and "-"; `date` is taken for those without a date of their own.

    Raises InputError for the first source that cannot be read.
    """
    return read(map(str, sources), published=day(date) if date else None)


def extract_documents(
    *sources: str | Path, date: str | None = None, model: str | None = None, jobs: int = 1
) -> Iterator[Document]:
    """What each article says, in the order of the sources. For `model` and `jobs` see `dateline.extract`."""
    return extract(read_articles(*sources, date=date), model=model, jobs=jobs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: how many articles it took in, what the store holds now, and the files written."""

    articles: int
    stored: int
    triples: int
    statuses: dict[str, int]  # events by status
    actors: int
    claims: int
    busiest: str | None  # the person or body with the most events
    files: tuple[Path, ...]


def sources_or_sample(sources: Sequence[str | Path]) -> tuple[tuple[str, ...], Path | None]:
    """The sources asked for, or the articles that come with the program, and the folder to find them from."""
    if sources:
        return tuple(map(str, sources)), None
    return (SAMPLE,), resources.root()


def build_graph(
    *sources: str | Path,
    date: str | None = None,
    out: str | Path = "exports",
    store: str | Path | None = None,
    base: str | None = None,
    model: str | None = None,
    jobs: int = 1,
) -> Built:
    """Read, extract and store articles, and write Turtle and map: the main job, by default on the sample articles.

    The store is a folder, by default `store` within `out`; ":memory:" keeps nothing. What it held before stays, an article that
    comes again takes the place of its older self.
    """
    given = day(date) if date else None
    wanted, root = sources_or_sample(sources)
    documents = extract(read(wanted, published=given, root=root), model=model, jobs=jobs)
    return build_documents(documents, out=Path(out), store=store, base=base)


def build_documents(
    documents: Iterator[Document], *, out: Path, store: str | Path | None = None, base: str | None = None, fresh: bool = False
) -> Built:
    """Store documents, and write Turtle and map of all that the store holds."""
    with open_at(store if store is not None else out / "store", base=base) as opened:
        changes = opened.build(documents) if fresh else opened.add(documents)
        return _write(opened, out, changes.added + changes.replaced + changes.unchanged)


def open_at(place: str | Path, *, base: str | None = None, read_only: bool = False) -> Store:
    """The store at a path or behind the address of a SPARQL server, or one in memory for ":memory:"."""
    if "://" in str(place):
        from dateline.store.remote import open_remote

        return open_remote(str(place), base=base, read_only=read_only)
    if str(place) == MEMORY:
        return open_store(None, base=base, read_only=read_only)
    return open_store(place, base=base, read_only=read_only)


def write_map(
    store: Store,
    path: Path,
    title: str | None = None,
    *,
    theme: Literal["auto", "light", "dark"] = "auto",
    base_link: str | None = None,
    sparql: bool = False,
) -> None:
    """Write the map of all that a store holds as one HTML file; `dateline.map.render` tells of its options.

    With `sparql` its readers can ask the graph, which makes the file about two megabytes larger.
    """
    from dateline.map import Asking, load, write
    from dateline.store.queries import shipped

    asking = None
    if sparql:
        queries = tuple((q.title, q.answers, q.sparql) for q in shipped())
        asking = Asking(turtle="".join(store.turtle()), base=store.base, queries=queries)
    write(load(store), path, title, theme=theme, base_link=base_link, asking=asking)


def _write(store: Store, out: Path, articles: int) -> Built:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{out} cannot be made: {error.strerror}") from None
    turtle, page = out / "timeline.ttl", out / "timeline.html"
    store.write_turtle(turtle)
    write_map(store, page)
    statuses = store.select(
        "SELECT ?s (COUNT(?e) AS ?n) WHERE { ?e a sem:Event ; dl:status ?s } GROUP BY ?s ORDER BY DESC(?n) ?s"
    )
    return Built(
        articles=articles,
        stored=len(store.articles()),
        triples=len(store),
        statuses={str(status): int(str(n)) for status, n in statuses.rows},
        actors=_count(store, "?x a sem:Actor"),
        claims=_count(store, "?x a dl:Claim"),
        busiest=_busiest(store),
        files=(turtle, page),
    )


def _count(store: Store, pattern: str) -> int:
    ((number,),) = store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}").rows
    return int(str(number))


def _busiest(store: Store) -> str | None:
    """Who acts in most events; the first by name of equals."""
    rows = store.select(
        "SELECT ?name (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e dl:agent ?a . ?a rdfs:label ?name }"
        " GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT 1"
    ).rows
    return str(rows[0][0]) if rows else None
