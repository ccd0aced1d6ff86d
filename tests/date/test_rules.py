"""The rule file: each rule's own examples hold, and every name in it is known."""

import pytest

import factory
from dateline.date import date
from dateline.date.guards import GUARDS
from dateline.date.reading import NORMALISERS
from dateline.date.rules import Rule, load
from dateline.model import Document, Time

EXAMPLES = [(rule.name, phrase, value) for rule in load().all for phrase, value in rule.examples.items()]


def times(text: str, day: str | None = "2023-11-24") -> tuple[Time, ...]:
    """The times of a text that no parser has seen."""
    return next(iter(date([Document(article=factory.article(text, day=day))]))).times


@pytest.mark.parametrize(("name", "phrase", "value"), EXAMPLES, ids=[f"{n}: {p}" for n, p, _ in EXAMPLES])
def test_example(name: str, phrase: str, value: str) -> None:
    found = {time.value: time.rule for time in times(phrase)}
    assert value in found
    assert found[value] == name


@pytest.mark.parametrize("rule", load().all, ids=lambda rule: rule.name)
def test_names_are_known(rule: Rule) -> None:
    assert rule.normaliser in NORMALISERS
    assert set(rule.guards) <= GUARDS.keys()


def test_names_are_unique() -> None:
    names = [rule.name for rule in load().all]
    assert len(names) == len(set(names))
