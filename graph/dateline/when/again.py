"""Events told twice: in the headline and in the lead, by a verb and then by a definite noun."""

from dataclasses import replace
from datetime import date

from dateline.model import Event
from dateline.tree import Tree
from dateline.when.interval import Interval, within
from dateline.when.lexicon import HARM, group
from dateline.when.state import State

_LEAD = 3  # sentences in which news tells its main event
_DEFINITE = frozenset(("the", "this", "that"))
_SPEECH = frozenset(("STATE_CLAIM", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "REJECT", "CONSULT"))
Told = dict[tuple[date | None, date | None], tuple[Event, Interval]]  # what was told, by its first and last day
_STEM = 6  # letters by which "announced" and "announcement" are one


def told_again(state: State) -> None:
    """An event told again by a definite noun has the date it was told with: "attacked … on Monday", later "the attack"; likely so
    by a noun of somebody's: "was arrested on Monday", later "his arrest"."""
    told: dict[str, tuple[Event, Interval]] = {}
    for i, event in sorted(state.events.items()):
        interval = state.intervals.get(event.id)
        if interval and state.renowned(interval):
            continue
        stem = event.lemma.lower()[:_STEM]
        if interval and interval.dated:
            if event.tense == "past" and event.status == "actual" and interval.latest_end:
                told[stem] = (event, interval)
            continue
        before = told.get(stem)
        if before and interval is None and definite(state.tree, i) and before[0].type == event.type:
            state.add(event, replace(before[1], why=(f"the “{before[0].text}” told before", *before[1].why)))
        elif before and interval is None and _somebodys(state.tree, i) and before[0].type == event.type and _sure(before[1]):
            state.add(event, _likely(state, before[1], f"likely the “{before[0].text}” told before"))


def meant_again(state: State) -> None:
    """A definite noun of the kind of one dated event means it, likely: "the derailment", "lost … on Friday", later "the defeat".

    Only where one such event has been told, and the noun stands in the past or by itself.
    """
    told: dict[str, Told] = {}
    for i, event in sorted(state.events.items()):
        interval = state.intervals.get(event.id)
        if event.type is None or event.type in _SPEECH or (interval and state.renowned(interval)):
            continue
        if interval and interval.dated:
            if event.id in state.remembered:
                continue
            if event.status == "actual" and interval.earliest_begin and interval.latest_end:
                told.setdefault(event.type, {}).setdefault((interval.earliest_begin, interval.latest_end), (event, interval))
            continue
        days = _nearest(told.get(event.type, {}))
        if len(days) != 1 or event.status not in ("actual", "negated") or not definite(state.tree, i) or state.headlined(event):
            continue
        (before, its), *_ = days.values()
        if interval is None and _sure(its):
            state.add(event, _likely(state, its, f"likely the “{before.text}” told before"))


def _nearest(days: Told) -> Told:
    """The one stretch of days that lies within all others, where there is one: "killed last October", then "on Oct. 23"."""
    inner = [(a, b) for a, b in days if a and b and all(c and d and c <= a and b <= d for c, d in days)]
    return {inner[0]: days[inner[0]]} if inner else days


def _sure(interval: Interval) -> bool:
    """Whether an interval is told as one day, month, year or the like."""
    return interval.edtf is not None and interval.edtf[-1] not in "?~" and "/" not in interval.edtf


def _likely(state: State, interval: Interval, why: str) -> Interval | None:
    """The same time as something else's, uncertain, with bounds up to publication; none without a publication date."""
    if state.day is None:
        return None
    edtf, last = (interval.edtf or str(interval.earliest_begin)).rstrip("?~"), max(state.day, interval.latest_end or state.day)
    return within(interval.earliest_begin, last, edtf=f"{edtf}?", times=interval.times, why=why)


def whatever_again(state: State) -> None:
    """The event, the incident: likely of the day of what was told before, where that was all on one day."""
    days: dict[date, tuple[Event, Interval]] = {}
    for i, event in sorted(state.events.items()):
        interval = state.dated(event.id)
        day = interval.earliest_begin if interval and interval.earliest_begin == interval.latest_end else None
        if interval and day and event.status == "actual" and event.tense == "past":
            days.setdefault(day, (event, interval))
        if event.id in state.intervals or len(days) != 1 or event.lemma.lower() not in group("whatever"):
            continue
        (before, its), *_ = days.values()
        if event.status == "actual" and definite(state.tree, i) and not state.headlined(event) and its.earliest_begin:
            state.add(event, _likely(state, its, f"likely “{before.text}”, told before"))


def killed_again(state: State) -> None:
    """Who died on a dated day died then wherever it is told again: "the 1998 death of Ana Lind", later "he shot Lind"."""
    told: dict[str, list[tuple[str, Event, Interval]]] = {}
    deaths = [(event, name) for event in state.by_id.values() if (name := _victim(state, event))]
    for event, name in deaths:
        interval = state.dated(event.id)
        if interval and interval.latest_end and interval.edtf and event.lemma.lower() in group("fatal"):
            told.setdefault(name.split()[-1], []).append((name, event, interval))
    for event, name in deaths:
        known = told.get(name.split()[-1], [])
        if event.id in state.intervals or not known or not all(_one_name(name, other) for other, _, _ in known):
            continue
        _, before, its = known[0]
        one = all((its.earliest_begin, its.latest_end) == (i.earliest_begin, i.latest_end) for _, _, i in known)
        if one and _sure(its):
            state.add(event, _likely(state, its, f"likely the “{before.text}” of the same person"))


def _victim(state: State, event: Event) -> str | None:
    """The name of somebody who was killed, or wounded, in an event of the past; None where no name is told."""
    if event.type not in HARM or event.status != "actual" or event.tense != "past":
        return None
    if event.lemma.lower() not in group("fatal") | group("wounding"):
        return None
    role = next((r for r in event.roles if r.role == "patient"), None)
    inside = state.tree.within(role.start, role.end) if role is not None else range(0)
    names = [state.tree.tokens[i] for i in inside if state.tree.tokens[i].upos == "PROPN"]
    return " ".join(t.text for t in names) if names and len(names) == len(inside) else None


def _one_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same, or one of them a last name alone."""
    return one == other or (one.split()[-1] == other.split()[-1] and 1 in (len(one.split()), len(other.split())))


def definite(tree: Tree, i: int) -> bool:
    """Whether a noun in the singular has "the", "this" or "that" and nothing that sets it apart."""
    token = tree.tokens[i]
    words = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    measured = [c for c in tree.children(i, "nmod:unmarked") if any(c < m for m in tree.children(i, "case"))]  # "a day after it"
    apart = [c for c in tree.children(i, "amod", "nmod", "acl", "nummod") if c not in measured]
    return token.xpos == "NN" and bool(words & _DEFINITE) and not apart


def _somebodys(tree: Tree, i: int) -> bool:
    """Whether a noun in the singular is somebody's who has just been told of: "her resignation"."""
    token = tree.tokens[i]
    owner = tree.child(i, "nmod:poss")
    return (
        token.xpos == "NN" and owner is not None and tree.tokens[owner].upos == "PRON" and not tree.children(i, "amod", "nummod")
    )


def headline(state: State) -> None:
    """A headline tells the main event: the one of the same word in the lead, else the first of the same kind."""
    sentences = state.tree.sentences
    if not sentences or sentences[0].block != "headline":
        return
    lead: dict[str, Event] = {}
    for i, event in sorted(state.events.items()):
        if sentences[0].stop <= i < sentences[min(_LEAD, len(sentences) - 1)].stop:
            lead.setdefault(event.lemma.lower(), event)
            if event.type and event.type not in _SPEECH and event.status == "actual":
                lead.setdefault(event.type, event)
    for i, event in state.events.items():
        told = lead.get(event.lemma.lower()) or (lead.get(event.type or "") if event.status == "actual" else None)
        same = told if i < sentences[0].stop else None
        interval = state.intervals.get(same.id) if same else None
        if same and interval and interval.dated and event.id not in state.intervals:
            state.add(event, replace(interval, why=(f"the headline of “{same.text}” in the text", *interval.why)))
