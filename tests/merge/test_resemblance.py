"""What speaks for two descriptions being of one actor, and what is never enough."""

import pytest

import factory
from dateline.merge.nodes import Node
from dateline.merge.portraits import portrait
from dateline.merge.resemblance import CERTAIN, likelihood
from dateline.model import Actor, Document, Mention, Sentence

WORD = ["noun same", "one noun", "both described", "type person", "noun same, person"]


def node(phrase: str, kind: str = "group") -> Node:
    text = f"Then {phrase} came."
    actor = Actor(id="a1", name=phrase, type=kind, mentions=(Mention(start=5, end=5 + len(phrase), kind="nominal"),))
    document = Document(
        article=factory.article(text), actors=(actor,), sentences=(Sentence(start=0, end=len(text), first=0, stop=0),)
    )
    return Node(
        id="x",
        name=phrase,
        type=kind,
        kind=None,
        words=(phrase,),
        named=False,
        links=frozenset(),
        genders=frozenset(),
        articles=frozenset("x"),
        members=((document, actor),),
    )


@pytest.mark.parametrize(
    ("phrase", "bare"),
    [
        ("voters", True),
        ("somebody", True),
        ("angry voters", True),
        ("the voters", False),
        ("three voters", False),
        ("his aides", False),
    ],
)
def test_a_kind_has_no_article_owner_or_number(phrase: str, bare: bool) -> None:
    assert portrait("x", [node(phrase)]).bare is bare


def test_police_are_a_body_whatever_they_are_called() -> None:
    assert not portrait("x", [node("cops")]).bare
    assert portrait("x", [node("cops")]).senses == portrait("y", [node("the police")]).senses


def test_a_word_alone_joins_nobody() -> None:
    assert likelihood(WORD) == 0


def test_the_same_words_tell_of_the_same() -> None:
    assert likelihood([*WORD, "one sentence"]) == CERTAIN


@pytest.mark.parametrize("kind", ["both kinds", "one kind", "one article"])
def test_kinds_and_those_held_apart_need_a_common_part(kind: str) -> None:
    assert likelihood([*WORD, kind, "one sentence", "both in the opening"]) == 0
    assert likelihood([*WORD, kind, "same agent 1", "both in the opening"]) > 0.5


def test_what_both_did_says_more_than_what_they_are_called() -> None:
    opening = [*WORD, "both in the opening"]
    assert likelihood([*opening, "same agent 1"]) > likelihood(opening) > likelihood([*opening, "crossed"])
