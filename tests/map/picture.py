"""The README's picture, taken from the real page: `python tests/map/picture.py`, after `dateline build`.

Shows the sample article with its meeting in Doha chosen, so that the evidence panel is seen as well.
"""

import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from conftest import PROGRAMS, QUIET

EXPORTS = Path(__file__).parents[2] / "exports"


def take(page_file: Path, picture: Path, words: str) -> None:
    """Open the page, choose the event that the words search for, and take a picture of the window."""
    program = next(found for name in PROGRAMS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
        page.goto(page_file.resolve().as_uri())
        while not page.evaluate("document.documentElement.dataset.ready"):
            time.sleep(0.05)
        page.click("#show-list")
        page.get_by_role("link", name=words).first.click()
        page.click("#show-map")
        page.mouse.move(5, 5)
        time.sleep(0.8)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(EXPORTS / "timeline.html", EXPORTS / "timeline.png", sys.argv[1] if len(sys.argv) > 1 else "in Doha")
