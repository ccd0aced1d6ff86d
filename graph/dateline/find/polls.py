"""Whether a "poll" is a vote or a survey, by what is said of it."""

from dateline.find.grammar import case, lemma
from dateline.find.lexicon import words
from dateline.tree import Tree


def balloting(tree: Tree, i: int) -> bool:
    """Whether the places where people vote are meant: "the | polls | close at eight"."""
    return tree.is_(i, "nsubj") and lemma(tree, tree.tokens[i].head) in words("balloting")


def polled(tree: Tree, i: int) -> bool:
    """Whether people have been asked: "the | polls | show her ahead", "he leads in the | polls |"."""
    head = lemma(tree, tree.tokens[i].head)
    tells = tree.is_(i, "nsubj") and head in words("surveying")
    return tells or (tree.tokens[i].xpos == "NNS" and case(tree, i) == "in" and head in words("polled"))
