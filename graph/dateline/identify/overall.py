"""Whom a mention takes up by what is thought of the text as a whole, where neither rules nor judges have found anybody.

Judges weigh those only whom the rules let come into question; the transformer of `chains` hears of everybody. It is believed
where it is all but sure and nothing speaks against it.
"""

from collections.abc import Mapping

from dateline.identify.antecedents import candidates, is_anothers
from dateline.identify.clusters import Clusters
from dateline.identify.newcomers import is_newcomer
from dateline.identify.phrases import determiner
from dateline.identify.scene import Scene
from dateline.identify.shortened import telling_parts
from dateline.identify.text import Text

# the likelihood from which on somebody is taken to be meant
LEAST = {"name": 0.85, "nominal": 0.8, "pronoun": 0.85}
UNSURE = 0.9  # the same by one with "a", who is mostly new, by a plural, and by "we"


def likeliest(clusters: Clusters, heads: Mapping[int, int], i: int, least: float) -> int | None:
    """The mention by which he is likeliest taken up whom a word means, if all mentions of him together are likely enough.

    `heads` tells of words which mention they head.
    """
    if clusters.chains is None:
        return None
    told = clusters.likely(heads, clusters.chains.taken(i))
    if not told:
        return None
    together, _, k = told[max(told, key=lambda root: (told[root][0], -root))]
    return k if together >= least else None


def joined(text: Text, clusters: Clusters) -> None:
    """Join names and descriptions that take up nobody so far to whom they mean, where that is all but sure."""
    scene = Scene(text, clusters)
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        if text.tree.tokens[m.head].upos not in ("NOUN", "PROPN") or any(o.head < m.head for o in clusters.of(i)):
            continue
        unsure = m.unit is None and (m.plural or determiner(text.tree, m.core) in ("a", "an"))
        k = likeliest(clusters, heads, m.head, UNSURE if unsure else LEAST[m.kind])
        if k is None or clusters.mentions[k].head >= m.head or clusters.is_apart(k, m.head):
            continue
        if any(candidates(scene, i, [k])) and not _speaks_against(scene, i, k) and clusters.merge(k, i):
            clusters.open.discard(i)


def _speaks_against(scene: Scene, i: int, k: int) -> bool:
    """Whether a name may as well be another's, or a description bring in somebody new."""
    clusters = scene.clusters
    one, other = ({part for m in clusters.names(n) for part in telling_parts(m)} for n in (i, k))
    if one and other and (one.isdisjoint(other) or is_anothers(clusters, i, clusters.root(k))):
        return True
    return is_newcomer(scene, i, k)
