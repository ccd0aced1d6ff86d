"""Fit who is meant by descriptions and pronouns: `python -m dateline.training.antecedents ECBPLUS.jsonl.gz EWT.conllu.xz …`.

`read-links.tsv`, the marks in news that was written for Dateline (`training.written`) and the entities of treebanks that have
some (GUM's) tell what is right. First the looks of words and the transformer of `identify.chains` are learned, then, with looks
of their own, the networks of `identify.antecedents` (descriptions, names not met before) and `identify.persons` (pronouns), which
hear what the transformer thinks: in each article one that has learned from other affairs of ECB+, texts of EWT and written news.
The one that ships learns from all.
A description is judged with all before it joined as they should be, a pronoun as the rules join them. Printed is how well
mentions fare in a part that is left out, everything fitted on the others; the same input gives the same weights on the same kind
of processor. Four hours on two cores that know bfloat16, 12 GB of memory. Needs the extra `train`.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import annotate, bundle
from dateline.annotate.looks import Looks, numbers
from dateline.annotate.pipeline import BUNDLED, load
from dateline.annotate.training import chains as chained
from dateline.annotate.training.looks import Pairs, learn
from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.identify import antecedents, chains, likeness, persons
from dateline.identify.chains import Chains
from dateline.identify.points import TWO, Points
from dateline.identify.text import read
from dateline.layers import Weights
from dateline.model import CHAINED, LOOK_STEPS, Article, Document
from dateline.perceptron import Perceptron, save
from dateline.training import written
from dateline.training.examples import Example, Known, examples, pointed
from dateline.training.links import Links, read_links, texts
from dateline.training.texts import articles, is_treebank

Floats = NDArray[np.floating[Any]]

FOLDS = 5
PARTS = ((0,), (1, 2), (3, 4))  # the folds whose articles one transformer thinks of that has learned from the others
PORTIONS = 100  # of vectors of which the looks are told at once
LEFT_OUT = 0  # the fold for which it is printed how it fares
KINDS = ("description", "pronoun")
UNSEEN = -1  # the first piece of a word that no network has read


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article that was read: its points, its pieces and with which of them words begin, the vectors of these by the parser's
    network, whom each point means, and the examples."""

    id: str
    points: Points
    pieces: Floats
    firsts: Mapping[int, int]
    vectors: Mapping[int, Floats]
    whom: NDArray[np.int64]
    among: NDArray[np.bool_]
    made: Sequence[Example]

    @property
    def fold(self) -> int:
        """By affair, or by text."""
        return crc32(self.id.partition("_")[0].encode()) % FOLDS

    def reading(self) -> chained.Reading:
        """What the transformer learns from."""
        two = np.packbits(self.points.two(0, len(self.whom)), axis=-1)
        firsts = np.array([self.firsts.get(i, UNSEEN) for i in self.points.heads])
        return chained.Reading(
            pieces=self.pieces, firsts=firsts, each=self.points.each, two=two, whom=self.whom, among=self.among
        )

    def thought(self, looks: Looks, weights: Weights) -> Chains:
        """What a transformer thinks of it."""
        known = [n for n, i in enumerate(self.points.heads) if i in self.firsts]
        firsts = np.array([self.firsts[self.points.heads[n]] for n in known], dtype=np.int64)
        seen = np.zeros((len(self.points.heads), CHAINED), "float32")
        seen[known] = numbers(looks.vectors(self.pieces.astype("float32"), firsts), looks.matrix) / np.float32(LOOK_STEPS)
        return chains.read(replace(self.points, looks=seen), weights)


class Vectors:
    """The vectors of all words of some articles."""

    def __init__(self, some: Sequence[Read]) -> None:
        self._first: dict[str, dict[int, int]] = {}
        rows: list[Floats] = []
        for r in some:
            self._first[r.id] = {i: len(rows) + n for n, i in enumerate(r.vectors)}
            rows += r.vectors.values()
        self.rows = np.stack(rows)

    def numbers(self, r: Read, words: Sequence[int]) -> list[int]:
        """Where the vectors of an article's words stand; empty where one has none."""
        own = self._first[r.id]
        return [own[i] for i in words] if all(i in own for i in words) else []


class Lessons:
    """The examples of one kind, with their words and what the transformer thinks."""

    def __init__(self, kind: str, some: Sequence[Read], vectors: Vectors, thought: Mapping[str, Chains]) -> None:
        told = [(r, e, n) for r in some for e in r.made if e.kind == kind and (n := vectors.numbers(r, e.words))]
        self.made = [e for _, e, _ in told]
        self.rows = np.array([e.row + _thought(thought[r.id], e) for r, e, _ in told], dtype="float32")
        self.words = np.array([numbers for *_, numbers in told])
        self.right = np.array([float(e.right) for e in self.made])
        self.fold = np.array([r.fold for r, *_ in told])
        self.treebank = np.array([_is_of_treebank(r.id) for r, *_ in told])
        asked: dict[tuple[str, int], int] = {}
        self.question = np.array([asked.setdefault((r.id, e.question), len(asked)) for r, e, _ in told])

    def pairs(self, some: Floats) -> Pairs:
        """Those of some examples, for looks to be learned from."""
        return Pairs(rows=self.rows[some], words=self.words[some], right=self.right[some], question=self.question[some])

    def seen(self, looks: Floats) -> Floats:
        """The rows with what the looks tell, as they come from the pipeline."""
        one, *others = (looks[column] for column in self.words.T)
        compared = [seen for other in others for seen in (one * other, abs(one - other))]
        return np.concatenate([self.rows, *compared, one, others[0]], axis=1)

    def likely(self, looks: Floats, judge: Perceptron, some: Floats) -> Floats:
        """How likely some examples are right, with looks as they come from the pipeline; nought for others."""
        rows, found = self.seen(looks), np.zeros(len(self.made))
        of: dict[int, list[int]] = defaultdict(list)
        for n in np.flatnonzero(some).tolist():
            of[self.question[n]].append(n)
        for own in of.values():
            found[own] = judge.choices(rows[own].tolist())
        return found


def _thought(thought: Chains, e: Example) -> list[float]:
    told = dict(thought.told(e.words[0], e.members, e.words[1]))
    return [float(told.get(name, 0.0)) for name in chains.TOLD]


def _is_of_treebank(id_: str) -> bool:
    return id_.startswith("GUM")


def fare(lessons: Lessons, likely: Floats, some: Floats, least: float) -> str:
    """How well the likeliest of each question do that are taken from some likelihood on, as text."""
    asked: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for n in np.flatnonzero(some):
        asked[lessons.question[n]].append((likely[n], lessons.made[n].right))
    taken = [best for best in map(max, asked.values()) if best[0] >= least]
    hits, all_ = sum(right for _, right in taken), sum(any(right for _, right in own) for own in asked.values())
    return f"taken {len(taken)}, right {hits / max(1, len(taken)):.3f}, of those meant {hits / max(1, all_):.3f}"


class Kept:
    """Stands where looks are told: keeps the pieces of a text, and gives each word its first piece and its vector."""

    def __init__(self) -> None:
        self.pieces: list[Floats] = []

    def __call__(self, pieces: Floats, firsts: NDArray[np.int64], words: Floats) -> list[bytes]:
        base = sum(map(len, self.pieces))
        self.pieces.append(pieces.astype("float16"))
        return [int(base + n).to_bytes(8) + word.tobytes() for n, word in zip(firsts, words.astype("float16"), strict=True)]


def _read(found: Iterable[Article], links: Callable[[Document], Links]) -> Iterator[Read]:
    reader = bundle.reader_of(load(None))
    for article in found:
        reader.look = kept = Kept()
        (document,) = cast(find(date(annotate([article]))))
        seen = {i: t.look for i, t in enumerate(document.tokens) if t.look}
        blind = replace(document, tokens=tuple(replace(t, look=b"") for t in document.tokens))
        text = read(blind)
        known = Known(text, links(blind))
        points, whom, among = pointed(text, known)
        made = list(examples(text, known))
        words = {*points.heads, *(i for e in made for i in e.words)} & set(seen)
        if len(whom):
            yield Read(
                id=article.id,
                points=points,
                pieces=np.concatenate(kept.pieces),
                firsts={i: int.from_bytes(seen[i][:8]) for i in words},
                vectors={i: np.frombuffer(seen[i][8:], "float16") for i in words},
                whom=whom,
                among=among,
                made=made,
            )


def main(sources: Sequence[Path]) -> None:
    """Write the looks and all networks."""
    links = read_links()
    read = [a for source in sources for a in articles(source) if a.id in links]
    documents = [text for source in filter(is_treebank, sources) for text in texts(source) if text.gold]
    told = [Article(id=t.id, source=t.id, text=t.text) for t in documents]
    links |= {t.id: t.links() for t in documents}
    marked = {article.id: (article, marks) for article, marks in written.written()}

    def known(document: Document) -> Links:
        id_ = document.article.id
        return written.links(document, marked[id_][1]) if id_ in marked else links[id_]

    write(list(_read([*read, *told, *(article for article, _ in marked.values())], known)))


def write(some: Sequence[Read]) -> None:
    """The same from articles that have been read."""
    thought: dict[str, Chains] = {}
    for folds in PARTS:
        looks, weights = _chained([r for r in some if r.fold not in folds])
        thought |= {r.id: r.thought(looks, weights) for r in some if r.fold in folds}
    vectors = Vectors(some)
    lessons = {kind: Lessons(kind, some, vectors, thought) for kind in KINDS}
    print(f"left out, one part of {FOLDS}")
    fit(lessons, vectors, {kind: own.fold != LEFT_OUT for kind, own in lessons.items()})
    compared, fitted = fit(lessons, vectors, {kind: np.ones(len(own.made), bool) for kind, own in lessons.items()})
    looks, weights = _chained(some)
    bundle.give_looks(np.concatenate([looks.matrix, compared], axis=1), looks.weights, BUNDLED)
    bundle.write(weights, chains.WEIGHTS)
    save(fitted["description"], likeness.NAMES, antecedents.WEIGHTS)
    save(fitted["pronoun"], persons.NAMES, persons.WEIGHTS)


def _chained(some: Sequence[Read]) -> tuple[Looks, dict[str, Any]]:
    """The looks that the transformer over points hears, and its weights, learned from some articles."""
    readings = [r.reading() for r in some if len(r.whom) > 1]
    network = bundle.reader_of(load(None)).network
    assert network
    model = chained.learn(readings, network, len(TWO))
    matrix, below, weights = chained.weights(model, readings)
    rounded = {name: bundle.rounded(name, value) for name, value in below.items()}
    return Looks(matrix.astype("float16").astype("float32"), rounded, model.names), weights


def fit(lessons: Mapping[str, Lessons], vectors: Vectors, some: Mapping[str, Floats]) -> tuple[Floats, dict[str, Perceptron]]:
    """Looks and networks from some examples; it is printed how the others that were read fare."""
    matrix, fitted = learn({kind: own.pairs(some[kind]) for kind, own in lessons.items()}, vectors.rows)
    matrix = matrix.astype("float16").astype("float32")
    looks = np.concatenate([numbers(part.astype("float32"), matrix) for part in np.array_split(vectors.rows, PORTIONS)])
    looks = looks.astype("float32") / np.float32(LOOK_STEPS)
    for kind, own in lessons.items():
        others = np.logical_not(some[kind]) & np.logical_not(own.treebank)
        if others.any():
            likely = own.likely(looks, fitted[kind], others)
            for least in (0.3, 0.5, 0.6, 0.7):
                print(f"  {kind}s from {least} on: {fare(own, likely, others, least)}", flush=True)
    return matrix, fitted


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
