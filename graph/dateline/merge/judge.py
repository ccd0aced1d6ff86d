"""How likely two tellings are one event: a small network over what speaks for and against, fitted on the training part of ECB+.

The weights lie in `judge.json`, made by `dateline.merge.training.fit`. `doubts` take from what it says, and what is sure
(`rules`) outweighs it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from dateline.merge.candidates import Pair
from dateline.merge.doubts import doubts
from dateline.merge.features import NAMES, features, page_likeness
from dateline.merge.rules import certain, impossible
from dateline.merge.telling import Key
from dateline.perceptron import DIGITS, Perceptron, load

WEIGHTS = Path(__file__).with_name("judge.json")
BATCH = 20_000
LEAST = 0.02  # likelihoods below are left out: they join nothing
AGREED = 0.9  # the likelihood of pairs whose type, day and cast agree: ECB+ has few dates to learn that from
SCALE = 10**DIGITS


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def judged(pairs: Iterable[Pair]) -> Iterator[tuple[Key, Key, float]]:
    """The pairs that may be one event, with how likely they are; -1 for those that cannot be."""
    pairs = iter(pairs)
    while batch := list(islice(pairs, BATCH)):
        apart = [impossible(a, b) for a, b in batch]
        yield from ((a.key, b.key, -1.0) for (a, b), no in zip(batch, apart, strict=True) if no)
        yield from _weighed([pair for pair, no in zip(batch, apart, strict=True) if not no])


def _weighed(batch: list[Pair]) -> Iterator[tuple[Key, Key, float]]:
    """How likely pairs that may be one event are; those that are not likely at all are left out."""
    if not batch:
        return
    rows = np.array(list(rows_of(batch)), dtype=np.float64)
    for (a, b), value in zip(batch, (_judge().likelihood(rows) * doubts(rows)).round(DIGITS).tolist(), strict=True):
        if certain(a, b):
            yield a.key, b.key, max(value, AGREED)
        elif value >= LEAST:
            yield a.key, b.key, value


def rows_of(batch: list[Pair]) -> Iterator[list[float]]:
    """The features of each pair; pairs of the same two articles follow each other."""
    last: tuple[str, str] | None = None
    alike = (0.0, 0.0)
    for a, b in batch:
        if (a.article, b.article) != last:
            last, alike = (a.article, b.article), page_likeness(a, b)
        yield features(a, b, alike)
