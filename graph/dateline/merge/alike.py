"""Which nodes are one actor by their names and the company they keep.

Names that are the same join at once. Spellings, initials, pet forms and lone surnames join where the articles also have somebody
else in common and nobody else comes into question; else the pair is unsure, and left to people.

Names are only compared within blocks (what a surname sounds like; a body's first and last word), and lone names only with those
who share company, so that the cost grows about linearly with the number of articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from dateline.merge.affairs import Affairs
from dateline.merge.forest import Forest
from dateline.merge.likeness import compare_bodies, compare_people, near, sound
from dateline.merge.nodes import Node

BODIES = ("organization", "group", "thing")
COMMON = 50  # articles: whoever is in more is company to everybody
CROWD = 60  # nodes of one block that are compared pair by pair
KNOWN = 3  # articles: somebody named in full in so many, and alone with his surname, is whom a lone surname means
_EVERYWHERE = ("media", "intergovernmental body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two actors that may be one."""

    left: str
    right: str
    why: str


def join_same(forest: Forest) -> None:
    """Join the names that are the same in any order, across the types that labels confuse."""
    blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in _named(forest):
        if node.full and node.type in ("person", *BODIES):
            blocks[tuple(sorted(node.words))].append(node)
            blocks["".join(node.words),].append(node)
    for block in blocks.values():
        for a, b in pairwise(block):
            forest.join(a.id, b.id, certain=True)
    _join_middle(forest)


def _join_middle(forest: Forest) -> None:
    """Join a person's name with and without a middle name, where only one such is there."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in _named(forest):
        if node.full and node.type == "person":
            blocks[node.words[0], node.words[-1]].append(node)
    for block in blocks.values():
        some = sorted(block, key=lambda n: (len(n.words), n.id))
        if len(some) > 1 and all(compare_people(a.name, b.name) == "same" for a, b in combinations(some[:CROWD], 2)):
            for a, b in pairwise(some):
                forest.join(a.id, b.id)


def join_alike(forest: Forest) -> list[Doubt]:
    """Join other forms of names where the company fits; returns what may be one and is not clear."""
    company = _company(forest)
    doubts: dict[tuple[str, str], str] = {}
    for wide, block in _blocks(forest):
        _variants(forest, block, company, doubts)
        _short_forms(forest, block, company, doubts, people=wide == "person")
    return [Doubt(left=a, right=b, why=why) for (a, b), why in sorted(doubts.items()) if forest.root(a) != forest.root(b)]


def _named(forest: Forest) -> Iterator[Node]:
    return (node for node in forest.nodes.values() if node.named)


def _company(forest: Forest) -> dict[str, set[str]]:
    """{article: the clusters in it that tell it from others}: people and bodies named in full that are not everywhere."""
    where: dict[str, set[str]] = defaultdict(set)
    for node in _named(forest):
        telling = node.type == "person" or (node.type == "organization" and node.kind not in _EVERYWHERE)
        if telling and (node.full or node.links):
            where[forest.root(node.id)] |= node.articles
    found: dict[str, set[str]] = defaultdict(set)
    for root, articles in where.items():
        for article in articles if len(articles) <= COMMON else ():
            found[article].add(root)
    return found


def _blocks(forest: Forest) -> Iterator[tuple[str, list[Node]]]:
    """(kind, the nodes whose names are compared with each other), in a fixed order."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in _named(forest):
        words = node.words
        if node.type == "person" and words:
            keys = {sound(words[-1]), sound(words[0]) if len(words) == 1 else sound("".join(words[-2:]))}
            for key in keys:
                blocks["person", key].append(node)
        elif node.type in BODIES and words:
            for key in {words[0], words[-1]}:
                blocks["body", key].append(node)
    for (kind, _), block in sorted(blocks.items()):
        if len(block) > 1:
            yield kind, block


def _shared(forest: Forest, company: dict[str, set[str]], a: Node, b: Node) -> bool:
    """Whether the articles of two nodes' clusters have somebody else in common."""
    own = {forest.root(a.id), forest.root(b.id)}
    left, right = ({root for n in forest.of(x.id) for key in n.articles for root in company.get(key, ())} for x in (a, b))
    return bool((left & right) - own)


def _variants(forest: Forest, block: list[Node], company: dict[str, set[str]], doubts: dict[tuple[str, str], str]) -> None:
    """Full names that differ in spelling: one where the company fits."""
    full = [n for n in block if n.full]
    for a, b in combinations(full[:CROWD], 2):
        if forest.root(a.id) == forest.root(b.id):
            continue
        compare = compare_people if a.type == b.type == "person" else compare_bodies
        if compare(a.name, b.name) == "other" or not forest.may_join(a.id, b.id):
            continue
        if _shared(forest, company, a, b):
            forest.join(a.id, b.id)
        else:
            doubts[a.id, b.id] = "the names are alike"


def _short_forms(
    forest: Forest, block: list[Node], company: dict[str, set[str]], doubts: dict[tuple[str, str], str], *, people: bool
) -> None:
    """Lone surnames and short names of bodies: the one who is named in full in the same company."""
    alone: list[Node] = []
    full = [n for n in block if n.full]
    for node in (n for n in block if not n.full and not n.links):
        fitting = _once(forest, (n for n in full if _is_short_for(node, n, people) and forest.may_join(node.id, n.id)))
        near_ones = [n for n in fitting if _shared(forest, company, node, n)]
        known = [n for n in fitting if len({key for m in forest.of(n.id) for key in m.articles}) >= KNOWN]
        if len(near_ones) > 1 and not people:
            near_ones = [n for n in near_ones if n in known] or near_ones
        alone_known = people and len(known) == 1 and all(n in known or _variant(n, known[0]) for n in fitting)
        if len(near_ones) == 1 or alone_known:
            forest.join((near_ones or known)[0].id, node.id)
        elif not fitting:
            alone.append(node)
        elif len(fitting) <= 3:
            doubts.update({_pair(node.id, n.id): "a short form without company in common" for n in fitting})
    _join_alone(forest, alone, company)


def join_in_affair(forest: Forest, affairs: Affairs) -> None:
    """Join a short name, and another spelling of a person's, to the one longer name that articles of the same affair give.

    What sort of thing a name stands for is often mistaken, and a name may be taken for a description: within an affair one name
    is one actor, unless gazetteers know better.
    """
    for block in _by_word(forest):
        for a, b in combinations([n for n in block if not n.links][:CROWD], 2):
            if a.words == b.words and (a.named or b.named) and not affairs.near(a.articles).isdisjoint(b.articles):
                forest.join(a.id, b.id, certain=a.full)
        full = [n for n in block if n.full and n.named]
        for node in block:
            if not node.full and any(n.full for n in forest.of(node.id)):
                continue
            close = affairs.near(node.articles)
            others = (n for n in full if forest.root(n.id) != forest.root(node.id) and not close.isdisjoint(n.articles))
            sure = not node.full or node.type != "person"
            fitting = _once(forest, (n for n in others if _may_be(node, n) and forest.may_join(node.id, n.id, certain=sure)))
            if len(fitting) == 1:
                forest.join(node.id, fitting[0].id, certain=sure)


def _by_word(forest: Forest) -> Iterator[list[Node]]:
    """The nodes that have their first or last word in common, or what their surnames sound like, in a fixed order."""
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in forest.nodes.values():
        if node.words and node.type != "country" and (node.named or _looks_named(node)):
            for key in {node.words[0], node.words[-1], sound(node.words[-1]).upper()}:
                blocks[key].append(node)
    yield from (block for _, block in sorted(blocks.items()) if len(block) > 1)


def _looks_named(node: Node) -> bool:
    """Whether a thing that is only described is written as a name: "the 76ers"."""
    return node.type == "thing" and all(not w[0].islower() for w in node.name.split())


def _may_be(node: Node, full: Node) -> bool:
    """Whether a name may stand for a longer one, whatever sort of thing each was taken for."""
    people = node.type == full.type == "person"
    if node.full:
        longer = len(full.words) > len(node.words) and full.words[-len(node.words) :] == node.words
        return (people and compare_people(node.name, full.name) == "variant") or (longer and node.type == full.type)
    if people:
        return node.words[0] == full.words[-1]
    if node.type == full.type:
        return _is_short_for(node, full, people)
    mistaken = node.type == "thing" and not node.named  # "Cheeks'" for a thing
    if (
        node.links
        or (full.type == "person" and not mistaken)
        or (node.type != "organization" and "place" in (node.type, full.type))
    ):
        return False
    return node.words[0] == full.words[-1] and "of" not in full.words


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _once(forest: Forest, nodes: Iterable[Node]) -> list[Node]:
    """One node of each cluster."""
    return list({forest.root(node.id): node for node in nodes}.values())


def _is_short_for(short: Node, full: Node, people: bool) -> bool:
    """Whether a lone name may stand for a full one: a surname; a body's first word, or its last where that is what it is."""
    word = short.words[0]
    if people:
        return near(word, full.words[-1])
    return word == full.words[0] or (word == full.words[-1] and "of" not in full.words)


def _variant(one: Node, other: Node) -> bool:
    return compare_people(one.name, other.name) == "variant"


def _join_alone(forest: Forest, nodes: list[Node], company: dict[str, set[str]]) -> None:
    """Lone names that are never given in full are one where they keep the same company."""
    groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        for article in sorted(node.articles):
            for root in company.get(article, ()):
                if root != forest.root(node.id):
                    groups[node.words[0], root].append(node)
    for _, group in sorted(groups.items()):
        for a, b in pairwise(group):
            forest.join(a.id, b.id)
