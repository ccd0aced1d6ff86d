"""What happened shortly after or before something dated: about then. "was killed | shortly after his capture in March 2014 |"."""

from datetime import timedelta

from dateline.model import Event
from dateline.when.interval import Interval, within
from dateline.when.lexicon import group
from dateline.when.state import State

_SLACK = timedelta(days=31)  # "shortly" is rarely more
_YEAR = timedelta(days=366)
_SIDES = ("after", "before")


def soon(state: State) -> None:
    """Give an undated event about the time of what it is told as shortly after or before."""
    for i, event in state.events.items():
        known = state.dated(event.id)
        side, below = ("after", _span(state, i)) if _span(state, i) else (_shortly(state, i), i)
        above = state.tree.head(below) if below is not None and state.tree.is_(below, "obl", "advcl", "nmod") else None
        if known is None or above is None or above not in state.events:
            continue
        if side and event.status == "actual" and state.events[above].status in ("actual", "possible"):
            state.lend(above, _about(event, known, after=side == "after") or Interval())


def _span(state: State, i: int) -> int | None:
    """The length of time within which something came of an event: "died within | weeks | of his capture"."""
    tree = state.tree
    of = next((c for c in tree.children(i, "case") if tree.tokens[c].text.lower() == "of"), 0)
    noun = of - 1
    if not of or tree.tokens[noun].lemma.lower() not in group("span"):
        return None
    if tree.is_(noun, "conj"):  # "within weeks or | months | of it"
        noun = tree.tokens[noun].head
    within_it = any(tree.tokens[c].text.lower() == "within" for c in tree.children(noun, "case"))
    return noun if within_it and not tree.children(noun, "nummod") else None


def _shortly(state: State, i: int) -> str | None:
    """The "after" or "before" of a phrase or clause, with "shortly" or the like before it."""
    tokens = state.tree.tokens
    for c in state.tree.children(i, "mark", "case"):
        if 0 < c < i and tokens[c].text.lower() in _SIDES and tokens[c - 1].text.lower() in group("shortly"):
            return tokens[c].text.lower()
    return None


def _about(event: Event, known: Interval, *, after: bool) -> Interval | None:
    """The time of an event, and a month more on one side."""
    first, last = known.earliest_begin, known.latest_end
    if (
        first is None
        or last is None
        or last - first > _YEAR
        or not known.edtf
        or not known.edtf[-1].isdigit()
        or "/" in known.edtf
    ):
        return None
    early, late = (first, last + _SLACK) if after else (first - _SLACK, last)
    why = f"shortly {'after' if after else 'before'} “{event.text}”"
    return within(early, late, edtf=f"{known.edtf}~", times=known.times, why=why)
