"""When something lasted, as four bounds: how early and how late it began, how early and how late it ended."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Time, When

_WIDE = timedelta(days=62)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The four bounds of an event with what they rest on; `edtf` is a time's own, where the event lies within it."""

    earliest_begin: date | None = None
    latest_begin: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    edtf: str | None = None
    times: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether a time expression, rather than tense alone, places it."""
        return bool(self.times)


def short(interval: Interval) -> bool:
    """Whether an interval is no longer than a month."""
    first, last = interval.earliest_begin, interval.latest_end
    return first is not None and last is not None and last - first <= _MONTH


def within(first: date | None, last: date | None, *, edtf: str | None = None, times: tuple[str, ...] = (), why: str) -> Interval:
    """Something that happened at some point, or lasted for some while, between two days."""
    return Interval(
        earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last, edtf=edtf, times=times, why=(why,)
    )


def meet(one: Interval, other: Interval) -> Interval:
    """Both at once: the tighter of each bound. Where they clash the first one stands."""
    tight = replace(
        one,
        earliest_begin=_later(one.earliest_begin, other.earliest_begin),
        latest_begin=_sooner(one.latest_begin, other.latest_begin),
        earliest_end=_later(one.earliest_end, other.earliest_end),
        latest_end=_sooner(one.latest_end, other.latest_end),
        edtf=one.edtf or other.edtf,
    )
    if not sound(tight) or tight == one:
        return one
    if other.edtf and _bounds(tight) == _bounds(other) != _bounds(one):
        tight = replace(tight, edtf=other.edtf)
    times = one.times + tuple(t for t in other.times if t not in one.times)
    return replace(tight, times=times, why=one.why + tuple(w for w in other.why if w not in one.why))


def _bounds(interval: Interval) -> tuple[date | None, ...]:
    return interval.earliest_begin, interval.latest_begin, interval.earliest_end, interval.latest_end


def sound(interval: Interval) -> bool:
    """Whether the bounds contradict one another nowhere."""
    order = (
        (interval.earliest_begin, interval.latest_begin),
        (interval.earliest_end, interval.latest_end),
        (interval.earliest_begin, interval.latest_end),
    )
    return all(a is None or b is None or a <= b for a, b in order)


def _later(a: date | None, b: date | None) -> date | None:
    return max(a, b) if a and b else a or b


def _sooner(a: date | None, b: date | None) -> date | None:
    return min(a, b) if a and b else a or b


def settled(interval: Interval, length: Time | None = None) -> When:
    """The model's value: bounds made consistent, EDTF of the whole, reasons in words."""
    begin = interval.earliest_begin
    end = interval.latest_end
    earliest_end = interval.earliest_end if interval.earliest_end is None or begin is None else max(interval.earliest_end, begin)
    latest_begin = interval.latest_begin if interval.latest_begin is None or end is None else min(interval.latest_begin, end)
    interval = replace(interval, earliest_end=earliest_end, latest_begin=latest_begin)
    times, why = interval.times, interval.why
    if length and length.id not in times:
        times, why = (*times, length.id), (*why, f"lasting “{length.text}”")
    return When(
        edtf=_edtf(interval),
        earliest_begin=begin,
        latest_begin=latest_begin,
        earliest_end=earliest_end,
        latest_end=end,
        times=times,
        why="; ".join(why),
    )


def _edtf(interval: Interval) -> str | None:
    """A day, `[a..b]` for some time within, `a/b` for a stretch whose ends are known, `..` where one is open."""
    if interval.edtf:
        return interval.edtf
    if not interval.dated:
        return None
    if interval.earliest_begin == interval.earliest_end and interval.latest_begin == interval.latest_end:
        return _some_day(interval.earliest_begin, interval.latest_begin)
    begin = _edge(interval.earliest_begin, interval.latest_begin)
    end = _edge(interval.earliest_end, interval.latest_end)
    if begin == end and begin.endswith("~"):  # begins and ends about the same day: some day of those
        return _some_day(interval.earliest_begin, interval.latest_end)
    return None if begin == end == ".." else begin if begin == end else f"{begin}/{end}"


def _some_day(first: date | None, last: date | None) -> str | None:
    """Some day between two, or before or after one."""
    if first == last:
        return first.isoformat() if first else None
    return f"[{first or ''}..{last or ''}]"


def _edge(first: date | None, last: date | None) -> str:
    """One end of a stretch: a day, a day "or so" in the middle of those it may be, or open.

    EDTF has no sets within intervals; the bounds keep the width.
    """
    if first is None or last is None:
        return ".."
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    if last - first > _WIDE:  # a day in the middle of a year is no day "or so"
        return ".."
    middle = first + (last - first) / 2
    return middle.isoformat() + ("" if first == last else "~")
