"""What a time says of its event: the four bounds that "on", "since", "until", "between" and the like give."""

import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from dateutil.relativedelta import relativedelta

from dateline.model import Event, Time
from dateline.when.attach import Link
from dateline.when.interval import Interval, within

_FEW = 12  # of a unit: more are told in a longer one
_PERIODS = {
    "D": relativedelta(days=1),
    "W": relativedelta(weeks=1),
    "M": relativedelta(months=1),
    "Q": relativedelta(months=3),
    "Y": relativedelta(years=1),
}


def placed(event: Event, link: Link, day: date | None) -> Interval | None:
    """The bounds that one time gives an event; None where it gives none."""
    time, kind = link.time, link.kind
    if time.type == "DURATION":
        return _lasting(event, link, day)
    if time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return _vague(time, event)
    first, last, ids, said = time.earliest, time.latest, (time.id,), f"“{time.text}”"
    if first is None and last is None:
        return _open(time, kind)
    match kind:
        case "begin":
            return _since(event, time, day)
        case "end":
            return Interval(earliest_end=first, latest_end=last, latest_begin=last, times=ids, why=(f"until {said}",))
        case "before":
            return _before(event, time, day)
        case "after":
            return _after(event, time, day)
    return within(first, last, edtf=_inside(time), times=ids, why=f"dated {said}: {explained(time)}")


def explained(time: Time) -> str:
    """Why a time means what it does, with what else the text allows."""
    others = [value for value in time.alternatives if value != time.edtf]
    return f"{time.why} (or {', '.join(others)})" if others else time.why


def _open(time: Time, kind: str) -> Interval | None:
    """A time that no publication date ties to the calendar: "October 7", "Friday"."""
    edtf = {"at": time.edtf, "begin": f"{time.edtf}/..", "end": f"../{time.edtf}"}.get(kind) if time.edtf else None
    words = {"at": "dated", "begin": "since", "end": "until", "before": "before", "after": "after"}
    return Interval(edtf=edtf, times=(time.id,), why=(f"{words.get(kind, 'dated')} “{time.text}”: {explained(time)}",))


def _inside(time: Time) -> str | None:
    """The EDTF of something that lies within a time: "a/b" would say that it lasts throughout."""
    if time.edtf and "/" in time.edtf:
        return f"[{time.edtf.replace('/', '..')}]"
    return time.edtf


def _since(event: Event, time: Time, day: date | None) -> Interval:
    """From a time on: up to publication where the event is told as past or going on."""
    begin, end = (time.earliest, time.latest), day if event.tense != "future" else None
    if end and time.latest and time.latest > end:
        end = None
    return Interval(
        earliest_begin=begin[0],
        latest_begin=begin[1],
        earliest_end=end,
        latest_end=end,
        times=(time.id,),
        why=(f"since “{time.text}”" + (", up to publication" if end else ""),),
    )


def _before(event: Event, time: Time, day: date | None) -> Interval:
    """Before a time: what is told as still to come lies between publication and it."""
    first = day if event.tense == "future" and day and time.latest and day <= time.latest else None
    return replace(within(first, time.latest, times=(time.id,), why=f"before “{time.text}”"), earliest_end=first)


def _after(event: Event, time: Time, day: date | None) -> Interval:
    """After a time: what is told as past lies between it and publication."""
    last = day if event.tense == "past" and day and time.earliest and time.earliest <= day else None
    return within(time.earliest, last, times=(time.id,), why=f"after “{time.text}”")


def _vague(time: Time, event: Event) -> Interval:
    """Now: it holds on the day of publication. Recently, soon: before it, after it."""
    why = (f"dated “{time.text}”",)
    if time.value == "PRESENT_REF":
        return Interval(latest_begin=time.latest, earliest_end=time.earliest, times=(time.id,), why=why)
    return Interval(
        earliest_begin=time.earliest,
        latest_begin=time.latest,
        earliest_end=time.earliest,
        latest_end=time.latest,
        times=(time.id,),
        why=why,
    )


def _lasting(event: Event, link: Link, day: date | None) -> Interval | None:
    """A length of time: over the past month; for, or "of", seven weeks up to now."""
    time = link.time
    if link.kind == "so long":
        return _so_long(time, day)
    if link.kind == "so far":
        return _so_far(time, day)
    if link.kind in ("deadline", "distance"):
        return _ahead(event, link, day)
    if time.earliest or time.latest:  # the past three weeks, the next two days
        first, last = time.earliest, time.latest
        if link.kind == "length":
            return Interval(
                earliest_begin=first,
                latest_begin=first,
                earliest_end=last,
                latest_end=last,
                times=(time.id,),
                why=(f"lasting “{time.text}”",),
            )
        return within(first, last, times=(time.id,), why=f"within “{time.text}”")
    if link.modifier and event.tense != "future" and event.status == "actual" and not _adjective(time):
        return _up_to_now(time, day)
    return None


def _ahead(event: Event, link: Link, day: date | None) -> Interval | None:
    """Of what is to come: within three weeks is by then, in three weeks about then, a unit more or less."""
    length = count_of(link.time.value)
    if day is None or length is None or event.tense != "future":
        return None
    count, unit = length
    sooner, later = (Fraction(0), count) if link.kind == "deadline" else (max(count - 1, Fraction(0)), count + 1)
    if unit == "D" and link.kind == "distance":
        sooner = later = count
    word = "within" if link.kind == "deadline" else "in"
    why = f"{word} “{link.time.text}” of publication"
    return within(moved(day, unit, sooner), moved(day, unit, later), times=(link.time.id,), why=why)


def _so_long(time: Time, day: date | None) -> Interval | None:
    """For ten years up to now: since about ten years ago."""
    interval, length = _up_to_now(time, day), count_of(time.value)
    begun = moved(day, length[1], -length[0]) if day and length else None
    if interval is None or begun is None or length is None:
        return None
    written = str(begun)[: {"Y": 4, "M": 7}.get(length[1], 10)]
    return replace(interval, earliest_end=day, edtf=f"{written}~/{day}")


def _so_far(time: Time, day: date | None) -> Interval | None:
    """In the six weeks since something: some time in them; half a unit more is allowed for."""
    length = count_of(time.value)
    first = moved(day, length[1], -length[0] - Fraction(1, 2)) if day and length else None
    return within(first, day, times=(time.id,), why=f"in “{time.text}” up to publication") if first else None


def _adjective(time: Time) -> bool:
    """Whether a duration is written as an adjective: "four-day" tells a length and no place in time."""
    return "-" in time.text


def _up_to_now(time: Time, day: date | None) -> Interval | None:
    """Seven weeks of strikes, told as news: they began about seven weeks ago; half a unit either way is allowed for."""
    length = count_of(time.value)
    if day is None or length is None:
        return None
    count, unit = length
    longest, shortest = moved(day, unit, -count - 1), moved(day, unit, 1 - count if count >= 1 else Fraction(0))
    return Interval(
        earliest_begin=longest,
        latest_begin=shortest,
        latest_end=day,
        times=(time.id,),
        why=(f"“{time.text}” up to publication, a unit more or less",),
    )


def count_of(value: str) -> tuple[Fraction, str] | None:
    """A TIMEX3 duration of one unit as count and unit letter: P7W is seven weeks; whole days told in hours are days."""
    number, unit = value[1:-1], value[-1:]
    if value.startswith("PT") and unit == "H" and value[2:-1].isdecimal() and int(value[2:-1]) % 24 == 0:
        return Fraction(value[2:-1]) / 24, "D"
    if not value.startswith("P") or unit not in _PERIODS or not number.replace(".", "", 1).isdecimal():
        return None
    return Fraction(number), unit


def moved(day: date, unit: str, count: Fraction) -> date | None:
    """The day so many units away; a broken month counts thirty days to the whole, a broken year 365. None beyond the calendar."""
    whole = math.trunc(count)
    rest = math.trunc((count - whole) * {"D": 1, "W": 7, "M": 30, "Q": 91, "Y": 365}[unit])
    try:
        found: date = day + _PERIODS[unit] * whole + timedelta(days=rest)
    except (OverflowError, ValueError):
        return None
    return found


def ended(interval: Interval, length: Time) -> Interval:
    """An interval whose begin is known, closed by the event's length: a four-day truce that began on Friday."""
    counted = count_of(length.value)
    if counted is None or not interval.earliest_begin or not interval.latest_begin or counted[0] < 1:
        return interval
    first = moved(interval.earliest_begin, counted[1], counted[0])
    last = moved(interval.latest_begin, counted[1], counted[0])
    if first is None or last is None:
        return interval
    return replace(
        interval,
        earliest_end=first - timedelta(days=1),
        latest_end=last,
        edtf=None,
        times=(*interval.times, length.id) if length.id not in interval.times else interval.times,
        why=(*interval.why, f"lasting “{length.text}”"),
    )


def shifted(interval: Interval, length: Time, sign: int) -> Interval | None:
    """An interval so much later or earlier; a unit's width more where the unit is longer than a day."""
    counted = count_of(length.value)
    if counted is None:
        return _some(interval, length, sign)
    count, unit = counted
    slack = Fraction(0) if unit == "D" else Fraction(1, 2)
    first = interval.earliest_begin and moved(interval.earliest_begin, unit, sign * count - slack)
    last = interval.latest_begin and moved(interval.latest_begin, unit, sign * count + slack)
    side = "after" if sign > 0 else "before"
    return within(
        first, last, times=(*interval.times, length.id), why=f"“{length.text}” {side} that of {', '.join(interval.times)}"
    )


def soon_after(interval: Interval, length: Time) -> Interval | None:
    """Something that came within so long of another: "within two weeks of the vote"."""
    counted = count_of(length.value)
    last = moved(interval.latest_end, counted[1], counted[0]) if counted and interval.latest_end else None
    if last is None:
        return None
    ids = (*interval.times, length.id)
    return within(interval.earliest_begin, last, times=ids, why=f"within “{length.text}” of that of {', '.join(interval.times)}")


def _some(interval: Interval, length: Time, sign: int) -> Interval | None:
    """An interval some hours, days or weeks later or earlier, nobody says how many: hours are no more than a day."""
    unit, hours = length.value[-1:], length.value.startswith("PT")
    if not length.value[1:-1].endswith("X") or (not hours and unit not in _PERIODS):
        return None
    least, most = (Fraction(0), Fraction(1)) if hours else (Fraction(1), Fraction(_FEW))
    unit = "D" if hours else unit
    begin, end = interval.earliest_begin, interval.latest_begin
    near = moved(begin, unit, least) if sign > 0 and begin else moved(end, unit, -least) if sign < 0 and end else None
    far = moved(end, unit, most) if sign > 0 and end else moved(begin, unit, -most) if sign < 0 and begin else None
    if near is None or far is None:
        return None
    first, last = (near, far) if sign > 0 else (far, near)
    side = "after" if sign > 0 else "before"
    ids = (*interval.times, length.id)
    return within(first, last, times=ids, why=f"“{length.text}” {side} that of {', '.join(interval.times)}")
