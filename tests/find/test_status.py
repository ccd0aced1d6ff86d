"""The status of an event, where grammar and network may differ."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import factory
from dateline.find import find
from dateline.find.factuality import STATUS, Standing
from dateline.find.status import FAIR, FIRM, LOOSE, SAID, SURE, candidates, lead, settled
from dateline.model import Document, Status
from dateline.tree import Tree

Parse = Callable[..., Document]


def heard(document: Document, at: str, **likely: float) -> tuple[Tree, int]:
    """A tree in which the network gives an event's word these likelihoods."""
    i = next(i for i, t in enumerate(document.tokens) if t.text == at)
    tokens = [replace(t, statuses=likely) if k == i else t for k, t in enumerate(document.tokens)]
    return Tree(replace(document, tokens=tuple(tokens))), i


def test_what_is_said_of_a_status_has_that_status() -> None:
    assert {said.status for said in SAID.values()} == set(SAID) == {"actual", *(status for _, status in STATUS)}
    assert all(said.status == status for status, said in SAID.items())


def test_a_network_that_agrees_changes_nothing(parse: Parse) -> None:
    tree, i = heard(parse("The ministers will meet in Oslo."), "meet", planned=1.0)
    by = Standing(planned=True, probable=True)
    assert settled(tree, i, by) is by


def test_a_network_that_is_sure_is_heard(parse: Parse) -> None:
    tree, i = heard(parse("The ministers travel to Oslo on Friday for talks."), "talks", planned=0.98, actual=0.02)
    assert settled(tree, i, Standing()).status == "planned"


@pytest.mark.parametrize(
    ("by", "least"),
    [
        (Standing(), LOOSE),
        (Standing(reasoned=True), FAIR),
        (Standing(planned=True, aimed=True), FAIR),
        (Standing(planned=True, reasoned=True), FAIR),
        (Standing(planned=True), FIRM),
        (Standing(planned=True, reasoned=True, narrow=True), SURE),
    ],
)
def test_the_better_the_reason_the_surer_the_network_must_be(by: Standing, least: float) -> None:
    assert LOOSE < FAIR < FIRM < SURE
    assert lead(by) == least


def test_without_likelihoods_grammar_decides() -> None:
    document = factory.document(factory.KILLING)
    (made,) = find([document])
    assert [e.status for e in made.events] == ["actual"]


@pytest.mark.parametrize("by", ["actual", "negated"])
def test_the_unlikely_is_no_candidate(parse: Parse, by: Status) -> None:
    tree, i = heard(parse("The ministers met."), "met", actual=0.9, planned=0.06, generic=0.04)
    assert set(candidates(tree.tokens[i], by)) == {by, "actual", "planned"}
    assert candidates(tree.tokens[i], by)[0] == by


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Kenya did not sign the treaty.", "sign", "negated"),
        ("Kenya will not sign the treaty.", "sign", "actual"),
        ("Kenya may not sign the treaty.", "sign", "possible"),
        ("The minister does not agree with the plan.", "agree", "actual"),
        ("Turkey does not recognise Cyprus.", "recognise", "actual"),
        ("They did not agree on a date.", "agree", "negated"),
        ("The police did not release the name.", "release", "negated"),
    ],
)
def test_who_will_not_do_something_has_refused_it(parse: Callable[..., Document], text: str, word: str, status: str) -> None:
    (event,) = [e for d in find([parse(text)]) for e in d.events if e.text == word]
    assert event.status == status
    assert event.polarity == "negative"
