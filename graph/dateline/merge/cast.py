"""Who plays which parts in the events that articles have in common, and how each article shows them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dateline.merge.affairs import DULL, TALK, TELLINGS, Affairs
from dateline.merge.forest import Forest
from dateline.merge.portraits import Portrait, portrait
from dateline.merge.telling import Glimpse
from dateline.merge.words import rarity

PARTS = {"agent": "agent", "patient": "patient", "recipient": "patient", "place": "place"}
FEW = 2  # actors of a type that an article is mostly about
BODIES = frozenset(("group", "organization"))
FAR = 99

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A part in an event."""

    event: int
    part: str
    talk: bool


class Cast:
    """What events and articles tell of the clusters of a forest."""

    def __init__(self, forest: Forest, together: Sequence[Sequence[Glimpse]], affairs: Affairs) -> None:
        self.forest, self.affairs = forest, affairs
        self.parts: dict[str, set[Part]] = defaultdict(set)
        self.acts: dict[str, set[Pair]] = defaultdict(set)  # cluster -> (family, part) of what it takes part in
        self.deeds: dict[str, set[Pair]] = defaultdict(set)  # cluster -> (type, part)
        self.beside: dict[str, set[str]] = defaultdict(set)  # cluster -> those that a telling sets beside it
        self.inside: dict[str, set[str]] = defaultdict(set)  # article -> clusters
        self.involved: set[str] = set()  # clusters that take part in what several articles tell
        for number, event in enumerate(together):
            several = len({t.article for t in event}) > 1
            for t in sorted(event, key=lambda t: t.order)[:TELLINGS]:
                self._read(number, t, several)
        for key, nodes in forest.members.items():
            for article in {a for n in nodes for a in forest.nodes[n].articles}:
                self.inside[article].add(key)
        near = {key for article in affairs.shared for key in self.inside[article]}
        self.shown = {key: portrait(key, forest.of(key)) for key in sorted(near)}
        self._rank = {(article, key): n for article in affairs.shared for key, n in self._ranked(article)}

    def _read(self, number: int, t: Glimpse, several: bool) -> None:
        talk = t.event.timeml_class in TALK
        acting: set[str] = set()
        for role, name in t.roles:
            if role in PARTS:
                key, part = self.forest.root(name), PARTS[role]
                acting.add(key)
                self.involved |= {key} if several and not talk else set()
                self.parts[key].add(Part(number, part, talk))
                if not talk:
                    self.acts[key].add((t.family, part))
                if not talk and t.event.type:
                    self.deeds[key].add((t.event.type, part))
        for key in acting:
            self.beside[key] |= acting - {key}

    def _ranked(self, article: str) -> Iterator[tuple[str, int]]:
        """How many of a cluster's type an article speaks of more often than of it, or sooner."""
        of_type: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for key in self.inside[article]:
            often, first = self.shown[key].told_in(article)
            for kind in self.shown[key].types:
                of_type[kind].append((-often, first, key))
        yield from ((key, n) for some in of_type.values() for n, (_, _, key) in enumerate(sorted(some)))

    def rank(self, key: str) -> int:
        """The same in the article that is most about it."""
        return min((self._rank.get((article, key), FAR) for article in self.shown[key].articles), default=FAR)

    # -- pairs that may be one -----------------------------------------------------------------------------------------

    def pairs(self) -> set[Pair]:
        """The clusters of articles of one affair that something speaks for being one, and nothing rules out."""
        playing: dict[Part, list[str]] = defaultdict(list)
        for key in sorted(self.parts):
            for part in self.parts[key]:
                playing[part].append(key)
        found = {pair for keys in playing.values() for pair in combinations(keys, 2)}
        traits = {x: self._traits(x) for x in self.affairs.shared}
        for x in traits:
            for y in self._near(x):
                for trait in traits[x].keys() & traits[y].keys() if x <= y else ():
                    found |= {(min(p), max(p)) for p in product(traits[x][trait], traits[y][trait])}
        return {(a, b) for a, b in found if a != b and self._comparable(a, b)}

    def _near(self, article: str) -> Iterator[str]:
        """An article, and those of its affair."""
        yield article
        yield from (y for y in self.affairs.shared[article] if self.affairs.one(article, y))

    def _traits(self, article: str) -> dict[tuple[str, ...], list[str]]:
        """The clusters of an article by what may tell them: nouns, what they do and undergo, that the article is about them."""
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for key in sorted(self.inside[article]):
            shown = self.shown[key]
            traits: set[tuple[str, ...]] = {("noun", noun) for noun in shown.senses}
            traits |= {("act", *act) for act in self.acts[key] if rarity(act[0]) >= DULL}
            traits |= {("deed", *deed) for deed in self.deeds[key]}
            if article in shown.opening and self._rank[article, key] < FEW:
                traits |= {("about", kind) for kind in shown.types}
            for trait in traits:
                found[trait].append(key)
        return found

    def _comparable(self, a: str, b: str) -> bool:
        if a not in self.shown or b not in self.shown or (self.shown[a].named and self.shown[b].named):
            return False
        return self.possible(a, b) and bool(self.links(a, b))

    def links(self, a: str, b: str) -> list[Pair]:
        """The pairs of articles of the one and the other that are of one affair; an article is with itself."""
        few, many = sorted((self.shown[a], self.shown[b]), key=lambda p: len(p.articles))
        return [(x, y) for x in sorted(few.articles) for y in self._linked(x, many)]

    def _linked(self, article: str, other: Portrait) -> Iterator[str]:
        if article in other.articles:
            yield article
        shared = self.affairs.shared.get(article, ())
        yield from (y for y in shared if y in other.articles and self.affairs.one(article, y))

    def one_affair(self, a: str, b: str) -> float:
        """How likely the articles of two clusters tell of one affair, the nearest two of them."""
        return max(1.0 if x == y else self.affairs.one(x, y) for x, y in self.links(a, b))

    # -- pairs that cannot be one --------------------------------------------------------------------------------------

    def possible(self, a: str, b: str) -> bool:
        """Whether nothing that is known tells two clusters apart."""
        one, other = self.shown[a], self.shown[b]
        if b in self.beside[a] or not self.forest.may_join(a, b) or len(one.genders | other.genders) > 1:
            return False
        if one.articles == other.articles and not one.spots.isdisjoint(other.spots):
            return False  # one sentence tells of both as of two
        if one.nations and other.nations and one.nations.isdisjoint(other.nations):
            return False
        if one.named != other.named and (one if one.named else other).types == {"group"}:
            return False  # "people" are not the people of a country
        alike, types = not one.senses.isdisjoint(other.senses), one.types | other.types
        if "thing" in types and one.plural and other.plural and one.plural.isdisjoint(other.plural):
            return False
        if "group" in types and not alike and not types <= BODIES and one.types != other.types:
            return False
        return not one.types.isdisjoint(other.types) or types <= BODIES or (alike and "thing" in types)

    def apart(self, a: str, b: str) -> bool:
        """Whether two clusters that may both be a third cannot be one."""
        return (self.shown[a].named and self.shown[b].named) or not self.possible(a, b)

    def common(self, a: str, b: str) -> set[Part]:
        """The parts that two clusters both play."""
        return self.parts[a] & self.parts[b]

    def crossed(self, a: str, b: str) -> bool:
        """Whether two clusters play different parts in an event, and never the same."""
        ours, theirs = ({p.event for p in self.parts[key]} for key in (a, b))
        return bool(ours & theirs - {p.event for p in self.common(a, b)})

    def rivals(self, a: str, b: str) -> Iterable[Portrait]:
        """Others whom the articles of a pair tell of, as often as articles do."""
        articles = sorted({z for link in self.links(a, b) for z in link})
        return [self.shown[key] for z in articles for key in self.inside[z] - {a, b}]
