"""A small network that tells names by the spelling of words and of those beside them, run with numpy.

It is a second opinion beside the encoder's: that one knows words by their pieces and by all their context, this one knows them
whole, in the way they are printed. They err at different places, so the mean of both is better than either. The vectors of words
pass through layers that look one word to each side, with maxout units (Goodfellow et al. 2013), as spaCy's do.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from dateline.annotate.forms import ROWS, TABLES, Form
from dateline.layers import Floats, Weights, linear, log_likelihood, normed

UNITS = {"word": 128, "outline": 48, "ending": 64, "opening": 48}  # of the vectors in each table
WIDTH = 192
CHOICES = 3  # of a maxout unit
DEPTH = 3  # layers that look at neighbours: a word sees as many words on each side
EPSILON = 1e-5
SHARE = np.float32(0.5)  # of this network's opinion
CAUTION = np.float32(0.75)  # for "no name", the first label: corpora that disagree teach both to find too many


def shapes(labels: int) -> dict[str, tuple[int, ...]]:
    """Names and shapes of all weights for a number of labels; matrices map rows to columns."""
    found: dict[str, tuple[int, ...]] = {f"form.{table}": (rows, UNITS[table]) for table, rows in ROWS.items()}
    sizes = {"form.own": sum(UNITS.values())} | {f"form.{i}": 3 * WIDTH for i in range(DEPTH)}
    for name, size in sizes.items():
        found |= {f"{name}.w": (size, CHOICES * WIDTH), f"{name}.b": (CHOICES * WIDTH,)}
        found |= {f"{name}.norm.w": (WIDTH,), f"{name}.norm.b": (WIDTH,)}
    return found | {"form.label.w": (WIDTH, labels), "form.label.b": (labels,)}


class Namer:
    """Trained weights and what they say of windows of words."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def scores(self, windows: Sequence[Sequence[Form]]) -> list[Floats]:
        """Log-probabilities (words, labels) of the words of each window."""
        bounds = np.cumsum([0, *(len(window) + 1 for window in windows)])
        inside = np.ones(bounds[-1], bool)
        inside[bounds[1:] - 1] = False  # an empty word between two windows keeps them apart
        x = np.zeros((len(inside), WIDTH), "float32")
        x[inside] = self._words([form for window in windows for form in window])
        for i in range(DEPTH):
            x[inside] += self._maxout(f"form.{i}", _with_neighbours(x))[inside]
        rows = log_likelihood(linear(self.weights, "form.label", x))
        return [rows[start : stop - 1] for start, stop in pairwise(bounds.tolist())]

    def _words(self, forms: Sequence[Form]) -> Floats:
        """What is known of words by themselves; each word is looked at once, however often it stands there."""
        kinds, places = np.unique(np.asarray(forms, dtype="int64").reshape(len(forms), len(TABLES)), axis=0, return_inverse=True)
        parts = {table: np.float32(0) for table in ROWS}
        for table, rows in zip(TABLES, kinds.T, strict=True):
            parts[table] = parts[table] + self.weights[f"form.{table}"][rows]
        found: Floats = self._maxout("form.own", np.concatenate(list(parts.values()), axis=1))[places.reshape(-1)]
        return found

    def _maxout(self, name: str, x: Floats) -> Floats:
        return normed(self.weights, f"{name}.norm", linear(self.weights, name, x).reshape(len(x), CHOICES, WIDTH).max(1), EPSILON)


def blend(own: Floats, other: Floats) -> Floats:
    """Two opinions on labels, scores of the encoder and log-probabilities of this network, as one."""
    mixed: Floats = (1 - SHARE) * log_likelihood(own) + SHARE * other
    mixed[:, 0] += CAUTION
    return mixed


def _with_neighbours(x: Floats) -> Floats:
    """Each row between the rows before and behind it."""
    wide = np.zeros((len(x), 3 * WIDTH), "float32")
    wide[1:, :WIDTH], wide[:, WIDTH : 2 * WIDTH], wide[:-1, 2 * WIDTH :] = x[:-1], x, x[1:]
    return wide
