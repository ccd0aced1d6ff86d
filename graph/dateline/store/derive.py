"""Making a graph follow the records it is derived from, writing only what differs.

What an article's graph holds depends on its record, on what its events and actors are in the story, and on this code; what is
said of an event or an actor depends on the story. A stamp of each is kept beside the records. What has the stamp it had is passed
over, all else is written. A stamp is forgotten before the graph is touched and noted when that is on disk, so that a build may be
killed at any moment.
"""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from dateline import __version__
from dateline.model import Document, Story
from dateline.resources import PACKAGE
from dateline.store.engine import Change, Engine
from dateline.store.evidence import evidence
from dateline.store.facts import things
from dateline.store.places import Places, places
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import Names

Merge = Callable[[Iterable[Document]], Story]

ATOMIC = 100_000  # quads written in one transaction at most; more would be held in memory twice


@dataclass(slots=True)
class Census:
    """What the articles of a store have in common, noted while they pass by."""

    publishers: dict[str, str] = field(default_factory=dict)  # by article
    types: set[str] = field(default_factory=set)  # of all mentions, also of those that are no event of the story

    def count(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents."""
        for document in documents:
            self.publishers[document.article.id] = document.article.publisher or ""
            self.types.update(event.type for event in document.events if event.type)
            yield document


def derive(engine: Engine, shelf: Shelf, names: Names, merge: Merge) -> None:
    """Bring a graph up to date. Evidence is written first, so that no fact is seen without it."""
    census = Census()
    passing = census.count(shelf.documents())
    with _uncollected():
        story = merge(passing)
        for _ in passing:
            pass  # those that the merge did not ask for are counted too
        where = places(story)
        writing = _Writing(engine, shelf)
        _evidence(writing, census, where, names)
        _facts(writing, census, story, where, names)
        _strangers(writing, census, names)
        writing.write()
    engine.finish()
    writing.settle()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python looks for circles among values that have none, a quarter of the time: not here."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Writing:
    """Changes on their way into a graph, in as few atomic steps as memory allows."""

    def __init__(self, engine: Engine, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf
        self._known = {kind: shelf.stamps(kind) for kind in ("article", "thing")}
        self._stamps: dict[str, dict[str, str]] = {kind: {} for kind in self._known}
        self._changes: list[Change] = []
        self._outdated: list[tuple[str, str]] = []
        self._size = 0

    def outdated(self, kind: str, key: str, stamp: str) -> bool:
        """Whether something has to be written, now that this stamp stands for it."""
        self._stamps[kind][key] = stamp
        return self._known[kind].get(key) != stamp

    def gone(self, kind: str) -> list[str]:
        """What was written once and is no more; call it when all that is has been asked for."""
        return sorted(self._known[kind].keys() - self._stamps[kind].keys())

    def change(self, kind: str, key: str, change: Change) -> None:
        """Note a change, and write those noted before it where they are enough."""
        quads = change.quads if isinstance(change.quads, set) else set(change.quads)
        if self._size + len(quads) > ATOMIC:
            self.write()
        self._changes.append(change)
        self._outdated.append((kind, key))
        self._size += len(quads)

    def write(self) -> None:
        """Write what was noted, all or nothing."""
        if self._changes:
            self._shelf.forget(self._outdated)
            self._engine.write(self._changes)
        self._changes, self._outdated, self._size = [], [], 0

    def settle(self) -> None:
        """Note that the graph follows the records."""
        new = [(kind, k, s) for kind, all in self._stamps.items() for k, s in all.items() if self._known[kind].get(k) != s]
        self._shelf.settle(new)


def _evidence(writing: _Writing, census: Census, where: Places, names: Names) -> None:
    """What each article says, and where."""
    placed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (article, own), told in (*where.events.items(), *where.actors.items()):
        placed[article].append((own, told))
    for article, publisher in census.publishers.items():
        stamp = _stamp(writing._shelf.digest(article), placed[article], where.publisher(publisher, names).value, names.base)
        if writing.outdated("article", article, stamp):
            quads = evidence(writing._shelf.document(article), where, names)
            writing.change("article", article, Change(names.evidence(article), None, quads))
    for article in writing.gone("article"):
        writing.change("article", article, Change(names.evidence(article), None, ()))


def _facts(writing: _Writing, census: Census, story: Story, where: Places, names: Names) -> None:
    """What is: each event, actor and place."""
    for subject, quads in things(story, census.types, census.publishers.values(), where, names):
        stamp = _stamp(*sorted(map(str, quads)))
        if writing.outdated("thing", subject.value, stamp):
            writing.change("thing", subject.value, Change(names.facts, subject, quads))
    for subject_iri in writing.gone("thing"):
        writing.change("thing", subject_iri, Change(names.facts, ox.NamedNode(subject_iri), ()))


def _strangers(writing: _Writing, census: Census, names: Names) -> None:
    """Graphs that nobody here has made go."""
    ours = {names.facts, *map(names.evidence, census.publishers)}
    for name in writing._engine.graphs():
        if name not in ours:
            writing.change("article", "", Change(name, None, ()))


def _stamp(*parts: object) -> str:
    """What stands for all that a part of the graph is made from, this code included."""
    text = "\x1f".join((_code(), *map(str, parts)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """What stands for the code that makes the graph: a change of it makes every graph anew."""
    made = hashlib.sha256(__version__.encode())
    for name in ("claims", "evidence", "eventtypes", "facts", "page", "places", "terms", "vocabulary", "written", "derive"):
        made.update((PACKAGE / "store" / f"{name}.py").read_bytes())
    return made.hexdigest()
