"""Dated events for calendars: iCalendar (RFC 5545), whole days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from dateline import __version__
from dateline.store.exports.told import Told, events

if TYPE_CHECKING:
    from dateline.store.graph import Store


def ical(store: "Store") -> Iterator[str]:
    """A calendar. An event spans the days it may have been on; what is not told as fact says so in its title."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Dateline//Dateline {__version__}//EN")
    calendar.add("version", "2.0")
    stamp = _stamp(store)
    for event in events(store):
        if event.first and event.last:
            calendar.add_component(_entry(event, event.first, event.last, stamp))
    yield calendar.to_ical().decode("utf-8")


def _stamp(store: "Store") -> datetime:
    """When the calendar was made; not by the clock, so that the same graph gives the same file: the day of the last article."""
    rows = store.select("SELECT (MAX(?day) AS ?last) { ?article schema:datePublished ?day }").rows
    last = rows[0][0] if rows else None
    return datetime.combine(last if isinstance(last, date) else date(1970, 1, 1), time(), UTC)


def _entry(event: Told, first: date, last: date, stamp: datetime) -> Event:
    entry = Event()
    entry.add("uid", event.iri)
    entry.add("dtstamp", stamp)
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", max(first, last) + timedelta(days=1))  # exclusive
    entry.add("summary", _line(event.label if event.status == "actual" else f"{event.label} [{event.status}]"))
    told = (f"Date: {event.edtf}" if event.edtf else "", f"Why: {event.why}" if event.why else "", event.sentence or "")
    entry.add("description", "\n".join(_line(t) for t in (*told, *event.figures, *event.articles) if t))
    entry.add("status", "CONFIRMED" if event.status == "actual" else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if event.type:
        entry.add("categories", [_line(event.type)])
    if places := event.names("place"):
        entry.add("location", _line(", ".join(places)))
    return entry


def _line(text: str) -> str:
    """A text without control characters, which no calendar takes."""
    return "".join(c if c.isprintable() else " " for c in text)
