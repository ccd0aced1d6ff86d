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
    named = lemma(tree, i) in words("vehicle") | words("driver") or _of_a_make(tree, i)
    return named and before.isdisjoint(words("armed"))


def _of_a_make(tree: Tree, i: int) -> bool:
    """Whether a vehicle goes by its make, which with an article is not the company: "struck by | a grey Toyota |"."""
    names = [i, *tree.children(i, "compound", "flat")]
    article = any(lemma(tree, c) in ("a", "an") for n in names for c in tree.children(n, "det"))
    named = all(tree.tokens[n].text[0].isupper() for n in names)  # "a Ford | spokesman |" is none
    return article and named and any(tree.tokens[n].text.lower() in words("make") for n in names)


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
