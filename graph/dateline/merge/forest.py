"""Who is who over all articles so far: nodes joined into clusters, and what keeps two clusters apart.

Clusters are apart for good where somebody has decided so, where both are linked to different things, where one is a man and the
other a woman, and, unless their names are the same, where one article speaks of both as of two.
"""

from collections.abc import Iterable, Iterator

from dateline.merge.nodes import Node


class Forest:
    """A disjoint-set forest over nodes. A cluster is known by the smallest of its ids, so that order changes nothing."""

    def __init__(self, nodes: Iterable[Node], apart: Iterable[tuple[str, str]] = ()) -> None:
        self.nodes = {node.id: node for node in nodes}
        self._parent = {key: key for key in self.nodes}
        self.members = {key: [key] for key in self.nodes}
        self._articles = {key: set(node.articles) if node.named else set() for key, node in self.nodes.items()}
        self._genders = {key: set(node.genders) for key, node in self.nodes.items()}
        self._links = {key: set(node.links) for key, node in self.nodes.items()}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def root(self, key: str) -> str:
        """The id that stands for a node's cluster."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def of(self, key: str) -> list[Node]:
        """The nodes of a cluster."""
        return [self.nodes[m] for m in self.members[self.root(key)]]

    def by_article(self) -> dict[str, list[str]]:
        """The nodes that each article tells of."""
        found: dict[str, list[str]] = {}
        for key, node in self.nodes.items():
            for article in node.articles:
                found.setdefault(article, []).append(key)
        return found

    def within(self, articles: Iterable[str], nodes: Iterable[str]) -> "Forest":
        """The same forest as far as some articles tell of it, and these are their nodes; what keeps clusters apart still does."""
        wanted = set(articles)
        kept = [small for key in sorted(nodes) if (small := self.nodes[key].within(wanted))]
        part = Forest(kept, ((node.id, other) for node in kept for other in self._apart.get(node.id, ())))
        first: dict[str, str] = {}
        for node in kept:
            part.join(first.setdefault(self.root(node.id), node.id), node.id, certain=True, decided=True)
        part._parent |= {root: key for root, key in first.items() if root not in part.nodes}  # by which tellings know a cluster
        for key in part.members:
            root = self.root(key)
            part._genders[key], part._links[key] = set(self._genders[root]), set(self._links[root])
        return part

    def described(self) -> Iterator[str]:
        """What stands for the clusters, and what keeps them apart, but for the articles themselves."""
        for key, members in sorted(self.members.items()):
            yield f"{key} {sorted(members)} {sorted(self._genders[key])} {sorted(self._links[key])}"
        yield str(sorted((a, sorted(others & self.nodes.keys())) for a, others in self._apart.items() if a in self.nodes))

    def may_join(self, one: str, other: str, *, certain: bool = False) -> bool:
        """Whether nothing keeps two clusters apart; certain: the names are the same, whoever else an article tells of."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if self._decided_apart(a, b) or len(self._genders[a] | self._genders[b]) > 1:
            return False
        if self._links[a] and self._links[b] and self._links[a].isdisjoint(self._links[b]):
            return False
        return certain or self._articles[a].isdisjoint(self._articles[b])

    def _decided_apart(self, a: str, b: str) -> bool:
        """Whether somebody has decided that a node of one cluster is none of the other."""
        if not self._apart:
            return False
        few, many = sorted((self.members[a], self.members[b]), key=len)
        others = set(many)
        return any(not self._apart.get(m, set()).isdisjoint(others) for m in few)

    def join(self, one: str, other: str, *, certain: bool = False, decided: bool = False) -> bool:
        """Make two clusters one unless something keeps them apart; whether they are one now. Decided: somebody says so."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if self._decided_apart(a, b) if decided else not self.may_join(a, b, certain=certain):
            return False
        self._parent[b] = a
        self.members[a] += self.members.pop(b)
        for known in (self._articles, self._genders, self._links):
            known[a] |= known.pop(b)
        return True
