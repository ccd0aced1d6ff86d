"""A small network over named features: how likely something is, from what speaks for and against it.

One hidden layer and a straight path beside it (Rumelhart, Hinton and Williams 1986). Weights lie in a JSON file that names the
features they were fitted for. Several networks, each from a start of its own, stand side by side: their scores are averaged.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DIGITS = 4  # to which likelihoods are rounded: machines differ in the digits beyond
WRITTEN = 4  # digits of a weight


@dataclass(frozen=True, slots=True)
class Perceptron:
    """Fitted weights; `hidden` is (features, units)."""

    hidden: Floats
    bias: Floats
    out: Floats
    straight: Floats
    offset: float

    def likelihood(self, rows: Floats) -> Floats:
        """The likelihood of each row of features."""
        return np.round(1 / (1 + np.exp(-self._scores(rows))), DIGITS)

    def likelihoods(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The same for plain lists."""
        return self.likelihood(np.array(rows, dtype=np.float64)).tolist() if rows else []

    def choices(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How likely each is the right one, where one of all rows is, or none, whose score is nought."""
        if not rows:
            return []
        scores = self._scores(np.array(rows, dtype=np.float64))
        most = max(0.0, float(scores.max()))
        powers = np.exp(scores - most)
        likely: Floats = np.round(powers / (powers.sum() + np.exp(-most)), DIGITS)
        return [float(value) for value in likely]

    def unscaled(self, mean: Floats, spread: Floats) -> "Perceptron":
        """The same network, fitted on features less their mean and over their spread, for features as they are told."""
        hidden, straight = self.hidden / spread[:, None], self.straight / spread
        return Perceptron(hidden, self.bias - mean @ hidden, self.out, straight, self.offset - float(mean @ straight))

    def _scores(self, rows: Floats) -> Floats:
        scores: Floats = np.tanh(rows @ self.hidden + self.bias) @ self.out + rows @ self.straight + self.offset
        return scores


def load(path: Path, names: Sequence[str]) -> Perceptron:
    """The network of a file, which must have been fitted for these features."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["features"] == list(names), f"{path.name} was fitted on other features"
    hidden, bias, out, straight = (np.array(kept[k]) for k in ("hidden", "bias", "out", "straight"))
    return Perceptron(hidden, bias, out, straight, float(kept["offset"]))


def save(fitted: Perceptron, names: Sequence[str], path: Path) -> None:
    """Write a network."""
    made = {"hidden": fitted.hidden, "bias": fitted.bias, "out": fitted.out, "straight": fitted.straight}
    written: dict[str, Any] = {name: value.round(WRITTEN).tolist() for name, value in made.items()}
    kept = {"features": list(names), **written, "offset": round(fitted.offset, WRITTEN)}
    path.write_text(json.dumps(kept, separators=(",", ":")).replace("],[", "],\n[") + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a network is fitted."""

    hidden: int = 12  # units
    steps: int = 1_500
    batch: int = 1_024
    rate: float = 0.01
    decay: float = 1e-2
    starts: int = 6


def fit(rows: Floats, right: Floats, weights: Floats, course: Course) -> Perceptron:
    """The network that tells best which rows are right. The same rows give the same weights."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    scaled = (rows - mean) / spread
    fitted = [_descend(scaled, right, weights, course, start) for start in range(course.starts)]
    hidden = np.concatenate([values[0] for values in fitted], axis=1)
    bias = np.concatenate([values[1] for values in fitted])
    out = np.concatenate([values[2] for values in fitted]) / course.starts
    straight = np.sum([values[4] for values in fitted], axis=0) / course.starts
    offset = sum(float(values[3][0]) for values in fitted) / course.starts
    return Perceptron(hidden, bias, out, straight, offset).unscaled(mean, spread)


def _descend(scaled: Floats, right: Floats, weights: Floats, course: Course, start: int) -> list[Floats]:
    """One network, by stochastic gradient descent (Adam)."""
    random = np.random.default_rng(start)
    width = scaled.shape[1]
    upto = np.cumsum(weights) / weights.sum()
    values = [
        random.normal(0, width**-0.5, (width, course.hidden)),
        np.zeros(course.hidden),
        random.normal(0, course.hidden**-0.5, course.hidden),
        np.zeros(1),
        np.zeros(width),
    ]
    first, second = ([np.zeros_like(v) for v in values] for _ in range(2))
    for step in range(1, course.steps + 1):
        chosen = np.searchsorted(upto, random.random(course.batch))
        rate = course.rate * min(1.0, 2 * (1 - step / course.steps))
        for n, slope in enumerate(_slopes(values, scaled[chosen], right[chosen], course.decay)):
            first[n] = 0.9 * first[n] + 0.1 * slope
            second[n] = 0.999 * second[n] + 0.001 * slope * slope
            moved = first[n] / (1 - 0.9**step) / (np.sqrt(second[n] / (1 - 0.999**step)) + 1e-8)
            values[n] = values[n] - rate * moved
    return values


def _slopes(values: list[Floats], rows: Floats, right: Floats, decay: float) -> list[Floats]:
    """How the loss changes with each weight."""
    hidden, bias, out, offset, straight = values
    inner = np.tanh(rows @ hidden + bias)
    given = 1 / (1 + np.exp(-(inner @ out + offset + rows @ straight)))
    error = (given - right) / len(right)
    back = np.outer(error, out) * (1 - inner * inner)
    return [
        rows.T @ back + decay * hidden,
        back.sum(0),
        inner.T @ error + decay * out,
        np.array([error.sum()]),
        rows.T @ error + decay * straight,
    ]
