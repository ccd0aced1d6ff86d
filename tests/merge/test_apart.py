"""Which tellings of one article are one event, and which are only alike: headlines, lists, words that set apart."""

import pytest

from dateline.extract import extract
from dateline.merge import stories
from dateline.model import Document
from dateline.read import from_json


def read(text: str) -> Document:
    """A document with all layers; its first line is the headline."""
    return next(iter(extract([from_json({"id": "test", "text": text, "date": "2024-05-06", "title": text.partition("\n")[0]})])))


def together(document: Document, one: str, other: str) -> bool:
    """Whether two triggers, told apart by their words or their order, are in one event."""
    found = [e for e in document.events if e.text in (one, other)]
    first = next(e for e in found if e.text == one)
    second = next(e for e in found if e.text == other and e is not first)
    homes = {member: event.id for event in stories([document]).events for member in event.members}
    return homes[document.article.id, first.id] == homes[document.article.id, second.id]


def test_a_headline_tells_what_the_lead_tells() -> None:
    text = "Orlo Foods buys rival bakery\n\nThe Orlo Foods group bought a rival bakery on Friday, the firm said. Shares fell."
    assert together(read(text), "buys", "bought")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Orlo sues Marenholm Bank\n\nThe case opens on Friday. Orlo has twice before sued Marenholm Bank.", "sues", "sued"),
        ("Man in court\n\nHe was charged with murder and with intent to murder a guard, the court said.", "murder", "murder"),
        (
            "Two arrests\n\nAna Lima was arrested on Friday in Porto Sal. Tom Oduya was arrested on Saturday in Porto Sal.",
            "arrested",
            "arrested",
        ),
    ],
    ids=["twice before", "a list", "another person"],
)
def test_what_is_only_alike_stays_apart(text: str, one: str, other: str) -> None:
    assert not together(read(text), one, other)
