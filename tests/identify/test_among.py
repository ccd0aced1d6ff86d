"""Who is thought to be meant together by a plural."""

from collections.abc import Callable

import pytest

import factory
from dateline.identify import among, chains
from dateline.identify.clusters import Clusters
from dateline.identify.mentions import find
from dateline.identify.text import read
from dateline.model import Document
from dateline.tree import Tree

Identified = Callable[[str], Document]
MEETING = "Ana Silva met Rui Okoro in Lima on Monday. Both left the city in the evening."


def clusters_of(document: Document) -> Clusters:
    """The mentions of a text, each by itself."""
    text = read(document)
    mentions = find(text)
    return Clusters(mentions, chains=chains.of_text(text, mentions))


def place(document: Document, word: str) -> int:
    return next(i for i, token in enumerate(document.tokens) if token.text == word)


def test_two_who_are_likely_are_meant_together(identified: Identified) -> None:
    document = identified(MEETING)
    clusters, tree = clusters_of(document), Tree(document)
    heads, both = clusters.by_word(), place(document, "Both")
    two = among.members(tree, clusters, heads, both, 0.3)
    assert [clusters.mentions[k].name for k in two] == ["Ana Silva", "Rui Okoro"]
    assert among.may_be(clusters, heads, both, two)
    told = among.likely(clusters, heads, both)
    assert all(0 <= value <= 1 and root == clusters.root(k) for root, (value, k) in told.items())


def test_more_than_there_are_or_less_than_likely_are_not(identified: Identified) -> None:
    document = identified(MEETING)
    clusters, tree = clusters_of(document), Tree(document)
    heads, both = clusters.by_word(), place(document, "Both")
    assert among.members(tree, clusters, heads, both, 0.3, many=9) == ()
    assert among.members(tree, clusters, heads, both, 1.1) == ()
    assert among.members(tree, clusters, heads, place(document, "Ana"), 0.3) == ()


@pytest.mark.parametrize("word", ["Both", "on"])
def test_who_is_all_but_sure_not_to_be_meant_may_not_be(identified: Identified, word: str) -> None:
    document = identified(MEETING)
    clusters = clusters_of(document)
    heads = clusters.by_word()
    lima = heads[place(document, "Lima")]
    assert among.may_be(clusters, heads, place(document, word), [lima]) == (word == "on")  # of no mention nothing is thought


def test_without_a_network_nobody_is_likely_and_anybody_may_be() -> None:
    document = factory.document(factory.KILLING)
    clusters, tree = clusters_of(document), Tree(document)
    heads = clusters.by_word()
    assert all(among.members(tree, clusters, heads, i, 0.0) == () and among.may_be(clusters, heads, i, [0]) for i in heads)
