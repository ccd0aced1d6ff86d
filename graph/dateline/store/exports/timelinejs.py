"""Dated events for TimelineJS, the timeline that newsrooms embed: https://timeline.knightlab.com/docs/json-format.html."""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from dateline.store.exports.told import Told, events

if TYPE_CHECKING:
    from dateline.store.graph import Store


def timelinejs(store: "Store") -> Iterator[str]:
    """One JSON object. TimelineJS shows text as HTML, so that of articles is escaped."""
    yield json.dumps({"events": [_slide(e) for e in events(store) if e.first]}, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Told) -> dict[str, Any]:
    assert event.first
    told = [event.status, *(("contested",) if event.contested else ()), *event.figures]
    paragraphs = [", ".join(told), event.sentence or "", event.why or ""]
    slide: dict[str, Any] = {
        "unique_id": event.iri,
        "start_date": _day(event.first),
        "display_date": event.edtf or "",
        "text": {"headline": escape(event.label), "text": "".join(f"<p>{escape(p)}</p>" for p in paragraphs if p)},
        "group": event.type or "other",
    }
    if event.last and event.last != event.first:
        slide["end_date"] = _day(event.last)
    return slide


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
