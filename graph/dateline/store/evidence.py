"""A document as RDF: who says so, and where it is written. Each article has a graph of its own.

Only what the story has a place for becomes a claim; every other mention is kept as a mention.
"""

from pyoxigraph import Quad

from dateline.model import Document
from dateline.store.claims import claims
from dateline.store.page import Page
from dateline.store.places import Places
from dateline.store.vocabulary import Names
from dateline.store.written import written


def evidence(document: Document, where: Places, names: Names) -> set[Quad]:
    """The graph of what one article says, and where."""
    page = Page(document, where, names)
    written(page)
    claims(page)
    return page.write.quads
