"""An article on the desk of those who merge: its tellings are read when something new is to be decided about them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dateline.merge.candidates import Shelf
from dateline.merge.decisions import Rulings, place
from dateline.merge.forms import PAGE
from dateline.merge.memory import Memory, stamp
from dateline.merge.page import Page, page
from dateline.merge.telling import Glimpse, Key, Telling, glimpse, tellings
from dateline.model import Document, Event

OPEN = 2_000  # articles whose tellings are at hand at a time


class Sheet:
    """The tellings of one article in the order of the text, known by a stamp of all that they depend on."""

    def __init__(
        self,
        document: Document,
        page: Page,
        actor_of: Mapping[tuple[str, str], str],
        rulings: Rulings,
        memory: Memory,
    ) -> None:
        self.article, self._document, self._page, self._actor_of = document.article.id, document, page, actor_of
        found = (e for e in document.events if not rulings.is_none(self.place(e)))
        self.events: Sequence[Event] = sorted(found, key=lambda e: (e.start, e.end, e.id))
        acting = sorted({r.actor for e in self.events for r in e.roles if r.actor})
        named = (actor_of.get((self.article, actor), "") for actor in acting)
        left_out = len(self.events) < len(document.events) and [e.id for e in self.events]
        self.stamp = stamp("sheet", self.article, memory.digest(self.article), *named, left_out)

    def known_as(self) -> Iterator[Key]:
        """How its tellings are known."""
        return ((self.article, e.id) for e in self.events)

    def place(self, event: Event) -> str:
        """How people name a telling."""
        return place(self.article, event.start, event.end)

    def glimpses(self) -> Iterator[Glimpse]:
        """Its tellings at a glance."""
        return (glimpse(event, self._page, self._actor_of) for event in self.events)

    @property
    def tellings(self) -> Sequence[Telling]:
        """The tellings, read when they are asked for."""
        return self.shelf.tellings

    @property
    def shelf(self) -> Shelf:
        """The tellings by what they are found by."""
        return _read(self)

    def _read(self) -> Shelf:
        wanted = {e.id for e in self.events}
        return Shelf([t for t in tellings(self._document, self._page, self._actor_of) if t.event.id in wanted])


@lru_cache(maxsize=OPEN)
def _read(sheet: Sheet) -> Shelf:
    return sheet._read()


def known_page(document: Document, memory: Memory) -> Page:
    """A document's page, made once."""
    article = document.article.id
    return memory.recall(stamp("page", article, memory.digest(article)), lambda: page(document), PAGE)
