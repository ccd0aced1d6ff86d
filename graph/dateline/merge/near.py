"""Which articles are near each other: those that share rare words.

How rare a word is comes from a fixed list, and how near two articles are is told by these two alone. Only which are the nearest
depends on the others at hand: one that is added or removed changes the lists of those that it is near to, and no others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from dateline.merge.page import Page

Near = tuple[str, str, float]  # two articles, the first by id before the other, and how near they are

NEIGHBOURS = 12  # articles that one counts among its nearest; more cost time and bring more wrong pairs than right ones
NEAREST = 0.06  # the least likeness of near articles
DIGITS = 9  # to which likenesses are rounded, so that the order of adding up does not show


class Index:
    """Articles by their rare words."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages = sorted(pages, key=lambda page: page.article)
        holding: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for n, page in enumerate(self.pages):
            for word, weight in page.about.items():
                holding[word][0].append(n)
                holding[word][1].append(weight)
        self._holding = {word: (np.array(where), np.array(weights)) for word, (where, weights) in holding.items()}

    def likenesses(self, page: Page) -> dict[str, float]:
        """The articles near one, with how near they are."""
        found = [(*self._holding[word], weight) for word, weight in page.about.items() if word in self._holding]
        if not found:
            return {}
        where = np.concatenate([numbers for numbers, _, _ in found])
        shares = np.concatenate([weights * weight for _, weights, weight in found])
        sums = np.bincount(where, shares, len(self.pages)).round(DIGITS)
        near = ((self.pages[n].article, float(sums[n])) for n in np.flatnonzero(sums >= NEAREST).tolist())
        return {article: alike for article, alike in near if article != page.article}

    def nearest(self, page: Page) -> list[tuple[str, float]]:
        """The nearest articles, the nearest first, of equals the first by id."""
        return sorted(self.likenesses(page).items(), key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]


def near(pages: Iterable[Page]) -> Iterator[Near]:
    """Pairs of articles of which one counts the other among its nearest, and how near; each is near itself."""
    index = Index(pages)
    found: dict[tuple[str, str], float] = {}
    for page in index.pages:
        found[page.article, page.article] = 1.0
        for other, alike in index.nearest(page):
            found[min(page.article, other), max(page.article, other)] = alike
    yield from ((one, other, alike) for (one, other), alike in sorted(found.items()))
