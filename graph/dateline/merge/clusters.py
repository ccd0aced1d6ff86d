"""From judged pairs to groups: average linkage, whatever the order of the pairs.

Two groups are joined while the mean likelihood over all pairs between them is high enough, the likeliest first; a pair that was
never judged counts as nothing, and the fewer pairs there are, the more the mean must say: two tellings are joined by what speaks
for these two, two groups by what many pairs agree on. A pair that cannot be one keeps its groups apart for good. Of equals the
first by key go first.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.merge.telling import Key

Judged = tuple[Key, Key, float]


def components(count: int, linked: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """For each of so many things the first of those that pairs connect it with.

    Over pairs that are likely enough no join reaches beyond a component, since no mean is above all its parts: what is connected
    can be grouped by itself.
    """
    first = list(range(count))

    def root(n: int) -> int:
        while first[n] != n:
            first[n] = first[first[n]]
            n = first[n]
        return n

    for one, other in linked:
        a, b = sorted((root(one), root(other)))
        first[b] = a
    return np.array([root(n) for n in range(count)], dtype=np.int64)


def linked(keys: Sequence[Key], judged: Iterable[Judged], least: float, few: float = 0.0) -> list[list[Key]]:
    """Keys in groups, each in order, the groups in the order of their first. Pairs judged below zero are impossible.

    `least` is the mean likelihood from which two large groups are one, `few` how much more a single pair must say,
    shared among the pairs of two groups.
    """
    if len(keys) == 1:
        return [list(keys)]
    linkage = _Linkage(keys, least, few)
    for a, b, value in judged:
        linkage.note(a, b, value)
    return linkage.joined()


class _Linkage:
    """Groups of numbers, known by their least; sums of likelihoods between groups that have any."""

    def __init__(self, keys: Sequence[Key], least: float, few: float) -> None:
        self.keys, self.least, self.few = keys, least, few
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
        return -round((self.sums[a].get(b, 0.0) - self.few) / pairs, 9)

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
