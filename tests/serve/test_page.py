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


def test_what_is_wrong_is_told_and_things_have_pages(visit: Callable[..., Any]) -> None:
    def act(page: "Page") -> None:
        page.fill("#text", "ASK { ?e a dl:Claim }")
        page.click("#run")
        page.wait_for_selector("#told:has-text('Yes')")
        page.fill("#search input", "dockers attack")
        page.keyboard.press("Enter")
        page.click("#hits a")
        page.wait_for_selector("h1:has-text('Police attack dockers')")
        page.click("a:has-text('Porto Sal')")
        page.wait_for_selector("h1:has-text('Porto Sal')")

    visit(act)
