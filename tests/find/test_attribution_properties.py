"""Any text can be read: token soup, any tree, any marks; and the result holds together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.find.attribution import attribute
from dateline.model import Article, Block, Document, Event, Sentence, Token
from dateline.tree import Tree

WORDS = (
    *(("say", "VERB", "VBD"), ("deny", "VERB", "VBD"), ("add", "VERB", "VBG"), ("claim", "NOUN", "NN"), ("sure", "ADJ", "JJ")),
    *(
        ("minister", "NOUN", "NN"),
        ("he", "PRON", "PRP"),
        ("that", "SCONJ", "IN"),
        ("according", "VERB", "VBG"),
        ("to", "ADP", "IN"),
    ),
    *((mark, "PUNCT", mark) for mark in ("“", "”", '"', "'", "‘", "’", ",", ".", ":", "?")),
    *(("attack", "NOUN", "NN"), ("not", "PART", "RB"), ("\u202e", "X", "FW"), ("𝕏", "X", "FW"), ("be", "AUX", "VBD")),
)
DEPRELS = (
    "nsubj",
    "obj",
    "ccomp",
    "xcomp",
    "parataxis",
    "advcl",
    "acl",
    "obl",
    "nmod:poss",
    "conj",
    "case",
    "mark",
    "punct",
    "nsubj:pass",
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of random words, each hung on any word of its sentence, without circles."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    offset = 0
    for _ in range(draw(st.integers(0, 4))):
        words = draw(
            st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(DEPRELS), st.booleans()), min_size=1, max_size=25)
        )
        first, order = len(tokens), draw(st.permutations(range(len(words))))
        head = {w: order[draw(st.integers(0, n - 1))] if n else w for n, w in enumerate(order)}
        begin = offset
        for i, ((text, upos, xpos), deprel, spaced) in enumerate(words):
            end = offset + len(text)
            relation = "root" if head[i] == i else deprel
            tokens.append(
                Token(start=offset, end=end, text=text, lemma=text, upos=upos, xpos=xpos, head=first + head[i], deprel=relation)
            )
            offset = end + spaced
        kind = draw(st.sampled_from(("paragraph", "headline")))
        sentences.append(Sentence(start=begin, end=tokens[-1].end, first=first, stop=len(tokens), block=kind))
        if draw(st.booleans()) or not blocks:
            blocks.append(Block(start=begin, end=tokens[-1].end, kind=kind))
        offset += 2
    text = list(" " * offset)
    for token in tokens:
        text[token.start : token.end] = token.text
    events = tuple(
        Event(id=f"e{n}", start=t.start, end=t.end, text=t.text, lemma=t.lemma, label="")
        for n, t in enumerate(tokens)
        if t.upos == "VERB"
    )
    article = Article(id="test", source="-", text="".join(text), blocks=tuple(blocks))
    return Document(article=article, tokens=tuple(tokens), sentences=tuple(sentences), events=events)


@given(documents())
def test_any_text(document: Document) -> None:
    found = attribute(document, Tree(document))
    ids = [a.id for a in found.attributions]
    parent = {a.id: a.parent for a in found.attributions}
    assert len(set(ids)) == len(ids)
    for attribution in found.attributions:
        assert 0 <= attribution.content.start < attribution.content.end <= len(document.text)
        above, steps = attribution.parent, 0
        while above is not None:
            above, steps = parent[above], steps + 1
            assert steps <= len(ids)
    assert {e.attribution for e in found.events} <= {None, *ids}
    assert attribute(document, Tree(document)) == found


THEY, SAID, COMMA = (
    ("they", "they", "PRON", "PRP", "nsubj"),
    ("said", "say", "VERB", "VBD", "ccomp"),
    (",", ",", "PUNCT", ",", "punct"),
)
OPEN, CLOSE = ("“", "“", "PUNCT", "``", "punct"), ("”", "”", "PUNCT", "''", "punct")


def long(pattern: list[tuple[str, ...]], times: int, *, flat: bool) -> Document:
    """One sentence of the same words over and over: all verbs on the first one, or each on the verb before."""
    words = pattern * times
    verbs = [n for n, word in enumerate(words) if word[2] == "VERB"]
    tokens, offset, before = [], 0, verbs[0]
    for n, (text, lemma, upos, xpos, deprel) in enumerate(words):
        head = before if n in (before, *verbs[:1]) or upos != "VERB" else verbs[0] if flat else before
        root = n == head
        tokens.append(
            Token(
                start=offset,
                end=offset + len(text),
                text=text,
                lemma=lemma,
                upos=upos,
                xpos=xpos,
                head=head,
                deprel="root" if root else deprel,
            )
        )
        offset += len(text) + 1
        before = n if upos == "VERB" else before
    sentence = Sentence(start=0, end=tokens[-1].end, first=0, stop=len(tokens))
    article = Article(id="test", source="-", text=" ".join(t.text for t in tokens))
    return Document(article=article, tokens=tuple(tokens), sentences=(sentence,))


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize(
    "pattern", [[THEY, SAID], [COMMA, THEY, SAID, COMMA], [OPEN, THEY, CLOSE, SAID], [OPEN, THEY, SAID, COMMA]]
)
def test_a_sentence_of_ten_thousand_words(pattern: list[tuple[str, ...]], flat: bool) -> None:
    document = long(pattern, 10_000 // len(pattern), flat=flat)
    began = time.perf_counter()
    attribute(document, Tree(document))
    assert time.perf_counter() - began < 8  # about 0.3 s here; one quadratic rule takes more than ten


def test_nothing_to_read() -> None:
    document = Document(article=Article(id="test", source="-", text=""))
    assert attribute(document, Tree(document)).attributions == ()
