"""From judged pairs to groups: average linkage, whatever the order of the pairs.

Two groups are joined while the mean likelihood over all pairs between them is high enough, the likeliest first; a pair that was
never judged counts as nothing, and the fewer pairs there are, the more the mean must say: two tellings are joined by what speaks
for these two, two groups by what many pairs agree on. A pair that cannot be one keeps its groups apart for good. Of equals the
first by key go first.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.merge.telling import Key

FEW = 0.7  # how much more a single pair must say than many; shared among the pairs of two groups

Judged = tuple[Key, Key, float]


def groups(keys: Iterable[Key], judged: Iterable[Judged], least: float) -> list[list[Key]]:
    """The keys in groups, each in order, the groups in the order of their first. Pairs judged below zero are impossible."""
    judged = list(judged)
    root = roots(keys, ((a, b) for a, b, value in judged if value >= least))
    members: dict[Key, list[Key]] = defaultdict(list)
    inside: dict[Key, list[Judged]] = defaultdict(list)
    for key in sorted(root):
        members[root[key]].append(key)
    for a, b, value in judged:
        if root[a] == root[b]:
            inside[root[a]].append((a, b, value))
    return sorted(group for key, some in members.items() for group in linked(some, inside[key], least))


def roots(keys: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Each key with the first of those that pairs connect it with: a join never reaches beyond, since no mean over pairs is above
    all of them. What is connected can be grouped by itself."""
    root = {key: key for key in keys}

    def find(key: Key) -> Key:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for one, other in pairs:
        a, b = sorted((find(one), find(other)))
        root[b] = a
    return {key: find(key) for key in root}


def linked(keys: Sequence[Key], judged: Iterable[Judged], least: float) -> list[list[Key]]:
    """The groups of keys that are connected."""
    if len(keys) == 1:
        return [list(keys)]
    linkage = _Linkage(keys, least)
    for a, b, value in judged:
        linkage.note(a, b, value)
    return linkage.joined()


class _Linkage:
    """Groups of numbers, known by their least; sums of likelihoods between groups that have any."""

    def __init__(self, keys: Sequence[Key], least: float) -> None:
        self.keys, self.least = keys, least
        self.number = {key: n for n, key in enumerate(keys)}
        self.members = {n: [n] for n in range(len(keys))}
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.heap: list[tuple[float, int, int]] = []

    def note(self, one: Key, other: Key, value: float) -> None:
        a, b = self.number[one], self.number[other]
        if value < 0:
            self.apart[a].add(b)
            self.apart[b].add(a)
        else:
            self.sums[a][b] = self.sums[b][a] = value

    def joined(self) -> list[list[Key]]:
        for a in sorted(self.sums):
            for b in sorted(self.sums[a]):
                if a < b:
                    self._offer(a, b)
        while self.heap:
            mean, a, b = heapq.heappop(self.heap)
            if a in self.members and b in self.members and mean == self._mean(a, b):
                self._join(a, b)
        return [[self.keys[n] for n in sorted(self.members[m])] for m in sorted(self.members)]

    def _mean(self, a: int, b: int) -> float:
        """Negative, so that the likeliest comes first; rounded, so that the order of adding up does not show."""
        pairs = len(self.members[a]) * len(self.members[b])
        return -round((self.sums[a].get(b, 0.0) - FEW) / pairs, 9)

    def _offer(self, a: int, b: int) -> None:
        if b not in self.apart[a] and -(mean := self._mean(a, b)) >= self.least:
            heapq.heappush(self.heap, (mean, min(a, b), max(a, b)))

    def _join(self, a: int, b: int) -> None:
        """Take the second group into the first."""
        self.members[a] += self.members.pop(b)
        for other in self.apart.pop(b, ()):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
        self.sums[a].pop(b, None)
        for other, total in self.sums.pop(b, {}).items():
            self.sums[other].pop(b, None)
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + total
        for other in self.sums[a]:
            self._offer(a, other)
