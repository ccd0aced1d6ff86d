"""A text and who is who in it so far, as it is looked at for whom a description or a pronoun means."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.identify.text import Text
from dateline.model import ALIKE, CHAINED, LOOK_STEPS
from dateline.tree import Tree

DEPTH = 60  # governors
PARTS = ("subject", "object", "owner", "modifier", "oblique", "other")


class Scene:
    """Where mentions stand, what part they play in their clause, and how they look."""

    def __init__(self, text: Text, clusters: Clusters) -> None:
        self.text, self.tree, self.clusters = text, text.tree, clusters
        self._number = {s.first: n for n, s in enumerate(self.tree.sentences)}
        self._parts: dict[int, str] = {}
        self._looks: dict[int, list[float]] = {}
        self.body = next((n for n, s in enumerate(self.tree.sentences) if s.block == "paragraph"), 0)

    def sentence(self, i: int) -> int:
        """The number of a token's sentence."""
        return self._number[self.tree.sentence(i).first]

    def part(self, i: int) -> str:
        """The part that a word plays in its clause."""
        if i not in self._parts:
            self._parts[i] = part(self.tree, i)
        return self._parts[i]

    def speaks(self, i: int) -> bool:
        """Whether a word is the subject of a verb of saying."""
        above = self.tree.head(i)
        return above is not None and self.tree.is_(i, "nsubj") and self.tree.tokens[above].lemma.lower() in words("speech")

    @cached_property
    def seen(self) -> bool:
        """Whether a network has read the text."""
        return self.text.seen

    def look(self, i: int) -> list[float]:
        """How a word looks to the network, to be compared; empty where none has read the text."""
        if i not in self._looks:
            self._looks[i] = [x / LOOK_STEPS for x in memoryview(self.tree.tokens[i].look).cast("b")[CHAINED:]]
        return self._looks[i]

    def resemblance(self, a: int, b: int) -> list[float]:
        """How alike two words look, number by number: their product and how far they are apart; zeros where one has no look."""
        one, other = self.look(a), self.look(b)
        if not (one and other):
            return [0.0] * 2 * ALIKE
        pairs = list(zip(one, other, strict=True))
        return [x * y for x, y in pairs] + [abs(x - y) for x, y in pairs]

    def thought(self, i: int, members: Iterable[Found], latest: Found) -> Iterator[tuple[str, float]]:
        """What is thought of it that a word takes up somebody, of whom these are the mentions, by all that the text tells."""
        chains = self.clusters.chains
        return iter(()) if chains is None else chains.told(i, [m.head for m in members], latest.head)

    def looks(self, a: int, b: int) -> list[float]:
        """How each of two words looks by itself; zeros where one has no look."""
        one, other = self.look(a), self.look(b)
        return one + other if one and other else [0.0] * 2 * ALIKE


def part(tree: Tree, i: int) -> str:
    """The part a word plays in its clause, that of the first member for coordinated ones."""
    for up in islice(tree.ancestors(i), DEPTH):
        if not tree.is_(i, "conj"):
            break
        i = up
    if tree.is_(i, "nsubj"):
        return "subject"
    if tree.is_(i, "obj", "iobj"):
        return "object"
    if tree.is_(i, "nmod:poss"):
        return "owner"
    if tree.is_(i, "nmod", "compound", "amod", "appos", "flat"):
        return "modifier"
    return "oblique" if tree.is_(i, "obl") else "other"
