"""Who of several articles is one because he takes the same part in the same happening.

"The driver" of one article and "a local man" of another are one where both are said to have done the same thing, and "police" are
the same where both articles tell of one affair. Names have been compared before (`alike`); here at least one side is known by a
description only. Pairs of one affair are found through what they have in common (`cast`), judged by what speaks for and against
them (`resemblance`), and grouped by average linkage, in several rounds: who has been joined is seen from more sides. Two whose
types or sexes differ, or whom one telling sets beside each other, are never one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.merge.affairs import Affairs, connected
from dateline.merge.alike import join_in_affair
from dateline.merge.cast import Cast, Pair
from dateline.merge.clusters import linked
from dateline.merge.forest import Forest
from dateline.merge.forms import PAIRS
from dateline.merge.memory import Memory, stamp
from dateline.merge.resemblance import likelihood, told
from dateline.merge.telling import Glimpse

LEAST = 0.5  # the mean likelihood from which two groups are one actor
ROUNDS = 3  # a fourth joins next to nothing


def join_participants(forest: Forest, together: Sequence[Sequence[Glimpse]], memory: Memory) -> None:
    """Join in the forest those who take the same parts. `together`: the tellings of each event; their roles name clusters.

    Articles that tell common events are looked at by themselves, whatever others tell: so it can be remembered who joins whom.
    """
    found: list[Pair] = []
    told_of = forest.by_article()
    for articles, events in connected(together):
        part = forest.within(articles, {key for article in articles for key in told_of.get(article, ())})
        read = (f"{t.key} {sorted(t.roles)}" for event in events for t in event)
        known = stamp("participants", *map(memory.digest, articles), *part.described(), *map(len, events), *read)

        def make(part: Forest = part, events: list[list[Glimpse]] = events) -> list[Pair]:
            return joins(part, events)

        pairs: list[Pair] = memory.recall(known, make, PAIRS)
        found += pairs
    for one, other in found:
        forest.join(one, other, certain=True)  # what keeps them apart in an article has been looked at


def joins(forest: Forest, together: Sequence[Sequence[Glimpse]]) -> list[Pair]:
    """Who joins whom for the parts they take in some events."""
    before = set(forest.members)
    affairs = Affairs(together)
    join_in_affair(forest, affairs)
    for _ in range(ROUNDS):
        if not join_likely(forest, Cast(forest, together, affairs)):
            break
    return [(root, key) for key in sorted(before) if (root := forest.root(key)) != key]


def join_likely(forest: Forest, cast: Cast) -> bool:
    """Join those who are likely one by what is known by now; whether there were any."""
    judged = [((a, ""), (b, ""), value) for a, b, value in likely(cast)]
    groups = linked(sorted({key for a, b, _ in judged for key in (a, b)}), judged, LEAST)
    joined = [forest.join(group[0][0], other) for group in groups for other, _ in group[1:]]
    return any(joined)


def likely(cast: Cast) -> Iterator[tuple[str, str, float]]:
    """The pairs that may be one actor, with how likely they are; -1 for those that cannot be."""
    beside: dict[str, set[str]] = defaultdict(set)
    found = cast.pairs()
    for a, b in sorted(found):
        beside[a].add(b)
        beside[b].add(a)
        yield a, b, round(likelihood(told(cast, a, b)) * cast.one_affair(a, b), 4)
    others = {pair for some in beside.values() for pair in combinations(sorted(some), 2)} - found
    yield from ((a, b, -1.0) for a, b in sorted(others) if cast.apart(a, b))
