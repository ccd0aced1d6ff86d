"""The query page in a browser: a person who knows SPARQL finds answers there."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from serve.conftest import Client

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture
def visit(client: Client) -> Callable[[Callable[["Page"], Any]], Any]:
    """Runs steps on the query page; in a thread, since the browser of other tests may be open in this one."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if not program and os.environ.get("DATELINE_REQUIRE_BROWSER"):
        pytest.fail("no Chromium or Chrome is installed, though DATELINE_REQUIRE_BROWSER is set")
    if not program:
        pytest.skip("no Chromium or Chrome is installed")

    def steps(act: Callable[["Page"], Any]) -> Any:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            complaints: list[str] = []
            asked: list[str] = []
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.goto(client.url)
            page.wait_for_selector("#desk[data-ready=true]")
            found = act(page)
            browser.close()
        assert all(url.startswith((client.url, "data:", "blob:")) for url in asked)
        assert not complaints
        return found

    def run(act: Callable[["Page"], Any]) -> Any:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(steps, act).result()

    return run


def rows(page: "Page") -> list[list[str]]:
    page.wait_for_selector("#run:not([disabled])")
    return [row.locator("td").all_inner_texts() for row in page.locator("#result tbody tr").all()]


def test_shipped_questions_are_asked_with_other_values(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        page.click("button[data-name='actor-timeline']")
        page.fill("#parameter-actor", 'ana "} vidal\\')
        page.click("#run")
        assert rows(page) == []
        assert "0 rows" in page.inner_text("#told")
        page.fill("#parameter-actor", "ana vidal")
        page.click("#run")
        assert [row[0] for row in rows(page)] == ["2024-03-07", ""]
        page.click("button[data-name='between-dates']")
        page.fill("#parameter-from", "2024-03-04")
        page.fill("#parameter-to", "2024-03-04")
        page.click("#run")
        assert "12 dockers injured" in str(rows(page))

    visit(act)


def test_a_query_of_ones_own_with_completion(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        page.fill("#text", "")
        page.focus("#text")
        page.keyboard.type("SELECT ?label { ?event dl:contes")
        page.wait_for_selector("#offers li")
        assert "claims about the event disagree" in page.inner_text("#offers li:has-text('dl:contested')")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Tab")
        page.keyboard.type(" true ; rdfs:label ?la")
        page.keyboard.press("Enter")
        page.keyboard.type(" }")
        assert page.input_value("#text") == "SELECT ?label { ?event dl:contested true ; rdfs:label ?label }"
        page.keyboard.press("Control+Enter")
        assert rows(page) == [["Police attack dockers"]]
        with page.expect_download() as download:
            page.click("#csv")
        assert download.value.path().read_bytes() == b"label\r\nPolice attack dockers\r\n"

    visit(act)


def ask(page: "Page", name: str, **values: str) -> list[list[str]]:
    """The rows of a shipped question."""
    page.click(f"button[data-name='{name}']")
    for parameter, value in values.items():
        page.fill(f"#parameter-{parameter}", value)
    page.click("#run")
    return rows(page)


def test_ten_questions_are_answered_from_the_page_alone(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        # who met whom in Porto Sal, and when?
        assert ask(page, "who-met-whom")[0][:5] == ["2024-03-07", "actual", "Ana Vidal", "Tomas Reke", "Porto Sal"]
        # what does Reke claim?
        page.click("button[data-name='claims-by-speaker']")
        page.focus("#parameter-speaker")
        page.keyboard.type("rek")
        page.wait_for_selector("#names-speaker option[value='Tomas Reke']", state="attached")
        assert [row[:4] for row in ask(page, "claims-by-speaker", speaker="Tomas Reke")] == [
            ["Tomas Reke", "affirms", "claimed", "12 dockers injured"]
        ]
        # which events are planned?
        assert "Both sides sign an agreement" in str(ask(page, "planned"))
        assert "some day between" in page.inner_text("#dates")
        # how many were hurt or killed, and who says so?
        assert [row[:5] for row in ask(page, "figures")] == [
            ["injured", "12", "", "people", "Tomas Reke"],
            ["killed", "3", "5", "people", "unknown publisher"],
        ]
        # what is denied, and by whom?
        assert "The port authority" in str(ask(page, "denied"))
        # what took place between two days?
        assert [row[3] for row in ask(page, "between-dates", **{"from": "2024-03-07", "to": "2024-03-07"})] == [
            "Ana Vidal meets Tomas Reke in Porto Sal"
        ]
        # who attacked whom?
        page.click("button[data-name='who-did-what-to-whom']")
        page.focus("#parameter-type")
        page.wait_for_selector("#names-type option[value='assault']", state="attached")
        assert [row[2:4] for row in ask(page, "who-did-what-to-whom", type="assault")] == [["police", "dockers"]]
        # what is dated to the day, and why?
        assert "the Thursday before publication" in str(ask(page, "why-this-date"))
        # which sentence supports an event?
        page.click("#result a:text-is('Ana Vidal meets Tomas Reke in Porto Sal')")
        assert "Minister Ana Vidal met union leader Tomas Reke" in page.inner_text("article")
        # what is there about an actor?
        page.go_back()
        page.wait_for_selector("#desk[data-ready=true]")
        ask(page, "who-met-whom")
        page.click("#result a:text-is('Tomas Reke')")
        page.wait_for_selector("h1:has-text('Tomas Reke')")
        assert "2024-03-07: Ana Vidal meets Tomas Reke in Porto Sal" in page.inner_text("tr:has-text('first seen')")
        assert "Ana Vidal" in page.inner_text("h2:text-is('Whom they met') + table")
        assert "Ana Vidal meets Tomas Reke in Porto Sal" in page.inner_text("h2:text-is('What was done to them') + table")
        assert "Reke said at least 12 dockers were injured" in page.inner_text("h2:text-is('What they said') + table")

    visit(act)


def test_types_and_actors_are_completed_by_what_they_are_called(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        page.fill("#text", "")
        page.focus("#text")
        page.keyboard.type("SELECT ?l { ?e rdfs:label ?l ; sem:eventType meet")
        page.click("#offers li:has-text('dlt:CONSULT')")
        page.keyboard.type(" ; dl:agent vida")
        page.wait_for_selector("#offers li:has-text('<actor/person/ana-vidal>')")
        page.keyboard.press("Tab")
        page.keyboard.type(' ; dl:patient/rdfs:label "Tomas')
        page.wait_for_selector("#offers li:has-text('Tomas Reke')")
        page.keyboard.press("Enter")
        page.keyboard.type('" }')
        assert page.input_value("#text").endswith(
            'dlt:CONSULT ; dl:agent <actor/person/ana-vidal> ; dl:patient/rdfs:label "Tomas Reke" }'
        )
        page.keyboard.press("Control+Enter")
        assert rows(page) == [["Ana Vidal meets Tomas Reke in Porto Sal"]]
        page.fill("#text", "")
        page.keyboard.type("SELECT * WHERE")
        page.keyboard.press("Enter")
        page.keyboard.type("{ ?e a event")
        page.wait_for_selector("#offers li")
        page.keyboard.press("Enter")
        assert page.input_value("#text") == "SELECT * WHERE\n{ ?e a event\n"
        page.keyboard.press("Control+Space")
        page.keyboard.press("Escape")
        assert page.locator("#offers").is_hidden()
        assert "Try another actor" in (ask(page, "actor-timeline", actor="nobody"), page.inner_text("#told"))[1]

    visit(act)


def test_what_is_wrong_is_told_and_things_have_pages(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        page.fill("#text", "ASK { ?e a dl:Claim }")
        page.click("#run")
        page.wait_for_selector("#told:has-text('Yes')")
        page.fill("#text", 'SELECT ?e { ?e dl:Status "actual" }')
        page.click("#run")
        page.wait_for_selector("#told:has-text('The vocabulary has no dl:Status (write dl:status)')")
        page.fill("#search input", "dockers attack")
        page.keyboard.press("Enter")
        page.click("#hits a")
        page.wait_for_selector("h1:has-text('Police attack dockers')")
        page.click("a:has-text('Porto Sal')")
        page.wait_for_selector("h1:has-text('Porto Sal')")

    visit(act)
