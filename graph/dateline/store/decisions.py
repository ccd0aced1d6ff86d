"""Decisions and origins as RDF: who has corrected what and why, and which article copies which. Called by `facts`."""

from urllib.parse import quote

from pyoxigraph import NamedNode

from dateline.merge.decisions import decision_id
from dateline.model import Decision, Story
from dateline.store import terms
from dateline.store.terms import Writer
from dateline.store.vocabulary import DL, PROV, RDFS, TYPE, Names, encode, encode_path


def decided(write: Writer, names: Names, story: Story) -> None:
    """Describe the decisions that a story follows."""
    for decision in story.decisions:
        write.add(
            names.node("decision", encode(decision_id(decision))),
            (TYPE, DL("Decision")),
            (TYPE, PROV("Activity")),
            (DL("verdict"), terms.text(decision.verdict)),
            (DL("decidedValue"), terms.text(decision.value) if decision.value else None),
            (DL("decidedBy"), terms.text(decision.who) if decision.who else None),
            (DL("decidedAt"), terms.text(decision.when) if decision.when else None),
            (RDFS("comment"), terms.text(decision.why) if decision.why else None),
            *((PROV("used"), place) for place in _places(names, decision)),
        )


def copied(write: Writer, names: Names, story: Story) -> None:
    """Say of each article that copies another which one that is."""
    for article, origin in story.origins:
        write.add(names.article(article), (DL("copyOf"), names.article(origin)))


def _places(names: Names, decision: Decision) -> list[NamedNode]:
    made = []
    for place in decision.about:
        article, _, span = place.rpartition("#char=")
        made.append(NamedNode(f"{names.base}article/{encode_path(article)}#char={quote(span, safe=',')}"))
    return made
