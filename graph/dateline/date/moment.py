"""A stretch of the calendar as far as words name it, with its first and last day.

"October 7" is a moment without a year, "the mid-1990s" a decade with a modifier, "Friday morning" a weekday with a part of
the day. Nothing here knows of any article; what a moment leaves open stays open.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

Bounds = tuple[date | None, date | None]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER", "EARLIER", "LATER"]

_PARTS = {"START": (0, 0.4), "MID": (0.3, 0.7), "END": (0.6, 1)}  # of the whole
UNBOUNDED: Bounds = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is known of a calendar date or clock time. Fields left out are unknown or coarser than the words."""

    year: int | None = None  # 1 BCE is 0, as in ISO 8601
    month: int | None = None
    day: int | None = None
    week: int | None = None  # ISO week; `year` is then the ISO year
    weekend: bool = False
    weekday: int | None = None  # 1 Monday … 7 Sunday, only while the day itself is unknown
    quarter: int | None = None
    half: int | None = None
    season: str | None = None  # SP SU FA WI
    decade: int | None = None  # first year without its last digit: 198
    century: int | None = None  # first year without its last two digits: 19
    fiscal: bool = False  # a book year, whose days are the company's or the state's own
    part: str | None = None  # part of the day: MO MI AF EV NI DT
    hour: int | None = None
    minute: int | None = None
    mod: Mod | None = None

    @property
    def unit(self) -> str:
        """The finest unit that is named: hour, part, day, week, month, quarter, half, season, year, decade or century."""
        for unit, present in (
            ("hour", self.hour is not None),
            ("part", self.part),
            ("day", self.day or self.weekday),
            ("weekend", self.weekend),
            ("week", self.week),
            ("month", self.month),
            ("quarter", self.quarter),
            ("half", self.half),
            ("season", self.season),
            ("year", self.year is not None),
            ("decade", self.decade is not None),
        ):
            if present:
                return unit
        return "century"

    @property
    def date(self) -> date | None:
        """The calendar day, where year, month and day are known."""
        if self.year is None or not (1 <= self.year <= 9999) or not self.month or not self.day:
            return None
        return date(self.year, self.month, self.day)


def on(day: date) -> Moment:
    """The moment that is one calendar day."""
    return Moment(year=day.year, month=day.month, day=day.day)


def at(day: date, unit: str) -> Moment:
    """The day, week, month, quarter, half, year, decade or century that a day lies in."""
    iso = day.isocalendar()
    return {
        "day": on(day),
        "week": Moment(year=iso.year, week=iso.week),
        "weekend": Moment(year=iso.year, week=iso.week, weekend=True),
        "month": Moment(year=day.year, month=day.month),
        "quarter": Moment(year=day.year, quarter=(day.month + 2) // 3),
        "half": Moment(year=day.year, half=(day.month + 5) // 6),
        "year": Moment(year=day.year),
        "decade": Moment(decade=day.year // 10),
        "century": Moment(century=day.year // 100),
    }[unit]


STEPS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "weekend": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "half": relativedelta(months=6),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}


def step(day: date, unit: str, count: int) -> date | None:
    """The day so many units later (earlier if negative); None beyond the calendar's years 1 to 9999."""
    try:
        moved: date = day + STEPS[unit] * count
        return moved
    except (OverflowError, ValueError):
        return None


def exists(moment: Moment) -> bool:
    """Whether the calendar has such a day: there is no 31 June, no month 33, and no 29 February in 2023."""
    if moment.month is None:
        return True
    if not 1 <= moment.month <= 12:
        return False
    if moment.day is None:
        return True
    year = 2000 if moment.year is None or not (1 <= moment.year <= 9999) else moment.year
    return 1 <= moment.day <= calendar.monthrange(year, moment.month)[1]


def day_of(value: str) -> date | None:
    """The calendar day of an ISO date; None where it is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _whole(first: date, unit: str, count: int = 1) -> Bounds:
    """From a day to the eve of the day so many units on."""
    after = step(first, unit, count)
    return first, after - timedelta(days=1) if after else date.max


def span(moment: Moment) -> Bounds:
    """The first and the last day of a moment, its modifier left aside; None where the year is unknown or before 1."""
    if moment.decade is not None and 1 <= moment.decade <= 999:
        return _whole(date(moment.decade * 10, 1, 1), "decade")
    if moment.century is not None and 1 <= moment.century <= 99:
        return _whole(date(moment.century * 100, 1, 1), "century")
    if moment.year is None or not 2 <= moment.year <= 9998:
        return UNBOUNDED
    if moment.week is not None:
        return _week(moment)
    if moment.season:
        return _season(moment.year, moment.season)
    if moment.month:
        return _month(moment)
    if moment.fiscal:  # book years begin between the preceding April and the year's own October or November
        return date(moment.year - 1, 4, 1), date(moment.year + 1, 3, 31)
    if moment.quarter:
        return _whole(date(moment.year, 3 * moment.quarter - 2, 1), "quarter")
    if moment.half:
        return _whole(date(moment.year, 6 * moment.half - 5, 1), "half")
    if moment.weekday or moment.weekend or moment.day:
        return UNBOUNDED
    return _whole(date(moment.year, 1, 1), "year")


def _month(moment: Moment) -> Bounds:
    assert moment.year is not None and moment.month is not None
    if not exists(moment):
        return UNBOUNDED
    first = date(moment.year, moment.month, moment.day or 1)
    return _whole(first, "day" if moment.day else "month")


def _week(moment: Moment) -> Bounds:
    assert moment.year is not None and moment.week is not None
    try:
        monday = date.fromisocalendar(moment.year, moment.week, 1)
    except ValueError:
        return UNBOUNDED
    return (monday + timedelta(days=5 if moment.weekend else 0), monday + timedelta(days=6))


def _season(year: int, season: str) -> Bounds:
    """The season's days by either reckoning, meteorological or astronomical; a winter may be the year's first or its last."""
    return {
        "SP": (date(year, 3, 1), date(year, 6, 21)),
        "SU": (date(year, 6, 1), date(year, 9, 23)),
        "FA": (date(year, 9, 1), date(year, 12, 21)),
        "WI": (date(year - 1, 12, 1), date(year + 1, 3, 21)),
    }[season]


def bounds(moment: Moment) -> Bounds:
    """The earliest and latest day meant, the modifier heeded. The parts overlap: who says "mid-March" may mean the 10th."""
    first, last = span(moment)
    if first is None or last is None or moment.mod is None:
        return first, last
    if moment.mod == "APPROX":
        return _loose(first, last, moment)
    part = _PARTS.get(moment.mod)
    return _cut(first, last, moment, *part) if part else (first, last)


def _cut(first: date, last: date, moment: Moment, begin: float, end: float) -> Bounds:
    """A part of a stretch: whole years of a decade or century, whole months of a year, else days."""
    if moment.unit in ("decade", "century"):
        years = last.year - first.year + 1
        return date(first.year + round(years * begin), 1, 1), date(first.year + round(years * end) - 1, 12, 31)
    if moment.unit == "year":
        after = step(date(first.year, 1, 1), "month", round(12 * end))
        return date(first.year, round(12 * begin) + 1, 1), (after or last) - timedelta(days=1)
    days = (last - first).days + 1
    if days == 1:
        return first, last
    return first + timedelta(days=int(days * begin)), first + timedelta(days=min(round(days * end), days) - 1)


def _loose(first: date, last: date, moment: Moment) -> Bounds:
    """A unit more on either side: about 2010 may be 2009 or 2011."""
    unit = moment.unit if moment.unit in STEPS else "day"
    return step(first, unit, -1) or first, step(last, unit, 1) or last
