"""Titles of works between quotation marks, whose words tell of nothing: the "Arrest" of the film "The Arrest" is none."""

from collections.abc import Iterator

from dateline.find.lexicon import words
from dateline.tree import Tree

_LONGEST = 7  # words
_FINITE = ("VBD", "VBP", "VBZ")


def titled(tree: Tree) -> frozenset[int]:
    """The words of all titles: a few words between quotation marks that all have capitals, not in a heading."""
    return frozenset(i for inside in _quoted(tree) if _is_title(tree, inside) for i in inside)


def _quoted(tree: Tree) -> Iterator[range]:
    """The words between each pair of quotation marks, without the comma or stop before the last."""
    opened = None
    for i, token in enumerate(tree.tokens):
        if token.xpos == "``":
            opened = i
        elif token.xpos == "''" and opened is not None:
            yield range(opened + 1, i - (tree.tokens[i - 1].text in (",", ".")))
            opened = None


def _is_title(tree: Tree, inside: range) -> bool:
    """Whether quoted words are a title, rather than speech or a slogan, which has a verb."""
    tokens = [tree.tokens[i] for i in inside]
    if not 2 <= len(tokens) <= _LONGEST or tree.sentence(inside[0]).block != "paragraph":
        return False
    if not (tokens[0].text[:1].isupper() and tokens[-1].text[:1].isupper()):
        return False
    if any(token.upos == "AUX" or token.xpos in _FINITE for token in tokens):
        return False
    return all(token.text[:1].isupper() or token.text.lower() in words("titular") for token in tokens)
