"""What kinds of events a word may tell where it stands, as its vector in its context suggests.

The network's vectors put words of like meaning near each other, and the same word elsewhere where it means something else:
"dropped the charges" is not near "shares dropped". One matrix on these vectors, fitted on what the lexicons say of words of few
meanings, gives each word a likelihood for each type of event. It chooses nothing: it tells how well a type that was chosen fits.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

from dateline.annotate.network import Floats, Network

FILE = Path(__file__).with_name("kinds.npz")
LEAST = 0.01  # likelihoods below are not kept
SPEAKING = frozenset(("VERB", "NOUN", "ADJ", "AUX", "PROPN"))


@dataclass(frozen=True, slots=True)
class Kinds:
    """Types of events and the matrix that tells them."""

    names: tuple[str, ...]
    weights: Floats  # (width of a vector, types)
    bias: Floats
    network: int  # the mark of the network whose vectors it was fitted on

    def likelihoods(self, vectors: Floats) -> Floats:
        """The likelihood of each type (words, types) for some words' vectors."""
        scores = vectors @ self.weights + self.bias
        each = np.exp(scores - scores.max(1, keepdims=True))
        found: Floats = each / each.sum(1, keepdims=True)
        return found

    def told(self, vectors: Floats) -> list[dict[str, float]]:
        """The types that are likely at all, of each of some words."""
        rows = self.likelihoods(vectors)
        found: list[dict[str, float]] = [{} for _ in rows]
        words, types = np.nonzero(rows >= LEAST)
        likely = rows[words, types].astype("float64").round(2)
        for word, kind, value in zip(words.tolist(), types.tolist(), likely.tolist(), strict=True):
            found[word][self.names[kind]] = value
        return found


def mark(network: Network) -> int:
    """What tells one network's vectors from another's."""
    return crc32(network.weights["0.attention.w"].tobytes())


@cache
def _shipped() -> Kinds | None:
    if not FILE.is_file():
        return None
    with np.load(FILE) as kept:
        names = tuple(kept["names"].tolist())
        return Kinds(names, kept["weights"].astype("float32"), kept["bias"].astype("float32"), int(kept["network"].item()))


def fitting(network: Network) -> Kinds | None:
    """The kinds that were fitted on a network's vectors; None for a network that was trained anew."""
    kinds = _shipped()
    return kinds if kinds is not None and kinds.network == mark(network) else None
