"""Storms that have names: what they kill and wreck is nobody's attack, though their names are those of people."""

from dateline.find.lexicon import noun_class, words
from dateline.tree import Tree


def storms(tree: Tree) -> frozenset[int]:
    """The words of storms' names, each with its noun ("| Typhoon Nadra |") and elsewhere alone ("| Nadra |")."""
    tokens = tree.tokens
    led = [i for i in range(1, len(tokens)) if _is_led(tree, i)]
    known = {tokens[i].text for i in led}
    # "Nadra Bell said", of somebody who only has the storm's name, is not the storm
    alone = (i for i, token in enumerate(tokens) if token.text in known and not _has_neighbour(tree, i))
    return frozenset((*led, *(i - 1 for i in led), *alone))


def _is_led(tree: Tree, i: int) -> bool:
    """Whether a word is the name that a noun for storms gives, and no word for people or things ("Hurricane Center")."""
    text = tree.tokens[i].text
    follows = tree.tokens[i - 1].text.lower() in words("tempest")
    return follows and text.istitle() and text.isalpha() and noun_class(text.lower()) is None


def _has_neighbour(tree: Tree, i: int) -> bool:
    """Whether another name stands right beside a word."""
    beside = (k for k in (i - 1, i + 1) if 0 <= k < len(tree.tokens))
    return any(tree.tokens[k].upos == "PROPN" for k in beside)
