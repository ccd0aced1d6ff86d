"""Who of several articles is one because he takes the same part in the same happening.

"The driver" of one article and "a Lima man" of another are one where both are said to have done the same thing, and "police" are
the same where both articles tell of one affair. Names have been compared before (`alike`); here at least one side is known by a
description only. Pairs are found through events that are one, judged by what speaks for and against them, and grouped by average
linkage. Two whose types or sexes differ, or whom one article tells apart, are never one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from math import exp

from dateline.merge.clusters import groups
from dateline.merge.forest import Forest
from dateline.merge.portraits import Portrait, portrait
from dateline.merge.telling import Page, Telling, likeness
from dateline.merge.words import RARE, rarity
from dateline.resources import table

LEAST = 0.5  # the mean likelihood from which two groups are one actor
TELLINGS = 40  # of one event that are compared with each other
DULL = 0.1  # events of words less rare than this do not make one affair of two articles
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION", "STATE"})
PARTS = {"agent": "agent", "patient": "patient", "recipient": "patient", "place": "place"}

Pair = tuple[str, str]


def join_participants(forest: Forest, together: Sequence[Sequence[Telling]]) -> None:
    """Join in the forest those who take the same parts. `together`: the tellings of each event; their roles name clusters."""
    judged = [((a, ""), (b, ""), value) for a, b, value in likely(forest, together)]
    for group in groups({key for a, b, _ in judged for key in (a, b)}, judged, LEAST):
        for other, _ in group[1:]:
            forest.join(group[0][0], other)


def likely(forest: Forest, together: Sequence[Sequence[Telling]]) -> Iterator[tuple[str, str, float]]:
    """The pairs that may be one actor, with how likely they are; -1 for those that cannot be."""
    reader = Reader(forest, together)
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in sorted(reader.pairs()):
        if reader.possible(a, b):
            beside[a].add(b)
            beside[b].add(a)
            yield a, b, round(likelihood(reader.told(a, b)) * reader.one_affair(a, b), 4)
        else:
            yield a, b, -1.0
    apart = {pair for others in beside.values() for pair in combinations(sorted(others), 2) if reader.apart(*pair)}
    yield from ((a, b, -1.0) for a, b in sorted(apart))


def likelihood(told: Iterable[str]) -> float:
    """How likely a pair is one actor of which this is told."""
    return 1 / (1 + exp(-sum(weights().get(name, 0.0) for name in ("any", *told))))


@cache
def weights() -> Mapping[str, float]:
    """{what may be told of a pair: what it weighs}."""
    return {row["told"]: float(row["weight"]) for row in table("seeds", "lexicons", "participant-weights.tsv")}


@dataclass(frozen=True, slots=True)
class Part:
    """A part in an event."""

    event: int
    part: str
    talk: bool


class Reader:
    """What events tell of the clusters of a forest."""

    def __init__(self, forest: Forest, together: Sequence[Sequence[Telling]]) -> None:
        self.forest = forest
        self.pages: dict[str, Page] = {}
        self.parts: dict[str, set[Part]] = defaultdict(set)
        self.affairs: dict[str, Counter[str]] = defaultdict(Counter)  # article -> article -> events that both tell
        self.acts: dict[str, set[tuple[str, str]]] = defaultdict(set)  # cluster -> (family, part) of what it takes part in
        self.telling: Counter[str] = Counter()  # article -> events in it that might make an affair
        self.playing: dict[Part, set[str]] = defaultdict(set)  # the clusters that play each part
        self.inside: dict[str, set[str]] = defaultdict(set)  # article -> clusters
        for number, event in enumerate(together):
            self._read(number, sorted(event, key=lambda t: t.order)[:TELLINGS])
        for key, nodes in forest.members.items():
            for article in {a for n in nodes for a in forest.nodes[n].articles}:
                self.inside[article].add(key)
        self.most = {x: max(c.values()) for x, c in self.affairs.items()}
        self.nearest = {x: max(self.alike(x, y) for y in c) for x, c in self.affairs.items()}
        self.shown = {key: portrait(key, forest.of(key)) for key in sorted(self._near())}

    def _near(self) -> set[str]:
        """The clusters of articles that tell an event that others tell too."""
        return {key for article in self.affairs for key in self.inside[article]}

    def _read(self, number: int, event: list[Telling]) -> None:
        self.pages.update({t.article: t.page for t in event})
        telling = {t.article for t in event if t.event.timeml_class not in TALK and rarity(t.family) >= DULL}
        self.telling.update(telling)
        for x, y in combinations(sorted(telling), 2):
            self.affairs[x][y] += 1
            self.affairs[y][x] += 1
        for t in event:
            for role, key in t.roles:
                if role in PARTS:
                    part = Part(number, PARTS[role], t.event.timeml_class in TALK)
                    self.playing[part].add(key)
                    self.parts[key].add(part)
                    if not part.talk:
                        self.acts[key].add((t.family, part.part))

    def pairs(self) -> set[Pair]:
        """The clusters that play one part in an event, or are described by one noun in articles that tell one event."""
        found = {pair for keys in self.playing.values() for pair in combinations(sorted(keys), 2)}
        by_noun = {x: self._by_noun(x) for x in self.affairs}
        for x, others in self.affairs.items():
            for y in others:
                if x < y:
                    for noun in by_noun[x].keys() & by_noun[y].keys():
                        found |= {(min(p), max(p)) for p in product(by_noun[x][noun], by_noun[y][noun])}
        return {(a, b) for a, b in found if a != b and self._comparable(a, b)}

    def _by_noun(self, article: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.inside[article]):
            for noun in self.shown[key].nouns if not self.shown[key].named else ():
                found[noun].append(key)
        return found

    def _comparable(self, a: str, b: str) -> bool:
        if a not in self.shown or b not in self.shown:
            return False
        one, other = self.shown[a], self.shown[b]
        return not (one.named and other.named) and one.articles.isdisjoint(other.articles) and bool(self._links(one, other))

    def _links(self, one: Portrait, other: Portrait) -> list[Pair]:
        """The pairs of articles of the one and the other that tell one event."""
        few, many = sorted((one, other), key=lambda p: len(p.articles))
        return [(x, y) for x in sorted(few.articles) for y in self.affairs.get(x, ()) if y in many.articles]

    def possible(self, a: str, b: str) -> bool:
        """Whether nothing that is known tells two clusters apart."""
        one, other = self.shown[a], self.shown[b]
        if not self.forest.may_join(a, b) or len(one.genders | other.genders) > 1:
            return False
        if "thing" in one.types | other.types and one.plural and other.plural and one.plural.isdisjoint(other.plural):
            return False
        if one.nations and other.nations and one.nations.isdisjoint(other.nations):
            return False
        return not one.types.isdisjoint(other.types) or one.types | other.types <= {"group", "organization"}

    def apart(self, a: str, b: str) -> bool:
        """Whether two clusters that may both be a third cannot be one: both are named, or one article tells of both as of two."""
        one, other = self.shown[a], self.shown[b]
        if (one.named and other.named) or not self.possible(a, b):
            return True
        return not one.articles.isdisjoint(other.articles) and self._cross(a, b)

    def _cross(self, a: str, b: str) -> bool:
        """Whether two clusters play different parts in an event."""
        ours, theirs = self.parts[a], self.parts[b]
        return bool({p.event for p in ours} & {p.event for p in theirs} - {p.event for p in ours & theirs})

    def told(self, a: str, b: str) -> list[str]:
        """What speaks for and against a pair (names in `participant-weights.tsv`)."""
        one, other = self.shown[a], self.shown[b]
        links = self._links(one, other)
        told: list[str] = []
        told += self._parts_told(a, b)
        told += self._nouns_told(one, other)
        kind = "both described" if not (one.named or other.named) else "one named"
        told += [kind, f"type {min(one.types | other.types)}"]
        told += self._rivals_told(one, other, links)
        for one_, other_ in ((one, other),):
            if one_.opening and other_.opening:
                told.append("both in the opening")
            elif one_.opening or other_.opening:
                told.append("one in the opening")
        told.append(f"spoken of {_step(min(one.mentions, other.mentions), (2, 4))}")
        return told

    def one_affair(self, a: str, b: str) -> float:
        """How likely the articles of two clusters tell of one affair, the nearest two of them."""
        return max(self._one_affair(x, y) for x, y in self._links(self.shown[a], self.shown[b]))

    def _one_affair(self, x: str, y: str) -> float:
        """How likely two articles tell of one affair: by the events they share and the words, each against the nearest article."""
        events = self.affairs[x][y] / self.most[x] + self.affairs[x][y] / self.most[y]
        words = self.alike(x, y) / self.nearest[x] + self.alike(x, y) / self.nearest[y]
        return 1 / (1 + exp(-(AFFAIR["any"] + AFFAIR["events"] * events / 2 + AFFAIR["words"] * words / 2)))

    def alike(self, x: str, y: str) -> float:
        """How alike the words of two articles are, and a little, so that none is unlike all others."""
        return likeness(self.pages[x].about, self.pages[y].about) + 0.01

    def _parts_told(self, a: str, b: str) -> list[str]:
        ours, theirs = ({p for p in self.parts[k]} for k in (a, b))
        same = ours & theirs
        told = []
        for part in ("agent", "patient", "place"):
            if count := sum(p.part == part and not p.talk for p in same):
                told.append(f"same {part} {min(count, 2)}")
        if any(p.talk for p in same):
            told.append("same talk")
        events = {p.event for p in same}
        crossed = {p.event for p in ours} & {p.event for p in theirs} - events
        alike = {(f, p) for f, p in self.acts[a] & self.acts[b] if rarity(f) >= DULL}
        if alike and not same:
            told.append("the same act apart")
        if crossed:
            told.append(f"crossed {min(len(crossed), 2)}")
        return told

    def _nouns_told(self, one: Portrait, other: Portrait) -> list[str]:
        told = []
        if both := one.nouns & other.nouns:
            told.append("noun rare" if max(map(rarity, sorted(both))) >= RARE else "noun same")
        elif one.nouns and other.nouns:
            told.append("noun other" + (", one general" if (one.nouns | other.nouns) & GENERAL else ""))
        if one.nations & other.nations:
            told.append("nation same")
        if one.tells & other.tells:
            told.append("told the same")
        elif one.tells and other.tells:
            told.append("told apart")
        return told

    def _rivals_told(self, one: Portrait, other: Portrait, links: list[Pair]) -> list[str]:
        """How many others one article has whom the other's actor might be."""
        kind = one.types | other.types
        nouns = one.nouns & other.nouns
        of_type = of_noun = 0
        for article in sorted({z for link in links for z in link}):
            for key in self.inside[article] - {one.key, other.key}:
                p = self.shown[key]
                of_type += not p.types.isdisjoint(kind)
                of_noun += not p.nouns.isdisjoint(nouns)
        of_type /= len(links)
        of_noun /= len(links)
        return [f"rivals of type {_step(of_type, (1, 3, 6))}", f"rivals of noun {_step(of_noun, (0.01, 1.01))}"]


AFFAIR = {"any": -2.66, "events": 3.82, "words": 3.67}
GENERAL = frozenset(("man", "woman", "person", "people", "one", "other", "suspect", "victim", "member", "men", "women"))


def _step(value: float, steps: Sequence[float]) -> int:
    """Which step of a scale a value reaches."""
    return sum(value >= s for s in steps)
