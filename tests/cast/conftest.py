"""Events by hand, so that casting is tested apart from finding."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.cast import cast
from dateline.date import date
from dateline.model import Document, Event


def events_of(document: Document, triggers: tuple[str, ...]) -> tuple[Event, ...]:
    """An event for each trigger word, taken in the order of the text."""
    found, position = [], 0
    for trigger in triggers:
        token = next(t for t in document.tokens if t.text == trigger and t.start >= position)
        position = token.end
        found.append(
            Event(id=f"e{len(found) + 1}", start=token.start, end=token.end, text=token.text, lemma=token.lemma.lower(), label="")
        )
    return tuple(found)


@pytest.fixture(scope="session")
def played(parse: Callable[..., Document]) -> Callable[[str, str], Document]:
    """Cast a sentence in which the trigger words are given: `played("Rebels attacked.", "attacked")`."""

    def run(text: str, triggers: str) -> Document:
        document = next(date([parse(text, date="2023-11-24")]))
        return next(cast([replace(document, events=events_of(document, tuple(triggers.split())))]))

    return run
