"""Whom articles only describe: one over several articles where he takes the same part in the same happening."""

from collections.abc import Iterable
from itertools import permutations

import pytest

import factory
from dateline.merge import stories
from dateline.model import Actor, Document, Event, Mention, MentionKind, Role, RoleName, Sentence

TYPES = {"rescue": "AID", "praise": "SUPPORT"}
Cast = tuple[RoleName, str, str]  # part, words, type


def telling(ident: str, text: str, verb: str, lemma: str, *cast: Cast) -> Document:
    """An article of one sentence that tells one event; words in capitals of the first letter are names."""
    actors, roles = [], []
    for n, (role, words, kind) in enumerate(cast, 1):
        start = text.index(words)
        known: MentionKind = "name" if words[0].isupper() else "nominal"
        mention = Mention(start=start, end=start + len(words), kind=known)
        name = words if words[0].isupper() else words.partition(" ")[2]
        actors.append(Actor(id=f"a{n}", name=name, type=kind, mentions=(mention,)))
        roles.append(Role(start=mention.start, end=mention.end, role=role, actor=f"a{n}"))
    start = text.index(verb)
    event = Event(
        id="e1", start=start, end=start + len(verb), text=verb, lemma=lemma, label=verb, type=TYPES[lemma], roles=tuple(roles)
    )
    article = factory.article(text, id=ident)
    sentences = (Sentence(start=0, end=len(text), first=0, stop=0),)
    return Document(article=article, events=(event,), actors=tuple(actors), sentences=sentences)


def rescue(ident: str, who: str, whom: str, kind: str = "person") -> Document:
    text = f"Harbour pilots: {who} rescued {whom} from the burning trawler Osprey off Vellamo."
    return telling(ident, text, "rescued", "rescue", ("agent", who, "person"), ("patient", whom, kind))


def groups(documents: Iterable[Document]) -> set[frozenset[str]]:
    """The articles whose second actor is one."""
    return {frozenset(a for a, key in actor.members if key == "a2") for actor in stories(documents).actors} - {frozenset()}


def test_who_is_described_alike_in_one_happening_is_one() -> None:
    documents = [rescue("x", "Mara Lind", "a fisherman"), rescue("y", "Mara Lind", "the fisherman")]
    assert groups(documents) == {frozenset("xy")}


def test_who_is_named_in_one_article_is_whom_the_other_describes() -> None:
    documents = [rescue("x", "Mara Lind", "Tom Oduya"), rescue("y", "Mara Lind", "the skipper")]
    (actor,) = (a for a in stories(documents).actors if ("x", "a2") in a.members)
    assert actor.name == "Tom Oduya"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a woman", "a man"),
        ("a Finnish sailor", "a Peruvian sailor"),
        ("Tom Oduya", "Ana Lima"),
    ],
)
def test_what_tells_two_apart(one: str, other: str) -> None:
    assert groups([rescue("x", "Mara Lind", one), rescue("y", "Mara Lind", other)]) == {frozenset("x"), frozenset("y")}


def test_one_and_several_are_two() -> None:
    documents = [rescue("x", "Mara Lind", "a sailor"), rescue("y", "Mara Lind", "the sailors", "group")]
    assert groups(documents) == {frozenset("x"), frozenset("y")}


def test_two_named_apart_are_not_joined_by_whom_others_describe() -> None:
    named = [rescue("x", "Mara Lind", "Tom Oduya"), rescue("y", "Mara Lind", "Ben Okri")]
    found = groups([*named, rescue("z", "Mara Lind", "the skipper")])
    assert not any({"x", "y"} <= group for group in found)


def test_the_same_words_of_another_affair_are_somebody_else() -> None:
    other = "The council of Sandvik praised a teacher who rescued the fisherman's archive of maps."
    elsewhere = telling(
        "y", other, "praised", "praise", ("agent", "The council", "organization"), ("patient", "a teacher", "person")
    )
    documents = [rescue("x", "Mara Lind", "a teacher"), elsewhere]
    assert groups(documents) == {frozenset("x"), frozenset("y")}


def test_the_order_of_articles_changes_nothing() -> None:
    documents = [rescue("x", "Mara Lind", "a sailor"), rescue("y", "Mara Lind", "the sailor"), rescue("z", "Ana Lima", "a man")]
    assert len({stories(order) for order in permutations(documents)}) == 1


def test_an_article_taken_out_leaves_what_the_others_imply() -> None:
    documents = [
        rescue("x", "Mara Lind", "a sailor"),
        rescue("y", "Mara Lind", "the sailor"),
        rescue("z", "Mara Lind", "Tom Oduya"),
    ]
    assert stories(documents[:2]) == stories([d for d in documents if d.article.id != "z"])
    assert {m for a in stories(documents[:2]).actors for m in a.members} == {(k, a) for k in "xy" for a in ("a1", "a2")}
