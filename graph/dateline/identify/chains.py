"""How likely each point of a text takes up each before it, or means several of whom that is one: what a small transformer thinks.

It hears how their words look to the parser's network, what is told of each by itself, and of each two (`points`), by which it
also knows whom each is to heed. A long text is read in stretches that overlap by half. Learned on treebanks and on news in which
people have read who is who (`dateline.training.antecedents`); after Lee et al. 2017 and Clark and Manning 2016.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dateline.identify.found import Found
from dateline.identify.points import EACH, TWO, Floats, Points, find
from dateline.identify.text import Text
from dateline.layers import Weights, likelihood, linear, log_likelihood, normed, smooth

WEIGHTS = Path(__file__).with_name("chains.npz")
MOST, HALF = 600, 300  # points read at once, and those by which the next stretch begins further on
DIGITS = 2  # to which scores are rounded: machines differ in the digits beyond
NEVER = np.float32(-1e4)
LEAST = 1e-3  # likelihood below which nothing is told
WORST, FURTHEST = 15.0, -12.0  # what a score, and the logarithm of a likelihood, count at most
EPSILON = 1e-5
TOLD = (
    *("chain most", "chain mean", "chain least", "chain latest", "chain likely", "chain log", "chain nobody"),
    *("chain best", "chain best is nobody", "chain unknown"),
)

Told = Iterator[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is thought of some points that were read at once, the first of them by its number."""

    first: int
    scores: Floats  # (points, points): how much speaks for it that the row takes up the column
    nobody: Floats  # (points)
    logs: Floats  # (points, 1 + points): the logarithms of the likelihoods of nobody and of each
    among: Floats  # (points, points): the likelihood that the row means several of whom the column is one


class Chains:
    """What is thought of the points of a text."""

    def __init__(self, points: Points, stretches: Sequence[Stretch]) -> None:
        self._at = {i: n for n, i in enumerate(points.heads)}
        self.points, self._stretches = points, stretches

    def __contains__(self, i: int) -> bool:
        """Whether a word is that of a point."""
        return i in self._at

    def _stretch(self, n: int) -> Stretch:
        """The stretch in which most of those before a point are read with it."""
        return self._stretches[min(max(0, n // HALF - 1), len(self._stretches) - 1)]

    def taken(self, i: int) -> dict[int, float]:
        """{word: how likely a word's mention takes up that before it}, where it is likely at all."""
        return self._likely(i, lambda own, row: np.exp(own.logs[row, 1 : row + 1]))

    def among(self, i: int) -> dict[int, float]:
        """{word: how likely a word's mention means several of whom that before it is one}, where it is likely at all."""
        return self._likely(i, lambda own, row: own.among[row, :row])

    def _likely(self, i: int, of: Callable[[Stretch, int], Floats]) -> dict[int, float]:
        n = self._at.get(i)
        if n is None:
            return {}
        own = self._stretch(n)
        likely = of(own, n - own.first)
        return {self.points.heads[own.first + k]: float(likely[k]) for k in np.flatnonzero(likely > LEAST).tolist()}

    def told(self, i: int, members: Iterable[int], latest: int) -> Told:
        """What is thought of it that a mention takes up somebody, by the head words of his mentions and of the latest of them."""
        others = [self._at[k] for k in members if k in self._at and k != i]
        n = self._at.get(i)
        own = None if n is None or not others else self._stretch(n)
        others = sorted({k for k in others if own and own.first <= k < own.first + len(own.nobody)})
        if n is None or own is None or not others:
            yield "chain unknown", 1
            return
        row, columns = n - own.first, np.array(others) - own.first
        nobody = own.nobody[row]
        scores = np.clip(own.scores[np.maximum(row, columns), np.minimum(row, columns)] - nobody, -WORST, WORST)
        logs = np.where(columns < row, own.logs[row, 1 + columns], FURTHEST)
        together = max(FURTHEST, float(np.logaddexp.reduce(logs)))
        best = int(own.logs[row].argmax())
        beside = self._at.get(latest, -1) - own.first
        yield "chain most", float(scores.max())
        yield "chain mean", float(scores.mean())
        yield "chain least", float(scores.min())
        yield "chain latest", float(scores[others.index(beside + own.first)] if beside + own.first in others else scores.max())
        yield "chain likely", float(np.exp(together))
        yield "chain log", together
        yield "chain nobody", float(np.exp(own.logs[row, 0]))
        yield "chain best", best - 1 in columns
        yield "chain best is nobody", best == 0


def agreed(
    judged: Iterable[float], rows: Iterable[Sequence[float]], names: Sequence[str], before: Iterable[bool], *, share: float
) -> list[float]:
    """How likely a judge takes each of some bearers, averaged with how likely he is by what is thought here, which has its share
    and stands among the features (`rows`, by `names`) that the judge has heard.

    The judge hears more of the rules, the transformer knows of everybody in the text; on articles that were left out, of two ways
    that join equally many, the mean joins fewer wrongly. It is the judge's word alone where nothing is thought, and of somebody
    who was not spoken of before ("In her memoir, Silva").
    """
    likely, unknown = names.index("chain likely"), names.index("chain unknown")
    return [
        value + share * (row[likely] - value) if is_before and not row[unknown] else value
        for value, row, is_before in zip(judged, rows, before, strict=True)
    ]


def of_text(text: Text, mentions: Sequence[Found]) -> Chains | None:
    """What is thought of a text with these names and descriptions; nothing where no network has read it."""
    return read(find(text, mentions), _weights()) if text.seen else None


def read(points: Points, weights: Weights) -> Chains:
    """What is thought of all points of a text by a network with some weights."""
    count = len(points.heads)
    starts = range(0, max(1, count - HALF), HALF) if count else ()
    return Chains(points, [_thought(points, weights, start, min(count, start + MOST)) for start in starts])


@cache
def _weights() -> Weights:
    with np.load(WEIGHTS, allow_pickle=False) as file:
        assert file["each.w"].shape[0] == len(EACH) and file["two.w"].shape[0] == len(TWO), "learned from other features"
        return {name: file[name].astype("float32") for name in file.files}


def _thought(points: Points, w: Weights, start: int, stop: int) -> Stretch:
    """The transformer over some points."""
    count = stop - start
    two = linear(w, "two", points.two(start, stop).astype("float32"))  # (points, points, numbers)
    units = w["out.w"].shape[0]
    layers = sum(name.endswith("attention.w") for name in w)
    heads = (two.shape[2] - units - 2) // layers
    x = linear(w, "seen", points.looks[start:stop]) + linear(w, "each", points.each[start:stop])
    for n in range(layers):
        x = x + _attended(w, n, normed(w, f"{n}.before", x, EPSILON), two[:, :, n * heads : (n + 1) * heads].transpose(2, 0, 1))
        wide = linear(w, f"{n}.wide", normed(w, f"{n}.between", x, EPSILON))
        x = x + linear(w, f"{n}.narrow", smooth(wide))
    x = normed(w, "last", x, EPSILON)
    scores = linear(w, "later", x) @ linear(w, "earlier", x).T / np.float32(x.shape[1] ** 0.5)
    among = linear(w, "whole", x) @ linear(w, "member", x).T / np.float32(x.shape[1] ** 0.5)
    paired = linear(w, "paired", x)
    for n in range(1, count):  # row by row, which needs less memory
        inner = (paired[n] * paired[:n]) @ w["weighed.w"] + two[n, :n, layers * heads : layers * heads + units]
        both = linear(w, "out", np.tanh(inner)) + two[n, :n, -2:]
        scores[n, :n] += both[:, 0]
        among[n, :n] += both[:, 1]
    before = np.tril(np.ones((count, count), dtype=bool), -1)
    scores = np.where(before, np.round(scores, DIGITS), NEVER)
    nobody = np.round(linear(w, "nobody", x)[:, 0], DIGITS)
    logs = log_likelihood(np.concatenate([nobody[:, None], scores], axis=1))
    likely: Floats = np.where(before, 1 / (1 + np.exp(-np.round(among, DIGITS))), np.float32(0))
    return Stretch(start, scores, nobody, logs, likely)


def _attended(w: Weights, layer: int, x: Floats, bias: Floats) -> Floats:
    """What points take over from each other."""
    heads, (count, width) = len(bias), x.shape
    query, key, value = linear(w, f"{layer}.attention", x).reshape(count, 3, heads, -1).transpose(1, 2, 0, 3)
    scores = likelihood(query @ key.transpose(0, 2, 1) / np.float32((width // heads) ** 0.5) + bias)
    return linear(w, f"{layer}.output", (scores @ value).transpose(1, 0, 2).reshape(count, width))
