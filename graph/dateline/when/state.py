"""What is known so far of one article's events in time, while the steps add to it."""

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.model import Attribution, Document, Event, Published, Time
from dateline.tree import Tree
from dateline.when.attach import Link, by_token
from dateline.when.interval import Interval, meet

_STALE = timedelta(days=14)  # a dateline older than that is not the news's own
NAMED = "named event"  # the rule of times that are events known by name


class State:
    """The events of an article by token and by id, and the interval found for each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tree = Tree(document)
        self.published: Published = document.published
        self.events: Mapping[int, Event] = by_token(self.tree, document.events)  # by token
        self.by_id: Mapping[str, Event] = {event.id: event for event in document.events}
        self.at: Mapping[str, int] = {event.id: i for i, event in self.events.items()}
        self.told: Mapping[str, Attribution] = {q.id: q for q in document.attributions}
        self.times: Mapping[str, Time] = {time.id: time for time in document.times}
        self.intervals: dict[str, Interval] = {}
        self.lengths: dict[str, Time] = {}  # how long an event lasted, where its place in time is another matter
        self.begun: set[str] = set()  # events of whose end a verb like "began" says nothing
        self.distances: list[Link] = []  # "two days after the vote"
        self.then: set[str] = set()  # told in the present of a time long before publication
        self.remembered: set[str] = set()  # what an anniversary is of
        self.ahead: set[str] = set()  # nouns behind "ahead of", "before": to come when the rest was told

    @property
    def day(self) -> date | None:
        """The day of publication where it is exact."""
        return self.published.earliest if self.published.earliest == self.published.latest else None

    @property
    def headed(self) -> date | None:
        """The day from which the news is told: that of a dateline some days before publication, else that of publication."""
        block = next((b for b in self.document.article.blocks if b.kind == "dateline"), None)
        inside = [t for t in self.times.values() if block and block.start <= t.start and t.end <= block.end]
        days = [t.earliest for t in inside if t.earliest and t.earliest == t.latest]
        return days[0] if self.day and days and timedelta(0) <= self.day - days[0] <= _STALE else self.day

    def add(self, event: Event, interval: Interval | None) -> None:
        """Let an event lie within one interval more."""
        if interval is None or self._not_yet(event, interval):
            return
        known = self.intervals.get(event.id)
        self.intervals[event.id] = meet(known, interval) if known else interval

    def _not_yet(self, event: Event, interval: Interval) -> bool:
        """Whether an interval lies after publication, and a verb tells its event as a fact of the past."""
        last, first = self.published.latest, interval.earliest_begin
        fact = event.tense == "past" and event.status == "actual" and not self.nominal(event.id)
        return fact and last is not None and first is not None and first > last

    def lend(self, target: int, interval: Interval) -> None:
        """Give an event a date unless it has one."""
        if not self.dated(self.events[target].id):
            self.add(self.events[target], interval)

    def dated(self, key: str | None) -> Interval | None:
        """The interval of an event that a time expression places."""
        interval = self.intervals.get(key) if key else None
        return interval if interval and interval.dated else None

    def renowned(self, interval: Interval) -> bool:
        """Whether an interval is that of an event the world knows by name, which other stories bring up."""
        return any(self.times[key].rule == NAMED for key in interval.times)

    def nominal(self, key: str) -> bool:
        """Whether an event is told by a noun."""
        i = self.at.get(key)
        return i is not None and self.tree.tokens[i].upos in ("NOUN", "PROPN")

    def headlined(self, event: Event) -> bool:
        """Whether an event stands in a headline, where the present tense tells the past."""
        i = self.at.get(event.id)
        return i is not None and self.tree.sentence(i).block == "headline"
