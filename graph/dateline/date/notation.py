"""A moment in writing: its TIMEX3 value and its EDTF.

Sources: TimeML 1.2.1 (TIMEX3 values), ISO 8601-2:2019 (EDTF: 21-24 seasons, 33-36 quarters, 40-41 halves).
"""

from dataclasses import replace

from dateline.date.moment import Moment, bounds, span

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def _year(moment: Moment) -> str:
    if moment.year is None:
        return "XXXX"
    return f"{moment.year:04d}" if moment.year > 0 else f"BC{1 - moment.year:04d}"


def _clock(moment: Moment) -> str:
    if moment.hour is not None:
        return f"T{moment.hour:02d}:{moment.minute or 0:02d}"
    return f"T{moment.part}" if moment.part else ""


def timex(moment: Moment) -> str:
    """The TIMEX3 value: 1998-Q1, 2023-11-24TMO, XXXX-WXX-5, 199, XXXX-10-07."""
    year, clock = _year(moment), _clock(moment)
    if moment.weekend:
        return f"{year}-W{_two(moment.week)}-WE"
    if moment.week is not None:
        return f"{year}-W{moment.week:02d}"
    if moment.quarter:
        return f"{year}-Q{moment.quarter}"
    if moment.half:
        return f"{year}-H{moment.half}"
    if moment.season:
        return f"{year}-{moment.season}"
    if moment.weekday and not moment.day:
        return f"XXXX-WXX-{moment.weekday}{clock}"
    if moment.day:
        return f"{year}-{_two(moment.month)}-{moment.day:02d}{clock}"
    if moment.month:
        return f"{year}-{moment.month:02d}"
    if clock:
        return f"{year}-XX-XX{clock}"
    if moment.year is not None:
        return year
    return str(moment.decade) if moment.decade is not None else f"{moment.century:02d}" if moment.century is not None else "XXXX"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def edtf(moment: Moment) -> str | None:
    """The moment in EDTF, at the lowest level that expresses it; None where only a weekday or an hour is known."""
    if moment.mod in ("START", "MID", "END"):
        first, last = bounds(moment)
        return f"[{first}..{last}]" if first and last and first != last else edtf(replace(moment, mod=None))
    plain = _plain(moment)
    return f"{plain}~" if plain and moment.mod == "APPROX" and "/" not in plain and "[" not in plain else plain


def _plain(moment: Moment) -> str | None:
    if moment.decade is not None:
        return f"{moment.decade:03d}X"
    if moment.century is not None:
        return f"{moment.century:02d}XX"
    if moment.year is None:
        return f"XXXX-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "") if moment.month else None
    year = f"{moment.year:04d}" if moment.year >= 0 else f"-{-moment.year:04d}"
    if moment.week is not None:
        first, last = span(moment)
        return f"{first}/{last}" if first else None
    if moment.month:
        return f"{year}-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "")
    if moment.season:
        return f"{year}-{SEASONS[moment.season]}"
    if moment.quarter and not moment.fiscal:
        return f"{year}-{32 + moment.quarter}"
    if moment.half and not moment.fiscal:
        return f"{year}-{39 + moment.half}"
    if moment.day or moment.weekday or moment.weekend:
        return None
    return year
