"""What is remembered so many years later: "marked on Friday the 20th | anniversary | of the coup", "marks 20 years since it".

The day of what is remembered is that of the anniversary, so many years before; where the article tells only about when the
anniversary is, it is known about as well.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta

from dateline.model import Event
from dateline.resources import table
from dateline.tree import Tree
from dateline.when.interval import Interval, within
from dateline.when.lexicon import group
from dateline.when.place import count_of
from dateline.when.state import State

_ON = frozenset(("on", "for", "with", "during", "at"))
_CLIMB = 3


@cache
def _ordinals() -> dict[str, int]:
    """Ordinal words: "tenth" is 10."""
    rows = table("seeds", "lexicons", "time-words.tsv")
    return {row["words"]: int(row["value"]) for row in rows if row["class"] == "ordinal"}


def anniversaries(state: State) -> None:
    """Give what is remembered its day, from that of its anniversary."""
    for i, token in enumerate(state.tree.tokens):
        if token.lemma.lower() in group("anniversary"):
            years = _years(state.tree, i)
            _remember(state, _of(state, i), _when(state, i), years)
    for i, event in state.events.items():
        if event.type == "HONOUR":
            _since(state, i, event)


def _years(tree: Tree, i: int) -> int | None:
    """How many years an anniversary is after: "the 20th", "the tenth", "the 20-year anniversary"."""
    for child in tree.children(i, "amod", "nummod", "compound"):
        word = tree.tokens[child].text.lower()
        digits = word.removesuffix("-year").rstrip("sthndr")
        if word in _ordinals() or digits.isdecimal():
            return _ordinals().get(word) or int(digits)
    return None


def _of(state: State, i: int) -> Event | None:
    """The event that an anniversary is of."""
    of = [c for c in state.tree.children(i, "nmod") if any(state.tree.tokens[k].text.lower() == "of" for k in _cases(state, c))]
    return next((state.events[c] for c in of if c in state.events), None)


def _cases(state: State, i: int) -> list[int]:
    return state.tree.children(i, "case")


def _when(state: State, i: int) -> Interval | None:
    """The day of an anniversary: its own, or that of the verb which tells how it was marked; none of "before the anniversary"."""
    own = state.dated(state.events[i].id) if i in state.events else None
    words = {state.tree.tokens[c].text.lower() for c in _cases(state, i)}
    if own or not words <= _ON:
        return own
    for _ in range(_CLIMB):
        above = state.tree.head(i)
        if above is None or not state.tree.is_(i, "obj", "nsubj", "obl", "advcl", "xcomp", "nmod"):
            return None
        known = state.dated(state.events[above].id) if above in state.events else None
        if known:
            return known
        i = above
    return None


def _remember(state: State, event: Event | None, day: Interval | None, years: int | None) -> None:
    """Set an event so many years before its anniversary."""
    if event is None or not years or day is None or event.id in state.intervals:
        return
    first, last = (d and _before(d, years) for d in (day.earliest_begin, day.latest_end))
    if first and last and last - first <= timedelta(days=366):
        why = f"{years} years before its anniversary"
        edtf = str(first) if first == last else None
        state.remembered.add(event.id)
        state.add(event, replace(within(first, last, edtf=edtf, times=day.times, why=why), why=(why, *day.why)))


def _before(day: date, years: int) -> date | None:
    return day - relativedelta(years=years) if day.year > years else None


def _since(state: State, i: int, event: Event) -> None:
    """What somebody marks so many years "since" or "after" on some day."""
    day = state.dated(event.id)
    for time in state.document.times if day else ():
        inside = state.tree.within(time.start, time.end)
        length = count_of(time.value) if time.type == "DURATION" and inside else None
        behind = inside[-1] + 1 if length and length[1] == "Y" and length[0].denominator == 1 else len(state.tree.tokens)
        if behind < len(state.tree.tokens) and inside[0] > i and state.tree.sentence(behind) == state.tree.sentence(i) and length:
            noun = state.tree.tokens[behind].head
            if state.tree.tokens[behind].text.lower() in ("since", "after") and noun > behind and noun in state.events:
                _remember(state, state.events[noun], day, int(length[0]))
