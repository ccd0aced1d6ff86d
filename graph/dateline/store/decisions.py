"""Decisions and origins as RDF: who has corrected what and why, and which article copies which. Called by `facts`."""

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from dateline.merge.decisions import decision_id
from dateline.model import Decision, Story
from dateline.store import terms
from dateline.store.terms import Writer
from dateline.store.vocabulary import DL, PROV, RDFS, TYPE, Names, encode, encode_path


def decided(names: Names, story: Story) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """The decisions that a story follows, each with all that is known of it."""
    for node, decision in {names.node("decision", encode(decision_id(d))): d for d in story.decisions}.items():
        write = Writer(names.facts)
        write.add(
            node,
            (TYPE, DL("Decision")),
            (TYPE, PROV("Activity")),
            (DL("verdict"), terms.text(decision.verdict)),
            (DL("decidedValue"), terms.text(decision.value) if decision.value else None),
            (DL("decidedBy"), terms.text(decision.who) if decision.who else None),
            (DL("decidedAt"), terms.text(decision.when) if decision.when else None),
            (RDFS("comment"), terms.text(decision.why) if decision.why else None),
            *((PROV("used"), place) for place in _places(names, decision)),
        )
        yield node, write.quads


def copied(names: Names, story: Story) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """Each article that copies another, and which one that is."""
    for article, origin in story.origins:
        write = Writer(names.facts)
        write.add(names.article(article), (DL("copyOf"), names.article(origin)))
        yield names.article(article), write.quads


def _places(names: Names, decision: Decision) -> list[NamedNode]:
    made = []
    for place in decision.about:
        article, _, span = place.rpartition("#char=")
        made.append(NamedNode(f"{names.base}article/{encode_path(article)}#char={quote(span, safe=',')}"))
    return made
