"""Ranks: who holds another office of the same sort than somebody else, and so is another: "the deputy finance minister", "the
foreign minister" and "the vice president" are neither the finance minister nor the president."""

from collections.abc import Iterable

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.tree import Tree

Rank = tuple[str, bool]  # an office, and whether somebody only stands in for its holder


def is_of_other_rank(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether a description is of another office of the same sort than somebody's: "the minister" alone may be any."""
    own = _ranks(tree, clusters.mentions[i])
    others = {rank for o in clusters.of(k) for rank in _ranks(tree, o)}
    sorts = {office.split()[-1] for office, _ in own}
    alike = [rank for rank in others if rank[0].split()[-1] in sorts]
    return bool(alike) and not any(_may_be_one(a, b) for a in own for b in alike)


def is_of_other_turn(m: Found, other: Found) -> bool:
    """Whether two of a sort are told apart by an ordinal each: "the first suspect", "the second suspect"."""
    one, another = m.modifiers & words("turn"), other.modifiers & words("turn")
    return m.noun == other.noun and bool(one and another) and one.isdisjoint(another)


def _may_be_one(own: Rank, other: Rank) -> bool:
    """Whether an office may be another in other words."""
    if own == ("minister", False) and other[0] != "prime minister":
        return True  # "the minister" is said of his deputies as well
    (office, deputy), (another, its_deputy) = own, other
    return deputy == its_deputy and (office == another or " " not in office or " " not in another)


def _ranks(tree: Tree, m: Found) -> Iterable[Rank]:
    """The offices that a mention tells, those apart that many hold at once."""
    if not m.offices or m.plural:
        return []
    unit = range(m.unit.first, m.unit.stop) if m.unit else range(0)
    before = {tree.tokens[w].text.lower() for w in range(m.first, m.head) if w not in unit}
    apart = {office for office in m.offices if office.split()[0] in words("beneath")}
    beneath = not apart and not before.isdisjoint(words("beneath"))
    return [
        (office.partition(" ")[2] if office in apart else office, office in apart or beneath)
        for office in m.offices
        if office.replace(" ", "_") not in words("calling_of_many")
    ]
