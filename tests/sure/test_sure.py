"""Every event and participant has a confidence, which is higher where the words leave less doubt."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import factory
from dateline.cast import cast
from dateline.extract import extract
from dateline.find import find
from dateline.identify import identify
from dateline.model import Document, Event
from dateline.paths import way
from dateline.record import from_record, to_record
from dateline.resources import table
from dateline.sure import sure
from dateline.sure.confidence import Opinion, opinion, whole
from dateline.sure.lexicon import weights
from dateline.tree import Tree

Parse = Callable[..., Document]


def told(parse: Parse, text: str) -> Document:
    return next(iter(sure(identify(cast(find([parse(text)]))))))


def event(document: Document, at: str) -> Event:
    return next(e for e in document.events if e.text == at)


# -- the stage ----------------------------------------------------------------------------------------------------------


def test_every_event_and_role_has_a_confidence(parse: Parse) -> None:
    document = told(parse, "Police in Lima arrested the mayor, who denied that he had stolen money, officials said on Monday.")
    assert document.events
    for e in document.events:
        assert e.confidence is not None
        assert 0 <= e.confidence <= 1
        assert e.confidence == round(e.confidence, 2)
        assert all(r.confidence is not None and 0 <= r.confidence <= 1 for r in e.roles)


@pytest.mark.parametrize(
    ("clear", "at", "doubtful", "where"),
    [
        ("Police arrested two men in Lima.", "arrested", "The question of a return to form came up.", "return"),
        ("Rebels killed three soldiers.", "killed", "Talks of a blast swept the fair.", "blast"),
        ("The soldiers attacked a convoy near Oslo.", "attacked", "Critics bombed the film.", "bombed"),
    ],
)
def test_plain_words_are_surer_than_figures_of_speech(parse: Parse, clear: str, at: str, doubtful: str, where: str) -> None:
    surer, other = event(told(parse, clear), at), event(told(parse, doubtful), where)
    assert (surer.confidence or 0) > 0.6
    assert (surer.confidence or 0) > (other.confidence or 0) + 0.05
    assert other.doubt


def test_a_subject_is_surer_than_what_hangs_far_away(parse: Parse) -> None:
    document = told(
        parse, "Police said the men, who had come from Lima with a truck for the fair, stole money from shops on the way."
    )
    (agent,) = [r for r in event(document, "said").roles if r.role == "agent"]
    others = [r.confidence or 0 for e in document.events for r in e.roles if r.role not in ("agent", "patient")]
    assert agent.confidence is not None
    assert not others or agent.confidence > min(others)


def test_trees_that_come_with_the_text_have_one_too() -> None:
    document = factory.document(factory.KILLING)
    (made,) = sure(identify(cast(find([document]))))
    assert (event(made, "killed").confidence or 0) > 0.6


def test_it_changes_nothing_else_and_is_the_same_every_time(parse: Parse) -> None:
    (before,) = identify(cast(find([parse("Chad attacked Sudan on Monday.")])))
    (one,), (two,) = sure([before]), sure([before])
    assert one == two
    assert without_confidence(one) == without_confidence(before)


def without_confidence(document: Document) -> Document:
    """A document as it would be if nobody had asked how sure it is."""
    roles = {e.id: tuple(replace(r, confidence=None) for r in e.roles) for e in document.events}
    return replace(document, events=tuple(replace(e, confidence=None, doubt="", roles=roles[e.id]) for e in document.events))


def test_it_stands_in_the_record() -> None:
    (document,) = extract([factory.article("Chad attacked Sudan on Monday.")])
    record = to_record(document)
    (written,) = [e for e in record["events"] if e["text"] == "attacked"]
    assert written["confidence"] == event(document, "attacked").confidence
    assert [r["confidence"] for r in written["roles"]] == [r.confidence for r in event(document, "attacked").roles]
    assert from_record(record).events == document.events
    old = {k: v for k, v in written.items() if k not in ("confidence", "doubt")}
    old["roles"] = [{k: v for k, v in r.items() if k != "confidence"} for r in old["roles"]]
    (read,) = from_record({**record, "events": [old]}).events
    assert read.confidence is None  # a record of an earlier version: unknown


# -- its parts ----------------------------------------------------------------------------------------------------------


def test_what_is_told_is_summed_and_the_worst_is_named() -> None:
    known = {"any": 1.0, "far away": -2.0, "near": 0.5, "a bit odd": -0.1}
    assert opinion("it", ["any"], known).likelihood == pytest.approx(0.731, abs=0.001)
    assert opinion("it", ["any", "any", "unheard of"], known) == opinion("it", ["any"], known)
    doubted = opinion("it", ["any", "near", "far away"], known)
    assert doubted.likelihood == pytest.approx(0.378, abs=0.001)
    assert doubted.against == "far away"
    assert opinion("it", ["any", "a bit odd"], known).against == ""
    assert opinion("it", ["a topic"], {"a topic": -2.0}).against == ""  # says no more than what it is about


def test_an_event_is_less_sure_than_any_part_of_it_gets() -> None:
    known = weights()["event"]
    good, poor = Opinion("", 0.95), Opinion("", 0.4)
    assert whole(good, [good], good, known) > whole(good, [good, poor], good, known)
    assert whole(good, [good], good, known) > whole(poor, [good], good, known)
    assert whole(good, [good], good, known) > whole(good, [good], poor, known)


def test_the_table_of_weights_is_in_order() -> None:
    rows = list(table("seeds", "lexicons", "confidence-weights.tsv"))
    keys = [(r["of"], r["told"]) for r in rows]
    assert len(set(keys)) == len(keys)
    assert {r["of"] for r in rows} == {"type", "role", "cast", "event"}
    assert all((part, "any") in keys for part in ("type", "role", "cast", "event"))
    assert all(abs(float(r["weight"])) < 6 for r in rows)


TREE = """
    1 Rebels rebel NOUN NNS _ 2 nsubj
    2 seized seize VERB VBD _ 0 root
    3 towns town NOUN NNS _ 2 obj
    4 and and CCONJ CC _ 5 cc
    5 roads road NOUN NNS _ 3 conj
    6 in in ADP IN _ 7 case
    7 Chad Chad PROPN NNP _ 3 nmod
    8 before before SCONJ IN _ 9 mark
    9 fleeing flee VERB VBG _ 2 advcl
"""


@pytest.mark.parametrize(
    ("event_at", "other", "kind"),
    [
        (1, 0, "nsubj"),
        (1, 2, "obj"),
        (1, 4, "obj"),
        (1, 6, "obj below"),
        (8, 0, "advcl beside nsubj"),
        (2, 1, "under obj"),
        (2, 0, "governor's"),
        (1, 1, "itself"),
    ],
)
def test_ways_have_names(event_at: int, other: int, kind: str) -> None:
    assert way(Tree(factory.document(TREE)), event_at, other).kind == kind


def test_a_way_is_as_sure_as_its_weakest_arc() -> None:
    document = factory.document(TREE)
    tokens = tuple(replace(t, sure=0.4) if t.text == "towns" else replace(t, sure=0.9) for t in document.tokens)
    tree = Tree(replace(document, tokens=tokens))
    assert way(tree, 1, 0).least == 0.9
    assert way(tree, 1, 4).least == 0.4
