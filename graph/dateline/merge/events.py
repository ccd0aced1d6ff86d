"""Which event mentions are one event.

Near articles give candidates, a judge says how likely each pair is one event, and average linkage makes groups of them: see
`candidates`, `judge` and `clusters`. What people have decided about a pair outweighs the judge.
"""

from collections.abc import Iterable, Iterator, Mapping

from dateline.merge.candidates import pairs
from dateline.merge.clusters import groups
from dateline.merge.decisions import Rulings
from dateline.merge.facts import joined
from dateline.merge.judge import judged
from dateline.merge.telling import Key, Telling, tellings
from dateline.model import Document, StoryEvent

LEAST = 0.17  # the mean likelihood from which two groups are one event: low, since most pairs the judge learned from are none


def join_events(
    documents: Iterable[Document],
    actor_of: Mapping[tuple[str, str], str],
    origin_of: Mapping[str, str] | None = None,
    rulings: Rulings | None = None,
) -> tuple[StoryEvent, ...]:
    """Every event once, in the order of ids."""
    return made(together(documents, actor_of, rulings), origin_of, rulings)


def together(
    documents: Iterable[Document], actor_of: Mapping[tuple[str, str], str], rulings: Rulings | None = None
) -> list[list[Telling]]:
    """The tellings of each event."""
    rulings = rulings or Rulings()
    told = {t.key: t for t in tellings(documents, actor_of) if not rulings.is_none(t)}
    return [[told[key] for key in keys] for keys in groups(told, _decided(told, rulings), LEAST)]


def made(
    grouped: Iterable[list[Telling]], origin_of: Mapping[str, str] | None = None, rulings: Rulings | None = None
) -> tuple[StoryEvent, ...]:
    """The event that each group of tellings is of, corrected as people have decided, in the order of ids."""
    rulings = rulings or Rulings()
    events = (rulings.corrected(joined(some, origin_of or {}), {t.key: t for t in some}) for some in grouped)
    return tuple(sorted(events, key=lambda e: e.id))


def _decided(told: Mapping[Key, Telling], rulings: Rulings) -> Iterator[tuple[Key, Key, float]]:
    """What the judge says of pairs, but for those that people have decided."""
    ruled = rulings.pairs(told.values())
    for a, b, value in judged(pairs(list(told.values()))):
        if (min(a, b), max(a, b)) not in ruled:
            yield a, b, value
    for (a, b), value in sorted(ruled.items()):
        yield a, b, value
