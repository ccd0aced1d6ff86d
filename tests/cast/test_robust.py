"""Any text and any tree can be cast, in time linear in its length."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factory
from dateline.cast import cast
from dateline.label import label
from dateline.model import Document, Event, Name, Sentence, Time, Token

RELATIONS = """nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc amod compound flat conj cc case mark acl acl:relcl
    advcl xcomp ccomp csubj appos nummod det aux aux:pass cop expl punct advmod parataxis dep fixed compound:prt"""
WORDS = (
    """the people who killed 27 of Israel's talks in Doha , by to and $ billion that it was attack held there tens thousands"""
)
POS = "NOUN VERB PROPN PRON ADP NUM ADJ DET AUX PART SCONJ CCONJ PUNCT SYM X"
TAGS = "NN NNS NNP VBD VBN VBG VB WP WDT IN DT CD JJ TO"


def one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of random words in a random tree, some of them events, names and times."""
    count = draw(st.integers(1, 25))
    tokens, text = [], ""
    for i in range(count):
        word = draw(one_of(WORDS))
        tokens.append(
            Token(
                start=len(text),
                end=len(text) + len(word),
                text=word,
                lemma=word,
                upos=draw(one_of(POS)),
                xpos=draw(one_of(TAGS)),
                head=i if i == 0 else draw(st.integers(0, i - 1)),
                deprel="root" if i == 0 else draw(one_of(RELATIONS)),
            )
        )
        text += word + " "
    order = draw(st.permutations(range(count)))  # so that governors stand on either side
    tokens = [replace(tokens[i], **spot(tokens, order, k)) for k, i in enumerate(order)]
    text = " ".join(t.text for t in tokens)
    picked = draw(st.sets(st.integers(0, count - 1), max_size=6))
    events = [
        Event(id=f"e{k}", start=tokens[i].start, end=tokens[i].end, text=tokens[i].text, lemma=tokens[i].lemma, label="")
        for k, i in enumerate(sorted(picked))
    ]
    named, timed = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
    name = Name(
        start=tokens[named].start,
        end=tokens[named].end,
        first=named,
        stop=named + 1,
        label=draw(one_of("PERSON ORG LOC NORP EVENT")),
    )
    moment = Time(id="t1", start=tokens[timed].start, end=tokens[timed].end, text="", type="DATE", value="PAST_REF")
    sentence = Sentence(start=0, end=len(text), first=0, stop=count)
    return Document(
        article=factory.article(text),
        tokens=tuple(tokens),
        sentences=(sentence,),
        names=(name,),
        times=(moment,),
        events=tuple(events),
    )


def spot(tokens: list[Token], order: list[int], k: int) -> dict[str, int]:
    """Where the token that comes k-th stands, and where its governor does."""
    start = sum(len(tokens[i].text) + 1 for i in order[:k])
    return {"start": start, "end": start + len(tokens[order[k]].text), "head": order.index(tokens[order[k]].head)}


@settings(max_examples=200, deadline=None)
@given(documents())
def test_any_tree_is_safe(document: Document) -> None:
    done = next(label(cast([document])))
    for event in done.events:
        assert event.label and len(event.label) <= 80
        for part in (*event.roles, *event.quantities):
            assert 0 <= part.start < part.end <= len(document.text)
        assert len({(r.start, r.end) for r in event.roles}) <= len(event.roles)
        assert not any(document.times[0].start == r.start and document.times[0].end == r.end for r in event.roles)


@settings(max_examples=50, deadline=None)
@given(documents())
def test_casting_twice_is_casting_once(document: Document) -> None:
    once = next(cast([document]))
    assert next(cast([once])) == once == next(cast([document]))


def all_events(document: Document) -> Document:
    """A document with an event for each word."""
    events = tuple(
        Event(id=f"e{k}", start=t.start, end=t.end, text=t.text, lemma=t.lemma, label="") for k, t in enumerate(document.tokens)
    )
    return replace(document, events=events)


def chain(length: int, deprel: str, *, upos: str = "NOUN", xpos: str = "NN") -> Document:
    """One long sentence, each word hanging on the one before, each of them an event."""
    rows = [f"{i} attack attack {upos} {xpos} _ {i - 1} {deprel if i > 1 else 'root'}" for i in range(1, length + 1)]
    return all_events(factory.document("\n".join(rows)))


def fan(length: int, deprel: str, *, upos: str = "NOUN", xpos: str = "NN") -> Document:
    """One long sentence, all words hanging on the first, each of them an event."""
    rows = [f"{i} attack attack {upos} {xpos} _ {min(i - 1, 1)} {deprel if i > 1 else 'root'}" for i in range(1, length + 1)]
    return all_events(factory.document("\n".join(rows)))


def seconds(document: Document) -> float:
    """The processor time of a document, whatever else the machine does."""
    begin = time.process_time()
    next(label(cast([document])))
    return time.process_time() - begin


def grows_evenly(make: Callable[[int], Document]) -> bool:
    """Whether four times the words take far less than sixteen times as long."""
    return seconds(make(10_000)) < 9 * seconds(make(2_500)) + 0.5


@pytest.mark.parametrize("deprel", ["nmod", "conj", "acl", "acl:relcl", "xcomp", "obj", "compound", "appos"])
def test_a_sentence_of_ten_thousand_words(deprel: str) -> None:
    assert grows_evenly(lambda size: chain(size, deprel))
    assert grows_evenly(lambda size: fan(size, deprel))


@pytest.mark.parametrize("deprel", ["conj", "xcomp", "advcl", "acl"])
def test_long_chains_of_verbs(deprel: str) -> None:
    assert grows_evenly(lambda size: chain(size, deprel, upos="VERB", xpos="VBN"))
    assert grows_evenly(lambda size: fan(size, deprel, upos="VERB", xpos="VBN"))


@pytest.mark.parametrize("text", ["", " ", "😀", "\u202e\u0000x", "- - -", "Ha!" * 50])
def test_strange_texts(parse, text: str) -> None:
    document = parse(text)
    assert next(label(cast([document]))).text == text
