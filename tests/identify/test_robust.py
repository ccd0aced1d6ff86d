"""Any text and any tree can be identified, the same each time, in time about linear in its length."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factory
from dateline.identify import identify
from dateline.model import Attribution, Document, Event, Name, Role, Sentence, Source, Span, Token

RELATIONS = (
    "nsubj obj obl nmod nmod:poss nmod:desc amod compound flat conj cc case acl:relcl advcl appos nummod det cop punct dep"
)
WORDS = "the Israeli regime president of Iran he its who they Hamas , said Kyiv and company 27 thousands people US us Paris ’ İ"
POS = "NOUN VERB PROPN PRON ADP NUM ADJ DET PUNCT X"


def one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random words in a random tree, of one sentence or two, some of them names, fillers of roles, or sources."""
    count = draw(st.integers(1, 24))
    governor = [0, *(draw(st.integers(0, i - 1)) for i in range(1, count))]
    order = draw(st.permutations(range(count)))  # so that governors stand on either side
    place = {node: k for k, node in enumerate(order)}
    tokens: list[Token] = []
    at = 0
    for node in order:
        word = draw(one_of(WORDS))
        tokens.append(
            Token(
                start=at,
                end=at + len(word),
                text=word,
                lemma=word.lower(),
                upos=draw(one_of(POS)),
                xpos=draw(one_of("NN NNS NNP VBD PRP IN DT")),
                head=place[governor[node]],
                deprel=draw(one_of(RELATIONS)) if node else "root",
            )
        )
        at += len(word) + 1
    return _with_layers(draw, tokens)


def _with_layers(draw: st.DrawFn, tokens: list[Token]) -> Document:
    text = " ".join(t.text for t in tokens)
    some = st.lists(st.integers(0, len(tokens) - 1), max_size=4, unique=True)
    events = tuple(
        Event(
            id=f"e{i}",
            start=tokens[i].start,
            end=tokens[i].end,
            text=tokens[i].text,
            lemma=tokens[i].lemma,
            label="",
            roles=tuple(Role(start=tokens[k].start, end=tokens[k].end, role="agent") for k in draw(some)),
        )
        for i in draw(some)
    )
    names = tuple(
        Name(start=tokens[i].start, end=tokens[i].end, first=i, stop=i + 1, label=draw(one_of("PERSON ORG LOC NORP EVENT")))
        for i in sorted(draw(some))
    )
    quotes = tuple(
        Attribution(id=f"q{i}", content=Span(start=0, end=len(text)), source=Source(start=tokens[i].start, end=tokens[i].end))
        for i in draw(some)
    )
    sentence = Sentence(start=0, end=len(text), first=0, stop=len(tokens))
    made = factory.document("1 a a X X _ 0 root")
    return replace(
        made,
        article=factory.article(text),
        tokens=tuple(tokens),
        sentences=(sentence,),
        names=names,
        events=events,
        attributions=quotes,
    )


@given(documents())
@settings(max_examples=150, deadline=None)
def test_what_is_found_lies_in_the_text_and_is_told_once(document: Document) -> None:
    found = next(identify([document]))
    ids = [a.id for a in found.actors]
    assert ids == [f"a{n}" for n in range(1, len(ids) + 1)]
    starts = [a.mentions[0].start for a in found.actors]
    assert starts == sorted(starts)
    for actor in found.actors:
        assert actor.name.strip()
        assert all(0 <= m.start < m.end <= len(document.text) for m in actor.mentions)
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: (m.start, m.end))
    meant = {r.actor for e in found.events for r in e.roles} | {q.source.actor for q in found.attributions if q.source}
    assert meant - {None} <= set(ids)


@given(documents())
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_actors(document: Document) -> None:
    assert next(identify([document])) == next(identify([document]))


@given(documents())
@settings(max_examples=50, deadline=None)
def test_only_actors_are_filled_in(document: Document) -> None:
    found = next(identify([document]))
    bare = tuple(replace(e, roles=tuple(replace(r, actor=None) for r in e.roles)) for e in found.events)
    assert bare == document.events
    assert replace(found, actors=(), events=(), attributions=()) == replace(document, actors=(), events=(), attributions=())


def repeated(count: int) -> Document:
    """One sentence, many times over."""
    block = """
    1 Ana Ana PROPN NNP _ 2 nsubj
    2 met meet VERB VBD _ 0 root
    3 the the DET DT _ 4 det
    4 minister minister NOUN NN Number=Sing 2 obj
    5 and and CCONJ CC _ 6 cc
    6 praised praise VERB VBD _ 2 conj
    7 her her PRON PRP _ 6 obj
    """
    return factory.document("\n\n".join([block.strip()] * count))


@pytest.mark.parametrize("count", [1200])
def test_cost_grows_with_length(count: int) -> None:
    next(identify([repeated(5)]))
    begun = time.process_time()
    next(identify([repeated(count // 8)]))
    short = time.process_time() - begun
    begun = time.process_time()
    next(identify([repeated(count)]))
    assert time.process_time() - begun < 8 * 4 * max(short, 0.01)


def test_an_empty_document_has_no_actors() -> None:
    document = replace(factory.document("1 a a X X _ 0 root"), tokens=(), sentences=())
    assert next(identify([document])).actors == ()


@pytest.mark.parametrize("deep", [False, True], ids=["flat", "deep"])
def test_a_sentence_without_end(deep: bool) -> None:
    """Ten thousand words in one sentence, all hanging on the first or each on the one before."""
    row = ["Ana PROPN nsubj", "met VERB acl", "the DET det", "minister NOUN obj", "he PRON nsubj", "Israel PROPN conj"]
    tokens: list[Token] = []
    for i in range(10_000):
        text, upos, deprel = row[i % len(row)].split()
        start = tokens[-1].end + 1 if tokens else 0
        spot = {"start": start, "end": start + len(text), "head": max(0, i - 1) if deep else 0}
        tokens.append(Token(**spot, text=text, lemma=text.lower(), upos=upos, xpos="NN", deprel=deprel if i else "root"))
    text = " ".join(t.text for t in tokens)
    made = factory.document("1 a a X X _ 0 root")
    sentence = Sentence(start=0, end=len(text), first=0, stop=len(tokens))
    document = replace(made, article=factory.article(text), tokens=tuple(tokens), sentences=(sentence,))
    begun = time.process_time()
    assert next(identify([document])).actors
    assert time.process_time() - begun < 20
