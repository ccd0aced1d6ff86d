"""Harm on roads and rails: who is hit or killed there by a vehicle, or by its driver, is attacked by nobody."""

from dateline.find.company import subjects
from dateline.find.grammar import case, lemma, passive
from dateline.find.lexicon import plain_type, words
from dateline.tree import Tree

_STRUCK = ("hit", "strike")


def driven(tree: Tree, i: int) -> bool:
    """Whether a vehicle or its driver does it: "| killed | by a motorist", "hit and | killed | a woman with his car"."""
    if _struck_with_vehicle(tree, i):
        return True
    if passive(tree, i):
        doers = [c for v in _coordinated(tree, i) for c in tree.children(v, "obl") if case(tree, c) == "by"]
    else:
        doers = subjects(tree, i)
    return any(_drives(tree, d) for d in doers) and not _armed(tree, i)


def _coordinated(tree: Tree, i: int) -> list[int]:
    """A verb with those coordinated with it."""
    return [i, *([tree.tokens[i].head] if tree.is_(i, "conj") else []), *tree.children(i, "conj")]


def _drives(tree: Tree, i: int) -> bool:
    """Whether a word means a vehicle or a driver, and no weapon: not "car bomb", not "suicide driver"."""
    before = {lemma(tree, c) for c in tree.children(i, "compound", "amod")}
    return lemma(tree, i) in words("vehicle") | words("driver") and before.isdisjoint(words("armed"))


def _armed(tree: Tree, i: int) -> bool:
    """Whether who drives does it with a weapon: "shot and | killed | the robber", "| killed | his wife with an axe"."""
    others = (lemma(tree, v) for v in _coordinated(tree, i)[1:])
    violent = any(word not in ("kill", *_STRUCK) and plain_type(word, "VERB") == "ASSAULT" for word in others)
    return violent or any(lemma(tree, c) not in words("vehicle") for c in tree.children(i, "obl") if case(tree, c) == "with")


def _struck_with_vehicle(tree: Tree, i: int) -> bool:
    """Whether somebody is hit with a vehicle by one who is no attacker; who only kills with it may mean to."""
    verbs = _coordinated(tree, i)
    means = (c for v in verbs for h in (v, *tree.children(v, "obj")) for c in tree.children(h, "obl", "nmod"))
    meant = any(lemma(tree, s) in words("attacker") for s in subjects(tree, i))
    hit = any(lemma(tree, v) in _STRUCK for v in verbs)
    return hit and not meant and any(lemma(tree, c) in words("vehicle") and case(tree, c) == "with" for c in means)
