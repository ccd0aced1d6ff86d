"""What only firms do, or is only theirs, by the tree: "Holm recalled 300 cars", "Holm shares fell", "Holm was acquired"."""

from itertools import pairwise

from dateline.identify.lexicon import words
from dateline.identify.phrases import is_plural, lemma, preposition
from dateline.tree import Tree


def acts_as_firm(tree: Tree, i: int) -> bool:
    """Whether a name's head does what firms do, undergoes what they undergo, or goes before what they have."""
    first = tree.head(i) if tree.is_(i, "conj") else i
    return first is not None and (_does(tree, first) or _undergoes(tree, first) or _has(tree, first))


def _does(tree: Tree, i: int) -> bool:
    """Whether it lays off, recalls goods, acquires, opens plants."""
    verb = tree.head(i)
    if verb is None or not tree.is_(i, "nsubj"):
        return False
    done = {f"{lemma(tree, verb)}_{lemma(tree, c)}" for c in tree.children(verb, "obj", "compound:prt")}
    return lemma(tree, verb) in words("firm_deed") or not done.isdisjoint(words("firm_deed"))


def _undergoes(tree: Tree, i: int) -> bool:
    """Whether it is acquired, merges with another, or owns another."""
    verb = tree.head(i)
    if verb is None:
        return False
    part = "by" if tree.is_(i, "obl:agent") else preposition(tree, i) if tree.is_(i, "obl") else "obj"
    undergone = tree.is_(i, "obj", "nsubj:pass", "obl")
    return undergone and f"{lemma(tree, verb)}_{part}" in words("firm_fate")


def _has(tree: Tree, i: int) -> bool:
    """Whether it stands before its shares, its profit or its chief: "Holm shares", "Holm's profit", "Holm chief executive"."""
    above = tree.head(i)
    if above is None or above < i or not tree.is_(i, "compound", "nmod:poss"):
        return False
    owned = lemma(tree, above)
    return owned in words("firm_owned") and (owned not in words("firm_owned_many") or is_plural(tree, above))


def is_headed(tree: Tree, i: int) -> bool:
    """Whether a name's head is told to have a chief as firms have: "Holm's chairman", "the chief executive of Holm"."""
    above = tree.head(i)
    if above is None or not (tree.is_(i, "nmod:poss") or (tree.is_(i, "nmod") and preposition(tree, i) == "of")):
        return False
    told = [c for c in tree.children(above, "compound", "amod") if c < above]
    chief = [lemma(tree, above), *(f"{lemma(tree, c)}_{lemma(tree, above)}" for c in told[-1:])]
    chief += [f"{lemma(tree, a)}_{lemma(tree, b)}" for a, b in pairwise(told)]
    two = any("_" in word and word in words("firm_head") for word in chief)
    return not words("firm_head").isdisjoint(chief) and (two or not told)
