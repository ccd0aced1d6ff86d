"""Readers of counted days and weeks: the third Thursday of November, the first week of May, a week from Tuesday, 2022/23."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.date.absolute import calendar, integer
from dateline.date.completion import weekday
from dateline.date.feasts import nth_weekday
from dateline.date.length import amount
from dateline.date.moment import Moment, at, on, span, step
from dateline.date.rules import Captures
from dateline.date.sense import Context, Sense, moment_sense

_MONTH = ("month", "year", "yearwhich")


def _month(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The month that is counted in; None while its year is unknown."""
    found = calendar({k: v for k, v in captures.items() if k in _MONTH}, context, settings)
    return found if found and found.moment and found.moment.year else None


def _nth(captures: Captures) -> int | None:
    """Which one is counted: the fourth, or -1 for the last."""
    return -1 if captures["nth"] in ("last", "final") else integer(captures, "nth")


def weekday_of_month(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The first, third or last such weekday of a month."""
    month, count, number = _month(captures, context, settings), _nth(captures), integer(captures, "weekday")
    if month is None or month.moment is None or not month.moment.month or not month.moment.year or not count or not number:
        return None
    day = nth_weekday(month.moment.year, month.moment.month, count, number)
    if day.month != month.moment.month:
        return None
    return moment_sense(on(day), why="that weekday of the month named", anchor=month.anchor)


def week_of_month(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The first, second or last seven days of a month; TIMEX3 gives the week in which they begin."""
    month, count = _month(captures, context, settings), _nth(captures)
    first, last = span(month.moment) if month and month.moment else (None, None)
    if month is None or first is None or last is None or not count or count > 5:
        return None
    begin = last - timedelta(days=6) if count < 0 else first + timedelta(days=7 * (count - 1))
    end = min(begin + timedelta(days=6), last)
    week = moment_sense(at(begin, "week"), why="that week of the month named", anchor=month.anchor)
    return replace(week, edtf=f"[{begin}..{end}]", earliest=begin, latest=end)


def two_years(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A season or a school year that lies in two calendar years."""
    year = integer(captures, "year") or 0
    sense = moment_sense(Moment(year=year), why="written out")
    return replace(sense, edtf=f"{year:04d}/{year + 1:04d}", latest=date(year + 1, 12, 31)) if year < 9998 else sense


def from_weekday(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """So many days or weeks after the coming weekday."""
    unit, count = str(captures.get("unit") or captures.get("units")), amount(captures)
    coming = weekday(Moment(weekday=integer(captures, "weekday")), "1", context)
    day = coming.moment.date if coming.moment else None
    if day is None or count is None or count.denominator != 1 or unit not in ("day", "week", "month", "year"):
        return None
    found = step(day, unit, int(count))
    return moment_sense(on(found), why=f"counted from {coming.why}", anchor="published") if found else None
