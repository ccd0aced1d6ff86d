"""An article on the desk of those who merge: its tellings are read when something new is to be decided about them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dateline.merge.candidates import Answers, answers_to
from dateline.merge.decisions import Rulings, place
from dateline.merge.forms import PAGE
from dateline.merge.memory import Memory, stamp
from dateline.merge.telling import Key, Telling, page_of, told
from dateline.model import Document, Event

OPEN = 2_000  # articles whose tellings are at hand at a time


class Sheet:
    """The tellings of one article, known by a stamp of all that they depend on."""

    def __init__(
        self, document: Document, actor_of: Mapping[tuple[str, str], str], origin: str, rulings: Rulings, memory: Memory
    ) -> None:
        self.article, self._document, self._actor_of = document.article.id, document, actor_of
        found = (e for e in document.events if not rulings.is_none(self.place(e)))
        self.events: Sequence[Event] = sorted(found, key=lambda e: (e.start, e.end, e.id))
        digest = memory.digest(self.article)
        acting = sorted({r.actor for e in self.events for r in e.roles if r.actor})
        named = (actor_of.get((self.article, actor), "") for actor in acting)
        left_out = len(self.events) < len(document.events) and [e.id for e in self.events]
        self.stamp = stamp("sheet", self.article, digest, origin, *named, left_out)
        self.page = memory.recall(stamp("page", self.article, digest), lambda: page_of(document), PAGE)

    def known_as(self) -> Iterator[Key]:
        """How its tellings are known."""
        return ((self.article, e.id) for e in self.events)

    def place(self, event: Event) -> str:
        """How people name a telling."""
        return place(self.article, event.start, event.end)

    def read(self) -> tuple[list[Telling], list[Answers]]:
        """Its tellings in the order of the text, and what they answer to."""
        return _read(self)

    def _read(self) -> tuple[list[Telling], list[Answers]]:
        wanted = {e.id for e in self.events}
        some = (t for t in told(self._document, self.page, self._actor_of) if t.event.id in wanted)
        tellings = sorted(some, key=lambda t: t.order)
        return tellings, [answers_to(t) for t in tellings]


@lru_cache(maxsize=OPEN)
def _read(sheet: Sheet) -> tuple[list[Telling], list[Answers]]:
    return sheet._read()
