"""Readers of calendar names: dates, months, years, quarters, seasons, holidays and clock times, whole or in part.

A part that the words leave open (the year of "October 7", the day of "Friday") is completed from the publication date and the
tense of the clause; where there is no publication date it stays open.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from dateline.date.completion import choose, clock_only, dated, in_year, weekday
from dateline.date.feasts import feast, rough
from dateline.date.moment import Mod, Moment, at, exists, on
from dateline.date.notation import edtf
from dateline.date.rules import Captures
from dateline.date.sense import Context, Sense, moment_sense


def calendar(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A date or time named by the calendar; None where there is no such date."""
    moment = build(captures, context)
    if moment is None or not exists(moment):
        return None
    if "century" in captures and captures.get("era") == "bc":
        return _century_before(integer(captures, "century") or 1)
    if "holiday" in captures:
        return _holiday(moment, captures, context)
    sense = complete(moment, captures, context)
    return replace(sense, alternatives=_swapped(moment)) if sense and "day_or_month" in settings else sense


def _century_before(number: int) -> Sense:
    """A century before the common era, which EDTF counts from the year 0: the third is -299 to -200."""
    first, last = 1 - 100 * number, 100 - 100 * number
    edtf = f"-{-first:04d}/{f'-{-last:04d}' if last < 0 else '0000'}"
    return Sense(type="DATE", value=f"BC{number - 1:02d}", edtf=edtf, why="written out")


def _swapped(moment: Moment) -> tuple[str, ...]:
    """The other order of day and month in 3/4/2021, where both are possible."""
    if not moment.month or not moment.day or moment.day > 12 or moment.day == moment.month:
        return ()
    other = edtf(replace(moment, month=moment.day, day=moment.month))
    return (other,) if other else ()


def integer(captures: Captures, name: str) -> int | None:
    """A captured whole number; None where nothing was captured, or a fraction."""
    value = captures.get(name)
    if value is None:
        return None
    number = Fraction(value)
    return int(number) if number.denominator == 1 else None


def build(captures: Captures, context: Context) -> Moment | None:
    """The moment as far as the words name it."""
    year = _year(captures, context)
    quarter = integer(captures, "quarter")
    half = 2 if captures.get("half") in ("last", "final") else integer(captures, "half")
    month, day = integer(captures, "month"), integer(captures, "day")
    if (quarter or 1) > 4 or (half or 1) > 2:
        return None
    if month and month > 12 and day and day <= 12:  # 24/11/2023: the day comes first
        month, day = day, month
    decade, century = _decade(captures, context), integer(captures, "century")
    if "decade" in captures and decade is not None and decade % 10 == 0 and decade < 200:  # the 1800s
        century, decade = decade // 10 + 1, None
    hour, minute = _clock(captures)
    if hour is not None and hour > 24:
        return None
    bc = captures.get("era") == "bc"
    return Moment(
        year=1 - year if bc and year else year,
        month=month,
        day=day,
        weekday=integer(captures, "weekday"),
        quarter=quarter,
        half=half,
        season=_text(captures, "season"),
        decade=decade,
        century=century - 1 if century and not bc else None,
        fiscal="fiscal" in captures,
        part=_text(captures, "part"),
        hour=hour,
        minute=minute,
    )


def _text(captures: Captures, name: str) -> str | None:
    value = captures.get(name)
    return str(value) if value is not None else None


def _year(captures: Captures, context: Context) -> int | None:
    """The year as captured, in four digits, in two, or as this, last or next year."""
    year, later = integer(captures, "year"), integer(captures, "later")
    if year is not None:
        return year if later is None else _later(year, later)
    short = integer(captures, "yy")
    if short is not None:
        return (
            _century(context) + short if _century(context) + short <= _latest_year(context) else _century(context) - 100 + short
        )
    shift = captures.get("yearwhich")
    return context.day.year + int(shift) if context.day and shift is not None and str(shift) not in "+=" else None


def _later(year: int, short: int) -> int:
    """The last year of a range: "1996-98", "1999-01"."""
    found = year // 100 * 100 + short
    return found if found > year else found + 100


def _century(context: Context) -> int:
    """The first year of the century that two-digit years are first sought in."""
    return context.day.year // 100 * 100 if context.day else 2000


def _latest_year(context: Context) -> int:
    """Two-digit years reach at most twenty years past the article; without its date, to 2049 as by ISO's custom."""
    return context.day.year + 20 if context.day else 2049


def _decade(captures: Captures, context: Context) -> int | None:
    full, short = integer(captures, "decade"), integer(captures, "tens")
    if full is not None or short is None:
        return full
    tens = short // 10 if short >= 10 else short
    century = _century(context)
    return century // 10 + tens if context.day and century + tens * 10 <= context.day.year else century // 10 - 10 + tens


def _clock(captures: Captures) -> tuple[int | None, int | None]:
    """Hour and minute on the 24-hour clock."""
    hour, minute, half = integer(captures, "hour"), integer(captures, "minute"), captures.get("ampm")
    if "hhmm" in captures:
        hours, minutes = divmod(int(str(captures["hhmm"])), 100)
        return (hours, minutes) if minutes < 60 else (99, 0)
    if "noon" in captures:
        return integer(captures, "noon"), 0
    if hour is None:
        return None, None
    if half is None and "part" in captures and hour <= 12:
        half = "pm" if captures["part"] in ("AF", "EV") or (captures["part"] == "NI" and hour >= 6) else "am"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, minute


def complete(moment: Moment, captures: Captures, context: Context) -> Sense | None:
    """Fill in what the words leave open, as far as the article allows."""
    which = _text(captures, "which")
    if moment.year is not None or moment.decade is not None or moment.century is not None:
        anchor = "published" if "yearwhich" in captures else None
        return moment_sense(
            moment,
            why=f"counted from the year of publication, {context.day.year}" if anchor and context.day else "written out",
            anchor=anchor,
        )
    if moment.weekday and not moment.month:
        return weekday(moment, which, context)
    if moment.unit in ("part", "hour") and not moment.month:
        return clock_only(moment, context)
    return in_year(moment, which, context)


def _holiday(moment: Moment, captures: Captures, context: Context) -> Sense | None:
    """A holiday of a year that is named, or else pointed to as a month would be."""
    rule, which = str(captures["holiday"]), _text(captures, "which")
    if moment.year is not None:
        day = feast(rule, moment.year)
        found = replace(dated(moment, day), mod=_width(rule)) if day else None
        return moment_sense(found, why="the holiday's day in that year") if found else None
    if context.day is None:
        fixed = feast(rule, 2000) if rule[0].isdigit() and rule.count(" ") == 1 else None
        open_ = Moment(month=fixed.month, day=fixed.day) if fixed else Moment()
        return moment_sense(open_, why="a holiday of an unknown year: the publication date is unknown")
    days = list(_feasts(rule, context.day))
    if not days:
        return None
    chosen, why = choose(days, context.day, which, context.tense() if which is None else None, "such holiday")
    return moment_sense(replace(chosen, part=moment.part, mod=_width(rule)), why=why, anchor="published")


def _width(rule: str) -> Mod | None:
    """A day more on either side for feasts whose day differs from place to place."""
    return "APPROX" if rough(rule) else None


def _feasts(rule: str, day: date) -> Iterator[Moment]:
    for year in (day.year - 1, day.year, day.year + 1):
        found = feast(rule, year)
        if found:
            yield on(found)


def week_of(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The week that a named day lies in."""
    inner = calendar(captures, context, settings)
    day = inner.moment.date if inner and inner.moment else None
    return moment_sense(at(day, "week"), why="the week of that day", anchor=inner.anchor if inner else None) if day else None
