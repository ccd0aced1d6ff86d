"""Stanza behind the same rules; its documents are made by hand here, in the shape that Stanza gives them."""

import sys
from dataclasses import dataclass, field
from itertools import count

import pytest

import factory
from dateline.annotate import annotate, parsers, stanzas
from dateline.errors import ModelError
from dateline.model import Document


@dataclass
class Word:
    id: int
    text: str
    lemma: str | None
    upos: str | None
    xpos: str | None
    feats: str | None
    head: int
    deprel: str


@dataclass
class Token:
    text: str
    start_char: int
    end_char: int
    words: list[Word]


@dataclass
class Span:
    text: str
    type: str
    start_char: int
    end_char: int


@dataclass
class Sentence:
    tokens: list[Token]


@dataclass
class StanzaDocument:
    text: str
    sentences: list[Sentence]
    ents: list[Span] = field(default_factory=list)


def sentence(text: str, start: int, table: str) -> Sentence:
    """A sentence from lines "written word, then for each of its words form/lemma/class/tag/features/head/relation"."""
    tokens = []
    number = count(1)
    for line in table.strip().splitlines():
        form, *parts = line.split()
        start = text.index(form, start)
        words = []
        for part in parts:
            own, lemma, upos, xpos, feats, head, rel = part.split("/")
            words.append(Word(next(number), own, lemma or None, upos or None, xpos or None, feats or None, int(head), rel))
        tokens.append(Token(form, start, start + len(form), words))
        start += len(form)
    return Sentence(tokens)


TEXT = "Ana Lima didn't go to Oslo. Tom left."


class Pipeline:
    """A pipeline that knows one text."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def bulk_process(self, docs: list[str]) -> list[StanzaDocument]:
        self.batches.append(docs)
        return [self.one(text) for text in docs]

    def one(self, text: str) -> StanzaDocument:
        first = sentence(
            text,
            0,
            """
            Ana Ana/Ana/PROPN/NNP/Number=Sing/5/nsubj
            Lima Lima/Lima/PROPN/NNP/Number=Sing/1/flat
            didn't did/do/AUX/VBD/Mood=Ind|Tense=Past|VerbForm=Fin/5/aux n't/not/PART/RB//5/advmod
            go go/go/VERB/VB/VerbForm=Inf/0/root
            to to/to/ADP/IN//7/case
            Oslo Oslo/Oslo/PROPN/NNP/Number=Sing/5/obl
            . ././PUNCT/.//5/punct
            """,
        )
        second = sentence(
            text,
            text.index("Tom"),
            """
            Tom Tom/Tom/PROPN/NNP/Number=Sing/2/nsubj
            left left//VERB/VBD/Tense=Past|VerbForm=Fin/0/root
            . ././PUNCT/.//2/punct
            """,
        )
        spans = [("Ana Lima", "PERSON"), ("Oslo", "GPE"), ("Tom", "PER"), ("left", "WORK_OF_ART")]
        ents = [Span(words, kind, text.index(words), text.index(words) + len(words)) for words, kind in spans]
        return StanzaDocument(text, [first, second], ents)


def parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, Pipeline]:
    pipeline = Pipeline()
    monkeypatch.setattr(stanzas, "load", lambda language: pipeline)
    parsers.load.cache_clear()
    (document,) = annotate([factory.article(text)], model="stanza:en")
    parsers.load.cache_clear()
    return document, pipeline


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(" ", "\n  "), TEXT.replace("go", "g\u00ado")])
def test_words_have_their_places_in_the_article(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document, pipeline = parsed(text, monkeypatch)
    assert pipeline.batches == [[TEXT]]
    assert [t.text.replace("\u00ad", "") for t in document.tokens] == [
        *("Ana", "Lima", "did", "n't", "go", "to", "Oslo", "."),
        *("Tom", "left", "."),
    ]
    assert all(t.text == text[t.start : t.end] for t in document.tokens)
    assert [t.head for t in document.tokens] == [4, 0, 4, 4, 4, 6, 4, 4, 9, 9, 9]
    assert [t.deprel for t in document.tokens if t.head == document.tokens.index(t)] == ["root", "root"]
    assert document.tokens[2].feats == {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    assert document.tokens[9].lemma == "left"
    assert [(s.first, s.stop) for s in document.sentences] == [(0, 8), (8, 11)]
    assert [(text[n.start : n.end].split()[0], n.label) for n in document.names] == [
        ("Ana", "PERSON"),
        ("Oslo", "LOC"),
        ("Tom", "PERSON"),
    ]


def test_without_stanza_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(ModelError, match="pip install stanza"):
        parsers.load("stanza")


def test_without_its_models_one_line_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Empty:
        @staticmethod
        def Pipeline(language: str, **_: object) -> None:
            raise FileNotFoundError("resources.json")

    monkeypatch.setitem(sys.modules, "stanza", Empty)
    with pytest.raises(ModelError, match=r"stanza\.download\('de'\)"):
        parsers.load("stanza:de")
