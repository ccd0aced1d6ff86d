"""What is told of who is who in an article that was read: whom its points mean, and whom each description or pronoun may mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.identify import antecedents, chains, likeness, persons, points, pronouns, sieve
from dateline.identify.besides import adjoining, appositions
from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.mentions import find as mentions_of
from dateline.identify.points import Points
from dateline.identify.scene import Scene
from dateline.identify.text import Text
from dateline.identify.together import told_apart
from dateline.training.links import Links

UNKNOWN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Somebody whom a mention may mean, what is told of him without looks, and whether it is he."""

    kind: str  # "description", which names not met before are, too, or "pronoun"
    question: int
    row: list[float]
    words: tuple[int, ...]  # the mention's, and those beside which it is looked at
    members: tuple[int, ...]  # the head words of all his mentions
    right: bool


class Known:
    """Who is who in an article that was read, as mentions of ours; `beside` are those joined that stand side by side."""

    def __init__(self, text: Text, links: Links) -> None:
        self._links, self._tree = links, text.tree
        self._parent: dict[str, str] = {}
        for unit in text.units:
            self._join(self._told(range(unit.first, unit.stop)))
        self.beside = Clusters(mentions_of(text))
        for rule in (appositions, adjoining):  # what stands beside a name was not linked
            rule(text, self.beside)
        for members in self.beside.members.values():
            self._join([key for k in members for key in self._told(words_of(self.beside.mentions[k]))])

    def _told(self, words: Iterable[int]) -> list[str]:
        starts = (self._tree.tokens[i].start for i in words)
        return [self._links.of[start] for start in starts if start in self._links.of]

    def _join(self, keys: Sequence[str]) -> None:
        for key in keys[1:]:
            one, other = self._root(keys[0]), self._root(key)
            if one != other:
                self._parent[other] = one

    def _root(self, key: str) -> str:
        while key in self._parent:
            key = self._parent[key]
        return key

    def whom(self, words: Iterable[int]) -> str | None:
        """Whom one of some words means, if it is anybody spoken of elsewhere."""
        return next((self._root(key) for key in self._told(words)), None)

    def of(self, m: Found) -> str | None:
        """Whom a mention means."""
        return self.whom(words_of(m))

    def is_read(self, words: Iterable[int]) -> bool:
        """Whether it is known whom one of some words means."""
        return any(self._links.known(self._tree.tokens[i].start) for i in words)

    def several(self, i: int) -> frozenset[str]:
        """Those whom a plural means together."""
        return frozenset(map(self._root, self._links.several.get(self._tree.tokens[i].start, ())))

    def cluster(self, clusters: Clusters, root: int) -> str | None:
        """Whom most mentions of a cluster mean."""
        keys = Counter(key for m in clusters.of(root) if (key := self.of(m)) is not None)
        return keys.most_common(1)[0][0] if keys else None


def words_of(m: Found) -> Iterable[int]:
    return range(m.unit.first, m.unit.stop) if m.unit else (m.head, *((m.core,) if m.core >= 0 else ()))


def examples(text: Text, known: Known) -> Iterator[Example]:
    """All whom each mention of an article may mean, of those mentions of which it is known."""
    yield from _descriptions(text, known)
    yield from _pronouns(text, known)


def pointed(text: Text, known: Known) -> tuple[Points, NDArray[np.int64], NDArray[np.bool_]]:
    """The points of an article; whom each means: a number, its own where it is nobody spoken of elsewhere, or -1 where that is
    not known; and whether each, the row, means several of whom each other is one."""
    mentions = known.beside.mentions
    found = points.find(text, mentions)
    keys = [_key(known, m) for m in found.mentions]
    at = {i: n for n, i in enumerate(found.heads)}
    for members in known.beside.members.values():  # of two that stand side by side often but one was marked
        here = {at[mentions[k].head] for k in members if mentions[k].head in at}
        told = [*{key for n in here if (key := keys[n])}]
        if len(told) == 1:
            keys = [told[0] if n in here else key for n, key in enumerate(keys)]
    numbers: dict[str, int] = {}
    whom = [UNKNOWN if key is None else numbers.setdefault(key or f"alone {n}", len(numbers)) for n, key in enumerate(keys)]
    among = [[key in several for key in keys] for several in map(known.several, found.heads)]
    return found, np.array(whom, dtype=np.int64), np.array(among, dtype=bool).reshape(len(keys), len(keys))


def _key(known: Known, m: Found) -> str | None:
    """Whom a point means, of several all keys: "" for somebody not spoken of elsewhere, None where it is not known."""
    words = [m.head] if m.kind == "pronoun" else list(words_of(m))
    if several := known.several(m.head):
        return "+".join(sorted(several))
    return known.whom(words) or ("" if known.is_read(words) else None)


def _descriptions(text: Text, known: Known) -> list[Example]:
    made: list[Example] = []
    clusters = Clusters(mentions_of(text), told_apart(text.tree))
    for rule in sieve.RULES[:-1]:
        rule(text, clusters)

    def choose(i: int, found: Sequence[likeness.Antecedent], rows: Sequence[list[float]]) -> likeness.Antecedent | None:
        m = clusters.mentions[i]
        if not known.is_read(words_of(m)):
            return None
        meant = known.of(m)
        right = [meant is not None and known.cluster(clusters, a.root) == meant for a in found]
        for a, row, is_right in zip(found, rows, right, strict=True):
            members = likeness.spoken_of(clusters, m, a)
            words = (m.head, *likeness.compared(clusters.mentions[a.latest], members))
            made.append(_example("description", i, row, words, members, is_right))
        return next((a for a, is_right in zip(found, right, strict=True) if is_right), None)

    antecedents.walk(Scene(text, clusters), choose)
    return made


def _pronouns(text: Text, known: Known) -> list[Example]:
    made: list[Example] = []
    clusters = sieve.join(text, mentions_of(text))

    def choose(scene: Scene, asked: persons.Question) -> int | None:
        meant, several = known.whom((asked.i,)), known.several(asked.i)
        for root in asked.order:
            if known.is_read((asked.i,)) and known.cluster(clusters, root) not in several:
                row = persons.features(scene, asked, root)
                words = (asked.i, clusters.mentions[asked.fits[root]].head)
                is_right = meant is not None and known.cluster(clusters, root) == meant
                made.append(_example("pronoun", asked.i, row, words, list(clusters.of(root)), is_right))
        return pronouns.by_rules(asked)

    pronouns.read(text, clusters, choose)
    return made


def _example(
    kind: str, question: int, row: list[float], words: tuple[int, ...], members: Sequence[Found], right: bool
) -> Example:
    """An example, without what networks see and think, since they come to be learned from it."""
    blind = row[: -likeness.LOOKS * len(words) - len(chains.TOLD)]
    return Example(kind=kind, question=question, row=blind, words=words, members=tuple(x.head for x in members), right=right)
