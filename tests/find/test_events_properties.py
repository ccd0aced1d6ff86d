"""Whatever the text, events are found without a crash and are well-formed; the tables hold what the rules expect."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dateline.find import find, lexicon
from dateline.model import Certainty, Document, Polarity, Sentence, Status, Tense, TimeMLClass, Token
from dateline.resources import path, table

WORDS = (
    "not",
    "refused",
    "to",
    "attack",
    "if",
    "would",
    "the",
    "talks",
    "said",
    "held",
    "and",
    "by",
    "$",
    "日本",
    "‍",
    "be",
    "free",
)
TAGS = ("VERB", "NOUN", "AUX", "ADJ", "PROPN", "PART", "SCONJ", "DET", "PRON", "X")
DEPRELS = (
    "nsubj",
    "obj",
    "obl",
    "xcomp",
    "ccomp",
    "acl",
    "amod",
    "advcl",
    "conj",
    "mark",
    "aux",
    "cop",
    "case",
    "compound",
    "dep",
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose tokens hang together in any way that is a tree."""
    size = draw(st.integers(0, 25))
    tokens: list[Token] = []
    start = 0
    for i in range(size):
        word = draw(st.sampled_from(WORDS))
        head = draw(st.integers(0, max(0, i - 1)))
        tokens.append(
            Token(
                start=start,
                end=start + len(word),
                text=word,
                lemma=word,
                upos=draw(st.sampled_from(TAGS)),
                xpos="X",
                head=head,
                deprel="root" if i == 0 else draw(st.sampled_from(DEPRELS)),
            )
        )
        start += len(word) + 1
    text = " ".join(t.text for t in tokens)
    sentences = (Sentence(start=0, end=len(text), first=0, stop=size),) if size else ()
    return Document(article=factory.article(text), tokens=tuple(tokens), sentences=sentences)


@given(documents())
def test_events_are_well_formed(document: Document) -> None:
    (found,) = find([document])
    assert len({e.id for e in found.events}) == len(found.events)
    for event in found.events:
        assert found.text[event.start : event.end] == event.text
        assert event.timeml_class in get_args(TimeMLClass)
        assert event.status in get_args(Status)
        assert event.polarity in get_args(Polarity)
        assert event.certainty in get_args(Certainty)
        assert event.tense in get_args(Tense)
    assert all(s.outcome == ("events" if found.events else "none") for s in found.sentences)


@pytest.mark.parametrize("deprel", ["xcomp", "ccomp", "conj", "nmod"])
def test_a_very_deep_sentence_is_no_harm(deprel: str) -> None:
    size = 5_000
    rows = (f"{i} said say VERB VBD Tense=Past {i - 1} {deprel if i > 1 else 'root'}" for i in range(1, size + 1))
    (found,) = find([factory.document("\n".join(rows))])
    assert len(found.events) == size


def test_an_empty_article_has_no_events() -> None:
    assert [d.events for d in find([Document(article=factory.article(""))])] == [()]


def concepts() -> set[str]:
    lines = path("schema", "event-types.ttl").read_text(encoding="utf-8").splitlines()
    return {line.removeprefix("dlt:") for line in lines if line.startswith("dlt:")}


def test_every_type_of_the_lexicon_is_defined_and_used() -> None:
    used = {row["type"] for row in table("seeds", "lexicons", "event-predicates.tsv")}
    assert used - {"-"} == concepts()


def test_the_coded_types_have_a_code_of_plover() -> None:
    blocks = path("schema", "event-types.ttl").read_text(encoding="utf-8").split("\ndlt:")[1:]
    assert {block.split()[0] for block in blocks if '"PLOVER:' in block} >= lexicon.words("coded") != set()


def test_event_predicates_are_sorted_and_unlike() -> None:
    rows = [tuple(row.values()) for row in table("seeds", "lexicons", "event-predicates.tsv")]
    assert rows == sorted(rows, key=lambda r: (r[6], r[1], r))
    assert len({row[:6] for row in rows}) == len(rows) >= 1500


@pytest.mark.parametrize(
    ("file", "column", "allowed"),
    [
        ("event-nouns.tsv", "use", set(get_args(lexicon.Use))),
        ("event-classes.tsv", "class", set(get_args(TimeMLClass))),
        ("event-predicates.tsv", "upos", {"VERB", "NOUN", "ADJ"}),
        (
            "embedding-predicates.tsv",
            "effect",
            {
                "negative",
                "implicative",
                "topic",
                "factive",
                "halted",
                "set",
                "plan",
                "expected",
                "request",
                "enabled",
                "possible",
                "probable",
                "alleged",
                "deny",
            },
        ),
    ],
)
def test_cells_are_of_the_kinds_that_the_header_tells(file: str, column: str, allowed: set[str]) -> None:
    assert {row[column] for row in table("seeds", "lexicons", file)} <= allowed


def test_conditions_name_what_exists() -> None:
    sets = {row["set"] for row in table("seeds", "lexicons", "event-noun-sets.tsv")}
    known = concepts() | sets | lexicon.noun_kinds() | {"PERSON", "PLACE", "NAME"}
    for row in table("seeds", "lexicons", "event-predicates.tsv"):
        for cell in (row["object"], row["with"]):
            named = {c for c in cell.split("|") if c.isupper() and c not in "$€£"}
            assert named <= known, row
