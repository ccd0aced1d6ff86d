"""Readers of the periods that business news tells figures by: the quarter, the latest period, a year ago, year-end."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from dateline.date.absolute import integer
from dateline.date.length import amount, period
from dateline.date.modifiers import modify
from dateline.date.moment import STEPS, Moment, at, span, step
from dateline.date.relative import vague
from dateline.date.rules import Captures
from dateline.date.sense import Context, Sense, moment_sense

_YEAR_END_NEAR = 10  # from this month on, the end of the year that is spoken of is the coming one


def the_unit(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The year, the quarter, the week: the one under discussion, else the one of publication."""
    unit = str(captures["unit"])
    said = context.last(unit, within=5 if unit == "quarter" else 0)
    if said:
        return moment_sense(said.moment, why=f"the {unit} just named", anchor=said.id)
    if context.day is None:
        return vague("PRESENT_REF", context, "the publication date is unknown")
    if unit == "quarter":  # figures are told of the quarter that has closed
        day = step(context.day, unit, -1)
        return moment_sense(at(day, unit), why="the quarter closed before publication", anchor="published") if day else None
    if unit not in STEPS:
        return None
    found = moment_sense(at(context.day, unit), why=f"the {unit} of publication", anchor="published")
    side = context.words[0].upper() if context.words else ""  # "earlier in the year"
    return modify(found, [side], context.day) if side in ("EARLIER", "LATER") else found


def latest_period(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The latest period: the quarter under discussion, else the one closed before publication."""
    return the_unit({"unit": "quarter"}, context, settings)


def unit_ended(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A book year or quarter known by its last month: a length for the year, the quarter of that month for the quarter."""
    month = integer(captures, "month")
    if str(captures["unit"]) == "year" or context.day is None or month is None:
        return Sense(type="DURATION", value="P1Y" if str(captures["unit"]) == "year" else "P1Q", why="a book period")
    year = context.day.year if month <= context.day.month else context.day.year - 1
    most = month - 1 or 12  # the middle month of the three tells which quarter of the calendar it is most of
    quarter = Moment(year=year if month > 1 else year - 1, quarter=(most + 2) // 3)
    return moment_sense(quarter, why="the quarter that ended then", anchor="published")


def period_to(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A period told by its length and its last day or month: the six months to June 30, the year to March."""
    unit = str(captures.get("unit") or captures.get("units") or "month")
    length = amount(captures) if "number" in captures else Fraction(1 if "unit" in captures or "units" in captures else 6)
    if "year" in context.words and "unit" not in captures and "half" not in context.words:
        unit, length = "year", Fraction(1)
    if unit not in ("week", "month", "quarter", "half", "year") or length is None or length.denominator != 1:
        return None
    value, last = period(length, unit), _last_day(captures, context)
    after = last and step(last, "day", 1)
    first = after and step(after, unit, -int(length))
    if last is None or first is None:
        return Sense(type="DURATION", value=value, why="a period up to a day of an unknown year")
    anchor, edtf = None if "year" in captures else "published", f"{first}/{last}"
    why = "a period up to the day named"
    return Sense(type="DURATION", value=value, edtf=edtf, earliest=first, latest=last, anchor=anchor, why=why)


def _last_day(captures: Captures, context: Context) -> date | None:
    """The day that a period ends on: without a year the last one that had begun, or the next where the clause looks ahead."""
    moment = Moment(year=integer(captures, "year"), month=integer(captures, "month"), day=integer(captures, "day"))
    if moment.year is not None or context.day is None:
        return span(moment)[1]
    years = [replace(moment, year=context.day.year + n) for n in (-1, 0, 1)]
    spans = [(first, last) for first, last in map(span, years) if first and last]
    if context.tense() == "future":
        return next((last for _, last in spans if last >= context.day), None)
    return next((last for first, last in reversed(spans) if first <= context.day), None)


def year_end(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The end of a year: the coming one, or the last one where the clause looks back at it."""
    if context.day is None:
        return moment_sense(Moment(month=12, day=31), why="the end of an unknown year")
    back = context.before in ("since", "from") or (
        context.before in ("at", "as", "of") and context.day.month < _YEAR_END_NEAR and context.tense() == "past"
    )
    last = date(context.day.year - (1 if back else 0), 12, 31)
    found = moment_sense(Moment(year=last.year, mod="END"), why="the end of the year", anchor="published")
    return replace(found, edtf=last.isoformat(), earliest=last, latest=last)


def year_period(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The period of a year: the quarter under discussion where there is one just before, else the year."""
    year = integer(captures, "year")
    said = context.last("quarter", within=1)
    quarter = said.moment.quarter if said else None
    if quarter is None and "quarter" in context.words:
        closed = step(context.day, "quarter", -1) if context.day else None
        quarter = (closed.month + 2) // 3 if closed else None
    return moment_sense(
        Moment(year=year, quarter=quarter),
        why="that quarter of the year named" if quarter else "written out",
        anchor=said.id if said else None,
    )


def year_ago(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A year before the quarter or date under discussion, as business news compares figures."""
    quarter = integer(captures, "quarter")
    said = context.last("quarter", within=5)
    base = span(said.moment)[0] if said else context.day
    if base is None:
        return vague("PAST_REF", context, "the day it is counted from is unknown")
    anchor = said.id if said else "published"
    if quarter and quarter <= 4:
        return moment_sense(Moment(year=base.year - 1, quarter=quarter), why="that quarter of the year before", anchor=anchor)
    named = set(context.words) & {"quarter", "period"}
    if said is None and named:
        base = step(base, "quarter", -1) or base
    earlier = step(base, "year", -1)
    return (
        moment_sense(at(earlier, "quarter" if said or named else "year"), why="a year before that", anchor=anchor)
        if earlier
        else None
    )
