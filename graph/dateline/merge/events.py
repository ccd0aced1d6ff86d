"""Which event mentions are one event, and what they say together.

Two mentions are one when type and reality agree, their named participants agree as far as they are given, at least one is shared,
and their dates do not speak against it:

* in one article they also share the lemma, and are dated alike, or one has no date and there is only one it could have;
* in two articles both have the same date, known to the day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from dateline.merge.names import digest
from dateline.merge.status import chain_of, derived_status, told_status
from dateline.model import Document, Event, Quantity, StoryEvent, StoryRole, When

Key = tuple[str, str]  # article id, event id
Cast = frozenset[tuple[str, str]]
CASTING = ("agent", "patient", "recipient")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention of an event, with all that decides what it may be joined with."""

    article: str
    event: Event
    status: str
    cast: Cast  # (role, story actor) of who acts and whom it concerns
    roles: frozenset[tuple[str, str]]

    @property
    def key(self) -> Key:
        return self.article, self.event.id

    @property
    def order(self) -> tuple[str, int, int]:
        return self.article, self.event.start, self.event.end

    @property
    def day(self) -> date | None:
        """The day an event began, where it is known to the day."""
        when = self.event.when
        return when.earliest_begin if when.earliest_begin == when.latest_begin else None


def join_events(documents: Iterable[Document], actor_of: Mapping[tuple[str, str], str]) -> tuple[StoryEvent, ...]:
    """Every event once, in the order of ids."""
    tellings = [t for d in documents for t in _tellings(d, actor_of)]
    clusters = _components(tellings, _links(tellings))
    return tuple(sorted((_joined(cluster) for cluster in clusters), key=lambda e: e.id))


def _tellings(document: Document, actor_of: Mapping[tuple[str, str], str]) -> Iterator[Telling]:
    article = document.article.id
    for event in document.events:
        roles = frozenset((r.role, actor_of[article, r.actor]) for r in event.roles if r.actor and (article, r.actor) in actor_of)
        yield Telling(
            article=article,
            event=event,
            status=told_status(event, chain_of(document, event)),
            cast=frozenset(pair for pair in roles if pair[0] in CASTING),
            roles=roles,
        )


def _links(tellings: list[Telling]) -> Iterator[tuple[Key, Key]]:
    """The pairs that are one event. Only mentions in one block are compared, so that cost grows with the size of blocks."""
    near: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    far: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for t in tellings:
        if t.event.type is None or not t.cast:
            continue
        near[t.article, t.event.type, t.event.lemma].append(t)
        if t.day and t.event.when.edtf:
            far[t.event.type, t.day].append(t)
    for block in near.values():
        yield from _near_links(block)
    for block in far.values():
        yield from ((a.key, b.key) for a, b in combinations(block, 2) if a.article != b.article and _agree(a, b))


def _near_links(block: list[Telling]) -> Iterator[tuple[Key, Key]]:
    for a, b in combinations(block, 2):
        if _agree(a, b) and a.event.when.edtf == b.event.when.edtf:
            yield a.key, b.key
    dated = [t for t in block if t.event.when.edtf]
    for t in (t for t in block if not t.event.when.edtf):
        fitting = [o for o in dated if _agree(t, o)]
        if len({o.event.when.edtf for o in fitting}) == 1:
            yield t.key, fitting[0].key


def _agree(a: Telling, b: Telling) -> bool:
    """Whether reality and cast allow two mentions to be one event."""
    if {a.event.polarity, b.event.polarity} == {"positive", "negative"} or not _same_kind(a.status, b.status):
        return False
    for role in CASTING:
        ours, theirs = ({x for r, x in t.cast if r == role} for t in (a, b))
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return False
    return bool(a.cast & b.cast)


def _same_kind(a: str, b: str) -> bool:
    """A claim may be joined with the fact it tells of; a plan is not what came of it."""
    real = ("actual", "claimed", "denied")
    return a == b or (a in real and b in real)


def _components(tellings: list[Telling], links: Iterable[tuple[Key, Key]]) -> list[list[Telling]]:
    """Connected components by union-find; each in the order of the text."""
    parent = {t.key: t.key for t in tellings}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for a, b in links:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[Key, list[Telling]] = defaultdict(list)
    for t in sorted(tellings, key=lambda t: t.order):
        groups[root(t.key)].append(t)
    return list(groups.values())


def _joined(cluster: list[Telling]) -> StoryEvent:
    """What the mentions of one event say together."""
    first = min(cluster, key=lambda t: t.order)
    clearest = min(cluster, key=lambda t: (t.status != "actual", -len(t.roles), -len(t.event.quantities), t.order))
    status, contested = derived_status(t.status for t in cluster)
    quantities = _quantities(cluster)
    return StoryEvent(
        id=f"{(first.event.type or 'event').lower().replace('_', '-')}-{digest(*first.order)}",
        label=clearest.event.label,
        type=first.event.type,
        status=status,
        when=_when(cluster),
        roles=_roles(cluster),
        quantities=quantities,
        contested=contested or _disagree(quantities),
        members=tuple(t.key for t in cluster),
    )


def _when(cluster: list[Telling]) -> When:
    """The most exact dating: told in days rather than years, in the article's own voice rather than by a speaker."""

    def rank(t: Telling) -> tuple[object, ...]:
        when = t.event.when
        known = sum(b is not None for b in (when.earliest_begin, when.latest_begin, when.earliest_end, when.latest_end))
        width = (when.latest_end - when.earliest_begin).days if when.latest_end and when.earliest_begin else 10**6
        return when.edtf is None, -known, width, t.status != "actual", t.order

    return replace(min(cluster, key=rank).event.when, times=())


def _roles(cluster: list[Telling]) -> tuple[StoryRole, ...]:
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for t in cluster:
        for pair in t.roles:
            articles[pair].add(t.article)
    return tuple(StoryRole(role=role, actor=actor, support=len(articles[role, actor])) for role, actor in sorted(articles))  # type: ignore[arg-type]


def _quantities(cluster: list[Telling]) -> tuple[Quantity, ...]:
    """Each figure once; its offsets are those of its first telling."""
    found: dict[tuple[object, ...], Quantity] = {}
    for t in cluster:
        for q in t.event.quantities:
            found.setdefault((q.kind, q.unit, q.min, q.max), q)
    return tuple(found.values())


def _disagree(quantities: tuple[Quantity, ...]) -> bool:
    """Whether two figures of one kind cannot both be true."""
    low, high = float("-inf"), float("inf")
    return any(
        (a.kind, a.unit) == (b.kind, b.unit)
        and ((a.min or low) > (high if b.max is None else b.max) or (b.min or low) > (high if a.max is None else a.max))
        for a, b in combinations(quantities, 2)
    )
