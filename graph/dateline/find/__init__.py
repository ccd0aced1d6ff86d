"""What an article tells of: its events, what kind each is, whether it is said to have come about, and who says so.

`find` turns annotated documents into documents with events. It looks at tokens and their Universal Dependencies tree alone;
what it knows of words lies in the event files of `seeds/lexicons`. What counts as an event is told in `schema/events.md`.
"""

from collections.abc import Iterable, Iterator

from dateline.find.attribution import attribute
from dateline.find.events import with_events
from dateline.find.mending import mended
from dateline.model import Document
from dateline.tree import Tree

__all__ = ["find"]


def find(documents: Iterable[Document]) -> Iterator[Document]:
    """Each document with its events (spans of one word), the outcome of its sentences, and its attributions.

    Where the words show that the parser slipped, its tree is put right first, for all later stages too.
    """
    for document in documents:
        document = mended(document)
        tree = Tree(document)
        yield attribute(with_events(document, tree), tree)
