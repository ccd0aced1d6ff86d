"""Which articles tell of one affair: they have told events that are one, and share their words.

What an article shares with another is measured against what it shares with its nearest, so that two floods of one week, in whose
articles some events were taken for one, stay two affairs where each is told by other articles too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from math import exp

from dateline.merge.clusters import components
from dateline.merge.page import Page, likeness
from dateline.merge.telling import Glimpse
from dateline.merge.words import rarity

TELLINGS = 40  # of one event that are looked at
DULL = 0.1  # events of words less rare than this ("say", "have") make no affair
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION", "STATE"})
LIKELY = 0.6
ALIKE = 0.25  # the least likeness of their words: two articles of one campaign or war need not tell of one affair
# log-odds, fitted on the training part of ECB+: whether two articles of one topic are of one affair
ANY, EVENTS, WORDS = -2.66, 3.82, 3.67


class Affairs:
    """The articles, with the events that two of them tell."""

    def __init__(self, together: Iterable[Sequence[Glimpse]]) -> None:
        self._pages: dict[str, Page] = {}
        self._one: dict[tuple[str, str], float] = {}
        self.shared: dict[str, Counter[str]] = defaultdict(Counter)  # article -> article -> events that both tell
        for event in together:
            self._read(sorted(event, key=lambda t: t.order)[:TELLINGS])
        self._most = {x: max(others.values()) for x, others in self.shared.items()}
        self._nearest = {x: max(self._alike(x, y) for y in others) for x, others in self.shared.items()}

    def _read(self, event: list[Glimpse]) -> None:
        self._pages.update({t.article: t.page for t in event})
        for x, y in combinations(sorted(_telling(event)), 2):
            self.shared[x][y] += 1
            self.shared[y][x] += 1

    def one(self, x: str, y: str) -> float:
        """How likely two articles are of one affair; nothing for those that share no event or few words."""
        pair = (x, y) if x < y else (y, x)
        if pair not in self._one:
            self._one[pair] = self._likely(*pair)
        return self._one[pair]

    def _likely(self, x: str, y: str) -> float:
        both = self.shared[x][y] if x in self.shared else 0
        if not both or self._alike(x, y) < ALIKE:
            return 0.0
        events = both / self._most[x] + both / self._most[y]
        words = self._alike(x, y) / self._nearest[x] + self._alike(x, y) / self._nearest[y]
        return 1 / (1 + exp(-(ANY + EVENTS * events / 2 + WORDS * words / 2)))

    def near(self, articles: Iterable[str]) -> set[str]:
        """Articles, and those that are likely of one affair with any of them."""
        own = set(articles)
        return own | {y for x in own for y in self.shared.get(x, ()) if self.one(x, y) >= LIKELY}

    def _alike(self, x: str, y: str) -> float:
        """How alike the words of two articles are, and a little, so that none is unlike all others."""
        return likeness(self._pages[x].about, self._pages[y].about) + 0.01


def connected(together: Sequence[Sequence[Glimpse]]) -> Iterator[tuple[list[str], list[list[Glimpse]]]]:
    """Articles that tell common events, directly or through others, in order, and all events that they tell."""
    names = sorted({t.article for event in together for t in event})
    number = {name: n for n, name in enumerate(names)}
    told = (sorted(number[name] for name in _telling(event)) for event in together)
    root = components(len(names), ((some[0], other) for some in told for other in some[1:])).tolist()
    articles: dict[int, list[str]] = defaultdict(list)
    for name in names:
        articles[root[number[name]]].append(name)
    events: dict[int, list[list[Glimpse]]] = defaultdict(list)
    for event in together:
        ordered = sorted(event, key=lambda t: (root[number[t.article]], t.order))
        for part, some in groupby(ordered, key=lambda t: root[number[t.article]]):
            events[part].append(list(some))
    for part, own in sorted(articles.items()):
        if len(own) > 1:
            yield own, sorted(events[part], key=lambda event: event[0].order)


def _telling(event: Iterable[Glimpse]) -> set[str]:
    """The articles that an event makes one affair of."""
    return {t.article for t in event if t.event.timeml_class not in TALK and rarity(t.family) >= DULL}
