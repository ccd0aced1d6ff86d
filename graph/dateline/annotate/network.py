"""A small transformer that reads windows of words, run with numpy: no other library, one thread or many, any processor.

The encoder is BERT's (Devlin et al. 2019) with a learned vector for how a word is printed, and with what each head of attention
adds for where two pieces stand to each other (Raffel et al. 2020; MPNet: Song et al. 2020). On the vectors of words stand linear
labellers, biaffine scorers of heads and relations (Dozat and Manning 2017), and such of what events words tell, whether these
came about, and who takes which part in them. Those of events hear the layers below the uppermost, too: trees and names leave
less of a word's sense, the higher one looks (with four layers, on events of unknown kinds of text, 73 instead of 70 of 100 kinds
came out right).
All windows of a batch stand in one flat matrix, only attention looks at them one by one: nothing is spent on padding. On names,
`namer.py` has a second opinion.
"""

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from dateline.annotate import namer
from dateline.annotate.wordpieces import TRAITS
from dateline.layers import Floats, Weights, likelihood, linear, normed, smooth

Ints = NDArray[np.int64]

EPSILON = 1e-12
ARC, REL = 256, 128  # units of the scorers of heads and relations
KIND, PART, STATUS = 512, 128, 256  # units of the scorers of kinds of events, of parts in them, and of their status
OF_EVENTS = ("kind", "part", "status")  # labels of events
SCORED = ("relation", *OF_EVENTS)  # labels that have scorers of their own
SIZED = ("vocabulary", "layers", "width", "wide", "heads", "size")  # the numbers of `Sizes`
LONGEST = 256  # pieces of a window
DEEP = 5  # layers, from the uppermost down, that the scorers of kinds, parts and status hear
BUCKETS, FAR = 32, 128  # numbers for distances of two pieces; the distance in pieces from which on all are one


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """What decides the shapes of all weights."""

    vocabulary: int
    layers: int
    width: int
    wide: int
    heads: int
    size: int  # numbers that a head of attention looks at
    labels: Mapping[str, int]  # kind of label → how many there are; "relation" and "part" are scored for pairs

    @property
    def heard(self) -> int:
        """How many layers are heard, the one that only knows pieces and places counted as one."""
        return min(DEEP, self.layers + 1)

    @property
    def deep(self) -> int:
        """Numbers in the vector of a word: those of the uppermost layer, then those of the layers below it that are heard."""
        return self.width * self.heard

    def all_shapes(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of all weights, those of the second opinion on names included."""
        return self.shapes() | namer.shapes(self.labels["name"])

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of the weights of encoder, labellers and scorers; matrices map rows to columns."""
        width = self.width
        found: dict[str, tuple[int, ...]] = {
            "pieces": (self.vocabulary, width),
            "places": (LONGEST, width),
            "traits": (TRAITS, width),
        } | _norm("embedded", width)
        found |= self.layered([f"{i}" for i in range(self.layers)])
        for kind, count in self.labels.items():
            if kind not in SCORED:
                found |= _linear(f"label.{kind}", width, count)
        for side in ("below", "above"):
            found |= _linear(f"arc.{side}", width, ARC) | _linear(f"rel.{side}", width, REL)
        pair = (REL + 1, self.labels["relation"] * (REL + 1))
        found |= {"arc.pair": (ARC, ARC), "arc.alone": (ARC,), "rel.pair": pair}
        if not self.labels.get("kind"):
            return found  # trained without events
        found |= _linear("kind.deep", self.deep, KIND) | _linear("kind.out", KIND, self.labels["kind"])
        found |= _linear("part.event", self.deep, PART) | _linear("part.other", self.deep, PART)
        found["part.pair"] = (PART + 1, self.labels["part"] * (PART + 1))
        if not self.labels.get("status"):
            return found
        return found | _linear("status.deep", self.deep, STATUS) | _linear("status.out", STATUS, self.labels["status"])

    def layered(self, names: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Names and shapes of the weights of layers of the encoder, by the first parts of their names."""
        width, seen = self.width, self.heads * self.size
        found: dict[str, tuple[int, ...]] = {}
        for name in names:
            found |= _linear(f"{name}.attention", width, 3 * seen) | _linear(f"{name}.output", seen, width)
            found |= {f"{name}.near": (BUCKETS, self.heads)} | _norm(f"{name}.attended", width)
            found |= _linear(f"{name}.wide", width, self.wide) | _linear(f"{name}.narrow", self.wide, width)
            found |= _norm(f"{name}.thought", width)
        return found


def _linear(name: str, rows: int, columns: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.w": (rows, columns), f"{name}.b": (columns,)}


def _norm(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.w": (width,), f"{name}.b": (width,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words that are read together: the pieces with their traits, and where each word begins among them.

    The first piece and word stand for the window as a whole; they serve as the root of trees.
    """

    pieces: Sequence[int]
    traits: Sequence[int]
    firsts: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A window as the network sees it."""

    words: Floats  # (1 + words, deep)
    pieces: Floats  # (pieces, width), by the lowest of the layers that are heard
    firsts: Sequence[int]  # the pieces with which the words begin

    def begin(self, words: int) -> "Seen":
        """The same without what stands behind so many words."""
        firsts = self.firsts[: 1 + words]
        pieces = self.pieces if len(firsts) == len(self.firsts) else self.pieces[: self.firsts[1 + words]]
        return Seen(words=self.words[: 1 + words], pieces=pieces, firsts=firsts)


class Layers:
    """Layers of the encoder, by the first parts of their weights' names, for stretches of so many pieces at most."""

    def __init__(self, weights: Weights, names: Sequence[str], longest: int) -> None:
        self.weights, self.names = weights, names
        distances = np.array([bucket(longest - 1 - k) for k in range(2 * longest - 1)])
        self._near = [np.ascontiguousarray(weights[f"{name}.near"][distances].T) for name in names]

    def heard(self, x: Floats, spans: Sequence[tuple[int, int]], most: int) -> Sequence[Floats]:
        """What the layers make of pieces (pieces, width) that stand together in stretches, the uppermost first, and what they
        began with; so many at most."""
        found = deque([x], maxlen=most)
        for n in range(len(self.names)):
            found.appendleft(self._read(n, found[0], spans))
        return found

    def _read(self, n: int, x: Floats, spans: Iterable[tuple[int, int]]) -> Floats:
        name = self.names[n]
        x = normed(self.weights, f"{name}.attended", x + self._attend(n, x, spans), EPSILON)
        units = smooth(linear(self.weights, f"{name}.wide", x))
        return normed(self.weights, f"{name}.thought", x + linear(self.weights, f"{name}.narrow", units), EPSILON)

    def _attend(self, n: int, x: Floats, spans: Iterable[tuple[int, int]]) -> Floats:
        near, parts = self._near[n], linear(self.weights, f"{self.names[n]}.attention", x)
        heads, width = len(near), parts.shape[1] // 3
        size = width // heads
        parts[:, :width] *= np.float32(size**-0.5)
        seen = np.empty((len(x), width), "float32")
        for start, stop in spans:
            query, key, value = parts[start:stop].reshape(stop - start, 3, heads, size).transpose(1, 2, 0, 3)
            scores = query @ key.transpose(0, 2, 1)
            scores += _between(near, stop - start)
            seen[start:stop] = (likelihood(scores) @ value).transpose(1, 0, 2).reshape(stop - start, width)
        return linear(self.weights, f"{self.names[n]}.output", seen)


class Network:
    """Trained weights and what they can be asked."""

    def __init__(self, sizes: Sizes, weights: Mapping[str, Any]) -> None:
        self.sizes = sizes
        self.weights = {name: np.ascontiguousarray(weights[name], dtype="float32") for name in sizes.all_shapes()}
        self.namer = namer.Namer(self.weights)
        kinds = [kind for kind in sizes.labels if kind not in SCORED]
        self._labels = np.concatenate([self.weights[f"label.{kind}.w"] for kind in kinds], axis=1)
        self._biases = np.concatenate([self.weights[f"label.{kind}.b"] for kind in kinds])
        self._cuts = np.cumsum([sizes.labels[kind] for kind in kinds])[:-1]
        self._kinds = kinds
        self.layers = Layers(self.weights, [f"{i}" for i in range(sizes.layers)], LONGEST)

    def read(self, windows: Sequence[Window]) -> list[Seen]:
        """The vectors of the words and pieces of each window."""
        w = self.weights
        sizes = [len(window.pieces) for window in windows]
        bounds = np.concatenate([[0], np.cumsum(sizes)])
        places = np.concatenate([np.arange(size) for size in sizes])
        x = w["pieces"][_flat(w.pieces for w in windows)] + w["places"][places] + w["traits"][_flat(w.traits for w in windows)]
        x = normed(w, "embedded", x, EPSILON)
        spans = list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))
        firsts = _flat([start + i for i in window.firsts] for (start, _), window in zip(spans, windows, strict=True))
        heard = self.layers.heard(x, spans, self.sizes.heard)
        words = np.concatenate([layer[firsts] for layer in heard], axis=1)
        each = np.split(words, np.cumsum([len(window.firsts) for window in windows])[:-1])
        pieces = np.split(heard[-1], bounds[1:-1])
        return [Seen(words=own, pieces=its, firsts=window.firsts) for own, its, window in zip(each, pieces, windows, strict=True)]

    def labels(self, words: Floats) -> dict[str, Floats]:
        """Scores (words, labels) of each kind of label for the words behind the first."""
        scores = words[1:, : self.sizes.width] @ self._labels + self._biases
        return dict(zip(self._kinds, np.split(scores, self._cuts, axis=1), strict=True))

    def arcs(self, words: Floats) -> Floats:
        """Scores (words, 1 + words) of the heads of the words behind the first; head 0, the first, is the root."""
        below, above = self._hidden("arc.below", words[1:]), self._hidden("arc.above", words)
        scores: Floats = (below @ self.weights["arc.pair"] + self.weights["arc.alone"]) @ above.T
        return scores / np.float32(ARC**0.5)

    def relations(self, words: Floats, heads: Ints) -> Floats:
        """Scores (words, relations) of the relation between each word behind the first and its head."""
        below, above = self._hidden("rel.below", words[1:]), self._hidden("rel.above", words)[heads]
        one = np.ones((len(below), 1), "float32")
        below, above = np.concatenate([below, one], 1), np.concatenate([above, one], 1)
        crossed = (below @ self.weights["rel.pair"]).reshape(len(below), -1, REL + 1)
        scores: Floats = (crossed @ above[:, :, None])[:, :, 0] / np.float32(REL**0.5)
        return scores

    def kinds(self, words: Floats) -> Floats:
        """The likelihoods (words, kinds) of the kinds of events that words tell, if they tell one."""
        return self._told("kind", words)

    def statuses(self, words: Floats) -> Floats:
        """The likelihoods (words, statuses) of what is said of the coming about of events that words tell."""
        return self._told("status", words)

    def parts(self, events: Floats, others: Floats) -> Floats:
        """The likelihoods (events, others, parts) of the parts that words take in the events that other words tell."""
        event, other = self._hidden("part.event", events), self._hidden("part.other", others)
        event = np.concatenate([event, np.ones((len(event), 1), "float32")], 1)
        other = np.concatenate([other, np.ones((len(other), 1), "float32")], 1)
        crossed = (event @ self.weights["part.pair"]).reshape(len(event), -1, PART + 1)
        return likelihood((crossed @ other.T).transpose(0, 2, 1) / np.float32(PART**0.5))

    def _told(self, name: str, words: Floats) -> Floats:
        return likelihood(linear(self.weights, f"{name}.out", self._hidden(f"{name}.deep", words)))

    def _hidden(self, name: str, words: Floats) -> Floats:
        rows = len(self.weights[f"{name}.w"])  # as many numbers of a vector as this hears
        x = linear(self.weights, name, words[:, :rows])
        kept: Floats = np.maximum(x, x * np.float32(0.1))
        return kept


def bucket(distance: int) -> int:
    """The number that stands for a distance: so many pieces stands the one that looks behind the one it looks at.

    Half of the numbers are for each direction; half of these for one distance each, the others for ever wider ranges.
    """
    half = BUCKETS // 2
    exact, far = half // 2, abs(distance)
    if far >= exact:
        far = min(half - 1, exact + int(math.log(far / exact) / math.log(FAR / exact) * (half - exact)))
    return far + half * (distance < 0)


def _between(near: Floats, length: int) -> Any:
    """What heads add for each two of so many pieces (heads, pieces, pieces), from what they add for each distance.

    `near` (heads, distances) goes from the farthest before the piece that looks to the farthest behind it.
    """
    longest = (near.shape[1] + 1) // 2
    return sliding_window_view(near, length, axis=1)[:, longest - length : longest][:, ::-1]


def _flat(rows: Iterable[Sequence[int]]) -> Ints:
    return np.concatenate([np.asarray(row, dtype="int64") for row in rows])
