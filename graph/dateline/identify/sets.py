"""Sets: whom "the two companies", "both men" and "the parties" mean, where the text has just named exactly two.

A set is no actor of its own. Where it takes part in an event, its members do.
"""

from collections.abc import Iterable

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import nouns, words
from dateline.identify.phrases import determiner
from dateline.identify.text import Text
from dateline.tree import Tree

BACK = 3  # sentences in which both members are named
_ACTING = frozenset(("person", "organization", "country"))


def sets(text: Text, clusters: Clusters) -> dict[int, tuple[int, ...]]:
    """{a cluster that only such descriptions make: its two members, each a mention}."""
    tree = text.tree
    number = {s.first: n for n, s in enumerate(tree.sentences)}
    by_sentence: dict[int, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        by_sentence.setdefault(number[tree.sentence(m.head).first], []).append(i)
    found = {}
    for root, members in clusters.members.items():
        told = [clusters.mentions[i] for i in members if clusters.mentions[i].kind != "pronoun"]
        if told and all(_is_pair(tree, m) for m in told):
            here = number[tree.sentence(told[0].head).first]
            pair = _two(clusters, told[0], [by_sentence.get(here - back, []) for back in range(BACK + 1)])
            if pair is not None:
                found[root] = pair
    return found


def _is_pair(tree: Tree, m: Found) -> bool:
    """Whether a phrase means two who are known: "the two men", "both sides", "the parties"."""
    if m.unit or not m.plural or m.owned or m.modifiers - words("two"):
        return False
    if determiner(tree, m.head) == "both":
        return True
    if not m.definite:
        return False
    counts = [tree.tokens[c].lemma.lower() for c in tree.children(m.head, "nummod")]
    return counts in (["two"], ["2"]) or (not counts and m.noun in words("side"))


def _two(clusters: Clusters, m: Found, near: Iterable[list[int]]) -> tuple[int, ...] | None:
    """The two of fitting kind in the nearest sentence that names more than one; None where it or a nearer one has a third."""
    nearer: set[int] = set()
    for mentions in near:
        found = {clusters.root(i): i for i in mentions if clusters.mentions[i].head < m.head and _fits(clusters, m, i)}
        if len(found) > 1:
            return tuple(found.values()) if len(found) == 2 and nearer <= found.keys() else None
        nearer |= found.keys()
    return None


def _fits(clusters: Clusters, m: Found, i: int) -> bool:
    """Whether a mention's bearer may be one of those whom a plural means."""
    other = clusters.mentions[i]
    if other.plural or other.counted or other.kind == "pronoun" or not (other.unit or other.offices):
        return False
    type_ = clusters.type(i)
    if m.noun in words("side"):
        return type_ in (_ACTING if m.noun == "side" else _ACTING - {"person"})
    noun = nouns().get(m.noun)
    if noun is None or type_ != noun.type or (noun.gender and clusters.gender(i) not in (None, noun.gender)):
        return False
    return (
        type_ != "person"
        or m.noun in words("anybody")
        or any(m.noun in office.split() for o in clusters.of(i) for office in o.offices)
    )
