"""The times of an event's own clause or noun phrase: its adverbials, the day after its object, distances from other events."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.model import Event, Time
from dateline.when.attach import ERA, Link, links
from dateline.when.clauses import in_clauses
from dateline.when.interval import Interval, short, within
from dateline.when.lexicon import HARM, MISHAPS, group
from dateline.when.meant import apart
from dateline.when.place import placed, shifted, soon_after
from dateline.when.scene import simple_past
from dateline.when.state import NAMED, State

_HOURS = frozenset(("clock", "clock in the part", "part alone"))
_TELLING = ("REPORTING", "I_ACTION", "I_STATE", "PERCEPTION", "STATE")
_JOINING = frozenset(("MOVE", "CONSULT"))
_JOINTS = ("and", "or", ",", ", and", ", or", "&")
_DASHES = ("-", "–")
_STANCES = ("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "STATE_CLAIM", "THREATEN", "CONSULT", "AGREE")


def own_times(state: State) -> None:
    """Times that grammar attaches to the event itself; "from … to" and "between … and" make one interval."""
    grouped: dict[str, list[Link]] = {}
    times = state.document.times
    found = [*in_clauses(state.tree, times, state.events), *links(state.tree, times, state.events, state.day)]
    measured = {link.event: state.by_id[link.other] for link in found if link.other}
    for link in found:
        if link.event in measured and _of_the_far(link.time, measured[link.event]):
            continue
        if link.other:
            state.distances.append(link)
        else:
            grouped.setdefault(link.event, []).append(link)
    for key, every in grouped.items():
        event = state.by_id[key]
        own = _without_eras(every)
        pairs = _pairs(own) or _dashed(state, event, own)
        for first, last in pairs:
            state.add(event, _between(first.time, last.time) if first.kind == "between" else _from_to(first.time, last.time))
        row = [] if pairs else _row(state, own)
        if row:
            state.add(event, within(row[0].time.earliest, row[-1].time.latest, times=_ids(row), why=f"in {_told(row)}"))
        for link in (one for one in own if one not in row and not any(one in pair for pair in pairs)):
            interval = placed(event, link, state.day)
            if interval is None and link.time.type == "DURATION":
                state.lengths.setdefault(key, link.time)
            state.add(event, interval)


def _of_the_far(time: Time, far: Event) -> bool:
    """Whether a time of an event that is measured from another is but the other's name, "a week before the | 2014 World Cup |",
    or an hour whose day only the other tells: "at | dawn | two days before the vote"."""
    return time.start <= far.start < time.end or (time.type == "TIME" and time.rule in _HOURS)


def named(state: State) -> None:
    """An event told by a name that the world knows it by was on that event's days: "killed in the September 11 attacks"."""
    for time in state.document.times:
        inside = state.tree.within(time.start, time.end) if time.rule == NAMED else ()
        for event in (state.events[i] for i in inside if i in state.events):
            edges = (time.earliest, time.latest) if time.latest else (time.earliest, None)
            lasting = Interval(edtf=time.edtf, times=(time.id,), why=(f"“{time.text}”: {time.why}",))
            first, last = edges
            state.add(event, replace(lasting, earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last))


def _pairs(group: list[Link]) -> list[tuple[Link, Link]]:
    """The two halves of "from … to" and "between … and", which stand together."""
    ends = {"begin": "end", "between": "between"}
    return [(one, other) for one, other in pairwise(group) if ends.get(one.kind) == other.kind][:1]


def _without_eras(own: list[Link]) -> list[Link]:
    """The times of an event without those that a day of it is not in: a decade or more, "the mayor of the 1980s died on Friday",
    and a year that numbers something, "opened the Games 2010 on Friday"."""
    days = [link.time for link in own if link.kind == "at" and link.time.earliest and link.time.earliest == link.time.latest]
    loose = [link for link in own if link.kind == "at" and (link.number or ERA.fullmatch(link.time.value))]
    return [link for link in own if not (link in loose and any(apart(link.time, day) for day in days))]


def _dashed(state: State, event: Event, own: list[Link]) -> list[tuple[Link, Link]]:
    """Two years with a dash between, in which what a noun tells of went on: "the strike of 1984-85", "the war (1999-2003)"."""
    if not state.nominal(event.id):
        return []
    return [(one, other) for one, other in pairwise(own) if _joint(state, one, other) in _DASHES and _in_order([one, other])][:1]


def _joint(state: State, one: Link, other: Link) -> str:
    """What stands between two times."""
    return state.document.text[one.time.end : other.time.start].strip(" ")


def _in_order(row: list[Link]) -> bool:
    """Whether exact times follow one another."""
    exact = all(link.kind == "at" and _exact(link.time) for link in row)
    return exact and all((a.time.latest or date.max) < (b.time.earliest or date.min) for a, b in pairwise(row))


def _row(state: State, own: list[Link]) -> list[Link]:
    """The first times told in a row: "in 1900 and 1924", "in May and June", "in 2007-08"; what happened in them lies between the
    first and the last."""
    row = own[:1]
    for one, other in pairwise(own):
        if _joint(state, one, other) not in (*_JOINTS, *_DASHES) or not (one.kind == other.kind == "at"):
            break
        if not (_exact(one.time) and _exact(other.time)):
            break
        row.append(other)
    return row if len(row) > 1 and _in_order(row) else []


def _exact(time: Time) -> bool:
    return time.type == "DATE" and time.earliest is not None and time.latest is not None


def _ids(row: list[Link]) -> tuple[str, ...]:
    return tuple(link.time.id for link in row)


def _told(row: list[Link]) -> str:
    return " and ".join(f"“{link.time.text}”" for link in row)


def _from_to(first: Time, last: Time) -> Interval:
    """From one time to another: all the while."""
    return Interval(
        earliest_begin=first.earliest,
        latest_begin=first.latest,
        earliest_end=last.earliest,
        latest_end=last.latest,
        times=(first.id, last.id),
        why=(f"from “{first.text}” to “{last.text}”",),
    )


def _between(first: Time, last: Time) -> Interval:
    """Between one time and another: some time within."""
    return within(first.earliest, last.latest, times=(first.id, last.id), why=f"between “{first.text}” and “{last.text}”")


def after_objects(state: State) -> None:
    """A day told after a verb's object is mostly the verb's own: "won the election on Sunday"; of a verb of telling, one before
    what its object is for: "announced plans on Sunday to close"."""
    for i, event in state.events.items():
        interval = state.intervals.get(event.id)
        above = state.tree.head(i)
        verb = state.events.get(above) if above is not None and state.tree.is_(i, "obj") else None
        if verb is None or interval is None or interval.edtf is None or not interval.dated:
            continue
        telling = (verb.timeml_class in _TELLING or verb.type in _STANCES) and not _plans(state, i, interval)
        after = all(state.times[key].start > event.end for key in interval.times)
        if after and not telling and verb.id not in state.intervals and verb.tense == "past":
            state.add(verb, interval)


def _plans(state: State, i: int, interval: Interval) -> bool:
    """Whether a noun names what somebody means to do, and its day stands before the infinitive that says what."""
    last = max((state.times[key].end for key in interval.times), default=0)
    aims = (c for c in state.tree.children(i, "acl") if state.tree.tokens[c].xpos == "VB" and state.tree.tokens[c].start > last)
    return state.events[i].timeml_class == "I_STATE" and any(aims)


def before_objects(state: State) -> None:
    """A day told behind a verb of no kind of its own is that of its object, too: "reflects a purchase in May"."""
    for i, event in state.events.items():
        above = state.tree.head(i)
        verb = state.events.get(above) if above is not None and state.tree.is_(i, "obj") else None
        interval = state.dated(verb.id) if verb else None
        if verb is None or interval is None or verb.type or verb.timeml_class != "OCCURRENCE" or event.tense != verb.tense:
            continue
        if interval.times and all(state.times[key].start > event.end for key in interval.times):
            state.lend(i, interval)


def meetings(state: State) -> None:
    """A day told behind what somebody travels or meets for is that of both: "flew to Paris for talks on Monday"."""
    for i, event in state.events.items():
        interval = state.dated(event.id)
        if interval is None or event.type not in _JOINING:
            continue
        for child in state.tree.children(i, "obl"):
            other = state.events.get(child)
            words = {state.tree.tokens[c].text.lower() for c in state.tree.children(child, "case")}
            if other and words & {"for"} and all(state.times[key].start > other.end for key in interval.times):
                state.lend(child, interval)


def by_subjects(state: State) -> None:
    """What an event of some day or month brought with it is of that time: "the protest on Friday turned violent"; not what was
    done about it, or came later, or is still told of what the world knows by name."""
    for i, event in state.events.items():
        if event.tense != "past" or event.status != "actual" or not simple_past(state.tree, i):
            continue
        for subject in state.tree.children(i, "nsubj"):
            told = state.dated(state.events[subject].id) if subject in state.events else None
            passive = state.tree.is_(subject, "nsubj:pass")
            news = told is not None and short(told) and not state.renowned(told)
            if told and news and not passive and not _later(state, i) and event.id not in state.intervals:
                state.add(event, replace(told, why=(f"told of “{state.events[subject].text}”", *told.why)))


def of_subjects(state: State) -> None:
    """What is of one kind with the verb that tells it has the verb's day: "a | typhoon | tore across the island on Friday"."""
    for i, event in state.events.items():
        interval = state.dated(event.id)
        for subject in state.tree.children(i, "nsubj") if interval else ():
            if interval and subject in state.events and state.events[subject].type == event.type is not None:
                state.lend(subject, interval)


def told_last(state: State) -> None:
    """A day told at the end of a clause of cause or time is that of the clause, too: "fled | after a storm hit on Friday |"."""
    for i, event in state.events.items():
        interval = state.dated(event.id)
        if interval is None or not interval.times or event.tense != "past":
            continue
        first = min(state.times[key].start for key in interval.times)
        for clause in state.tree.children(i, "advcl"):
            other = state.events.get(clause)
            if (
                other
                and event.end < other.start
                and other.end < first
                and other.tense == "past"
                and not state.intervals.get(other.id)
            ):
                state.lend(clause, interval)


def _later(state: State, i: int) -> bool:
    """Whether a verb says that it tells of another time."""
    return any(state.tree.tokens[c].text.lower() in group("later") for c in state.tree.children(i, "advmod"))


def harm(state: State) -> None:
    """What harm something did was done when it happened: "the bombings last week killed 200"; either may have the day."""
    for i, event in state.events.items():
        if event.type not in HARM or event.tense != "past":
            continue
        for subject in state.tree.children(i, "nsubj"):
            cause = state.events.get(subject)
            if cause is None or cause.type not in MISHAPS or cause.status != event.status:
                continue
            mine, its = state.dated(event.id), state.dated(cause.id)
            if mine and not its:
                state.lend(subject, mine)
            elif its and not mine:
                state.lend(i, its)


def distances(state: State) -> None:
    """So long before or after another event: where one of the two is dated, the other is."""
    for link in state.distances:
        near, far = state.intervals.get(link.event), state.intervals.get(link.other or "")
        if link.kind == "within":
            if far and far.dated and not (near and near.dated):
                state.add(state.by_id[link.event], soon_after(far, link.time))
            continue
        sign = 1 if link.kind == "after" else -1
        if near and near.dated and not (far and far.dated) and link.other:
            state.add(state.by_id[link.other], shifted(near, link.time, -sign))
        elif far and far.dated and not (near and near.dated):
            state.add(state.by_id[link.event], shifted(far, link.time, sign))
