"""Slips of the parser put right, on trees as parsers make them; whatever the tree, it stays one."""

from hypothesis import given
from hypothesis import strategies as st

import factory
from dateline.find.mending import mended
from dateline.model import Document, Sentence, Token
from dateline.tree import Tree

WORDS = ("accused", "reports", "denies", "guilty", "having", "of", "to", "that", "if", ",", "and", "charges", "killing", "on")
TAGS = (
    ("VERB", "VBN"),
    ("VERB", "VBG"),
    ("VERB", "VBD"),
    ("NOUN", "NNS"),
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("ADJ", "JJ"),
    ("SCONJ", "IN"),
)
DEPRELS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "xcomp",
    "ccomp",
    "acl",
    "amod",
    "advcl",
    "conj",
    "mark",
    "cc",
    "compound",
    "appos",
    "parataxis",
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose tokens hang together in any way that is a tree, governors before or behind their dependents."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]} | {order[k]: order[draw(st.integers(0, k - 1))] for k in range(1, size)}
    words = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(size)]
    tokens = []
    for i, word in enumerate(words):
        upos, xpos = draw(st.sampled_from(TAGS))
        deprel = "root" if heads[i] == i else draw(st.sampled_from(DEPRELS))
        end = starts[i] + len(word)
        tokens.append(Token(start=starts[i], end=end, text=word, lemma=word, upos=upos, xpos=xpos, head=heads[i], deprel=deprel))
    text = " ".join(words)
    sentences = (Sentence(start=0, end=len(text), first=0, stop=size),)
    return Document(article=factory.article(text), tokens=tuple(tokens), sentences=sentences)


@given(documents())
def test_a_tree_stays_a_tree(document: Document) -> None:
    tree = Tree(mended(document))
    roots = [i for i, t in enumerate(tree.tokens) if t.head == i]
    assert len(roots) == 1
    assert tree.tokens[roots[0]].deprel == "root"
    assert len(tree.subtree(roots[0])) == len(document.tokens)
    assert [t.text for t in tree.tokens] == [t.text for t in document.tokens]


def test_a_sound_tree_is_left_alone() -> None:
    document = factory.document("1 Police police NOUN NNS _ 2 nsubj\n2 left leave VERB VBD _ 2 root")
    assert mended(document) is document
