"""Cast events whose trigger words a test gives, so that casting and labelling are tested apart from finding."""

from collections.abc import Callable
from dataclasses import replace

from dateline.cast import cast
from dateline.date import date
from dateline.find.mending import mended
from dateline.model import Document, Event

Parse = Callable[..., Document]


def events_of(document: Document, triggers: tuple[str, ...]) -> tuple[Event, ...]:
    """An event for each trigger word, taken in the order of the text."""
    found: list[Event] = []
    position = 0
    for trigger in triggers:
        token = next(t for t in document.tokens if t.text == trigger and t.start >= position)
        position = token.end
        ident = f"e{len(found) + 1}"
        found.append(Event(id=ident, start=token.start, end=token.end, text=token.text, lemma=token.lemma.lower(), label=""))
    return tuple(found)


def player(parse: Parse) -> Callable[[str, str], Document]:
    """`play(text, triggers)`: a text with the events of some of its words cast; triggers are separated by spaces."""

    def play(text: str, triggers: str) -> Document:
        document = mended(next(date([parse(text, date="2023-11-24")])))
        return next(cast([replace(document, events=events_of(document, tuple(triggers.split())))]))

    return play
