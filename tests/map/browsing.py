"""A page of the map in a browser, as its tests see it."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from dateline.map import TimelineView

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass
class Shown:
    """A page in the browser, with all that it asked for and complained of."""

    page: "Page"
    url: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def until(self, condition: str) -> None:
        """Wait for a condition; Playwright's own waiting is stopped by the page's security policy."""
        for _ in range(200):
            if self.page.evaluate(condition):
                return
            time.sleep(0.02)
        raise AssertionError(f"never came true: {condition}; {self.complaints}")


# Where an event's mark is on the screen, found by asking the page what is under the pointer as a reader would.
def mark_of(shown: Shown, label: str) -> tuple[float, float]:
    """A point on the timeline at which the tip names an event."""
    box = shown.page.locator("#vis").bounding_box()
    assert box
    for y in range(12, int(box["height"]), 10):
        for x in range(8, int(box["width"]), 12):
            shown.page.mouse.move(box["x"] + x, box["y"] + y)
            tip = shown.page.locator("#tip")
            if tip.is_visible() and label in tip.inner_text():
                return box["x"] + x, box["y"] + y
    raise AssertionError(f"no mark of {label!r}")


class Show(Protocol):
    """Opens the page for a view."""

    def __call__(
        self,
        view: TimelineView,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        at: str = "",
        **options: Any,
    ) -> Shown: ...
