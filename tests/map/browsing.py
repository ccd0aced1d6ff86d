"""A page of the map in a browser, as its tests see it."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from dateline.map import Asking, TimelineView

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
        base_link: str | None = None,
        asking: Asking | None = None,
        **options: Any,
    ) -> Shown: ...
