"""Which event mentions are one event.

Near articles give candidates, a judge says how likely each pair is one event, and average linkage makes groups of them: see
`candidates`, `judge` and `clusters`. What people have decided about a pair outweighs the judge.

What two articles have in common depends on nothing but the two, and groups on nothing but the pairs among those that are linked
at all. Both are remembered: when an article comes, only it and its neighbours are judged, and only the groups it touches made.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.merge.candidates import LIKELY, between
from dateline.merge.clusters import components, linked
from dateline.merge.decisions import Rulings
from dateline.merge.facts import joined
from dateline.merge.forms import EVENTS, GROUPS, JUDGED, ROW, Rows
from dateline.merge.judge import SCALE, judged
from dateline.merge.memory import Memory, stamp
from dateline.merge.near import Near
from dateline.merge.sheets import Sheet
from dateline.merge.telling import Telling
from dateline.model import StoryEvent

LEAST = 0.15  # the mean likelihood from which two large groups are one event; see `clusters` for small ones

Numbers = NDArray[np.int64]


def join_events(
    sheets: Iterable[Sheet], near: Iterable[Near], origin_of: Mapping[str, str], rulings: Rulings, memory: Memory
) -> tuple[StoryEvent, ...]:
    """Every event once, in the order of ids. `origin_of` leads from articles that copy others to what they copy."""
    told = sorted((sheet for sheet in sheets if sheet.events), key=lambda sheet: sheet.article)
    events = _Desk(told, near, origin_of, rulings, memory).events()
    if rulings.decisions:
        places = {(s.article, e.id): s.place(e) for s in told for e in s.events}
        events = (rulings.corrected(event, places) for event in events)
    return tuple(sorted(events, key=lambda e: e.id))


class _Desk:
    """The articles side by side; their tellings are numbered through."""

    def __init__(
        self, sheets: list[Sheet], near: Iterable[Near], origin_of: Mapping[str, str], rulings: Rulings, memory: Memory
    ) -> None:
        self.sheets, self.near, self.origin_of, self.rulings, self.memory = sheets, near, origin_of, rulings, memory
        self.first = [0, *accumulate(len(sheet.events) for sheet in sheets)]
        self.keys = [key for sheet in sheets for key in sheet.known_as()]
        self.home = [n for n, sheet in enumerate(sheets) for _ in sheet.events]

    def events(self) -> Iterator[StoryEvent]:
        """The events of all articles, in no order."""
        alone = np.ones(len(self.keys), dtype=bool)
        for group in self._groups():
            if len(group) > 1:
                alone[group] = False
                yield from self._together(group)
        yield from self._alone(alone)

    # -- pairs ---------------------------------------------------------------------------------------------------------

    def _judged(self) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """What is said of pairs of tellings: their numbers, and how likely they are one event."""
        number = {sheet.article: n for n, sheet in enumerate(self.sheets)}
        ones, others, values = [np.zeros(0, int)], [np.zeros(0, int)], [np.zeros(0)]
        for one, other, alike in self.near:
            if one not in number or other not in number:
                continue
            a, b = number[one], number[other]
            rows = self._between(self.sheets[a], self.sheets[b], likely=alike >= LIKELY)
            ones.append(rows["one"].astype(int) + self.first[a])
            others.append(rows["other"].astype(int) + self.first[b])
            values.append(rows["value"] / SCALE)
        return self._ruled(np.concatenate(ones), np.concatenate(others), np.concatenate(values))

    def _between(self, one: Sheet, other: Sheet, *, likely: bool) -> Rows:
        """What the judge says of the pairs of two articles."""

        def make() -> Rows:
            left, right = ({key: n for n, key in enumerate(sheet.known_as())} for sheet in (one, other))
            said = judged(between(one.shelf, other.shelf, likely=likely))
            return np.array([(left[a], right[b], round(value * SCALE)) for a, b, value in said], dtype=ROW)

        return self.memory.recall(stamp("pairs", one.stamp, other.stamp, likely), make, JUDGED)

    def _ruled(self, ones: Numbers, others: Numbers, values: NDArray[np.float64]) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """The same, but for pairs that people have decided."""
        if not self.rulings.decisions:
            return ones, others, values
        number = {key: n for n, key in enumerate(self.keys)}
        ruled = self.rulings.pairs({key: self._place(n) for key, n in number.items()})
        decided = [(*sorted((number[a], number[b])), value) for (a, b), value in sorted(ruled.items())]
        taken = {(a, b) for a, b, _ in decided}
        free = [(min(a, b), max(a, b)) not in taken for a, b in zip(ones.tolist(), others.tolist(), strict=True)]
        left, right, said = zip(*decided, strict=True) if decided else ((), (), ())
        return (
            np.concatenate([ones[free], np.array(left, int)]),
            np.concatenate([others[free], np.array(right, int)]),
            np.concatenate([values[free], np.array(said, float)]),
        )

    def _place(self, n: int) -> str:
        sheet = self.sheets[self.home[n]]
        return sheet.place(sheet.events[n - self.first[self.home[n]]])

    # -- groups --------------------------------------------------------------------------------------------------------

    def _groups(self) -> Iterator[list[int]]:
        """The tellings that are linked at all in groups, component by component."""
        ones, others, values = self._judged()
        strong = values >= LEAST
        root = components(len(self.keys), zip(ones[strong].tolist(), others[strong].tolist(), strict=True))
        order = np.argsort(root, kind="stable")
        members = {key: some for key, some in _runs(root[order], order) if len(some) > 1}
        within = np.flatnonzero((root[ones] == root[others]) & np.isin(root[ones], list(members)))
        within = within[np.argsort(root[ones[within]], kind="stable")]
        for key, rows in _runs(root[ones[within]], within):
            own = members[key]
            said = [np.searchsorted(own, side[rows]).tolist() for side in (ones, others)]
            for group in self._linked(own.tolist(), [*said, values[rows].tolist()]):
                yield [int(own[n]) for n in group]

    def _linked(self, members: list[int], said: list[list[Any]]) -> list[list[int]]:
        """The groups of a component, its tellings numbered from nought; `said` are ones, others and values of its pairs."""

        def make() -> list[list[int]]:
            keys = [self.keys[n] for n in members]
            number = {key: n for n, key in enumerate(keys)}
            pairs = ((keys[a], keys[b], value) for a, b, value in zip(*said, strict=True))
            return [[number[key] for key in group] for group in linked(sorted(keys), pairs, LEAST)]

        return self.memory.recall(stamp("groups", *(self.keys[n] for n in members), said), make, GROUPS)

    # -- events --------------------------------------------------------------------------------------------------------

    def _telling(self, n: int) -> Telling:
        sheet = self.sheets[self.home[n]]
        return sheet.tellings[n - self.first[self.home[n]]]

    def _known(self, n: int) -> str:
        """What stands for a telling and all it depends on."""
        return f"{self.sheets[self.home[n]].stamp} {n - self.first[self.home[n]]}"

    def _together(self, group: list[int]) -> list[StoryEvent]:
        """The event that several tellings tell of."""
        known = stamp("event", *map(self._known, group))
        return self.memory.recall(known, lambda: [joined([self._telling(n) for n in group], self.origin_of)], EVENTS)

    def _alone(self, alone: NDArray[np.bool_]) -> Iterator[StoryEvent]:
        """The tellings that nothing else tells of, article by article."""
        for sheet, first, stop in zip(self.sheets, self.first, self.first[1:], strict=False):
            some = np.flatnonzero(alone[first:stop]).tolist()
            yield from self.memory.recall(
                stamp("alone", sheet.stamp, *some),
                lambda sheet=sheet, some=some: [joined([sheet.tellings[n]], self.origin_of) for n in some],  # type: ignore[misc]
                EVENTS,
            )


def _runs(keys: Numbers, values: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Values by key, where equal keys follow each other."""
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    yield from zip(keys[starts].tolist(), np.split(values, starts[1:]), strict=False)
