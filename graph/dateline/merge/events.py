"""Which event mentions are one event.

Near articles give candidates, a judge says how likely each pair is one event, and average linkage makes groups of them: see
`candidates`, `judge` and `clusters`. What people have decided about a pair outweighs the judge.

What two articles have in common depends on nothing but the two, and groups on nothing but the pairs among those that are linked
at all. Both are remembered: when an article comes, only it and its neighbours are judged, and only the groups it touches made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.merge.actors import Judged
from dateline.merge.agreement import encouraged
from dateline.merge.candidates import LIKELY, between
from dateline.merge.clusters import components, linked
from dateline.merge.decisions import Rulings
from dateline.merge.facts import joined
from dateline.merge.forms import EVENTS, GROUPS, JUDGED, ROW, Rows
from dateline.merge.judge import SCALE, judged
from dateline.merge.memory import Memory, stamp
from dateline.merge.near import Near
from dateline.merge.page import Page
from dateline.merge.sheets import Sheet
from dateline.merge.telling import Glimpse, Key, Telling
from dateline.model import StoryEvent

LEAST = 0.19  # the mean likelihood from which two large groups are one event
FEW = 0.7  # how much more a single pair must say than many

Numbers = NDArray[np.int64]


class Desk:
    """The articles side by side; their tellings are numbered through."""

    def __init__(
        self, sheets: Iterable[Sheet], pages: Mapping[str, Page], near: Sequence[Near], rulings: Rulings, memory: Memory
    ) -> None:
        self.sheets = sorted((sheet for sheet in sheets if sheet.events), key=lambda sheet: sheet.article)
        self.pages, self.near, self.rulings, self.memory = pages, near, rulings, memory
        self.first = [0, *accumulate(len(sheet.events) for sheet in self.sheets)]
        self.keys = [key for sheet in self.sheets for key in sheet.known_as()]
        self.home = [n for n, sheet in enumerate(self.sheets) for _ in sheet.events]

    def groups(self) -> list[list[int]]:
        """The tellings of each event, by number."""
        several = [group for group in self._linked() if len(group) > 1]
        alone = np.ones(len(self.keys), dtype=bool)
        for group in several:
            alone[group] = False
        return several + [[n] for n in np.flatnonzero(alone).tolist()]

    @cached_property
    def glimpses(self) -> list[Glimpse]:
        """All tellings at a glance, by number."""
        return [glimpse for sheet in self.sheets for glimpse in sheet.glimpses()]

    @cached_property
    def places(self) -> dict[Key, str]:
        """How people name each telling, in their order."""
        return {(sheet.article, event.id): sheet.place(event) for sheet in self.sheets for event in sheet.events}

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
            said = list(judged(between(one.shelf, other.shelf, likely=likely)))
            if one is not other:
                said = encouraged(said, one.tellings, other.tellings)
            return np.array([(left[a], right[b], round(value * SCALE)) for a, b, value in said], dtype=ROW)

        return self.memory.recall(stamp("pairs", one.stamp, other.stamp, likely), make, JUDGED)

    def _ruled(self, ones: Numbers, others: Numbers, values: NDArray[np.float64]) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """The same, but for pairs that people have decided."""
        if not self.rulings.decisions:
            return ones, others, values
        number = {key: n for n, key in enumerate(self.keys)}
        ruled = self.rulings.pairs(self.places)
        decided = [(*sorted((number[a], number[b])), value) for (a, b), value in sorted(ruled.items())]
        taken = {(a, b) for a, b, _ in decided}
        free = [(min(a, b), max(a, b)) not in taken for a, b in zip(ones.tolist(), others.tolist(), strict=True)]
        left, right, said = zip(*decided, strict=True) if decided else ((), (), ())
        return (
            np.concatenate([ones[free], np.array(left, int)]),
            np.concatenate([others[free], np.array(right, int)]),
            np.concatenate([values[free], np.array(said, float)]),
        )

    # -- groups --------------------------------------------------------------------------------------------------------

    def _linked(self) -> Iterator[list[int]]:
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
            for group in self._component(own.tolist(), [*said, values[rows].tolist()]):
                yield [int(own[n]) for n in group]

    def _component(self, members: list[int], said: list[list[Any]]) -> list[list[int]]:
        """The groups of a component, its tellings numbered from nought; `said` are ones, others and values of its pairs."""

        def make() -> list[list[int]]:
            keys = [self.keys[n] for n in members]
            number = {key: n for n, key in enumerate(keys)}
            pairs = ((keys[a], keys[b], value) for a, b, value in zip(*said, strict=True))
            return [[number[key] for key in group] for group in linked(sorted(keys), pairs, LEAST, FEW)]

        return self.memory.recall(stamp("groups", *(self.keys[n] for n in members), said), make, GROUPS)

    # -- events --------------------------------------------------------------------------------------------------------

    def events(self, groups: Iterable[list[int]], settled: Judged, origin_of: Mapping[str, str]) -> tuple[StoryEvent, ...]:
        """The event that each group of tellings tells of, in the order of ids, corrected as people have decided.

        `settled` is who is who in the end, `origin_of` leads from articles that copy others to what they copy.
        """
        id_of = {part: key for key, parts in settled.parts.items() for part in parts}
        made = _Events(self, id_of, origin_of)
        alone: dict[int, list[int]] = {}
        found: list[StoryEvent] = []
        for group in groups:
            if len(group) > 1:
                found += made.together(group)
            else:
                alone.setdefault(self.home[group[0]], []).append(group[0])
        for some in alone.values():
            found += made.alone(some)
        if self.rulings.decisions:
            names = {a.name.casefold(): a.id for a in reversed(settled.actors)}
            found = [self.rulings.corrected(event, self.places, names) for event in found]
        return tuple(sorted(found, key=lambda e: e.id))


class _Events:
    """Events made of tellings, or recalled."""

    def __init__(self, desk: Desk, id_of: Mapping[str, str], origin_of: Mapping[str, str]) -> None:
        self.desk, self.id_of, self.origin_of = desk, id_of, origin_of
        self.cast = [" ".join(sorted(f"{role}:{id_of[name]}" for role, name in g.roles)) for g in desk.glimpses]

    def together(self, group: list[int]) -> list[StoryEvent]:
        """The event that several tellings tell of."""
        known = stamp("event", *map(self._known, group))
        return self.desk.memory.recall(known, lambda: [self._joined(group)], EVENTS)

    def alone(self, some: list[int]) -> list[StoryEvent]:
        """The tellings of an article that nothing else tells of."""
        known = stamp("alone", *map(self._known, some))
        return self.desk.memory.recall(known, lambda: [self._joined([n]) for n in some], EVENTS)

    def _known(self, n: int) -> str:
        """What stands for a telling and all it depends on."""
        sheet, number = self._at(n)
        return f"{sheet.stamp} {number} {self.cast[n]} {self.origin_of.get(sheet.article, '')}"

    def _joined(self, group: list[int]) -> StoryEvent:
        return joined([self._telling(n) for n in group], self.origin_of)

    def _telling(self, n: int) -> Telling:
        """A telling with the final ids of those who take part."""
        sheet, number = self._at(n)
        telling = sheet.tellings[number]
        return replace(telling, roles=frozenset((role, self.id_of[name]) for role, name in telling.roles))

    def _at(self, n: int) -> tuple[Sheet, int]:
        home = self.desk.home[n]
        return self.desk.sheets[home], n - self.desk.first[home]


def _runs(keys: Numbers, values: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Values by key, where equal keys follow each other."""
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    yield from zip(keys[starts].tolist(), np.split(values, starts[1:]), strict=False)
