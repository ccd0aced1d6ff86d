"""Crimes told where a court or the police act: they were done before the day of the trial, the charge or the arrest.

"A court jailed Holm on Friday. He shot two guards" is no news of two guards shot on Friday; where the article tells one day of
such harm before, it is likely of that day.
"""

from datetime import date

from dateline.model import Event
from dateline.when.interval import Interval, short, within
from dateline.when.lexicon import HARM, MISHAPS
from dateline.when.state import State

_COURT = frozenset(("ACCUSE", "RULE", "TRY"))
_DEEDS = HARM | MISHAPS | {"CRIME"}


def tried(state: State, act: Event, event: Event) -> bool:
    """Whether an event is a deed that somebody is accused or tried for; of an arrest only where that tells for what, or the
    article tells the day of some deed before, which no officers did."""
    if event.type not in _DEEDS:
        return False
    if act.type in _COURT or _of_a_court(state, act):
        return True
    told_for = any(role.role == "topic" for role in act.roles)
    return act.type == "ARREST" and (told_for or bool(_days(state, act))) and not _by_others(state, event)


def of_a_case(act: Event, deed: Event) -> bool:
    """Whether an act of a court or of the police is one over a deed: "was charged in the 1995 | shooting |"."""
    return act.type in _COURT | {"ARREST"} and deed.type in _DEEDS


def _of_a_court(state: State, act: Event) -> bool:
    """Whether a verb of no type tells of what a court does: "the trial opened"."""
    i = state.at.get(act.id) if act.type is None else None
    subjects = state.tree.children(i, "nsubj") if i is not None else ()
    return any(c in state.events and state.events[c].type in _COURT for c in subjects)


def what_is_tried(state: State, act: Event, day: date) -> Interval | None:
    """When a deed was likely done: on the only day of any told before the act; None where none is told, or more."""
    days = _days(state, act)
    if len(days) != 1:
        return None
    known = days[0]
    edtf = known.edtf or known.earliest_begin
    return within(known.earliest_begin, day, edtf=f"{edtf}?", times=known.times, why="likely the deed told of")


def _days(state: State, act: Event) -> list[Interval]:
    """The days of deeds that are told as done before an act."""
    own = state.dated(act.id)
    first = own.earliest_begin if own is not None else None
    found: dict[tuple[date | None, date], Interval] = {}
    for event in state.by_id.values():
        known = state.dated(event.id) if event.type in _DEEDS and event.status == "actual" else None
        if known and known.latest_end and first and known.latest_end < first and short(known) and not _unsure(known):
            found.setdefault((known.earliest_begin, known.latest_end), known)
    return list(found.values())


def _unsure(known: Interval) -> bool:
    return (known.edtf or "").endswith(("?", "~")) or "/" in (known.edtf or "")


def _by_others(state: State, event: Event) -> bool:
    """Whether somebody told by a common noun did it, as officers do; who is tried goes by a name or a pronoun."""
    role = next((r for r in event.roles if r.role == "agent" and not r.event), None)
    inside = state.tree.within(role.start, role.end) if role is not None else range(0)
    return bool(inside) and all(state.tree.tokens[i].upos not in ("PROPN", "PRON") for i in inside)
