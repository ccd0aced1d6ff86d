"""The Universal Dependencies tree of a document, walked in both directions.

Built once per document and stage, from tokens alone, so that every rule after `annotate` reads the same tree whichever parser
made it.
Relation names match with or without their subtype: "nsubj" covers "nsubj:pass", "nsubj:pass" only itself.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.model import Document, Sentence, Token


def matches(deprel: str, wanted: tuple[str, ...]) -> bool:
    """Whether a relation is one of the wanted ones, a name without subtype standing for all its subtypes."""
    return deprel in wanted or (":" in deprel and deprel.partition(":")[0] in wanted)


def stretch(extents: Sequence[tuple[int, int]], i: int, children: Sequence[int]) -> tuple[int, int]:
    """The first and last token of the unbroken stretch that a token and some of its dependents fill.

    `extents` holds the first and last token of each dependent's own phrase; `children` stand in text order.
    """
    first = last = i
    for c in reversed([c for c in children if c < i]):
        if extents[c][1] != first - 1:
            break
        first = extents[c][0]
    for c in (c for c in children if c > i):
        if extents[c][0] != last + 1:
            break
        last = extents[c][1]
    return first, last


class Tree:
    """Children, ancestors and subtrees of a document's tokens, by index."""

    def __init__(self, document: Document) -> None:
        self.tokens: tuple[Token, ...] = document.tokens
        self.sentences: tuple[Sentence, ...] = tuple(s for s in document.sentences if s.stop > s.first)
        self._starts = [t.start for t in self.tokens]
        self._sentence_firsts = [s.first for s in self.sentences]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self._children[token.head].append(i)

    def at(self, offset: int) -> int | None:
        """The index of the token that covers a character offset."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that begin inside a stretch of text."""
        first = bisect_right(self._starts, start - 1)
        return range(first, max(first, bisect_right(self._starts, end - 1)))

    def sentence(self, i: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[bisect_right(self._sentence_firsts, i) - 1]

    def children(self, i: int, *deprels: str) -> list[int]:
        """The dependents of a token in text order, only those with one of the relations where any are named."""
        children = self._children[i]
        return [c for c in children if matches(self.tokens[c].deprel, deprels)] if children and deprels else children

    def child(self, i: int, *deprels: str) -> int | None:
        """The first dependent with one of the relations."""
        return next(iter(self.children(i, *deprels)), None)

    def head(self, i: int) -> int | None:
        """The governor of a token; None for a root."""
        head = self.tokens[i].head
        return None if head == i else head

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of a token from the nearest to the root."""
        head = self.head(i)
        while head is not None:
            yield head
            head = self.head(head)

    def subtree(self, i: int, *without: str) -> list[int]:
        """A token and all below it in text order, leaving out branches that hang on one of the relations."""
        found, todo = [], [i]
        while todo:
            node = todo.pop()
            found.append(node)
            todo += [c for c in self._children[node] if not (without and matches(self.tokens[c].deprel, without))]
        return sorted(found)

    def is_(self, i: int, *deprels: str) -> bool:
        """Whether a token hangs on its governor by one of the relations."""
        return matches(self.tokens[i].deprel, deprels)
