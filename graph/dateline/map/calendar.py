"""Days within words: marked for the page, which writes them in its reader's language, or in English.

    {2023-11-23}             a day            {w2023-11-23}   with its day of the week
    {2023-10-07/2023-11-24}  days throughout  {2023-11}       a month        {2023}   a year
    {--11-24}                a day of an unknown year                        {--11}   a month of one

`page/days.js` reads the same marks.
"""

import re
from calendar import monthrange
from datetime import date

from dateline.english import MONTHS, WEEKDAYS

_ISO = r"\d{4}-\d\d-\d\d"
_MARK = re.compile(rf"\{{(?:(w?)({_ISO})|({_ISO})/({_ISO})|(\d{{4}})-(\d\d)|(\d{{4}})|--(\d\d)(?:-(\d\d))?)\}}")


def day(value: date, *, weekday: bool = False) -> str:
    """A mark for a calendar day."""
    return f"{{{'w' if weekday else ''}{value.isoformat()}}}"


def days(first: date, last: date) -> str:
    """A mark for a stretch of days."""
    return day(first) if first == last else f"{{{first.isoformat()}/{last.isoformat()}}}"


def unit(first: date, last: date) -> str | None:
    """A mark for a whole month or year, where two days are its first and last."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
        return None
    if (first.month, last.month) == (1, 12):
        return f"{{{first.year:04}}}"
    return f"{{{first.year:04}-{first.month:02}}}" if first.month == last.month else None


def yearless(month: int, of_month: int | None = None) -> str | None:
    """A mark for a month, or a day of one, whose year is unknown; None where the calendar has no such."""
    if not 1 <= month <= 12 or (of_month is not None and not 1 <= of_month <= monthrange(2000, month)[1]):
        return None
    return f"{{--{month:02}}}" if of_month is None else f"{{--{month:02}-{of_month:02}}}"


def english(marked: str) -> str:
    """The same words with their days in English."""
    return _MARK.sub(_spoken, marked)


def _spoken(mark: re.Match[str]) -> str:
    week, one, first, last, year, month, whole_year, bare_month, bare_day = mark.groups()
    try:
        if one:
            value = date.fromisoformat(one)
            return f"{WEEKDAYS[value.weekday()]} {_day(value)}" if week else _day(value)
        if first:
            return _days(date.fromisoformat(first), date.fromisoformat(last))
        if whole_year:
            return whole_year
        name = MONTHS[int(month or bare_month) - 1]
    except (ValueError, IndexError):
        return mark[0]  # no mark of ours: words that look like one
    return f"{name} {year}" if year else f"{int(bare_day)} {name}" if bare_day else name


def _day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _days(first: date, last: date) -> str:
    """A stretch of days without saying a month or a year twice: "7 to 9 October 2023"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"
