"""Who of several articles is one because he takes the same part in the same happening.

"The driver" of one article and "a local man" of another are one where both are said to have done the same thing, and "police" are
the same where both articles tell of one affair. Names have been compared before (`alike`); here at least one side is known by a
description only. Pairs are found through events that are one, judged by what speaks for and against them, and grouped by average
linkage. Two whose types or sexes differ, or whom one article tells apart, are never one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from math import exp

from dateline.merge.affairs import DULL, TALK, TELLINGS, Affairs, connected
from dateline.merge.alike import join_in_affair
from dateline.merge.clusters import linked
from dateline.merge.forest import Forest
from dateline.merge.forms import PAIRS
from dateline.merge.memory import Memory, stamp
from dateline.merge.portraits import Portrait, portrait
from dateline.merge.telling import Glimpse
from dateline.merge.words import RARE, rarity
from dateline.resources import table

LEAST = 0.5  # the mean likelihood from which two groups are one actor
BY_NOUN = frozenset(("person",))  # "officials" or "the money" of two articles may be any
FEWEST = 3  # events of two articles, from which those called alike may be one without a part in common
PARTS = {"agent": "agent", "patient": "patient", "recipient": "patient", "place": "place"}

Pair = tuple[str, str]


def join_participants(forest: Forest, together: Sequence[Sequence[Glimpse]], memory: Memory) -> None:
    """Join in the forest those who take the same parts. `together`: the tellings of each event; their roles name clusters.

    Articles that tell common events are looked at by themselves, whatever others tell: so it can be remembered who joins whom.
    """
    found: list[Pair] = []
    told_of = forest.by_article()
    for articles, events in connected(together):
        part = forest.within(articles, {key for article in articles for key in told_of.get(article, ())})
        told = (f"{t.key} {sorted(t.roles)}" for event in events for t in event)
        known = stamp("participants", *map(memory.digest, articles), *part.described(), *map(len, events), *told)

        def make(part: Forest = part, events: list[list[Glimpse]] = events) -> list[Pair]:
            return joins(part, events)

        pairs: list[Pair] = memory.recall(known, make, PAIRS)
        found += pairs
    for one, other in found:
        forest.join(one, other)


def joins(forest: Forest, together: Sequence[Sequence[Glimpse]]) -> list[Pair]:
    """Who joins whom for the parts they take in some events."""
    before = set(forest.members)
    affairs = Affairs(together)
    join_in_affair(forest, affairs)
    judged = [((a, ""), (b, ""), value) for a, b, value in likely(Reader(forest, together, affairs))]
    for group in linked(sorted({key for a, b, _ in judged for key in (a, b)}), judged, LEAST):
        for other, _ in group[1:]:
            forest.join(group[0][0], other)
    return [(root, key) for key in sorted(before) if (root := forest.root(key)) != key]


def likely(reader: "Reader") -> Iterator[tuple[str, str, float]]:
    """The pairs that may be one actor, with how likely they are; -1 for those that cannot be."""
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

    def __init__(self, forest: Forest, together: Sequence[Sequence[Glimpse]], affairs: Affairs) -> None:
        self.forest = forest
        self.affairs = affairs
        self.parts: dict[str, set[Part]] = defaultdict(set)
        self.acts: dict[str, set[tuple[str, str]]] = defaultdict(set)  # cluster -> (family, part) of what it takes part in
        self.playing: dict[Part, set[str]] = defaultdict(set)  # the clusters that play each part
        self.inside: dict[str, set[str]] = defaultdict(set)  # article -> clusters
        for number, event in enumerate(together):
            for t in sorted(event, key=lambda t: t.order)[:TELLINGS]:
                self._read(number, t)
        for key, nodes in forest.members.items():
            for article in {a for n in nodes for a in forest.nodes[n].articles}:
                self.inside[article].add(key)
        near = {key for article in affairs.shared for key in self.inside[article]}
        self.shown = {key: portrait(key, forest.of(key)) for key in sorted(near)}

    def _read(self, number: int, t: Glimpse) -> None:
        talk = t.event.timeml_class in TALK
        for role, name in t.roles:
            if role in PARTS:
                key, part = self.forest.root(name), Part(number, PARTS[role], talk)
                self.parts[key].add(part)
                self.playing[part].add(key)
                if not talk:
                    self.acts[key].add((t.family, part.part))

    def pairs(self) -> set[Pair]:
        """The clusters that play one part in an event, or are described by one noun in articles that tell one event."""
        found = {pair for keys in self.playing.values() for pair in combinations(sorted(keys), 2)}
        by_noun = {x: self._by_noun(x) for x in self.affairs.shared}
        for x, others in self.affairs.shared.items():
            for y in others:
                if x < y and others[y] >= FEWEST:
                    for noun in by_noun[x].keys() & by_noun[y].keys():
                        found |= {(min(p), max(p)) for p in product(by_noun[x][noun], by_noun[y][noun])}
        return {(a, b) for a, b in found if a != b and self._comparable(a, b)}

    def _by_noun(self, article: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.inside[article]):
            shown = self.shown[key]
            for noun in shown.nouns if not shown.named and shown.types <= BY_NOUN else ():
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
        near = ((x, y) for x in sorted(few.articles) for y in self.affairs.shared.get(x, ()) if y in many.articles)
        return [(x, y) for x, y in near if self.affairs.one(x, y)]

    def possible(self, a: str, b: str) -> bool:
        """Whether nothing that is known tells two clusters apart."""
        one, other = self.shown[a], self.shown[b]
        if not self.forest.may_join(a, b) or len(one.genders | other.genders) > 1:
            return False
        if "thing" in one.types | other.types and one.plural and other.plural and one.plural.isdisjoint(other.plural):
            return False
        if one.nations and other.nations and one.nations.isdisjoint(other.nations):
            return False
        if "group" in one.types | other.types and one.nouns.isdisjoint(other.nouns):
            return False  # attorneys are no officials, whatever both do
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
        if one.opening or other.opening:
            told.append("both in the opening" if one.opening and other.opening else "one in the opening")
        told += [f"spoken of {n}" for n in (2, 4) if min(one.mentions, other.mentions) >= n]
        return told

    def one_affair(self, a: str, b: str) -> float:
        """How likely the articles of two clusters tell of one affair, the nearest two of them."""
        return max(self.affairs.one(x, y) for x, y in self._links(self.shown[a], self.shown[b]))

    def _parts_told(self, a: str, b: str) -> list[str]:
        same = self.parts[a] & self.parts[b]
        told = []
        for part in ("agent", "patient", "place"):
            count = sum(p.part == part and not p.talk for p in same)
            told += [f"same {part} {n}" for n in (1, 2, 4) if count >= n]
        if any(p.talk for p in same):
            told.append("same talk")
        if not same and any(rarity(family) >= DULL for family, _ in self.acts[a] & self.acts[b]):
            told.append("the same act apart")
        return [*told, "crossed"] if self._cross(a, b) else told

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
        articles = sorted({z for link in links for z in link})
        rivals = [self.shown[key] for z in articles for key in self.inside[z] - {one.key, other.key}]
        of_type = sum(not p.types.isdisjoint(kind) for p in rivals) / len(links)
        of_noun = sum(not p.nouns.isdisjoint(nouns) for p in rivals) / len(links)
        told = [f"rivals of type {n}" for n in (1, 3, 6, 10) if of_type >= n]
        return [*told, *(f"rivals of noun {n}" for n in (1, 2) if of_noun > n - 1)]


GENERAL = frozenset(("man", "woman", "person", "people", "one", "other", "suspect", "victim", "member", "men", "women"))
