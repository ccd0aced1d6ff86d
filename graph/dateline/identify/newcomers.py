"""Newcomers: names of people of whom nothing says that they bear out who was brought in before without a name.

"Police arrested a man. Otto Klein won the race" tells of two. Who he is tells what stands beside the name: an age ("Otto Klein,
34,"), or the noun he was brought in by ("Otto Klein, a teacher"); and what an article begins with, "A teacher was killed" or
"fired a teacher who had ...", it may go on with by name.
"""

from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import age
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.identify.phrases import determiner
from dateline.identify.scene import Scene
from dateline.identify.shortened import name_parts
from dateline.tree import Tree

SOON = 2  # sentences within which an article names whom it begins with
LATE = 3  # sentences after which nobody is named but whom the words beside the name tell


def is_newcomer(scene: Scene, i: int, k: int) -> bool:
    """Whether a name, so far as is told, is another's than his whom a noun brought in before, without a name."""
    clusters, m = scene.clusters, scene.clusters.mentions[i]
    if m.unit is None or m.type != "person" or any(clusters.names(k)) or clusters.entry(k):
        return False
    first = clusters.mentions[min(clusters.members[clusters.root(k)])]
    spoken = [o for o in clusters.of(k) if o.unit is None and o.kind == "nominal"]
    if _shares_noun(scene.tree, clusters, i, spoken):
        return False
    if any(o.owner and o.noun in words("own") for o in spoken):
        return not _is_of_family(clusters, i)  # "his late grandfather" bears no name that nobody calls his
    late = scene.sentence(m.head) - scene.sentence(clusters.mentions[k].head)
    brought_in = first.unit is None and determiner(scene.tree, first.core) in ("a", "an")
    if not (brought_in or (first.definite and late > LATE)) or age(scene.tree, m):
        return False
    if late > SOON or scene.sentence(first.head) > scene.body:
        return True
    both_do = scene.part(first.head) == scene.part(m.head) == "subject"
    return not both_do and not scene.tree.children(first.core, "acl", "acl:relcl", "amod", "compound")


def _is_of_family(clusters: Clusters, i: int) -> bool:
    """Whether somebody named before has the surname of a name: "Ana Lind's sister ... Rosa Lind"."""
    parts = name_parts(clusters.mentions[i])
    before = (o for o in clusters.mentions[:i] if o.unit and o.type == "person")
    return len(parts) > 1 and any(name_parts(o)[-1:] == parts[-1:] for o in before)


def _shares_noun(tree: Tree, clusters: Clusters, i: int, spoken: list[Found]) -> bool:
    """Whether somebody named is also called what somebody else was, beside his name or by his office."""
    nouns, offices = {o.noun for o in spoken}, {office for o in spoken for office in o.offices}
    for o in clusters.of(i):
        said = {tree.tokens[w].lemma.lower() for w in range(o.first, o.last + 1)} | {o.noun}
        if not nouns.isdisjoint(said) or not offices.isdisjoint(o.offices):
            return True
    return False
