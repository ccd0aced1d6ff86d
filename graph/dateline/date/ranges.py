"""Two dates told as a range: the first does not come after the second.

Each of "between 1 January and 18 September" is read by itself, as the nearest such day; together they must be in order.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from dateline.model import Time

_LINK = re.compile(r"\s*(?:and|to|through|until|till|[-–—])\s*", re.IGNORECASE)
_OPEN = re.compile(r"(?:between|from|since)\s*(?:the\s*)?$", re.IGNORECASE)
_RULES = ("month", "month day", "day month", "ordinal month year")
_LOOK_BACK = 20


def in_order(text: str, times: list[Time]) -> Iterator[Time]:
    """The times, the first of a range put a year back where it came out later than the second."""
    for time, following in zip_longest(times, times[1:]):
        yield _earlier(time) if following and _range(text, time, following) else time


def _range(text: str, first: Time, last: Time) -> bool:
    """Whether two times without years stand as "between … and …" and come out the wrong way round."""
    if first.anchor != "published" or last.anchor != "published" or first.rule not in _RULES:
        return False
    if first.earliest is None or last.earliest is None or first.earliest <= last.earliest:
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    return bool(_LINK.fullmatch(text, first.end, last.start) and _OPEN.search(before))


def _earlier(time: Time) -> Time:
    """A time a year before, in all that tells it."""
    if time.earliest is None or time.latest is None:
        return time
    try:
        first, last = _year_back(time.earliest), _year_back(time.latest)
    except ValueError:  # 29 February
        return time
    year, before = str(time.earliest.year), str(time.earliest.year - 1)
    return replace(
        time,
        value=time.value.replace(year, before),
        edtf=time.edtf and time.edtf.replace(year, before),
        earliest=first,
        latest=last,
        why=f"{time.why}, before the end of the range",
    )


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1)
