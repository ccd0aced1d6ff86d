"""Which articles copy which: "12 articles, 2 origins".

Two near texts share an origin where most of the shorter one's runs of words stand in the longer one: an agency's report printed
by several papers, cut and with another headline. The origin is the one published first, else the first by id.
"""

from collections.abc import Iterable, Mapping

from dateline.merge.clusters import components
from dateline.merge.near import Near
from dateline.merge.page import Page
from dateline.model import Document

COPIED = 0.5  # the share of the shorter text's runs from which on it is a copy
FEWEST = 12  # runs below which a text is too short to tell


def copied(one: Page, other: Page) -> bool:
    """Whether one of two texts is in large part the other."""
    shorter = min(len(one.runs), len(other.runs))
    return shorter >= FEWEST and len(one.runs & other.runs) >= COPIED * shorter


def origins(documents: Iterable[Document], pages: Mapping[str, Page], near: Iterable[Near]) -> dict[str, str]:
    """Each article that copies another, with the first article of its origin."""
    order = [d.article.id for d in sorted(documents, key=_precedence)]
    rank = {key: n for n, key in enumerate(order)}
    copies = ((rank[one], rank[other]) for one, other, _ in near if one != other and copied(pages[one], pages[other]))
    first = components(len(order), copies).tolist()
    return {key: order[first[rank[key]]] for key in sorted(order) if first[rank[key]] != rank[key]}


def _precedence(document: Document) -> tuple[bool, str, str]:
    day = document.published.earliest
    return day is None, str(day), document.article.id
