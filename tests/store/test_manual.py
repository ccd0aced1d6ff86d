"""The page about the vocabulary is made from it, and every term is explained."""

from dataclasses import replace

import pytest

from dateline import resources
from dateline.store import open_store
from dateline.store.manual import Term, Type, markdown, own_terms, rules, types
from store.sample import harbour
from store.test_graph import merged


def test_the_page_is_fresh() -> None:
    kept = resources.path("schema", "vocabulary.md").read_text(encoding="utf-8")
    assert kept == markdown(), "schema/vocabulary.md is stale: dateline vocabulary --out schema/vocabulary.md"


@pytest.mark.parametrize("term", own_terms(), ids=lambda t: t.name)
def test_every_term_is_explained(term: Term) -> None:
    assert term.label
    assert len(term.comment) > 20
    assert term.examples


@pytest.mark.parametrize("term", types(), ids=lambda t: t.name)
def test_every_type_is_explained(term: Type) -> None:
    assert term.label
    assert term.definition
    assert term.examples


def test_every_rule_says_what_is_wrong() -> None:
    assert all(rule.label and rule.targets and rule.messages for rule in rules())


def test_what_graphs_use_is_explained_or_of_another_vocabulary() -> None:
    store = open_store(merge=merged)
    store.add([harbour()])
    known = {term.name for term in own_terms()}
    used = {str(p) for (p,) in store.select("SELECT DISTINCT ?p { ?s ?p ?o }", shorten=True).rows}
    used |= {str(c) for (c,) in store.select("SELECT DISTINCT ?c { ?s a ?c }", shorten=True).rows}
    assert {name for name in used if name.startswith("dl:")} <= known


def test_hierarchies_serve_queries() -> None:
    """A question for a type finds the events of the types below it, since a graph holds these types too."""
    below = next(t for t in types() if t.above)
    store = open_store()
    store.add([replace(harbour(), events=(replace(harbour().events[0], type=below.name.removeprefix("dlt:")),))])
    for name in (below.name, *below.above):
        assert store.ask(f"ASK {{ ?e sem:eventType/skos:broader* {name} }}")
    assert not store.ask("ASK { ?e sem:eventType/skos:broader* dlt:WIN }")
