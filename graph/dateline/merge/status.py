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

from dateline.model import Attribution, Event

ORDER = ("actual", "claimed", "planned", "requested", "possible", "conditional", "negated", "denied", "generic")
AFFIRMED = frozenset({"actual", "claimed"})
REFUTED = frozenset({"negated", "denied"})


def told_status(event: Event, around: Iterable[Attribution]) -> str:
    """The status of one telling; `around` holds the attributions that it stands in, innermost first."""
    return heard_status(event.status, (attribution.stance for attribution in around))


def heard_status(status: str, stances: Iterable[str]) -> str:
    """The status of words as they arrive, passed on by speakers with these stances, innermost first."""
    for stance in stances:
        if stance == "doubts" or (stance == "asks" and status != "requested"):
            status = "possible"
        elif stance == "denies":
            status = "claimed" if status == "negated" else "denied"
        elif status == "actual":
            status = "claimed"
    return status


def chain(said: Mapping[str, Attribution], innermost: str | None) -> tuple[Attribution, ...]:
    """The attributions from the innermost to the outermost, of those of an article by id; empty for the article's own voice.

    One that comes again ends the chain.
    """
    found: dict[str, Attribution] = {}
    while innermost is not None and innermost in said and innermost not in found:
        found[innermost] = said[innermost]
        innermost = found[innermost].parent
    return tuple(found.values())


def derived_status(tellings: Iterable[str]) -> tuple[str, bool]:
    """The status over all tellings, and whether they contest each other."""
    found = set(tellings)
    return next(s for s in ORDER if s in found), bool(found & AFFIRMED and found & REFUTED)
