"""Of what sort somebody without a name is by his noun: the driver is no clerk, and a girl is no woman."""

from functools import cache

from dateline.identify.clusters import Clusters
from dateline.identify.lexicon import alike, broader, nouns, person_nouns, words
from dateline.identify.phrases import lemma
from dateline.tree import Tree

_PEOPLE = ("person", "group")


def is_of_other_folk(tree: Tree, clusters: Clusters, noun: str, k: int) -> bool:
    """Whether a noun for people cannot be said of who has been called by nouns for others alone: whoever is named may be much."""
    if clusters.type(k) not in _PEOPLE or clusters.entry(k) is not None or not _tells_folk(noun):
        return False
    if any(clusters.names(k)):
        return noun in words("minor") and _is_grown(tree, clusters, k)
    own = {o.noun for o in clusters.of(k) if o.noun}
    return bool(own) and all(_tells_folk(other) and not _may_be_one(noun, other) for other in own)


def _is_grown(tree: Tree, clusters: Clusters, k: int) -> bool:
    """Whether somebody is called by what no child is, and nothing tells that he is one: "firefighter Rui Silva"."""
    spoken = list(clusters.of(k))
    said = {lemma(tree, w) for o in spoken for w in range(o.first, o.unit.first if o.unit else o.last + 1)}
    own = {noun for noun in said if _tells_folk(noun)} | {office for o in spoken for office in o.offices}
    return not any(o.young for o in spoken) and bool(own) and own.isdisjoint(words("child") | words("pupil") | words("minor"))


@cache
def _tells_folk(noun: str) -> bool:
    """Whether a noun means people, and not a number of them: "driver", not "pair"."""
    known = nouns().get(noun)
    return known.type == "person" if known is not None else noun in person_nouns()


@cache
def _may_be_one(one: str, other: str) -> bool:
    """Whether two nouns may be said of the same people: one is a kind of the other or of anybody, or both are listed as alike."""
    if one == other or any({one, other} <= set(row.split("=")) for row in words("same_folk")):
        return True
    if any(a in words("minor") and b in words("grown") for a, b in ((one, other), (other, one))):
        return False
    if not {one, other}.isdisjoint(words("whoever")):
        return True
    if other in broader().get(one, {}) or one in broader().get(other, {}):
        return True
    return not alike().get(one, frozenset()).isdisjoint(alike().get(other, frozenset()))
