"""What an article tells of: its events, what kind each is, and whether it is said to have come about.

`find` turns annotated documents into documents with events. It looks at tokens and their Universal Dependencies tree alone;
what it knows of words lies in the event files of `seeds/lexicons`. What counts as an event is told in `schema/events.md`.
"""

from collections.abc import Iterable, Iterator

from dateline.find.events import with_events
from dateline.model import Document
from dateline.tree import Tree

__all__ = ["find"]


def find(documents: Iterable[Document]) -> Iterator[Document]:
    """Each document with its events (spans of one word) and the outcome of its sentences."""
    for document in documents:
        yield with_events(document, Tree(document))
