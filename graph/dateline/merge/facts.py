"""What the tellings of one event say together: its dates, cast, figures, status and label.

Nothing is overwritten: where tellings cannot agree, the event is contested, and each value stays with those who claim it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from math import prod

from dateline.merge.names import digest
from dateline.merge.status import AFFIRMED, derived_status
from dateline.merge.telling import Telling
from dateline.model import Quantity, StoryEvent, StoryRole, When

SHARE = 0.5  # of the doubt that a further telling would take away, were its errors its own


def joined(tellings: list[Telling], origin_of: Mapping[str, str]) -> StoryEvent:
    """One event from all its tellings. `origin_of` leads from articles that copy others to what they copy."""
    cluster = sorted(tellings, key=lambda t: t.order)
    first = cluster[0]
    kind = _type(cluster)
    status, contested = derived_status(t.status for t in cluster)
    quantities = _quantities(cluster)
    when, apart = _when(cluster)
    return StoryEvent(
        id=f"{(kind or 'event').lower().replace('_', '-')}-{digest(*first.order[:3])}",
        label=min(cluster, key=_clearness).event.label,
        type=kind,
        status=status,
        when=when,
        roles=_roles(cluster, origin_of),
        quantities=quantities,
        confidence=_confidence(cluster, origin_of),
        contested=contested or apart or _disagree([t for t in cluster if t.article not in origin_of]),
        members=tuple(t.key for t in cluster),
    )


def _confidence(cluster: list[Telling], origin_of: Mapping[str, str]) -> float | None:
    """How likely an event is right: that of its surest telling, and each further origin takes from the doubt that is left.

    Tellings of another type, or of the same origin, take nothing. A telling takes half of what it would if its errors were its
    own: the same words are misread in the same way. None where nothing is known of any.
    """
    kind = _type(cluster)
    best: dict[str, float] = {}
    for t in cluster:
        if t.event.type == kind and t.event.confidence is not None:
            origin = origin_of.get(t.article, t.article)
            best[origin] = max(best.get(origin, 0.0), t.event.confidence)
    if not best:
        return None
    first, *others = sorted(best.values(), reverse=True)
    doubt = (1 - first) * prod(1 - SHARE * value for value in others)
    return round(1 - doubt, 2)


def _type(cluster: list[Telling]) -> str | None:
    """The type most tellings give; of equals the first in the text."""
    found = Counter(t.event.type for t in cluster if t.event.type)
    return max(found, key=lambda k: found[k]) if found else None


def _clearness(t: Telling) -> tuple[object, ...]:
    """The clearest telling tells a fact, and names most of who, whom, where and how many."""
    return t.status != "actual", -len(t.roles), -len(t.event.quantities), t.order


def _when(cluster: list[Telling]) -> tuple[When, bool]:
    """The bounds that all compatible datings leave, from the most exact one on, and whether others contradict it."""
    dated = sorted((t for t in cluster if t.event.when.edtf), key=_exactness)
    if not dated:
        return replace(min(cluster, key=_exactness).event.when, times=()), False
    when, apart, narrowed = dated[0].event.when, False, 0
    for t in dated[1:]:
        both = intersection(when, t.event.when)
        apart |= both is None and dated[0].status in AFFIRMED and t.status in AFFIRMED  # a plan that failed contradicts nobody
        if both is not None and both != when:
            when, narrowed = both, narrowed + 1
    more = f"; narrowed by {narrowed} other tellings" if narrowed > 1 else "; narrowed by another telling" if narrowed else ""
    return replace(when, times=(), why=when.why + more), apart


def _exactness(t: Telling) -> tuple[object, ...]:
    """Told in days rather than years, in the article's own voice rather than by a speaker."""
    when = t.event.when
    known = sum(b is not None for b in (when.earliest_begin, when.latest_begin, when.earliest_end, when.latest_end))
    width = (when.latest_end - when.earliest_begin).days if when.latest_end and when.earliest_begin else 10**6
    return when.edtf is None, -known, width, t.status != "actual", t.order


def intersection(a: When, b: When) -> When | None:
    """What two datings of one event leave; None where they exclude each other. The first is the more exact one."""
    bounds = {
        "earliest_begin": _later(a.earliest_begin, b.earliest_begin),
        "latest_begin": _earlier(a.latest_begin, b.latest_begin),
        "earliest_end": _later(a.earliest_end, b.earliest_end),
        "latest_end": _earlier(a.latest_end, b.latest_end),
    }
    for low, high in (("earliest_begin", "latest_begin"), ("earliest_end", "latest_end"), ("earliest_begin", "latest_end")):
        one, other = bounds[low], bounds[high]
        if one and other and one > other:
            return None
    if all(value == getattr(a, name) for name, value in bounds.items()):
        return a
    written = _written(bounds)
    return replace(a, **bounds, edtf=written) if written else a  # type: ignore[arg-type]


def _written(bounds: Mapping[str, date | None]) -> str | None:
    """Bounds as EDTF, where it can say them."""
    begin = bounds["earliest_begin"], bounds["latest_begin"]
    end = bounds["earliest_end"], bounds["latest_end"]
    if None in (*begin, *end):
        return None
    if begin == end:
        return str(begin[0]) if begin[0] == begin[1] else f"[{begin[0]}..{begin[1]}]"
    return f"{begin[0]}/{end[0]}" if begin[0] == begin[1] and end[0] == end[1] else None


def _later(a: date | None, b: date | None) -> date | None:
    return max(a, b) if a and b else a or b


def _earlier(a: date | None, b: date | None) -> date | None:
    return min(a, b) if a and b else a or b


def _roles(cluster: list[Telling], origin_of: Mapping[str, str]) -> tuple[StoryRole, ...]:
    """Everybody's part, with the number of independent origins that tell it: a copy tells nothing new."""
    origins: dict[tuple[str, str], set[str]] = defaultdict(set)
    for t in cluster:
        for pair in t.roles:
            origins[pair].add(origin_of.get(t.article, t.article))
    return tuple(StoryRole(role=role, actor=actor, support=len(origins[role, actor])) for role, actor in sorted(origins))  # type: ignore[arg-type]


def _quantities(cluster: list[Telling]) -> tuple[Quantity, ...]:
    """Each figure once; its offsets are those of its first telling."""
    found: dict[tuple[object, ...], Quantity] = {}
    for t in cluster:
        for q in t.event.quantities:
            found.setdefault((q.kind, q.unit, q.min, q.max), q)
    return tuple(found.values())


def _disagree(cluster: list[Telling]) -> bool:
    """Whether two figures of one kind cannot both be true. Those of articles of different days may: figures grow.

    A copy is left out: it was printed later than what it tells was known.
    """
    told = [(t.page.published, q) for t in cluster for q in t.event.quantities]
    return any(
        (a.kind, a.unit) == (b.kind, b.unit) and (one is None or other is None or one == other) and (_below(a, b) or _below(b, a))
        for (one, a), (other, b) in combinations(told, 2)
    )


def _below(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is at most what is less than the other."""
    return a.max is not None and b.min is not None and a.max < b.min
