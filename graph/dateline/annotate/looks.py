"""How words look when it is asked whom they mean: a few small numbers each, for identifying.

The upper layers of the network read a window of a paragraph and were learned for trees, names and events. Beside them stand as
many others that were learned for who is who (`dateline.training.antecedents`): they begin with what the lowest of the layers
that are heard makes of the pieces, and read a whole text, so that "the minister" knows who was spoken of in the paragraphs
before. What is kept is a projection of what they make of a word's first piece, for `identify.chains`, and one of what the network
itself makes of it, by which two words are compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.network import Ints, Layers
from dateline.layers import Floats, Weights
from dateline.model import CHAINED, LOOK_STEPS

READ = 768  # pieces that are read together
FURTHER = READ // 2  # by how many the next stretch of a longer text begins further on
BEHIND = 64  # pieces at the end of a stretch, but for the last, whose words are looked up in the next


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of a text that are read together, and those of them whose words are looked up in it."""

    start: int
    stop: int
    first: int
    last: int


def stretches(pieces: int) -> list[Stretch]:
    """Those of a text of so many pieces; each piece is one of the own ones of one of them."""
    found: list[Stretch] = []
    start = first = 0
    while not found or found[-1].stop < pieces:
        stop = min(pieces, start + READ)
        last = stop if stop == pieces else stop - BEHIND
        found.append(Stretch(start, stop, first, last))
        start, first = start + FURTHER, last
    return found


class Looks:
    """The layers, by the names of their weights, and projections (deep, numbers) of what they and the network make of words."""

    def __init__(self, matrix: Floats, weights: Weights, layers: Sequence[str]) -> None:
        self.matrix, self.weights = matrix, weights
        self.layers = Layers(weights, layers, READ)

    def __call__(self, pieces: Floats, firsts: Ints, words: Floats) -> list[bytes]:
        """The looks of some words of a text: its pieces (pieces, width), with which of them the words begin, and the words'
        vectors (words, deep) by the network."""
        chained, alike = self.matrix[:, :CHAINED], self.matrix[:, CHAINED:]
        looks = np.concatenate([numbers(self.vectors(pieces, firsts), chained), numbers(words, alike)], axis=1)
        return [row.tobytes() for row in looks]

    def vectors(self, pieces: Floats, firsts: Ints) -> Floats:
        """What the layers make of words (words, deep), the uppermost first, and what they began with."""
        found = np.empty((len(firsts), len(self.matrix)), "float32")
        for stretch in stretches(len(pieces)):
            own = (firsts >= stretch.first) & (firsts < stretch.last)
            at = firsts[own] - stretch.start
            span = (0, stretch.stop - stretch.start)
            heard = self.layers.heard(pieces[stretch.start : stretch.stop], [span], len(self.layers.names) + 1)
            found[own] = np.concatenate([layer[at] for layer in heard], axis=1)
        return found


def numbers(vectors: Floats, matrix: Floats) -> NDArray[np.int8]:
    """A projection as rows of whole numbers of one byte: machines differ in the digits beyond."""
    found: NDArray[np.int8] = np.clip(np.rint(vectors @ matrix * np.float32(LOOK_STEPS)), -127, 127).astype("int8")
    return found
