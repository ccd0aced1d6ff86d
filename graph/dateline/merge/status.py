"""What the graph says of an event's reality, derived from every telling of it.

A telling is a mention with its source. In the article's own voice it counts for what it says. Inside somebody's words:

    told as      affirmed    denied    doubted    asked
    actual       claimed     denied    possible   possible
    negated      negated     claimed   possible   possible
    requested    requested   denied    possible   requested
    any other    as told     denied    possible   possible

Over all tellings the first in the order below wins; an event is contested when some tell it as real and others as not.
"""

from collections.abc import Iterable, Mapping

from dateline.model import Attribution, Document, Event

ORDER = ("actual", "claimed", "planned", "requested", "possible", "conditional", "negated", "denied", "generic")
REAL = frozenset({"actual", "claimed"})
UNREAL = frozenset({"negated", "denied"})


def told_status(event: Event, chain: Iterable[Attribution]) -> str:
    """The status of one telling; `chain` holds the attributions around it, innermost first."""
    status: str = event.status
    for attribution in chain:
        if attribution.stance == "doubts" or (attribution.stance == "asks" and status != "requested"):
            status = "possible"
        elif attribution.stance == "denies":
            status = "claimed" if status == "negated" else "denied"
        elif status == "actual":
            status = "claimed"
    return status


def chain_of(document: Document, event: Event) -> tuple[Attribution, ...]:
    """The attributions that hold an event, from the innermost to the outermost; empty for the article's own voice."""
    return chain_in({q.id: q for q in document.attributions}, event)


def chain_in(said: Mapping[str, Attribution], event: Event) -> tuple[Attribution, ...]:
    """The attributions that hold an event, of those of its article by id; one that comes again ends the chain."""
    chain: list[Attribution] = []
    key = event.attribution
    while key and key in said and said[key] not in chain:
        chain.append(said[key])
        key = chain[-1].parent
    return tuple(chain)


def derived_status(tellings: Iterable[str]) -> tuple[str, bool]:
    """The status over all tellings, and whether they contest each other."""
    found = set(tellings)
    return next(s for s in ORDER if s in found), bool(found & REAL and found & UNREAL)
