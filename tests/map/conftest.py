"""A headless browser for the page's tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from browsing import Show, Shown

from dateline.map import Asking, TimelineView, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without these the browser talks to its maker at every start, and needs a sandbox that containers do not give.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _missing(why: str) -> NoReturn:
    if os.environ.get("DATELINE_REQUIRE_BROWSER"):
        pytest.fail(f"{why}, though DATELINE_REQUIRE_BROWSER is set")
    pytest.skip(f"{why}: the page is not tested in a browser")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium or Chrome as installed on this machine."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if not program:
        _missing("no Chromium or Chrome is installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Opens the page for a view: `show(view, width=390, dark=True, script=False, at="view=net")`."""
    contexts = []

    def opened(
        view: TimelineView,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        at: str = "",
        base_link: str | None = None,
        asking: Asking | None = None,
        **options: Any,
    ) -> Shown:
        path = tmp_path / "page.html"
        write(view, path, base_link=base_link, asking=asking)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            **{"locale": "en-GB", **options},
        )
        contexts.append(context)
        shown = Shown(context.new_page(), path.as_uri())
        shown.listen()
        shown.page.goto(shown.url + (f"#{at}" if at else ""))
        if script:
            shown.until("document.documentElement.dataset.ready === 'true'")
        return shown

    yield opened
    for context in contexts:
        context.close()
