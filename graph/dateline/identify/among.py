"""Whom a plural means together, by what is thought of the text as a whole: "both men", "the two sides", "they"."""

from collections.abc import Mapping, Sequence

from dateline.identify.clusters import Clusters
from dateline.tree import Tree

# the likelihood from which on somebody is taken to be one of those whom a plural means
LEAST = {"counted": 0.4, "pronoun": 0.5}
UNSURE = 0.6  # the same of a plural that does not say how many it means, and of "we"
LEAD = 0.15  # how much likelier all of them must be than anybody else
UNLIKELY = 0.1  # below it nobody is among those whom rules say


def likely(clusters: Clusters, heads: Mapping[int, int], i: int) -> dict[int, tuple[float, int]]:
    """{cluster: how likely its bearer is one of several whom a word means, and the mention that tells so most}.

    `heads` tells of words which mention they head.
    """
    told = clusters.likely(heads, clusters.chains.among(i)) if clusters.chains else {}
    return {root: (most, k) for root, (_, most, k) in told.items()}


def members(tree: Tree, clusters: Clusters, heads: Mapping[int, int], i: int, least: float, many: int = 2) -> tuple[int, ...]:
    """A mention of each of so many whom a word means together, in order of the text; none where that is not likely enough."""
    own = clusters.root(heads[i]) if i in heads else None
    told = sorted((best for root, best in likely(clusters, heads, i).items() if root != own), reverse=True)
    found, (next_, _) = told[:many], (*told[many:], (0.0, -1))[0]
    is_likely = len(found) == many and found[-1][0] >= max(least, next_ + LEAD)
    two = tuple(sorted(k for _, k in found)) if is_likely else ()
    return () if _leave_out(tree, clusters, heads, two) else two


def _leave_out(tree: Tree, clusters: Clusters, heads: Mapping[int, int], some: Sequence[int]) -> bool:
    """Whether some are part of a list only: nobody calls two of "Silva, Okoro and Holm" the two."""
    roots = {clusters.root(k) for k in some}
    for i in (clusters.mentions[k].head for k in some):
        first = tree.tokens[i].head if tree.is_(i, "conj") else i
        listed = {clusters.root(heads[k]) for k in (first, *tree.children(first, "conj")) if k in heads}
        if len(listed & roots) > 1 and listed - roots:
            return True
    return False


def may_be(clusters: Clusters, heads: Mapping[int, int], i: int, some: Sequence[int]) -> bool:
    """Whether none of some who are spoken of before a word is all but sure not to be among those whom it means.

    So where no network has read the text.
    """
    if clusters.chains is None or i not in clusters.chains:
        return True
    told = likely(clusters, heads, i)
    before = (k for k in some if any(m.head < i for m in clusters.of(k)))
    return all(told.get(clusters.root(k), (0.0, k))[0] >= UNLIKELY for k in before)
