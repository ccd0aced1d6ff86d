"""Which event mentions are one event, and what they say together.

Two mentions are one when type and reality agree, their named participants agree as far as they are given, at least one is shared,
and their dates do not speak against it:

* in one article they also share the lemma, and are dated alike, or one has no date and there is only one it could have;
* in two articles both have the same date, known to the day.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise

from dateline.merge.names import digest
from dateline.merge.status import chain, derived_status, told_status
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
    said = {q.id: q for q in document.attributions}
    for event in document.events:
        roles = frozenset((r.role, actor_of[article, r.actor]) for r in event.roles if r.actor and (article, r.actor) in actor_of)
        yield Telling(
            article=article,
            event=event,
            status=told_status(event, chain(said, event.attribution)),
            cast=frozenset(pair for pair in roles if pair[0] in CASTING),
            roles=roles,
        )


def _links(tellings: list[Telling]) -> Iterator[tuple[Key, Key]]:
    """Pairs that are one event, as many as it takes to connect all that are."""
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
        yield from _far_links(block)


def _near_links(block: list[Telling]) -> Iterator[tuple[Key, Key]]:
    """Of one article: those dated alike, and each undated one with the first of those it fits, where these have one date."""
    groups = _alike(block, lambda t: (_signature(t), t.event.when.edtf))
    fitting: dict[int, list[int]] = defaultdict(list)
    for group in groups:
        yield from _chain(group)
    for i, k in _agreeing(groups):
        a, b = (groups[n][0].event.when.edtf for n in (i, k))
        if a == b:
            yield groups[i][0].key, groups[k][0].key
        elif not (a and b):
            undated, dated = (k, i) if a else (i, k)
            fitting[undated].append(dated)
    for undated, dated_ones in fitting.items():
        if len({groups[n][0].event.when.edtf for n in dated_ones}) == 1:
            yield from ((t.key, groups[min(dated_ones)][0].key) for t in groups[undated][:1])


def _far_links(block: list[Telling]) -> Iterator[tuple[Key, Key]]:
    """Of several articles: all of two groups that agree, since each mention is joined with those of every other article."""
    groups = _alike(block, _signature)
    articles = [{t.article for t in group} for group in groups]
    joined = {n for n, group in enumerate(groups) if len(articles[n]) > 1}
    for i, k in _agreeing(groups):
        if len(articles[i] | articles[k]) > 1:
            yield groups[i][0].key, groups[k][0].key
            joined |= {i, k}
    for n in joined:
        yield from _chain(groups[n])


def _chain(group: list[Telling]) -> Iterator[tuple[Key, Key]]:
    return ((a.key, b.key) for a, b in pairwise(group))


def _alike(block: list[Telling], key: Callable[[Telling], Hashable]) -> list[list[Telling]]:
    """Mentions that no rule can tell apart, in the order of the first of each group."""
    groups: dict[Hashable, list[Telling]] = defaultdict(list)
    for t in block:
        groups[key(t)].append(t)
    return list(groups.values())


def _signature(t: Telling) -> tuple[str, str, Cast]:
    """All that decides with what a mention agrees.

    A claim may be joined with the fact it tells of; a plan is not what came of it.
    """
    real = t.status in ("actual", "claimed", "denied")
    return t.event.polarity, "real" if real else t.status, t.cast


def _agreeing(groups: list[list[Telling]]) -> Iterator[tuple[int, int]]:
    """The pairs of groups whose reality and cast allow them to be one event, some of them twice.

    Only those that share a participant are compared, so that cost grows with the company an actor keeps, not with the text.
    """
    sharing: dict[tuple[object, ...], list[int]] = defaultdict(list)
    casts = [_by_role(group[0].cast) for group in groups]
    for n, group in enumerate(groups):
        polarity, status, cast = _signature(group[0])
        for pair in cast:
            sharing[polarity, status, pair].append(n)
    pairs = (pair for together in sharing.values() for pair in combinations(together, 2))
    return ((i, k) for i, k in pairs if _nested(casts[i], casts[k]))


def _by_role(cast: Cast) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(actor for r, actor in cast if r == role) for role in CASTING)


def _nested(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> bool:
    """Whether two casts name the same participants in each part, as far as both name any."""
    return all(not ours or not theirs or ours <= theirs or theirs <= ours for ours, theirs in zip(a, b, strict=True))


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
        likely = (when.edtf or "").endswith("?")  # a day that is told goes before one that is only likely
        return when.edtf is None, -known, width, likely, t.status != "actual", t.order

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
