"""Those to whom something was done: "the victims" are whom alone an article has told of as killed or wounded, "the suspect" whom
alone it has told of as arrested or charged."""

from collections.abc import Callable, Iterator

from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import is_told_apart
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.identify.phrases import number
from dateline.identify.text import Text, head_of
from dateline.model import Event
from dateline.tree import Tree


def victims(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: "the victims" are the one group told of before as harmed, where nobody else was."""
    meant = [i for i, m in enumerate(clusters.mentions) if _means_victims(text.tree, m)]
    if not meant:
        return
    attackers = {clusters.mentions[k].noun for k in _by_part(text, clusters, "agent", _is_harm)}
    suffering = _by_part(text, clusters, "patient", _is_harm)
    hurt = [k for k in suffering if clusters.mentions[k].noun not in attackers - {""}]  # "soldiers shot the gunmen"
    for i in meant:
        before = {clusters.root(k): k for k in reversed(hurt) if clusters.mentions[k].head < clusters.mentions[i].head}
        found = sorted(set(before.values()) - set(clusters.members[clusters.root(i)]))
        told = {(clusters.mentions[k].noun, number(text.tree, clusters.mentions[k].core)) for k in found}
        if len(told) == 1 and (len(found) == 1 or all(*told)) and _are_as_many(text.tree, clusters, i, found[0]):
            clusters.merge(found[0], i)


def suspects(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: "the suspect", also beside his name, is the one man or woman told of before as arrested or charged."""
    meant = [i for i, m in enumerate(clusters.mentions) if m.noun in words("suspected") and _is_plain(text.tree, m)]
    held = _by_part(text, clusters, "patient", _is_charge) if meant else []
    for i in meant:
        m = clusters.mentions[i]
        before = [k for k in held if clusters.mentions[k].head < m.head and clusters.type(k) == "person"]
        several = m.plural or any(clusters.mentions[k].plural for k in before)
        if len({clusters.root(k) for k in before}) == 1 and not several:
            clusters.merge(before[0], i)


def _is_charge(event: Event) -> bool:
    """Whether somebody is arrested, charged or tried."""
    return event.type in ("ARREST", "TRY") or event.lemma.lower() in ("charge", "indict")


def _is_harm(event: Event) -> bool:
    """Whether somebody is killed or hurt."""
    return event.type in ("ASSAULT", "DIE", "INJURE")


def _is_plain(tree: Tree, m: Found) -> bool:
    """Whether a noun is definite and nothing tells whom it means from others."""
    more = m.unit or m.owned or m.of or m.modifiers or m.head != m.core
    return m.definite and not more and not tree.children(m.core, "nmod", "acl") and not is_told_apart(tree, m.core)


def _means_victims(tree: Tree, m: Found) -> bool:
    """Whether a noun means the victims spoken of, with nothing that tells them from others."""
    return m.noun == "victim" and m.plural and _is_plain(tree, m)


def _by_part(text: Text, clusters: Clusters, part: str, is_meant: Callable[[Event], bool]) -> list[int]:
    """The mentions that have a part in events of a sort that the article tells of as facts."""
    return sorted(_parts(text, clusters.by_word(), part, is_meant))


def _parts(text: Text, heads: dict[int, int], part: str, is_meant: Callable[[Event], bool]) -> Iterator[int]:
    for event in text.document.events:
        if is_meant(event) and event.polarity == "positive" and event.status == "actual":
            spans = ((r.start, r.end) for r in event.roles if r.role == part)
            yield from (heads[h] for span in spans if (h := head_of(text.tree, *span)) in heads)


def _are_as_many(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether others mean people, several of them, and not another number than the victims'."""
    m, other = clusters.mentions[i], clusters.mentions[k]
    many = number(tree, m.core), number(tree, other.core) if other.core >= 0 else ""
    return other.plural and other.type in ("group", "person") and not other.unit and not (all(many) and many[0] != many[1])
