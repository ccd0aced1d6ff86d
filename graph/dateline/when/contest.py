"""Results told without a day: of the only vote or match of the last days that the article tells of.

"Lind is the winner of Tuesday's primary. She beat Holm by ten points": on Tuesday, likely, and not on the day of the news.
"""

from datetime import date, timedelta

from dateline.model import Event
from dateline.when.interval import Interval, within
from dateline.when.state import State

_CONTESTS = frozenset(("COMPETE", "ELECT", "WIN"))
_RECENT = timedelta(days=7)


def result(state: State, event: Event, day: date) -> Interval | None:
    """The day of the one contest before that an event is the result of; None where it is none, or several days are told."""
    if event.type not in _CONTESTS:
        return None
    told = {}
    for other in state.by_id.values():
        known = state.dated(other.id) if other.type in _CONTESTS and other.status == "actual" else None
        if known and not (known.edtf or "").endswith("?") and (known.earliest_begin, known.latest_end) not in told:
            told[known.earliest_begin, known.latest_end] = (other, known)
    if len(told) != 1:
        return None
    (contest, known), *_ = told.values()
    first = known.earliest_begin
    if first is None or first != known.latest_end or contest.start > event.start:
        return None
    if not timedelta(0) <= day - first <= _RECENT:
        return None
    return within(first, day, edtf=f"{first}?", times=known.times, why=f"likely the result of “{contest.text}”")
