"""What only a film or a novel tells: "in the film, two thieves steal a train", "a play about a king who loses his throne".

Told in the present tense, as plots are; what is said or played in a work is said and played in the world.
"""

from dateline.find.grammar import auxiliaries, case, lemma
from dateline.find.lexicon import words
from dateline.tree import Tree

_PLOT = ("acl:relcl", "conj", "nmod", "appos")


def is_told_by_a_work(tree: Tree, i: int) -> bool:
    """Whether a verb in the present tense stands in the plot of a work of fiction."""
    if tree.tokens[i].xpos not in ("VBZ", "VBP") or auxiliaries(tree, i) or tree.sentence(i).block == "headline":
        return False
    if lemma(tree, i) in words("speaking") | words("acted"):
        return False
    return any(_is_scene(tree, c) for c in tree.children(i, "obl")) or _is_of_plot(tree, i) or _is_within(tree, i)


def _is_work(tree: Tree, i: int) -> bool:
    parts = any(case(tree, c) == "of" for c in tree.children(i, "nmod"))  # "in the drama of the night"
    return tree.tokens[i].xpos == "NN" and lemma(tree, i) in words("fiction") and not parts


def _is_scene(tree: Tree, i: int) -> bool:
    """Whether a phrase says that all is told in one work: "in the film", "in her new novel"."""
    return case(tree, i) == "in" and _is_work(tree, i) and bool(tree.children(i, "det", "nmod:poss"))


def _is_of_plot(tree: Tree, i: int) -> bool:
    """Whether a relative clause tells of those whom a work is about: "a film about two sisters | who fight |"."""
    if not tree.is_(i, "acl:relcl", "conj"):
        return False
    node = i
    while tree.head(node) is not None and tree.is_(node, *_PLOT):
        if tree.is_(node, "nmod"):
            return case(tree, node) == "about" and _is_work(tree, tree.tokens[node].head)
        node = tree.tokens[node].head
    about = case(tree, node) == "about" and tree.child(node, "cop") is not None  # "the play is about a king who …"
    return node != i and about and any(_is_work(tree, c) for c in tree.children(node, "nsubj"))


def _is_within(tree: Tree, i: int) -> bool:
    """Whether a clause is told in the work before it: "the film, | in which a woman kidnaps a banker |"."""
    inside = any(case(tree, c) == "in" and lemma(tree, c) == "which" for c in tree.children(i, "obl"))
    return tree.is_(i, "acl:relcl") and inside and _is_work(tree, tree.tokens[i].head)
