"""Questions in the page: Oxigraph's WebAssembly answers them in a Worker, and nothing leaves the page."""

import pytest
import views
from browsing import Show, Shown
from test_access import faults

from dateline.map import Asking

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
EVENTS = f"PREFIX rdfs: <{LABEL[:-5]}>\nSELECT ?event ?label WHERE {{ ?event rdfs:label ?label }} ORDER BY ?label"


def turtle() -> str:
    """A graph of the story's events and of what would be markup."""
    lines = [f'<{e.iri.removeprefix(views.BASE)}> <{LABEL}> "{e.label}" .' for e in views.strike().events]
    return "\n".join([*lines, f'<x> <{LABEL}> "<img src=x onerror=window.hacked=1>" .'])


@pytest.fixture
def shown(show: Show) -> Shown:
    queries = (("All events", "Every event with its label.", f"# All events\n#\n\n{EVENTS}"), ("None", "Nothing.", "ASK {}"))
    asking = Asking(turtle=turtle(), base=views.BASE, queries=queries)
    return show(views.strike(), at="view=ask", asking=asking)


def ask(shown: Shown, question: str | None = None) -> str:
    """What the page says below the question."""
    if question is not None:
        shown.page.fill("#question", question)
    shown.page.click("#ask-run")
    shown.until(
        "!document.querySelector('#ask-run').disabled && !/ing…$/.test(document.querySelector('#answer-note').textContent)"
    )
    return shown.text("#answer-note")


def test_a_shipped_query_is_answered_and_its_answers_lead_to_the_map(shown: Shown) -> None:
    assert shown.page.input_value("#question").startswith("PREFIX rdfs:")
    assert ask(shown).startswith("39 rows in")
    shown.page.get_by_role("button", name="Police use batons").click()
    assert shown.text("#panel h2") == "Police use batons"
    shown.page.select_option("#shipped", label="None")
    assert ask(shown).startswith("1 row in")
    assert shown.text("#answer td") == "yes"
    assert shown.complaints == []
    assert [url for url in shown.requests if not url.startswith("blob:")] == [shown.url]


@pytest.mark.parametrize(
    "question",
    ["SELECT nonsense", "INSERT DATA { <a> <b> <c> }", "SELECT * WHERE { SERVICE <https://example.org/sparql> { ?s ?p ?o } }"],
)
def test_what_cannot_be_answered_says_why_and_changes_nothing(shown: Shown, question: str) -> None:
    assert ask(shown, question).startswith("That could not be answered: ")
    assert ask(shown, EVENTS).startswith("39 rows in")
    assert not [url for url in shown.requests if url.startswith("http")]


def test_answers_are_text(shown: Shown) -> None:
    ask(shown)
    assert "<img src=x" in shown.text("#answer")
    assert shown.page.evaluate("window.hacked") is None
    assert shown.page.locator("#answer img").count() == 0


def test_axe_finds_nothing_wrong_with_asking(shown: Shown) -> None:
    ask(shown)
    assert faults(shown) == []


def test_a_link_to_asking_leads_to_the_timeline_of_a_page_that_cannot(show: Show) -> None:
    shown = show(views.strike(), at="view=ask")
    assert shown.page.locator("#map").is_visible()
    assert shown.page.locator("#show-ask").count() == 0
