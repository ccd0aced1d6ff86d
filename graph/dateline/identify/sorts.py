"""Of what sort a thing or place is by its noun: whoever fled the hospital did not flee the hotel."""

from functools import cache

from dateline.identify.clusters import Clusters
from dateline.identify.lexicon import alike, broader, noun_classes, nouns, words

_SORTS = frozenset(("place", "thing"))


def is_of_other_sort(clusters: Clusters, noun: str, k: int) -> bool:
    """Whether a noun for a thing or place cannot be said of what has been called by nouns for others alone."""
    if not _tells_sort(noun):
        return False
    entry = clusters.entry(k)
    if entry is not None:
        return entry.type in ("country", "place") and entry.kind in (None, "city", "region") and noun in words("built")
    if any(clusters.names(k)):
        return False
    own = {o.noun for o in clusters.of(k) if o.noun}
    return bool(own) and all(_tells_sort(other) and not _may_be_one(noun, other) for other in own)


@cache
def _tells_sort(noun: str) -> bool:
    """Whether a noun tells what a thing or place is, and not only that it is one: "hotel", not "site"."""
    if noun in words("anywhere"):
        return False
    known = nouns().get(noun)
    return known.type == "place" if known is not None else noun_classes().get(noun) == "THING" and noun in broader()


@cache
def _may_be_one(one: str, other: str) -> bool:
    """Whether two nouns may be said of one thing: one is a kind of the other, or both are listed as alike."""
    if one == other or other in broader().get(one, {}) or one in broader().get(other, {}):
        return True
    if any({one, other} <= set(row.split("=")) for row in words("same_sort")):
        return True
    return not alike().get(one, frozenset()).isdisjoint(alike().get(other, frozenset()))
