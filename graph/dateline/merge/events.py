"""Which event mentions are one event.

Near articles give candidates, a judge says how likely each pair is one event, and average linkage makes groups of them: see
`candidates`, `judge` and `clusters`. What people have decided about a pair outweighs the judge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dateline.merge.candidates import pairs
from dateline.merge.clusters import Judged, groups
from dateline.merge.decisions import Rulings
from dateline.merge.facts import joined
from dateline.merge.judge import judged
from dateline.merge.near import Near
from dateline.merge.telling import Key, Telling
from dateline.model import StoryEvent

Events = tuple[StoryEvent, ...]

LEAST = 0.1  # the mean likelihood from which two large groups are one event; see `clusters` for small ones


def join_events(told: Mapping[Key, Telling], near: Iterable[Near], origin_of: Mapping[str, str], rulings: Rulings) -> Events:
    """Every event once, in the order of ids. `origin_of` leads from articles that copy others to what they copy."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for t in told.values():
        by_article[t.article].append(t)
    together = groups(told, _decided(told, judged(pairs(near, by_article)), rulings), LEAST)
    events = (joined([told[key] for key in keys], origin_of) for keys in together)
    return tuple(sorted((rulings.corrected(event, told) for event in events), key=lambda e: e.id))


def _decided(told: Mapping[Key, Telling], found: Iterable[Judged], rulings: Rulings) -> Iterator[Judged]:
    """What the judge says of pairs, but for those that people have decided."""
    ruled = rulings.pairs(told.values())
    for a, b, value in found:
        if (min(a, b), max(a, b)) not in ruled:
            yield a, b, value
    for (a, b), value in sorted(ruled.items()):
        yield a, b, value
