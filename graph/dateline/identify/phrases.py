"""Noun phrases: which words name somebody, and which words tell more of him.

A phrase reaches from its head's first to its last modifier, without relative clauses, appositions set off by a comma, and the
other members of a coordination. The edges of all phrases are found in one pass from the leaves up.
"""

from dateline.identify.lexicon import nouns, words
from dateline.tree import Tree, matches, stretch

_TIGHT = ("det", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc")
_BEFORE = ("obl", "advmod", "compound", "obj")
_SHARED = ("conj", "cc", "case", "mark")
EACH = ("every", "each", "any", "no", "neither", "either")  # with a noun: nobody in particular, whom "the" could take up
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X")


def set_off(tree: Tree, c: int) -> bool:
    """Whether a dependent stands apart from what comes before it by a comma, a dash or a bracket."""
    first = min([c, *(k for k in tree.children(c) if k < c)])
    if tree.tokens[first].upos == "PUNCT":
        return True
    return first > tree.sentence(c).first and tree.tokens[first - 1].upos == "PUNCT"


class Phrases:
    """The first and last token of the phrase around each token."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        count = len(tree.tokens)
        self._own = [(i, i) for i in range(count)]
        self._full = [(i, i) for i in range(count)]
        order = [i for i, t in enumerate(tree.tokens) if t.head == i]
        for i in order:  # grows while it is walked: breadth first from the roots
            order.extend(tree.children(i))
        for i in reversed(order):
            if not tree.children(i):
                continue
            inside = [c for c in tree.children(i) if self._belongs(c)]
            self._own[i] = self._trimmed(i, stretch(self._full, i, inside))
            self._full[i] = stretch(self._full, i, sorted({*inside, *tree.children(i, *_SHARED)}))

    def edges(self, head: int) -> tuple[int, int]:
        """The first and last token of the phrase around a head."""
        return self._own[head]

    def _trimmed(self, head: int, edges: tuple[int, int]) -> tuple[int, int]:
        """The stretch without punctuation and genitive marks at its ends."""
        first, last = edges
        tokens = self._tree.tokens
        while first < head and tokens[first].upos == "PUNCT":
            first += 1
        while last > head and (tokens[last].upos == "PUNCT" or (tokens[last].head == head and tokens[last].deprel == "case")):
            last -= 1
        return first, last

    def _belongs(self, c: int) -> bool:
        """Whether a dependent is part of the phrase that names its governor."""
        tree, token = self._tree, self._tree.tokens[c]
        above = tree.tokens[token.head]
        if c < token.head and above.upos in ("VERB", "ADJ") and above.deprel == "amod" and tree.is_(c, *_BEFORE):
            return True  # "London-based", "six-year-old"
        if token.deprel == "punct":
            lists = (
                token.text == "," and c < token.head and listed(tree, token.head) != token.head
            )  # "Kenyan, Ugandan and Congolese"
            return lists or token.text not in "()[]–—:;,"
        if matches(token.deprel, _TIGHT) and (token.upos != "VERB" or token.deprel == "amod"):
            return not (token.deprel == "nmod:desc" and c > token.head and set_off(tree, c))
        if token.deprel == "case":
            return c > token.head
        if token.deprel == "advmod":
            return c < token.head and tree.tokens[token.head].upos in ("NUM", "DET")
        if token.deprel == "appos":
            return c > token.head and not set_off(tree, c)
        if token.deprel == "nmod":
            introduced = preposition(tree, c)
            return introduced == "of" or (introduced in ("for", "at", "in", "on", "to") and not self._is_somebody(token.head))
        return False

    def _is_somebody(self, i: int) -> bool:
        """Whether a head names a person or bears a name: where he was is no part of his phrase."""
        noun = nouns().get(lemma(self._tree, i))
        return self._tree.tokens[i].upos == "PROPN" or (noun is not None and noun.type in ("person", "group"))


def listed(tree: Tree, i: int) -> int:
    """The first of the words before a noun that "and" joins, where a word is one of these: "Kenyan" for the "Ugandan" of "Kenyan
    and Ugandan troops"; else the word itself."""
    first = tree.head(i) if tree.is_(i, "conj") else None
    return first if first is not None and tree.tokens[first].head > i else i


def preposition(tree: Tree, i: int) -> str:
    """The preposition that introduces a noun, in small letters; empty where there is none."""
    case = next((c for c in tree.children(i, "case") if c < i), None)
    return "" if case is None else tree.tokens[case].text.lower()


def determiner(tree: Tree, i: int) -> str:
    """The article or determiner of a noun, in small letters; empty where there is none."""
    det = next((c for c in tree.children(i, "det") if c < i), None)
    return "" if det is None else tree.tokens[det].text.lower()


def number(tree: Tree, i: int) -> str:
    """The numbers that count a noun, in letters or figures; empty where there are none."""
    return " ".join(tree.tokens[c].lemma.lower() for c in tree.children(i, "nummod"))


def is_definite(tree: Tree, i: int) -> bool:
    """Whether a noun is said to be known: by "the", "this", "both", or an owner."""
    if determiner(tree, i) in ("the", "this", "that", "these", "those", "both"):
        return True
    return any(c < i for c in tree.children(i, "nmod:poss"))


def lemma(tree: Tree, i: int) -> str:
    """A token's lemma in small letters; of a noun that a capital made a proper noun of, its singular ("Rebels attacked")."""
    token = tree.tokens[i]
    lower = token.lemma.lower()
    if token.upos == "PROPN" and lower.endswith("s") and lower not in nouns():
        return lower[:-1] if lower[:-1] in nouns() else lower
    return lower


def is_plural(tree: Tree, i: int) -> bool:
    """Whether a noun stands in the plural."""
    token = tree.tokens[i]
    return (
        token.feats.get("Number") in ("Plur", "Ptan")
        or token.xpos in ("NNS", "NNPS")
        or lemma(tree, i) in words("vague") & {"many"}
    )
