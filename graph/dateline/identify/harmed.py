"""Those who were hurt: "the victims" are whom alone an article has told of as killed or wounded."""

from collections.abc import Iterator

from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import is_told_apart
from dateline.identify.found import Found
from dateline.identify.phrases import number
from dateline.identify.text import Text, head_of
from dateline.tree import Tree

_HARM = frozenset(("ASSAULT", "DIE", "INJURE"))


def victims(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: "the victims" are the one group told of before as harmed, where nobody else was."""
    meant = [i for i, m in enumerate(clusters.mentions) if _means_victims(text.tree, m)]
    if not meant:
        return
    attacking = {clusters.mentions[k].noun for k in _by_part(text, clusters, "agent")} - {""}  # "soldiers shot the gunmen"
    hurt = [k for k in _by_part(text, clusters, "patient") if clusters.mentions[k].noun not in attacking]
    for i in meant:
        before = {clusters.root(k): k for k in reversed(hurt) if clusters.mentions[k].head < clusters.mentions[i].head}
        found = sorted(set(before.values()) - set(clusters.members[clusters.root(i)]))
        told = {(clusters.mentions[k].noun, number(text.tree, clusters.mentions[k].core)) for k in found}
        if len(told) == 1 and (len(found) == 1 or all(*told)) and _are_as_many(text.tree, clusters, i, found[0]):
            clusters.merge(found[0], i)


def _means_victims(tree: Tree, m: Found) -> bool:
    """Whether a noun means the victims spoken of, with nothing that tells them from others."""
    more = m.unit or m.owned or m.of or m.modifiers or m.head != m.core
    return m.noun == "victim" and m.plural and m.definite and not more and not is_told_apart(tree, m.core)


def _by_part(text: Text, clusters: Clusters, part: str) -> list[int]:
    """The mentions that have a part in violence or an accident, a death or an injury that the article tells of as a fact."""
    return sorted(_parts(text, clusters.by_word(), part))


def _parts(text: Text, heads: dict[int, int], part: str) -> Iterator[int]:
    for event in text.document.events:
        if event.type in _HARM and event.polarity == "positive" and event.status == "actual":
            spans = ((r.start, r.end) for r in event.roles if r.role == part)
            yield from (heads[h] for span in spans if (h := head_of(text.tree, *span)) in heads)


def _are_as_many(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether others mean people, several of them, and not another number than the victims'."""
    m, other = clusters.mentions[i], clusters.mentions[k]
    many = number(tree, m.core), number(tree, other.core) if other.core >= 0 else ""
    return other.plural and other.type in ("group", "person") and not other.unit and not (all(many) and many[0] != many[1])
