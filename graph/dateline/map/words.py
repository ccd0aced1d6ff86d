"""Dates, standings and roles as an English reader would say them.

A date is worded exactly as narrowly as its four bounds allow: "Thursday 23 November 2023", "some time in November 2023",
"no later than 24 November 2023", "day not stated". Days are marked in the words, so that the page can write them in its reader's
language.
"""

import re
from datetime import date

from dateline.map import calendar
from dateline.map.view import ClaimView, EventView

STATUS = {
    "actual": "Told as fact",
    "claimed": "Claimed",
    "negated": "Did not happen",
    "denied": "Denied",
    "planned": "Planned or announced",
    "possible": "Possible",
    "conditional": "Depends on a condition",
    "requested": "Asked for",
    "generic": "In general, no single event",
}
STANDING = {
    "fact": ("Told as fact", "an article says so in its own voice"),
    "claim": ("Claimed", "somebody quoted says so"),
    "open": ("Not (yet) real", "planned, possible, asked for, or on a condition"),
    "denied": ("Denied", "said not to have happened"),
}
STANCE = {"affirms": "Says that", "denies": "Denies that", "doubts": "Doubts that", "asks": "Asks whether"}
CLAIM = {
    "actual": "it happened",
    "negated": "it did not happen",
    "planned": "it is planned",
    "possible": "it may be so",
    "conditional": "it would be so on a condition",
    "requested": "it should be done",
    "generic": "it is so in general",
}
ROLE = {
    "agent": "Who acts",
    "patient": "Whom it concerns",
    "recipient": "To whom",
    "place": "Where",
    "instrument": "By what means",
    "topic": "About",
}
RELATION = {
    "before": "Before",
    "after": "After",
    "includes": "Includes",
    "within": "Part of",
    "simultaneous": "At the same time",
    "cause": "Brings about",
    "effect": "Brought about by",
}
INVERSE = {"before": "after", "includes": "within", "simultaneous": "simultaneous", "cause": "effect"}
CERTAINTY = ("certain", "probable", "possible")
NO_DAY = "Day not stated"

# Marks that turn the direction of writing beyond their own words. Names and headings need none; sentences keep theirs.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

_LIKELY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\?")
_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")


def name(text: str) -> str:
    """A name or heading in one line, without characters that would make it read as another."""
    return _CONTROLS.sub(" ", _TURNS.sub("", text)).strip()


def _within(first: date, last: date) -> str:
    if (last - first).days == 1:
        return f"{calendar.day(first)} or the day after"
    unit = calendar.unit(first, last)
    return f"Some time in {unit}" if unit else f"Some time from {calendar.days(first, last)}"


def _side(earliest: date, latest: date) -> str:
    """A begin or an end: "1 March 2024", "between 1 March 2024 and 3 March 2024"."""
    if earliest == latest:
        return calendar.day(earliest)
    if (latest - earliest).days == 1:
        return f"{calendar.day(earliest)} or the day after"
    return f"between {calendar.day(earliest)} and {calendar.day(latest)}"


def _without_year(edtf: str | None) -> str:
    """What can be said without a year: "24 November, year not stated"."""
    if edtf and (found := _NO_YEAR.fullmatch(edtf)) and (part := calendar.yearless(*map(int, filter(None, found.groups())))):
        return f"{part}, year not stated"
    return f"{edtf}, not placed on the calendar" if edtf and any(c.isdigit() for c in edtf) else NO_DAY


def _half_known(event: EventView) -> str:
    """The words for bounds of which some are open."""
    first, last = event.earliest_begin, event.latest_end
    if first and first == event.latest_begin:
        return f"Since {calendar.day(first)}" if event.earliest_end is None else f"From {calendar.day(first)} on"
    if last and last == event.earliest_end:
        return f"Until {calendar.day(last)}"
    if last:
        return f"No later than {calendar.day(last)}"
    if first:
        return f"{calendar.day(first)} or later"
    if event.latest_begin:
        return f"Began no later than {calendar.day(event.latest_begin)}"
    if event.earliest_end:
        return f"Not over before {calendar.day(event.earliest_end)}"
    return _without_year(event.edtf)


def marked_when(event: EventView) -> str:
    """The date of an event in words, its days marked as `calendar` marks them.

    Never narrower than its bounds but where EDTF marks a likely day ("2023-11-24?").
    """
    likely = _likely(event.edtf or "")
    return f"Probably {calendar.day(likely, weekday=True)}" if likely else _bounds(event)


def _likely(edtf: str) -> date | None:
    """The day that EDTF marks as uncertain; None for every other date."""
    try:
        return date.fromisoformat(edtf.removesuffix("?")) if _LIKELY.fullmatch(edtf) else None
    except ValueError:
        return None


def _bounds(event: EventView) -> str:
    begins, begun, ends, ended = event.earliest_begin, event.latest_begin, event.earliest_end, event.latest_end
    if not (begins and ended):
        return _half_known(event)
    if begins == ended:
        return calendar.day(begins, weekday=True)
    if begins == begun and ends == ended:
        return calendar.days(begins, ended)
    if begun is None or ends is None or (begun == ended and ends == begins):
        return _within(begins, ended)
    return f"Began {_side(begins, begun)}, ended {_side(ends, ended)}"


def when(event: EventView) -> str:
    """The date of an event in English words."""
    return calendar.english(marked_when(event))


def according(claim: ClaimView) -> str:
    """Who says so, from the nearest speaker out: "Ismail Haniyeh, as told by Press TV, as told by Tasnim"."""
    if not claim.speakers:
        return "The article"
    return ", as told by ".join(claim.speakers)


def claimed(claim: ClaimView) -> str:
    """What somebody says of an event: "Denies that it happened"."""
    unsure = f" ({claim.certainty})" if claim.certainty not in ("certain", "") else ""
    return f"{STANCE.get(claim.stance, claim.stance)} {CLAIM.get(claim.status, claim.status)}{unsure}"


def standing(event: EventView) -> str:
    """An event's status in a word or two, as narrow as its status is."""
    if event.standing == "claim":
        return "Claimed"
    return STATUS.get(event.status, event.status)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def size(least: float | None, most: float | None) -> str:
    """A number as claimed: "at least 27", "3 to 5"."""
    if least is None and most is None:
        return "an unknown number of"
    if least is None or most is None:
        return f"at most {_number(most)}" if most is not None else f"at least {_number(least or 0)}"
    return _number(least) if least == most else f"{_number(least)} to {_number(most)}"


def _measured(counts: str, unit: str) -> str:
    return " ".join(filter(None, (unit, counts if counts not in (unit, "amount", "number", "count") else "")))


def figure(counts: str, unit: str, least: float | None, most: float | None) -> str:
    """A figure as claimed: "at least 27 people killed", "3.5 percent"."""
    return f"{size(least, most)} {_measured(counts, unit)}".strip()


def matter(counts: str, unit: str) -> str:
    """What a figure is of: "People killed"."""
    found = _measured(counts, unit) or "number"
    return found[:1].upper() + found[1:]
