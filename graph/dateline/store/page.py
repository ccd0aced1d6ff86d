"""The page an article is printed on: stretches of its text as nodes, and the writer of its graph."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from pyoxigraph import NamedNode

from dateline.model import Document, Span, Time
from dateline.store import terms
from dateline.store.places import Places
from dateline.store.terms import Writer
from dateline.store.vocabulary import DL, NIF, TYPE, Names

_Span = TypeVar("_Span", bound=Span)


def one_per_span(values: Iterable[_Span]) -> Iterable[_Span]:
    """The first of all values with the same span: a stretch of text is described once."""
    found: dict[tuple[int, int], _Span] = {}
    for value in values:
        found.setdefault((value.start, value.end), value)
    return found.values()


class Page:
    """One article on its way to RDF."""

    def __init__(self, document: Document, where: Places, names: Names) -> None:
        self.document, self.names = document, names
        self.id = document.article.id
        self.article = names.article(self.id)
        self.write = Writer(names.evidence(self.id))
        name = document.article.publisher
        self.publisher = where.publisher(name, names) if name else names.unknown_publisher(self.id)
        self._where = where
        self._starts = sorted(s.start for s in document.sentences)
        self._ends = {s.start: s.end for s in document.sentences}
        self._described: dict[tuple[int, int, bool], NamedNode] = {}
        self._sentences: dict[int, NamedNode] = {}
        self.times: dict[str, list[Time]] = defaultdict(list)  # by id
        for time in document.times:
            self.times[time.id].append(time)

    def node(self, kind: str, *segments: str) -> NamedNode:
        """The IRI of something that belongs to this article."""
        return self.names.within(kind, self.id, *segments)

    def actor(self, actor: str | None) -> NamedNode | None:
        """The story's actor for one of the article's."""
        known = self._where.actors.get((self.id, actor)) if actor else None
        return self.names.actor(known) if known else None

    def event(self, event: str | None) -> NamedNode | None:
        """The story's event for one of the article's."""
        known = self._where.events.get((self.id, event)) if event else None
        return self.names.event(known) if known else None

    def span(self, start: int, end: int, *types: NamedNode, quoted: bool = True) -> NamedNode | None:
        """The node of a stretch of text, described; None where the text has none such."""
        if not 0 <= start <= end <= len(self.document.text):
            return None
        node = self._described.get((start, end, quoted)) or self._describe(start, end, quoted)
        if types:
            self.write.add(node, *((TYPE, t) for t in types))
        return node

    def _describe(self, start: int, end: int, quoted: bool) -> NamedNode:
        node = self._described[start, end, quoted] = self.names.span(self.id, start, end)
        self.write.add(
            node,
            (TYPE, NIF("RFC5147String")),
            (NIF("referenceContext"), self.article),
            (NIF("beginIndex"), terms.offset(start)),
            (NIF("endIndex"), terms.offset(end)),
            (NIF("anchorOf"), terms.text(self.document.text[start:end]) if quoted else None),
        )
        return node

    def mention(self, start: int, end: int, *types: NamedNode) -> NamedNode | None:
        """The node of a stretch of text, in its sentence."""
        node = self.span(start, end, *types)
        if node is not None:
            self.write.add(node, (DL("inSentence"), self.sentence(start)))
        return node

    def sentence(self, offset: int) -> NamedNode | None:
        """The sentence that holds an offset."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._ends[self._starts[at]]:
            return None
        start = self._starts[at]
        if start not in self._sentences:
            self._sentences[start] = self.names.span(self.id, start, self._ends[start])
        return self._sentences[start]
