"""Which pairs of tellings are worth a closer look.

An article has a limited number of near ones (see `near`), so that cost grows with the number of articles. In near articles those
events are compared whose words are of one family or kin, or that have type and company in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.merge.near import Near
from dateline.merge.telling import Telling
from dateline.merge.words import RARE, kin, rarity

LIKELY = 0.3  # the least likeness of articles in which other words may tell the same
DULL = 0.1  # families less rare than this ("say", "have") need company in common
COMPANY = 2  # rare words that two tellings of unlike words must have in common
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION"})

Pair = tuple[Telling, Telling]


def pairs(near: Iterable[Near], told: Mapping[str, Sequence[Telling]]) -> Iterator[Pair]:
    """Pairs to be judged, each once, the first in the text before the other; `told` are the tellings of each article."""
    shelf = {article: Shelf(some) for article, some in told.items()}
    for one, other, alike in near:
        if one in shelf and other in shelf:
            yield from between(shelf[one], shelf[other], likely=alike >= LIKELY)


class Shelf:
    """The tellings of an article in the order of the text, by what they are found by: their family, their type, rare words."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = sorted(tellings, key=lambda t: t.order)
        self.families: dict[str, list[int]] = defaultdict(list)
        self.types: dict[str | None, list[int]] = defaultdict(list)
        self.rare: dict[str, list[int]] = defaultdict(list)
        for n, t in enumerate(self.tellings):
            self.families[t.family].append(n)
            self.types[_type(t)].append(n)
            for word in _rare(t):
                self.rare[word].append(n)

    def like(self, t: Telling, *, likely: bool) -> list[int]:
        """The tellings that may be of the same; where the articles are not likely to tell the same, of one family only."""
        found = set(self.families.get(t.family, ()))
        if likely:
            for other in kin(t.family):
                found.update(self.families.get(other, ()))
            if kind := _type(t):
                found.update(self.types.get(kind, ()))
            met = Counter(n for word in _rare(t) for n in self.rare.get(word, ()))
            found.update(n for n, count in met.items() if count >= COMPANY)
        return sorted(found)


def _type(t: Telling) -> str | None:
    return t.event.type if t.event.timeml_class not in TALK else None


def _rare(t: Telling) -> frozenset[str]:
    return frozenset(w for w in t.close | t.company if rarity(w) > RARE)


def between(one: Shelf, other: Shelf, *, likely: bool) -> Iterator[Pair]:
    """The pairs of two articles, or of one with itself; where they are not likely to tell the same, of one family only."""
    same = one is other
    for n, t in enumerate(one.tellings):
        for m in other.like(t, likely=likely):
            if (not same or m > n) and _worth(t, other.tellings[m]):
                yield t, other.tellings[m]


def _worth(a: Telling, b: Telling) -> bool:
    if a.event.timeml_class in TALK or (a.family == b.family and rarity(a.family) < DULL):
        return not a.company.isdisjoint(b.company)
    return a.family == b.family or not a.around.isdisjoint(b.around)
