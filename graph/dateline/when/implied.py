"""What follows without any date: from the order of events, from reports, from tense and the day of publication."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from dateline.model import Event, Relation
from dateline.tree import Tree
from dateline.when.interval import Interval, within
from dateline.when.lexicon import group
from dateline.when.place import ended
from dateline.when.scene import RECENT, Scene, as_once, before_that, lead
from dateline.when.speakers import Speakers, others_speak
from dateline.when.state import State

_CHAIN = 3  # steps that order is passed on
_CLIMB = 15  # governors between a report and its content
_ACTUAL = ("actual", "negated")
# types of what is done on a day and holds for long
_DONE_AT_ONCE = frozenset(("APPOINT", "ARREST", "COERCE", "ELECT", "RELEASE", "RESIGN", "RULE", "SANCTION", "TRADE"))
# types of what may go on where only a noun tells it, as states do, and the nouns of the lexicon
_GOING_ON = frozenset(
    ("AGREE", "COERCE", "COOPERATE", "DISEASE", "EMPLOY", "INVEST", "MOBILIZE", "PROTEST", "SANCTION", "SUPPORT", "TRY")
)


def order(state: State, relations: list[Relation]) -> None:
    """Order passes on bounds: what is before a dated event has happened by then, what is after it not earlier."""
    for relation in relations:
        if relation.type not in ("before", "after"):
            continue
        if relation.type == "before" and state.nominal(relation.target):
            state.ahead.add(relation.target)
        source, target = relation.source, relation.target
        if relation.type == "after":
            source, target = target, source
        _by(state, source, target)
        _from(state, source, target)


def _by(state: State, source: str, target: str) -> None:
    """An undated event has happened by the time of a dated one that it is before."""
    later = state.dated(target)
    if later and later.latest_begin and not state.dated(source):
        end, why = later.latest_begin, f"before “{state.by_id[target].text}”"
        state.add(state.by_id[source], Interval(latest_begin=end, latest_end=end, why=(why,)))


def _from(state: State, source: str, target: str) -> None:
    """An undated event does not begin earlier than a dated one that it is after."""
    sooner = state.dated(source)
    if sooner and sooner.earliest_begin and not state.dated(target):
        begin, why = sooner.earliest_begin, f"after “{state.by_id[source].text}”"
        state.add(state.by_id[target], Interval(earliest_begin=begin, earliest_end=begin, why=(why,)))


def neighbours(state: State, relations: list[Relation]) -> None:
    """What is known of an undated event from those before, after and around it, passed on along chains."""
    for _ in range(_CHAIN):
        for relation in relations:
            one, other = state.intervals.get(relation.source), state.intervals.get(relation.target)
            if one is None or other is None:
                continue
            if relation.type == "after":
                _tighten(state, relation.target, _ends_by(one))
                _tighten(state, relation.source, _begins_from(other))
            elif relation.type == "before":
                _tighten(state, relation.source, _ends_by(other))
                _tighten(state, relation.target, _begins_from(one))
            elif relation.type == "includes":
                _tighten(state, relation.target, replace(one, edtf=None, times=(), why=()))


def _tighten(state: State, key: str, bound: Interval) -> None:
    if not state.dated(key):
        state.add(state.by_id[key], bound)


def _ends_by(later: Interval) -> Interval:
    """What lies before something has ended by the time it begins."""
    return Interval(latest_begin=later.latest_begin, latest_end=later.latest_begin)


def _begins_from(sooner: Interval) -> Interval:
    """What lies after something does not begin before it ends."""
    return Interval(earliest_begin=sooner.earliest_end, earliest_end=sooner.earliest_end)


def lengths(state: State) -> None:
    """Events whose begin is known and whose length is told get their end."""
    for key, time in state.lengths.items():
        interval = state.intervals.get(key)
        if interval and interval.earliest_begin and interval.latest_begin and not _at_once(state, key, interval):
            state.intervals[key] = ended(interval, time)


def _at_once(state: State, key: str, interval: Interval) -> bool:
    """Whether a length tells how long what was done on some day holds: "was jailed for nine years in 2014"."""
    on_a_day = interval.earliest_begin == interval.earliest_end and interval.latest_begin == interval.latest_end
    return on_a_day and state.by_id[key].type in _DONE_AT_ONCE and not state.nominal(key)


def reports(state: State) -> None:
    """Past reporting verbs lie between the event of the lead and publication; content lies to them as its tense says."""
    day = state.headed
    if day is None:
        return
    scene = lead(state, day)
    speakers = Speakers(state.tree)
    for i, event in sorted(state.events.items()):
        spoken = speakers.day(i, event, state.intervals.get(event.id))
        told = event.timeml_class == "REPORTING" and event.tense == "past" and event.status == "actual"
        if told and before_that(state.tree, i):
            state.add(event, _by_then(spoken))
        elif told and event.id not in state.intervals and (spoken or not (as_once(state.tree, i) or _set_aside(state.tree, i))):
            shared = scene if scene and not others_speak(state, scene.event, event) else None
            state.intervals[event.id] = spoken or _news(shared, day)
    for i, event in state.events.items():
        known = state.intervals.get(event.id)
        if not (known and known.dated):
            state.add(event, reported(state, i, event))


def _by_then(spoken: Interval | None) -> Interval | None:
    """What somebody had said before is of no later than what he says now."""
    if spoken is None or spoken.latest_end is None:
        return None
    return Interval(latest_begin=spoken.latest_end, latest_end=spoken.latest_end, why=("told as said before",))


def _set_aside(tree: Tree, i: int) -> bool:
    """Whether a report stands in a clause that is put at another time than the news: "quit | after she told the police |"."""
    marks = {tree.tokens[c].text.lower() for c in tree.children(i, "mark", "advmod")}
    return tree.is_(i, "advcl") and bool(marks & {"after", "before", "until", "since", "once"})


def _news(scene: Scene | None, day: date) -> Interval:
    """When undated reports were made: since the day that the lead tells of, else since the day before publication."""
    edtf, first = (f"{scene.day}?", scene.day) if scene else (f"{day}?", day - timedelta(days=1))
    return within(first, day, edtf=edtf, why="reported in the news of these days")


def reported(state: State, i: int, event: Event) -> Interval | None:
    """What a report's own date implies for its content: past things have happened by then, coming ones not before it, and what is
    told in the present held then."""
    report = _report(state, i, event)
    interval = state.intervals.get(report.id) if report else None
    if report is None or interval is None:
        return None
    why = (f"told in what was “{report.text}”",)
    if event.tense == "past" and event.status == "actual" and interval.latest_end:
        end = None if _may_go_on(state, event) else interval.latest_end
        return Interval(latest_begin=interval.latest_end, latest_end=end, why=why)
    if event.tense == "future" and interval.earliest_begin:
        return Interval(earliest_begin=interval.earliest_begin, earliest_end=interval.earliest_begin, why=why)
    if event.tense == "present" and event.status in _ACTUAL and not state.nominal(event.id) and _is_old(state, interval):
        state.then.add(event.id)
        return Interval(latest_begin=interval.latest_end, earliest_end=interval.earliest_begin, edtf=interval.edtf, why=why)
    return None


def _is_old(state: State, report: Interval) -> bool:
    """Whether a report was made so long before publication that what it tells in the present need not hold any more."""
    if state.published.earliest is None or report.latest_end is None or not report.dated or report.edtf is None:
        return False
    return report.latest_end < state.published.earliest - RECENT


def _report(state: State, i: int, event: Event) -> Event | None:
    """The report that an event is told in: the verb above, else that of the statement around it, "he said" behind a quotation."""
    tree, events = state.tree, state.events
    above = next((a for a in islice(tree.ancestors(i), _CLIMB) if a in events and events[a].timeml_class == "REPORTING"), None)
    if above is not None and tree.children(above, "ccomp", "parataxis", "xcomp"):
        return events[above]
    told = state.told.get(event.attribution or "")
    cue = tree.at(told.cue.start) if told is not None and told.cue else None
    report = events.get(cue) if cue is not None else None
    return report if report is not None and state.dated(report.id) and report is not event else None


def default(state: State, event: Event) -> None:
    """What tense alone implies: the past lies before publication, plans after it, the present holds on it."""
    if event.id in state.ahead:
        return
    tense = "past" if event.tense == "present" and state.headlined(event) else event.tense
    if event.status in _ACTUAL and tense == "past" and state.published.latest:
        last = state.published.latest
        end = None if event.id in state.begun or _may_go_on(state, event) else last
        state.add(event, Interval(latest_begin=last, latest_end=end, why=("told as past",)))
    elif (event.tense == "future" or event.status == "planned") and state.published.earliest:
        first = state.published.earliest
        known = state.intervals.get(event.id)
        if (known is None or known.earliest_begin is None) and not _once_to_come(state, event):
            state.add(event, Interval(earliest_begin=first, earliest_end=first, why=("told as to come",)))
    elif event.status in _ACTUAL and tense == "present" and state.published.earliest and event.id not in state.then:
        state.add(event, _holding(state, told_so=not state.nominal(event.id)))


def _may_go_on(state: State, event: Event) -> bool:
    """Whether nothing says that what a noun tells is over: "the party, which opposed | the deal |"."""
    state_of_affairs = event.timeml_class in ("STATE", "I_STATE")
    going_on = state_of_affairs or event.type in _GOING_ON or event.lemma.lower() in group("enduring")
    return going_on and state.nominal(event.id)


def _once_to_come(state: State, event: Event) -> bool:
    """Whether an event was to come only as seen from a past of which the text says no day: "they planned to take refuge"."""
    i = state.at.get(event.id)
    above = next((a for a in islice(state.tree.ancestors(i), _CLIMB) if a in state.events), None) if i is not None else None
    if above is None or i is None or not state.tree.is_(i, "ccomp", "xcomp", "advcl", "acl", "conj"):
        return False
    other = state.events[above]
    known = state.intervals.get(other.id)
    return other.tense == "past" and other.status == "actual" and (known is None or not (known.edtf or known.earliest_begin))


def _holding(state: State, *, told_so: bool) -> Interval:
    """What the present tense says: it holds on the day of publication, whenever it began and will end.

    `told_so`: by its own verb; a noun in a clause of the present tense has only begun by then.
    """
    first, last = state.published.earliest, state.published.latest
    if not told_so:
        return Interval(latest_begin=last, why=("told of in the present",))
    edtf = first.isoformat() if first and first == last else None
    return Interval(latest_begin=last, earliest_end=first, edtf=edtf, why=("told as holding on the day of publication",))
