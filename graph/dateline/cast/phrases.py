"""Noun phrases: which words name a participant.

A participant is named by a noun with its modifiers ("the Head of the Political Bureau"), but not by what is merely said of it in
passing: relative clauses, appositions set off by a comma or a bracket, and the other members of a coordination stay outside.
The edges of all phrases of a document are found in one pass from the leaves up, so that nesting costs nothing.
"""

from dateline.cast.words import words
from dateline.model import Document
from dateline.tree import Tree, matches, stretch

_TIGHT = ("det", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc")
_TITLES = ("nmod:desc", "compound", "nummod", "amod")
_SHARED = ("conj", "cc")
_BEFORE_OF = frozenset(("ahead", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"))
_SECOND = {"along": ("with",), "together": ("with",)}  # the second half of a preposition, where it is not "of" or "to"
_FUNCTION = ("case", "mark")


def _bottom_up(tree: Tree) -> list[int]:
    """All tokens, every one after its dependents."""
    order = [i for i, t in enumerate(tree.tokens) if t.head == i]
    for i in order:  # grows while it is walked: breadth first from the roots
        order.extend(tree.children(i))
    return order[::-1]


def preposition(tree: Tree, i: int) -> str:
    """The preposition that introduces a noun, all of it ("because of"), in lower case; empty where there is none."""
    node: int | None = i
    while node is not None:
        for case in tree.children(node, "case"):
            if case < node:
                second = _SECOND.get(tree.tokens[case].text.lower(), ("of", "to"))
                beside = [c for c in tree.children(node, "case") if c == case + 1 and tree.tokens[c].text.lower() in second]
                words = [case, *tree.children(case, "fixed"), *beside]  # "ahead of", however the parse has it
                told = " ".join(tree.tokens[w].text.lower() for w in words)
                before = tree.tokens[case - 1].text.lower() if case else ""
                return f"{before} of" if told == "of" and before in _BEFORE_OF else told  # "ahead of", "west of"
        title = tree.child(node, *_TITLES)  # of "with | President Karzai" the title holds the preposition
        node = title if title is not None and title < node else None
    return ""


class Phrases:
    """The first and last token of the noun phrase around each token of a document."""

    def __init__(self, document: Document, tree: Tree, *, times: frozenset[int], persons: frozenset[int]) -> None:
        self._tree = tree
        self._times = times
        self._persons = persons
        count = len(tree.tokens)
        self._own = [(i, i) for i in range(count)]  # without preposition and coordinated members
        self._full = [(i, i) for i in range(count)]  # with them: the phrase as a modifier of another
        for i in _bottom_up(tree):
            children = tree.children(i)
            self._own[i] = self._trimmed(i, stretch(self._full, i, [c for c in children if self._belongs(c)]))
            self._full[i] = stretch(self._full, i, [c for c in children if self._belongs(c) or tree.is_(c, *_SHARED, *_FUNCTION)])

    def edges(self, head: int) -> tuple[int, int]:
        """The first and last token of the phrase around a head word."""
        return self._own[head]

    def offsets(self, head: int) -> tuple[int, int]:
        """The same as offsets in the text, end exclusive."""
        first, last = self._own[head]
        return self._tree.tokens[first].start, self._tree.tokens[last].end

    def _trimmed(self, head: int, edges: tuple[int, int]) -> tuple[int, int]:
        """The stretch without punctuation and genitive marks at its ends."""
        first, last = edges
        tokens = self._tree.tokens
        while first < head and (tokens[first].upos == "PUNCT" or self._introduces(first)):
            first += 1
        while last > head and (tokens[last].upos == "PUNCT" or (tokens[last].head == head and tokens[last].deprel == "case")):
            last -= 1
        return first, last

    def _introduces(self, i: int) -> bool:
        """Whether a token is a preposition or conjunction before a phrase, other than in "at least"."""
        token = self._tree.tokens[i]
        return token.deprel in ("case", "cc", "mark") and self._tree.tokens[i + 1].text.lower() not in ("least", "most")

    def _belongs(self, c: int) -> bool:
        """Whether a dependent is part of the phrase that names its governor."""
        tree = self._tree
        token = tree.tokens[c]
        deprel = token.deprel
        if deprel == "punct":
            return token.text not in "()[]–—:;"
        if deprel == "amod" and c > token.head and tree.child(c, "xcomp", "ccomp", "advcl") is not None:
            return False  # "farmers | unable to work |"
        if matches(deprel, _TIGHT):
            return True
        if deprel == "obl" and tree.is_(token.head, "amod") and tree.tokens[token.head].head < token.head < c:
            return tree.tokens[token.head].upos == "ADJ"  # "forces loyal | to the general |"
        if deprel == "conj" and token.upos == tree.tokens[token.head].upos == "DET":
            return True  # "some | or all | of the shares"
        if deprel == "case":
            return c > token.head
        if deprel in ("obl:unmarked", "obl:npmod"):
            # "a | six-year | old boy", "the | Boston |-based bank"
            return c < token.head and (tree.tokens[token.head].upos == "ADJ" or self._describes(token.head))
        if deprel == "advmod":
            within = tree.tokens[token.head].upos in ("NUM", "DET", "ADJ", "ADV") or self._describes(token.head)
            return c < token.head and within  # "more than 20", "the | earlier-announced | goal"
        if deprel == "appos" and c in self._times:
            return False  # "issued a statement | Monday |"
        if deprel == "appos" and tree.is_(token.head, "compound") and tree.tokens[token.head].head > c:
            return True  # "the Sunnyvale, | Calif., | company"
        if deprel == "appos":
            if c in self._times:
                return False  # "issued a statement | Monday |"
            first = self._full[c][0]
            return c > token.head and tree.tokens[first].upos != "PUNCT" and tree.tokens[first - 1].upos != "PUNCT"
        among = c < token.head and preposition(tree, c) == "among"  # "among them | Ann Lee |"
        return deprel == "nmod" and not among and self._names_its_host(c)

    def _describes(self, i: int) -> bool:
        """Whether a word describes the noun behind it."""
        return self._tree.is_(i, "amod") and i < self._tree.tokens[i].head

    def _names_its_host(self, c: int) -> bool:
        """Whether a prepositional phrase says which one is meant, rather than when, where or with whom something happened."""
        host = self._tree.tokens[c].head
        introduced = preposition(self._tree, c)
        if c in self._times or introduced in words("loose_prepositions"):
            return False
        return not (host in self._persons and introduced in words("place_prepositions"))
