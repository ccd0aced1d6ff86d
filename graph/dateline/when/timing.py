"""One article's events put in time: own times first, then what passes between events, then what tense and publication imply."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Document, Event, Relation, Time
from dateline.tree import Tree
from dateline.when.attach import Link, by_token, links
from dateline.when.interval import Interval, meet, within
from dateline.when.place import ended, placed, shifted
from dateline.when.speakers import Speakers
from dateline.when.spread import along, others, part, phase, reported

_LEAD = 3  # sentences in which news tells its main event
_DURING = frozenset(("in", "during", "at", "amid", "throughout"))
_TELLING = ("REPORTING", "I_ACTION", "I_STATE", "PERCEPTION", "STATE")
_STANCES = ("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "STATE_CLAIM", "THREATEN", "CONSULT", "AGREE")
_DEFINITE = frozenset(("the", "this", "that"))
_STEM = 6  # letters by which "announced" and "announcement" are one
_RECENT = timedelta(days=7)
_ACTUAL = ("actual", "negated")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the days around publication: the first and last day it can have been."""

    earliest: date | None
    latest: date | None

    @property
    def day(self) -> date | None:
        """The day of publication where it is exact."""
        return self.earliest if self.earliest == self.latest else None


class Timing:
    """The intervals of one article's events, found step by step."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tree = Tree(document)
        self.known = Known(document.published.earliest, document.published.latest)
        self.events: Mapping[int, Event] = by_token(self.tree, document.events)
        self.at: dict[str, int] = {event.id: i for i, event in self.events.items()}
        self.intervals: dict[str, Interval] = {}
        self.lengths: dict[str, Time] = {}
        self.begun: set[str] = set()  # events of whose end a verb like "began" says nothing
        self.distances: list[Link] = []  # "two days after the vote"
        self.ahead: set[str] = set()  # nouns behind "ahead of", "before": to come when the rest was told

    def run(self, relations: list[Relation]) -> dict[str, Interval]:
        """The interval of each event."""
        self._own()
        self._objects()
        self._distances()
        self._phases()
        self._along()
        self._during()
        self._again()
        self._headline()
        self._relations(relations)
        self._lengths()
        self._reports()
        for event in self.document.events:
            self._default(event)
        return self.intervals

    def _add(self, event: Event, interval: Interval | None) -> None:
        if interval is None:
            return
        known = self.intervals.get(event.id)
        self.intervals[event.id] = meet(known, interval) if known else interval

    def _own(self) -> None:
        """Times that grammar attaches to the event itself; "from … to" and "between … and" make one interval."""
        by_id = {event.id: event for event in self.document.events}
        grouped: dict[str, list[Link]] = {}
        for link in links(self.tree, self.document.times, self.events):
            if link.other:
                self.distances.append(link)
            else:
                grouped.setdefault(link.event, []).append(link)
        for key, group in grouped.items():
            event = by_id[key]
            between = [link.time for link in group if link.kind == "between"]
            if len(between) == 2:
                self._add(event, _between(between[0], between[1]))
                group = [link for link in group if link.kind != "between"]
            for link in group:
                interval = placed(event, link, self.known.day)
                if interval is None and link.time.type == "DURATION":
                    self.lengths.setdefault(key, link.time)
                self._add(event, interval)

    def _objects(self) -> None:
        """A day told after a verb's object is mostly the verb's own: "won the election on Sunday"."""
        for i, event in self.events.items():
            interval = self.intervals.get(event.id)
            above = self.tree.head(i)
            verb = self.events.get(above) if above is not None and self.tree.is_(i, "obj") else None
            if verb is None or interval is None or interval.edtf is None or not interval.dated:
                continue
            telling = verb.timeml_class in _TELLING or verb.type in _STANCES
            after = all(t.start > event.end for t in self.document.times if t.id in interval.times)
            if after and not telling and verb.id not in self.intervals and verb.tense == "past":
                self._add(verb, interval)

    def _distances(self) -> None:
        """So long before or after another event: where one of the two is dated, the other is."""
        by_id = {event.id: event for event in self.document.events}
        for link in self.distances:
            near, far = self.intervals.get(link.event), self.intervals.get(link.other or "")
            sign = 1 if link.kind == "after" else -1
            if near and near.dated and not (far and far.dated) and link.other:
                self._add(by_id[link.other], shifted(near, link.time, -sign))
            elif far and far.dated and not (near and near.dated):
                self._add(by_id[link.event], shifted(far, link.time, sign))

    def _phases(self) -> None:
        """Dates of verbs of phase, given to the event they speak of; twice, for chains like "began to hold talks"."""
        for _ in range(2):
            for i, event in self.events.items():
                found = phase(self.tree, i)
                if found is None:
                    continue
                targets = others(self.tree, i, found, self.events)
                interval = self.intervals.get(event.id)
                for target in targets:
                    if interval and interval.dated:
                        self._lend(target, part(found, interval))
                        self.begun |= {self.events[target].id} if found.phase == "begin" else set()
                    elif found.phase == "whole" and self.intervals.get(self.events[target].id):
                        self._lend(i, self.intervals[self.events[target].id])

    def _lend(self, target: int, interval: Interval) -> None:
        """Give an event a date unless it has one of its own."""
        event = self.events[target]
        known = self.intervals.get(event.id)
        if known is None or not known.dated:
            self._add(event, interval)

    def _along(self) -> None:
        """Dates shared along coordination, participles and complements, from the top of the tree down."""
        for i, event in sorted(self.events.items(), key=lambda pair: sum(1 for _ in self.tree.ancestors(pair[0]))):
            if not (event.id in self.intervals and self.intervals[event.id].dated):
                self._add(event, along(self.tree, i, event, self.events, self.intervals))

    def _during(self) -> None:
        """What happens in or during a dated event happens then: "killed in strikes since October"."""
        for i, event in self.events.items():
            for child in self.tree.children(i, "obl"):
                other = self.events.get(child)
                interval = self.intervals.get(other.id) if other else None
                words = {self.tree.tokens[c].text.lower() for c in self.tree.children(child, "case")}
                if interval and interval.dated and words & _DURING and event.id not in self.intervals:
                    self._add(event, interval)

    def _again(self) -> None:
        """An event told again by a definite noun has the date it was told with: "attacked … on Monday", later "the attack"."""
        told: dict[str, tuple[Event, Interval]] = {}
        for i, event in sorted(self.events.items()):
            interval = self.intervals.get(event.id)
            stem = event.lemma.lower()[:_STEM]
            if interval and interval.dated:
                if event.tense == "past" and event.status == "actual" and interval.latest_end:
                    told[stem] = (event, interval)
                continue
            before = told.get(stem)
            if before and interval is None and self._definite(i) and before[0].type == event.type:
                self._add(event, replace(before[1], why=(f"the “{before[0].text}” told before", *before[1].why)))

    def _definite(self, i: int) -> bool:
        """Whether a noun in the singular has "the", "this" or "that" and nothing that sets it apart."""
        token = self.tree.tokens[i]
        words = {self.tree.tokens[c].text.lower() for c in self.tree.children(i, "det")}
        apart = self.tree.children(i, "amod", "nmod", "acl", "nummod", "nmod:poss")
        return token.xpos == "NN" and bool(words & _DEFINITE) and not apart

    def _headline(self) -> None:
        """A headline tells the main event: the one of the same word in the lead."""
        sentences = self.tree.sentences
        if not sentences or sentences[0].block != "headline":
            return
        lead: dict[str, Event] = {}
        for i, event in sorted(self.events.items()):
            if sentences[0].stop <= i < sentences[min(_LEAD, len(sentences) - 1)].stop:
                lead.setdefault(event.lemma.lower(), event)
        for i, event in self.events.items():
            same = lead.get(event.lemma.lower()) if i < sentences[0].stop else None
            interval = self.intervals.get(same.id) if same else None
            if same and interval and interval.dated and event.id not in self.intervals:
                self._add(event, replace(interval, why=(f"the headline of “{same.text}” in the text", *interval.why)))

    def _relations(self, relations: list[Relation]) -> None:
        """Order passes on bounds: what is before an event has begun by the time it has."""
        by_id = {event.id: event for event in self.document.events}
        for relation in relations:
            if relation.type == "before" and self._nominal(relation.target):
                self.ahead.add(relation.target)
            source, target = relation.source, relation.target
            if relation.type == "after":
                source, target = target, source
            first, second = self.intervals.get(source), self.intervals.get(target)
            if relation.type in ("before", "after"):
                if second and second.dated and second.latest_begin and not (first and first.dated):
                    end = second.latest_begin
                    self._add(
                        by_id[source],
                        Interval(latest_begin=end, latest_end=end, times=(), why=(f"before “{by_id[target].text}”",)),
                    )
                if first and first.dated and first.earliest_begin and not (second and second.dated):
                    begin = first.earliest_begin
                    self._add(
                        by_id[target], Interval(earliest_begin=begin, earliest_end=begin, why=(f"after “{by_id[source].text}”",))
                    )

    def _nominal(self, key: str) -> bool:
        i = self.at.get(key)
        return i is not None and self.tree.tokens[i].upos in ("NOUN", "PROPN")

    def _lengths(self) -> None:
        """Events whose begin is known and whose length is told get their end."""
        for key, time in self.lengths.items():
            interval = self.intervals.get(key)
            if interval and interval.earliest_begin and interval.latest_begin:
                self.intervals[key] = ended(interval, time)

    def _reports(self) -> None:
        """Past reporting verbs lie between the event of the lead and publication; content lies to them as its tense says."""
        day = self.known.day
        if day is None:
            return
        first = self._lead_day(day)
        speakers = Speakers(self.tree)
        for i, event in sorted(self.events.items()):
            spoken = speakers.day(i, event, self.intervals.get(event.id))
            told = event.timeml_class == "REPORTING" and event.tense == "past" and event.status == "actual"
            if told and event.id not in self.intervals:
                self.intervals[event.id] = spoken or within(first, day, why="reported in the news of these days")
        for i, event in self.events.items():
            known = self.intervals.get(event.id)
            if not (known and known.dated):
                self._add(event, reported(self.tree, i, event, self.events, self.intervals))

    def _lead_day(self, day: date) -> date:
        """The first day that undated reports can be of: the last one that the lead tells of, else the day before publication."""
        lead = self.tree.sentences[: _LEAD + 1]
        stop = lead[-1].stop if lead else 0
        told = (self.intervals.get(event.id) for i, event in self.events.items() if i < stop and event.tense == "past")
        days = {i.earliest_begin for i in told if i and i.dated and i.earliest_begin and i.earliest_begin == i.latest_begin}
        recent = [d for d in days if timedelta(0) <= day - d <= _RECENT]
        return max(recent) if recent else day - timedelta(days=1)

    def _default(self, event: Event) -> None:
        """What tense alone implies: the past lies before publication, plans after it, the present holds on it."""
        if event.id in self.ahead:
            return
        tense = "past" if event.tense == "present" and self._headlined(event) else event.tense
        if event.status in _ACTUAL and tense == "past" and self.known.latest:
            last = self.known.latest
            end = last if event.id not in self.begun else None
            self._add(event, Interval(latest_begin=last, latest_end=end, why=("told as past",)))
        elif (event.tense == "future" or event.status == "planned") and self.known.earliest:
            first = self.known.earliest
            known = self.intervals.get(event.id)
            if known is None or known.earliest_begin is None:
                self._add(event, Interval(earliest_begin=first, earliest_end=first, why=("told as to come",)))
        elif event.status in _ACTUAL and tense == "present" and self.known.earliest:
            self._add(event, self._holding(told_so=not self._nominal(event.id)))

    def _headlined(self, event: Event) -> bool:
        """Whether an event stands in a headline, where the present tense tells the past."""
        i = self.at.get(event.id)
        return i is not None and self.tree.sentence(i).block == "headline"

    def _holding(self, *, told_so: bool) -> Interval:
        """What the present tense says: it holds on the day of publication, whenever it began and will end.

        `told_so`: by its own verb; a noun in a clause of the present tense has only begun by then.
        """
        first, last = self.known.earliest, self.known.latest
        if not told_so:
            return Interval(latest_begin=last, why=("told of in the present",))
        edtf = first.isoformat() if first and first == last else None
        return Interval(latest_begin=last, earliest_end=first, edtf=edtf, why=("told as holding on the day of publication",))


def _between(first: Time, last: Time) -> Interval:
    """Between one time and another: some time within."""
    return within(first.earliest, last.latest, times=(first.id, last.id), why=f"between “{first.text}” and “{last.text}”")
