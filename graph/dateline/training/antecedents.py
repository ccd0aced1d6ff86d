"""Fit who is meant by descriptions and pronouns: `python -m dateline.training.antecedents ECBPLUS.jsonl.gz EWT.conllu.xz …`.

`read-links.tsv`, the marks in news that was written for Dateline (`training.written`) and the entities of treebanks that have
some (GUM's) tell what is right. The looks of words, which become part of the bundled language pipeline, are learned together
with the networks of `identify.antecedents` (descriptions, names not met before) and `identify.persons` (pronouns). A description
is judged with all before it joined as they should be, a pronoun as the rules join them. Printed is how well mentions fare in
left-out affairs of ECB+, texts of EWT and written news, looks and networks fitted on the others; the same input gives the same
weights on the same kind of processor. Needs the extra `train`.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np

from dateline.annotate import annotate, bundle
from dateline.annotate.meanings import Looks
from dateline.annotate.pipeline import BUNDLED, load
from dateline.annotate.training.looks import Pairs, learn
from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.identify import antecedents, likeness, persons, pronouns, sieve
from dateline.identify.besides import adjoining, appositions
from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.mentions import find as mentions_of
from dateline.identify.scene import Scene
from dateline.identify.text import Text, read
from dateline.identify.together import told_apart
from dateline.model import LOOK_STEPS, Article, Document
from dateline.perceptron import Floats, Perceptron, save
from dateline.training import written
from dateline.training.links import Links, read_links, texts
from dateline.training.texts import articles, is_treebank

FOLDS = 5
LEFT_OUT = 2  # folds for which it is printed how they fare
KINDS = ("description", "pronoun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Somebody whom a mention may mean, what is told of him without looks, and whether it is he."""

    article: str
    kind: str  # "description", which names not met before are, too, or "pronoun"
    question: int
    row: list[float]
    words: tuple[int, ...]  # the mention's, and those beside which it is looked at
    right: bool


class Known:
    """Who is who in an article that was read, as mentions of ours."""

    def __init__(self, text: Text, links: Links) -> None:
        self._links, self._tree = links, text.tree
        self._parent: dict[str, str] = {}
        for unit in text.units:
            self._join(self._told(range(unit.first, unit.stop)))
        clusters = Clusters(mentions_of(text))
        for rule in (appositions, adjoining):  # what stands beside a name was not linked
            rule(text, clusters)
        for members in clusters.members.values():
            self._join([key for k in members for key in self._told(_words(clusters.mentions[k]))])

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
        return self.whom(_words(m))

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


def _words(m: Found) -> Iterable[int]:
    return range(m.unit.first, m.unit.stop) if m.unit else (m.head, *((m.core,) if m.core >= 0 else ()))


def examples(document: Document, links: Links) -> Iterator[Example]:
    """All whom each mention of an article may mean, of those mentions of which it is known."""
    text = read(document)
    known = Known(text, links)
    yield from _descriptions(text, known)
    yield from _pronouns(text, known)


def _descriptions(text: Text, known: Known) -> list[Example]:
    made: list[Example] = []
    clusters = Clusters(mentions_of(text), told_apart(text.tree))
    for rule in sieve.RULES[:-1]:
        rule(text, clusters)

    def choose(i: int, found: Sequence[likeness.Antecedent], rows: Sequence[list[float]]) -> likeness.Antecedent | None:
        m = clusters.mentions[i]
        if not known.is_read(_words(m)):
            return None
        meant = known.of(m)
        right = [meant is not None and known.cluster(clusters, a.root) == meant for a in found]
        for a, row, is_right in zip(found, rows, right, strict=True):
            words = (m.head, *likeness.compared(clusters.mentions[a.latest], likeness.spoken_of(clusters, m, a)))
            made.append(_example(text, "description", i, row, words, is_right))
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
                made.append(_example(text, "pronoun", asked.i, row, words, is_right))
        return pronouns.by_rules(asked)

    pronouns.read(text, clusters, choose)
    return made


def _example(text: Text, kind: str, question: int, row: list[float], words: tuple[int, ...], right: bool) -> Example:
    blind = row[: -likeness.LOOKS * len(words)]
    return Example(article=text.document.article.id, kind=kind, question=question, row=blind, words=words, right=right)


class Lessons:
    """The examples of one kind, with the vectors of their words."""

    def __init__(self, made: Sequence[Example], vectors: Mapping[str, Mapping[int, Floats]]) -> None:
        self.made = [e for e in made if all(i in vectors[e.article] for i in e.words)]
        self.rows = np.array([e.row for e in self.made])
        self.vectors = tuple(
            np.stack([vectors[e.article][e.words[k]] for e in self.made]) for k in range(len(self.made[0].words))
        )
        self.right = np.array([float(e.right) for e in self.made])
        self.fold = np.array([crc32(e.article.partition("_")[0].encode()) % FOLDS for e in self.made])
        self.treebank = np.array([e.article.startswith("GUM") for e in self.made])
        asked: dict[tuple[str, int], int] = {}
        self.question = np.array([asked.setdefault((e.article, e.question), len(asked)) for e in self.made])

    def pairs(self, some: Floats) -> Pairs:
        """Those of some examples, for looks to be learned from."""
        vectors = tuple(vectors[some] for vectors in self.vectors)
        return Pairs(rows=self.rows[some], vectors=vectors, right=self.right[some], question=self.question[some])

    def seen(self, matrix: Floats) -> Floats:
        """The rows with what the looks tell, as they come from the pipeline."""
        looks = Looks(matrix.astype("float32"))
        one, *others = (looks.numbers(v.astype("float32")) / LOOK_STEPS for v in self.vectors)
        compared = [seen for other in others for seen in (one * other, abs(one - other))]
        return np.concatenate([self.rows, *compared, one, others[0]], axis=1)

    def likely(self, matrix: Floats, judge: Perceptron, some: Floats) -> Floats:
        """How likely some examples are right, with looks as they come from the pipeline; nought for others."""
        rows, found = self.seen(matrix), np.zeros(len(self.made))
        of: dict[int, list[int]] = defaultdict(list)
        for n in np.flatnonzero(some).tolist():
            of[self.question[n]].append(n)
        for own in of.values():
            found[own] = judge.choices(rows[own].tolist())
        return found


def fare(lessons: Lessons, likely: Floats, some: Floats, least: float) -> str:
    """How well the likeliest of each question do that are taken from some likelihood on, as text."""
    asked: dict[tuple[str, int], list[tuple[float, bool]]] = defaultdict(list)
    for n in np.flatnonzero(some):
        asked[lessons.made[n].article, lessons.made[n].question].append((likely[n], lessons.made[n].right))
    taken = [best for best in map(max, asked.values()) if best[0] >= least]
    hits, all_ = sum(right for _, right in taken), sum(any(right for _, right in own) for own in asked.values())
    return f"taken {len(taken)}, right {hits / max(1, len(taken)):.3f}, of those meant {hits / max(1, all_):.3f}"


def _documents(found: Iterable[Article]) -> Iterator[Document]:
    """The articles as identifying reads them, with the vectors of words for their looks."""
    reader = bundle.reader_of(load(None))
    reader.look = lambda vectors: [row.tobytes() for row in vectors.astype("float16")]
    yield from cast(find(date(annotate(found))))


def _collected(found: Iterable[Article], links: Callable[[Document], Links]) -> dict[str, Lessons]:
    made: dict[str, list[Example]] = {kind: [] for kind in KINDS}
    vectors: dict[str, dict[int, Floats]] = {}
    for document in _documents(found):
        vectors[document.article.id] = {i: np.frombuffer(t.look, "float16") for i, t in enumerate(document.tokens) if t.look}
        blind = replace(document, tokens=tuple(replace(t, look=b"") for t in document.tokens))
        for e in examples(blind, links(blind)):
            made[e.kind].append(e)
    return {kind: Lessons(own, vectors) for kind, own in made.items()}


def main(sources: Sequence[Path]) -> None:
    """Write the looks and both networks."""
    links = read_links()
    read = [a for source in sources for a in articles(source) if a.id in links]
    documents = [text for source in filter(is_treebank, sources) for text in texts(source) if text.gold]
    told = [Article(id=t.id, source=t.id, text=t.text) for t in documents]
    links |= {t.id: t.links() for t in documents}
    marked = {article.id: (article, marks) for article, marks in written.written()}

    def known(document: Document) -> Links:
        id_ = document.article.id
        return written.links(document, marked[id_][1]) if id_ in marked else links[id_]

    lessons = _collected([*read, *told, *(article for article, _ in marked.values())], known)
    for n in range(LEFT_OUT):
        print(f"affairs left out, part {n + 1} of {FOLDS}")
        _fit(lessons, {kind: own.fold != n for kind, own in lessons.items()})
    matrix, fitted = _fit(lessons, {kind: np.ones(len(own.made), bool) for kind, own in lessons.items()})
    bundle.give_look(matrix, BUNDLED)
    save(fitted["description"], likeness.NAMES, antecedents.WEIGHTS)
    save(fitted["pronoun"], persons.NAMES, persons.WEIGHTS)


def _fit(lessons: Mapping[str, Lessons], some: Mapping[str, Floats]) -> tuple[Floats, dict[str, Perceptron]]:
    """Looks and networks from some examples; it is printed how the others that were read fare."""
    matrix, fitted = learn({kind: own.pairs(some[kind]) for kind, own in lessons.items()})
    matrix = matrix.astype("float16").astype("float32")
    for kind, own in lessons.items():
        others = np.logical_not(some[kind]) & np.logical_not(own.treebank)
        if others.any():
            likely = own.likely(matrix, fitted[kind], others)
            for least in (0.3, 0.5, 0.6, 0.7):
                print(f"  {kind}s from {least} on: {fare(own, likely, others, least)}")
    return matrix, fitted


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
