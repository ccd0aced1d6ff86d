"""Readers of durations and of repeated times: three weeks, a month and a half, the past 20 years, every Friday, daily."""

import math
from datetime import date, timedelta
from fractions import Fraction

from dateline.date.moment import STEPS, Moment, step
from dateline.date.notation import timex
from dateline.date.rules import Captures
from dateline.date.sense import Context, Sense

_PERIOD = {
    "day": ("P", "D", 1),
    "week": ("P", "W", 1),
    "fortnight": ("P", "W", 2),
    "weekend": ("P", "WE", 1),
    "month": ("P", "M", 1),
    "quarter": ("P", "Q", 1),
    "half": ("P", "M", 6),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
    "hour": ("PT", "H", 1),
    "minute": ("PT", "M", 1),
    "second": ("PT", "S", 1),
}
_SMALLER = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}  # the unit that a broken count is completed in
_DAYS = {
    "second": Fraction(1, 86400),
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    "week": Fraction(7),
    "month": Fraction(30),
    "year": Fraction(365),
}
_UNKNOWN = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}


def amount(captures: Captures) -> Fraction | None:
    """How many units are counted; None where the words leave it open."""
    for name in ("number", "fraction", "few", "single"):
        if name in captures:
            value = captures[name]
            return None if value == "X" else Fraction(value) + (Fraction(1, 2) if "half" in captures else 0)
    return None


def period(count: Fraction | None, unit: str) -> str:
    """A duration as TIMEX3 writes it: P3W, P2Y6M, PT30M, PXD."""
    prefix, letter, factor = _PERIOD[unit]
    if count is None:
        return _UNKNOWN.get(unit, f"{prefix}X{letter}")
    total = count * factor
    whole, rest = divmod(total, 1)
    if not rest:
        return f"{prefix}{whole}{letter}"
    smaller = _SMALLER.get(unit)
    parts = rest * smaller[1] if smaller else Fraction(0)
    if smaller and parts.denominator == 1:
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{parts}{smaller[0]}"
    return f"{prefix}{float(total):g}{letter}"


def duration(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A length of time; with "past" or "next" it ends or begins at publication."""
    if "unit" not in captures and "units" not in captures:
        return Sense(type="DURATION", value="PXX", why="a length of time")
    unit = str(captures.get("unit") or captures.get("units"))
    count = amount(captures)
    value = period(count, unit)
    side = int(str(captures.get("stretch", 0)))
    first, last = stretch(context.day, unit, count, side)
    why = {-1: "a length of time that ends at publication", 1: "a length of time that begins at publication"}.get(
        side, "a length of time"
    )
    if context.day is None:
        side, why = 0, "a length of time"
    edtf = f"{first}/{last}" if first and last else None
    return Sense(
        type="DURATION", value=value, edtf=edtf, earliest=first, latest=last, anchor="published" if side else None, why=why
    )


def stretch(day: date | None, unit: str, count: Fraction | None, side: int) -> tuple[date | None, date | None]:
    """The days from so long before a day to it, or from it on; None where the length is not known."""
    if day is None or side == 0:
        return None, None
    other = back(day, unit, count, side)
    return (other, day) if side < 0 else (day, other)


def back(day: date, unit: str, count: Fraction | None, side: int) -> date | None:
    """The day at the other end of a duration; lengths under a day stay within a day."""
    if count is None or count > 1_000_000:
        return None
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit in STEPS and count.denominator == 1:
        return step(day, unit, side * int(count))
    length = _DAYS.get(unit)
    if length is None:
        return None
    try:
        return day + timedelta(days=side * math.ceil(count * length))
    except OverflowError:
        return None


def repeated(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A time that comes again: every Friday, daily, each month, twice a year."""
    return Sense(type="SET", value=_repeated_value(captures), why="comes again and again")


def _repeated_value(captures: Captures) -> str:
    for name in ("adverb_set", "set_plural"):
        if name in captures:
            return str(captures[name])
    weekday = captures.get("weekday") or captures.get("weekdays")
    part = captures.get("part") or captures.get("parts")
    if weekday:
        return timex(Moment(weekday=int(str(weekday)), part=str(part) if part else None))
    if part:
        return f"XXXX-XX-XXT{part}"
    if "month" in captures:
        return timex(Moment(month=int(str(captures["month"])), day=int(str(captures["day"])) if "day" in captures else None))
    if "season" in captures:
        return f"XXXX-{captures['season']}"
    unit = str(captures.get("unit") or captures.get("units"))
    count = Fraction(captures["number"]) if "number" in captures else Fraction(captures.get("each", 1))
    return period(count, unit)


def unit_long(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Day-long, decades-long."""
    single = "unit" in captures
    unit = str(captures.get("unit") or captures.get("units"))
    return Sense(type="DURATION", value=period(Fraction(1) if single else None, unit), why="a length of time")
