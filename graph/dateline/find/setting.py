"""What an article is about, as far as it tells one sense of a word from another: a fight with weapons or a dispute about work,
who runs for an office, a case in court, space flight, sport, fires in the wild, what people say when they are asked."""

from collections import Counter
from collections.abc import Iterable

from dateline.find.grammar import lemma, part, passive
from dateline.find.lexicon import plain_type, words
from dateline.find.outcomes import HARM
from dateline.tree import Tree

_MATTERS = ("armed", "electoral", "labour", "legal", "space", "sport", "survey", "wild")


class Setting:
    """The matters of a document, counted by their words once for the whole and for each sentence that is asked about."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._article: Counter[str] | None = None

    def armed(self, i: int) -> bool:
        """Whether a word stands where weapons are spoken of: its sentence decides, and where that leaves it open the article."""
        return self._lead(i, "armed", "labour") > 0

    def labour(self, i: int) -> bool:
        """Whether a word stands where work and its pay are spoken of."""
        return self._lead(i, "armed", "labour") < 0

    def speaks_of(self, i: int, matter: str) -> bool:
        """Whether the sentence speaks of a matter elsewhere than by the word itself, or the article does so again and again."""
        own = lemma(self._tree, i) in words(matter)
        return self._here(i)[matter] > 0 or self._whole()[matter] - own > 1

    def _lead(self, i: int, matter: str, other: str) -> int:
        """By how many words more the sentence speaks of one matter than of the other; where they are as many, the article."""
        here = self._here(i)
        return (here[matter] - here[other]) or (self._whole()[matter] - self._whole()[other])

    def _here(self, i: int) -> Counter[str]:
        sentence = self._tree.sentence(i)
        return self._matters(k for k in range(sentence.first, sentence.stop) if k != i)

    def _whole(self) -> Counter[str]:
        if self._article is None:
            self._article = self._matters(range(len(self._tree.tokens)))
        return self._article

    def _matters(self, places: Iterable[int]) -> Counter[str]:
        found = (lemma(self._tree, k) for k in places)
        return Counter(matter for word in found for matter in _MATTERS if word in words(matter))


def harms(tree: Tree, i: int) -> bool:
    """Whether a noun is for what kills, hurts or destroys: "the | strike | killed ten", "killed in the | strike |"."""
    head = tree.tokens[i].head
    does = tree.is_(i, "nsubj") and not passive(tree, head)
    undergone = tree.is_(i, "obl") and passive(tree, head)
    return part(tree, head) == "VERB" and (does or undergone) and plain_type(lemma(tree, head), "VERB") in HARM
