"""Readers of calendar names: dates, months, years, quarters, seasons, holidays and clock times, whole or in part.

A part that the words leave open (the year of "October 7", the day of "Friday") is completed from the publication date and the
tense of the clause; where there is no publication date it stays open.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from dateline.date.feasts import feast
from dateline.date.moment import MONTHS, WEEKDAYS, Moment, at, exists, on, span
from dateline.date.rules import Captures
from dateline.date.sense import Context, Said, Sense, moment_sense

_FAR, _NEAR = 240, 100  # days: who leaves out the year does not mean a day eight months off while one is near


def calendar(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """A date or time named by the calendar; None where there is no such date."""
    moment = build(captures, context)
    if moment is None or not exists(moment):
        return None
    if "holiday" in captures:
        return _holiday(moment, captures, context)
    return complete(moment, captures, context)


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
    quarter, half = integer(captures, "quarter"), integer(captures, "half")
    month, day = integer(captures, "month"), integer(captures, "day")
    if (quarter or 1) > 4 or (half or 1) > 2:
        return None
    if month and month > 12 and day and day <= 12:  # 24/11/2023: the day comes first
        month, day = day, month
    decade, century = _decade(captures, context), integer(captures, "century")
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
    if "noon" in captures:
        return integer(captures, "noon"), 0
    if hour is None:
        return None, None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, minute


# ------------------------------------------------------------------------------------------------ completing


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
        return _clock_only(moment, context)
    return in_year(moment, which, context)


def in_year(moment: Moment, which: str | None, context: Context) -> Sense:
    """A month, day, quarter or season without its year: the one that the tense and the publication date point to."""
    label = _label(moment)
    if context.day is None:
        return moment_sense(moment, why=f"{label} of an unknown year: the publication date is unknown")
    thread = _thread(moment, which, context)
    if thread:
        return thread
    years = [replace(moment, year=context.day.year + n, fiscal=False) for n in (-1, 0, 1)]
    years = [m for m in years if exists(m)]
    fitting = [m for m in years if moment.weekday and m.date and m.date.isoweekday() == moment.weekday]
    tense = context.tense() if which is None and not fitting else None
    chosen, why = _choose(fitting or years or [replace(moment, year=context.day.year)], context.day, which, tense, label)
    return moment_sense(replace(chosen, fiscal=moment.fiscal), why=why, anchor="published")


def _choose(moments: list[Moment], day: date, which: str | None, tense: str | None, label: str) -> tuple[Moment, str]:
    """The moment that direction and tense ask for, out of those of neighbouring years in order."""
    spans = [(first, last, m) for m in moments for first, last in [span(m)] if first and last]
    if which == "-1":
        before = [m for _, last, m in spans if last < day]
        return (before or moments)[-1], f"the last {label} before publication"
    if which in ("1", "+"):
        after = [m for first, _, m in spans if first > day]
        return (after or moments)[0], f"the next {label} after publication"
    if which == "0":
        return next(m for m in moments if m.year == day.year or m is moments[-1]), f"the {label} of the year of publication"
    nearest, gap = _nearest(spans, day)
    if tense == "past" or (tense != "future" and (nearest.quarter or nearest.half)):
        begun = [(m, _distance(first, last, day)) for first, last, m in spans if first <= day]
        if begun and (not nearest.day or begun[-1][1] <= _FAR or gap > _NEAR):
            return begun[-1][0], f"the last {label} before publication" + (", told in the past tense" if tense else "")
    if tense == "future" and not nearest.quarter:
        coming = [(m, _distance(first, last, day)) for first, last, m in spans if last >= day]
        if coming and (not nearest.day or coming[0][1] <= _FAR or gap > _NEAR):
            return coming[0][0], f"the next {label} after publication, told as to come"
    return nearest, f"the {label} nearest to publication"


def _nearest(spans: list[tuple[date, date, Moment]], day: date) -> tuple[Moment, int]:
    """The moment nearest to a day, and how many days lie between."""
    first, last, moment = min(spans, key=lambda s: (_distance(s[0], s[1], day), s[0]))
    return moment, _distance(first, last, day)


def _distance(first: date, last: date, day: date) -> int:
    """Days from a day to a stretch; 0 within it."""
    return max((first - day).days, (day - last).days, 0)


def _thread(moment: Moment, which: str | None, context: Context) -> Sense | None:
    """A month told within a year that the same sentence has just named: "In 2011 … in March"."""
    if which == "=":
        said = context.last("year", "month", "day", "part", "hour", within=50)
    else:
        said = context.last("year", within=0) if which is None and not moment.day else None
    if said is None or said.moment.year is None or context.day is None:
        return None
    if which is None and abs(said.moment.year - context.day.year) <= 1:
        return None
    return moment_sense(replace(moment, year=said.moment.year), why="of the year just named", anchor=said.id)


def weekday(moment: Moment, which: str | None, context: Context) -> Sense:
    """A day of the week: by default the last one, publication day included; the next one where the clause looks ahead."""
    number = moment.weekday or 1
    name = WEEKDAYS[number - 1]
    if context.day is None:
        return moment_sense(moment, why=f"a {name}: which one is unknown, since the publication date is")
    base, anchor = context.day, "published"
    if which == "=" or which == "+":
        said = context.last("day", "part", "hour", within=50)
        if said and said.moment.date:
            base, anchor = said.moment.date, said.id
    back = (base.isoweekday() - number) % 7
    ahead = (number - base.isoweekday()) % 7
    tense = context.tense() if which in (None, "0") else None
    if which == "-1":
        day, why = base - timedelta(days=back or 7), f"the last {name} before publication"
    elif which in ("1", "+"):
        day, why = base + timedelta(days=ahead or 7), f"the next {name} after publication"
    elif tense in ("future", "present") or (which == "0" and tense != "past"):
        day, why = base + timedelta(days=ahead), _why_weekday(name, ahead, "the next", "after", "told as to come")
    else:
        day, why = base - timedelta(days=back), _why_weekday(name, back, "the", "before", "")
    return moment_sense(
        _dated(moment, day), why=why if anchor == "published" else why.replace("publication", "the day just named"), anchor=anchor
    )


def _why_weekday(name: str, distance: int, the: str, side: str, reason: str) -> str:
    if distance == 0:
        return f"the day of publication, a {name}"
    return f"{the} {name} {side} publication" + (f", {reason}" if reason else "")


def _dated(moment: Moment, day: date) -> Moment:
    """A moment put on a calendar day, its part of the day kept."""
    found = replace(on(day), part=moment.part, hour=moment.hour, minute=moment.minute, mod=moment.mod)
    if moment.hour == 24:  # midnight ends the day: TIMEX3 writes T24:00
        return replace(found, minute=0)
    return found


def _clock_only(moment: Moment, context: Context) -> Sense | None:
    """A clock time or part of the day: of the day last spoken of, else of the day of publication."""
    said: Said | None = context.last("day", "part", "hour", within=1)
    day = said.moment.date if said else None
    if said and day:
        return moment_sense(_dated(moment, day), why="on the day just named", anchor=said.id)
    if context.day is None:
        return moment_sense(moment, why="a time of day; its day is unknown")
    return moment_sense(_dated(moment, context.day), why="on the day of publication", anchor="published")


def _label(moment: Moment) -> str:
    """A moment without year, in words."""
    if moment.month:
        return (f"{moment.day} " if moment.day else "") + MONTHS[moment.month - 1]
    number = moment.quarter or moment.half
    if number:
        return f"{('first', 'second', 'third', 'fourth')[number - 1]} {'quarter' if moment.quarter else 'half'}"
    return {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}.get(moment.season or "", "one")


# ------------------------------------------------------------------------------------------------- holidays


def _holiday(moment: Moment, captures: Captures, context: Context) -> Sense | None:
    """A holiday of a year that is named, or else pointed to as a month would be."""
    rule, which = str(captures["holiday"]), _text(captures, "which")
    if moment.year is not None:
        day = feast(rule, moment.year)
        return moment_sense(_dated(moment, day), why="the holiday's day in that year") if day else None
    if context.day is None:
        fixed = feast(rule, 2000) if rule[0].isdigit() and rule.count(" ") == 1 else None
        open_ = Moment(month=fixed.month, day=fixed.day) if fixed else Moment()
        return moment_sense(open_, why="a holiday of an unknown year: the publication date is unknown")
    days = list(_feasts(rule, context.day))
    if not days:
        return None
    chosen, why = _choose(days, context.day, which, context.tense() if which is None else None, "such holiday")
    return moment_sense(replace(chosen, part=moment.part), why=why, anchor="published")


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
