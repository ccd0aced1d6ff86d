"""Readers of dates by distance: today, last month, two weeks ago, the following day, the same year.

Counted from the publication date, or from a date told just before ("a day later"). Without either the value says only past,
present or future.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from dateline.date.absolute import build, calendar, integer
from dateline.date.length import amount
from dateline.date.moment import STEPS, Moment, at, on, span, step
from dateline.date.rules import Captures
from dateline.date.sense import Context, Said, Sense, moment_sense

_VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_UNTOLD = "the day it is counted from is not told"
_UNITS = ("year", "quarter", "month", "week", "day", "part", "hour")
_FEW = 12  # "a few" of a unit are no more, else a longer unit is taken
_COARSER = {
    "day": ("day", "part", "hour"),
    "quarter": ("quarter",),
    "month": ("month", "day", "part", "hour"),
    "week": ("week", "day", "part", "hour"),
}


def vague(value: str, context: Context, why: str) -> Sense:
    """A reference to the past, the present or the future, bounded by the publication date on its near side."""
    earliest = context.day if value in ("PRESENT_REF", "FUTURE_REF") else None
    latest = context.day if value in ("PRESENT_REF", "PAST_REF") else None
    return Sense(type="DATE", value=value, earliest=earliest, latest=latest, anchor="published" if context.day else None, why=why)


def vague_reference(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Words that mean the past, the present or the future as such."""
    said = (captures[name] for name in ("vague", "vague_adjective", "vague_which") if name in captures)
    value = str(settings.get("value") or next(said))
    return vague(value, context, "no more exact than that")


def deictic(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Today, yesterday, tomorrow, with a part of the day or a clock time; tonight; last night."""
    shift = integer(captures, "deictic") or 0
    shift += int(str(settings.get("shift", 0)))
    part = str(settings.get("part") or captures.get("part") or "") or None
    if context.day is None:
        return replace(
            vague(_VAGUE[max(-1, min(shift, 1))], context, "the publication date is unknown"), type="TIME" if part else "DATE"
        )
    said = context.spoken()
    if said is not None and (sense := _then(said, shift, part, context.day)) is not None:
        return sense
    day = step(context.day, "day", shift)
    names = {0: "the day of publication", -1: "the day before publication", 1: "the day after publication"}
    why = names.get(shift, f"{abs(shift)} days {'before' if shift < 0 else 'after'} publication")
    return moment_sense(replace(on(day), part=part), why=why, anchor="published") if day else None


def _then(said: Said, shift: int, part: str | None, day: date) -> Sense | None:
    """Today in words spoken at a time told before them: that day, or some day of that month or year; None unless that is past."""
    first, last = span(said.moment)
    if first is None or last is None or last >= day:
        return None
    why = "counted from the day on which this was said"
    spoken = step(first, "day", shift) if first == last else None
    if spoken is not None:
        return moment_sense(replace(on(spoken), part=part), why=why, anchor=said.id)
    return replace(moment_sense(said.moment, why="some day of the time at which this was said", anchor=said.id), moment=None)


def which_unit(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Last, this, next, the following, the same day, week, month, quarter, year, decade or century."""
    which, unit = str(captures["which"]), str(captures["unit"])
    fiscal = "fiscal" in captures
    if unit not in STEPS:
        return None
    if which == "1" and context.before == "the" and unit == "day":
        which = "+"
    if which in ("=", "+"):
        return _from_thread(which, unit, context)
    shift = int(which)
    if context.day is None:
        return vague(_VAGUE[shift], context, "the publication date is unknown")
    day = step(context.day, unit, shift)
    if day is None:
        return None
    ahead = {
        -1: f"the {unit} before that of publication",
        0: f"the {unit} of publication",
        1: f"the {unit} after that of publication",
    }
    sense = moment_sense(replace(at(day, unit), fiscal=fiscal), why=ahead[shift], anchor="published")
    past = context.words[:2] == ("this", "past") or (context.words[0] == "past" and context.before == "the")
    return _up_to_now(sense, context, unit) if past else sense


def _up_to_now(sense: Sense, context: Context, unit: str) -> Sense:
    """The past decade: TIMEX3 gives it the value of the last one, but it is the one that ends at publication."""
    first = step(context.day, unit, -1) if context.day else None
    if first is None or context.day is None or unit == "day":
        return sense
    edtf = f"{first}/{context.day}"
    return replace(sense, edtf=edtf, earliest=first, latest=context.day, why=f"the {unit} up to publication")


def _from_thread(which: str, unit: str, context: Context) -> Sense | None:
    """The same or the following unit, counted from the date last spoken of."""
    said = context.last(*_COARSER.get(unit, ("year", "month", "day", "quarter", "season", "part", "hour")), within=10)
    first = span(said.moment)[0] if said else None
    if said is None or first is None:
        return vague("PAST_REF" if which == "=" else "FUTURE_REF", context, _UNTOLD) if which == "+" else None
    day = step(first, unit, 1 if which == "+" else 0)
    return (
        moment_sense(
            at(day, unit),
            why=f"{'the ' + unit + ' after' if which == '+' else 'the same ' + unit + ' as'} the one just named",
            anchor=said.id,
        )
        if day
        else None
    )


def then(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Since then, until then: the date last spoken of."""
    said = context.last(*_UNITS, "season", within=2)
    return moment_sense(said.moment, why="the date just named", anchor=said.id) if said else None


def part_of_day(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """This morning, that evening, the next night, the following afternoon."""
    which, part = str(captures["which"]), str(captures["part"])
    if which == "1" and context.before == "the":
        which = "+"
    if which in ("=", "+"):
        inner = _from_thread(which, "day", context)
        return (
            moment_sense(replace(inner.moment, part=part), why=inner.why, anchor=inner.anchor) if inner and inner.moment else None
        )
    return deictic({"part": part}, context, {"shift": int(which)})


def offset(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A count of units ago or from now, counted from publication; earlier or later, from the date told before."""
    unit = str(captures.get("unit") or captures.get("units"))
    count = amount(captures)
    ago = "ago" in captures
    sign = int(str(captures.get("ago") or captures.get("earlier") or settings.get("sign", -1)))
    if unit == "fortnight":
        unit, count = "week", None if count is None else count * 2
    if count is not None:
        unit, count = _unbroken(unit, count)
    if count is None:
        return vague(_VAGUE[sign], context, "no count is given") if ago else _loosely(unit, sign, context)
    if count.denominator != 1:
        return _rounded(captures, context, sign)
    said = _reference(unit, int(count), ago, context)
    base = span(said.moment)[0] if said else context.day
    if said is None and not ago and sign > 0 and context.day is not None and context.tense() == "past":
        return replace(vague("FUTURE_REF", context, _UNTOLD), earliest=None, latest=context.day)
    if base is None:
        return vague(_VAGUE[sign], context, "the day it is counted from is unknown")
    return _shifted(base, unit, int(count) * sign, said)


def _loosely(unit: str, sign: int, context: Context) -> Sense:
    """A few years later, weeks earlier: some units from the date told before, and by publication where the past is told."""
    said = context.last(*_UNITS, within=1)
    first, last = span(said.moment) if said else (None, None)
    past = context.tense() == "past"
    if said is None or first is None or last is None:
        open_ = vague(_VAGUE[sign], context, _UNTOLD)
        return replace(open_, earliest=None, latest=context.day) if past else open_
    least, most = (1, _FEW) if unit in STEPS else (0, 1)
    unit = unit if unit in STEPS else "day"
    near, far = step(first if sign > 0 else last, unit, sign * least), step(last if sign > 0 else first, unit, sign * most)
    earliest, latest = (near, far) if sign > 0 else (far, near)
    if past and context.day and latest:
        latest = min(latest, context.day)
    fits = earliest is None or latest is None or earliest <= latest
    return Sense(
        type="DATE",
        value=_VAGUE[sign],
        earliest=earliest if fits else first,
        latest=latest if fits else None,
        anchor=said.id,
        why=f"some {unit}s {'before' if sign < 0 else 'after'} the date just named",
    )


_SMALLER = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "week": ("day", 7)}


def _unbroken(unit: str, count: Fraction) -> tuple[str, Fraction]:
    """A broken count in a smaller unit: half a century is fifty years."""
    smaller, times = _SMALLER.get(unit, (unit, 1))
    return (unit, count) if count.denominator == 1 or (count * times).denominator != 1 else (smaller, count * times)


def _rounded(captures: Captures, context: Context, sign: int) -> Sense:
    """A broken count: only the direction is certain."""
    return vague(_VAGUE[sign], context, "a broken count: only the direction is certain")


def _reference(unit: str, count: int, ago: bool, context: Context) -> Said | None:
    """The date that "earlier" counts from; a year's distance keeps the quarter or day just spoken of."""
    if unit == "year" and count == 1:
        quarter = context.last("quarter", within=3)
        if quarter:
            return quarter
    if ago:
        return None
    return context.last(*_UNITS, within=1)


def _shifted(base: date, unit: str, count: int, said: Said | None) -> Sense | None:
    """The unit so far from a day. A year's distance from a quarter is a quarter again."""
    if unit not in STEPS:  # hours and minutes: the clock time counted from is not known
        around = on(base)
        return replace(moment_sense(around, why="some hours from then", anchor=said.id if said else "published"), type="TIME")
    day = step(base, unit, count)
    if day is None:
        return None
    grain = (
        "quarter"
        if said and said.moment.unit == "quarter" and unit == "year"
        else {"decade": "year", "century": "year"}.get(unit, unit)
    )
    moment: Moment = at(day, grain)
    if unit in ("decade", "century"):
        moment = replace(moment, mod="APPROX")
    where = "the date just named" if said else "publication"
    plural = "" if abs(count) == 1 else "s"
    return moment_sense(
        moment,
        why=f"{abs(count)} {unit}{plural} {'before' if count < 0 else 'after'} {where}",
        anchor=said.id if said else "published",
    )


def the_weekend(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The weekend: the one before publication, or the next where the clause looks ahead."""
    if context.day is None:
        return vague("PRESENT_REF", context, "the publication date is unknown")
    ahead = context.tense() == "future"
    shift = 0 if ahead or context.day.isoweekday() >= 6 else -1
    day = step(context.day, "week", shift)
    return (
        moment_sense(at(day, "weekend"), why="the next weekend" if ahead else "the last weekend", anchor="published")
        if day
        else None
    )


def weekday_of_week(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Monday of next week: a weekday within a week counted from publication."""
    number, which = integer(captures, "weekday") or 1, str(captures["weekwhich"])
    if context.day is None or which in "+=":
        return moment_sense(Moment(weekday=number), why="a weekday: which one is unknown")
    monday = step(context.day, "day", 1 - context.day.isoweekday() + 7 * int(which))
    day = step(monday, "day", number - 1) if monday else None
    return moment_sense(on(day), why="that day of the week meant", anchor="published") if day else None


def deictic_clock(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A clock time or part of the day, of today, yesterday or tomorrow."""
    inner = deictic({"deictic": captures["deictic"]}, context, {})
    clock = build(captures, context)
    if inner is None or inner.moment is None or clock is None:
        return inner
    moment = replace(inner.moment, hour=clock.hour, minute=clock.minute, part=clock.part)
    return moment_sense(moment, why=inner.why, anchor=inner.anchor)


def clock_of_part(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Four in the morning, ten at night: the part of the day tells which half of the clock is meant."""
    hour = integer(captures, "hour")
    if hour is None or not 1 <= hour <= 12:
        return None
    part = str(captures["part"])
    night = part == "NI" and hour >= 6
    half = "pm" if part in ("AF", "EV") or night else "am"
    return calendar({k: v for k, v in captures.items() if k != "part"} | {"ampm": half}, context, settings)


def recent_units(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """Recent weeks, coming months: past or future, of no certain length."""
    return vague(str(captures["vague_which"]), context, "of no certain length")
