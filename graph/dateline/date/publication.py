"""When an article was published: as given, or as its own text says, or unknown. Never from the clock."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.date.moment import Moment, day_of, span
from dateline.date.notation import edtf
from dateline.date.reading import Reader
from dateline.date.scan import scan
from dateline.date.sense import Context
from dateline.model import Document, Published

_URL_DAY = re.compile(r"/(19\d\d|20\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:\D|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(r"(?:[A-Z][\w.’'-]*[ ,/]*){0,6}")  # what stands before the date of a dateline: "SAN JOSE, Calif.,"
_LABEL = re.compile(
    r"(?:first |last )?(?:published|posted|updated|modified|issued|filed|created|released|dated?)\b", re.IGNORECASE
)
_OTHER_WORDS = 6  # "Published … by A. Writer", "Last updated at … GMT"
_HEAD_LINES = 6
_LONGEST_DATE_LINE = 60
_STALE = timedelta(days=14)  # a dateline this much older than the paper is still the day that the text speaks from
_DATELINE = re.compile(r"^[^\n]{0,80}?\([^()\n]{2,40}\)\s*[-–—]|^[A-Z][A-Z .,’'-]{2,40}[^\n]{0,40}?\s[-–—]{1,2}\s")


def published(document: Document) -> Published:
    """The publication date: the given one, the text's own, the one in the address, or unknown."""
    known = document.article.published
    if known.basis != "unknown":
        return known
    return _from_text(document) or _from_url(document) or known


def written(document: Document, known: Published) -> date | None:
    """The day of a dateline some days before a given publication date: "PARIS, Aug 18 (Agency) -" in the paper of the 20th. From
    it the text counts its "today" and "on Friday"; without a year it is the last such day."""
    day = known.earliest if known.basis == "given" and known.earliest == known.latest else None
    headed = [(b.start, b.end) for b in document.article.blocks if b.kind == "dateline"][:1]
    found = next((f for start, end in headed if (f := _date_within(document, start, end, day))), None)
    first = found.earliest if found and found.earliest == found.latest else None
    return first if day and first and timedelta(0) < day - first <= _STALE else None


def _from_url(document: Document) -> Published | None:
    """The day that many news addresses hold: …/2023/11/24/…"""
    match = _URL_DAY.search(document.article.url or "")
    day = day_of("-".join(match.groups())) if match else None
    return _exact(day, f"the address holds {day}") if day else None


def _exact(day: date, why: str) -> Published:
    return Published(edtf=day.isoformat(), earliest=day, latest=day, basis="text", why=why)


def _from_text(document: Document) -> Published | None:
    """A date in the dateline or byline, or a line near the top that is hardly more than a date."""
    for start, end in _candidates(document):
        found = _date_within(document, start, end)
        if found:
            return found
    return None


def _candidates(document: Document) -> list[tuple[int, int]]:
    """Where an article tells its own date."""
    blocks = document.article.blocks
    marked = [(b.start, b.end) for b in blocks if b.kind in ("dateline", "byline")]
    lines: list[tuple[int, int]] = []
    at = 0
    for line in document.text[:2000].splitlines(keepends=True):
        text = line.strip()
        if text and len(lines) < _HEAD_LINES:
            dateline = _DATELINE.match(line)
            if len(text) <= _LONGEST_DATE_LINE:
                lines.append((at, at + len(line)))
            elif dateline:
                lines.append((at, at + dateline.end()))
            else:
                lines.append((at, at))
        at += len(line)
    return marked + [line for line in lines if line[1] > line[0]]


def _date_within(document: Document, start: int, end: int, day: date | None = None) -> Published | None:
    """The first calendar day in a stretch of text, if the stretch says little else; `day`: that of publication where it is given,
    from which a missing year is told."""
    pieces = scan(document, start, end)
    readings = list(Reader(pieces).read(lambda i, j: Context(day=day, tense=lambda: "past"), lambda r: True))
    for reading in readings:
        moment = reading.sense.moment
        if moment is None or not moment.month or not moment.day:
            continue
        first, last = pieces[reading.start].start, pieces[reading.stop - 1].end
        line = document.text[start : document.text.find("\n", last) if "\n" in document.text[last:end] else end]
        others = len(_WORD.findall(line)) - len(_WORD.findall(document.text[first:last]))
        headed = _PLACE.fullmatch(document.text[start:first].strip()) is not None
        sentence = line.rstrip().endswith((".", "!", "?")) and not _LABEL.match(line.lstrip())
        if headed or (moment.year is not None and others <= _OTHER_WORDS and not sentence):
            return _said(replace(moment, part=None, hour=None, minute=None, mod=None), document.text[first:last])
    return None


def _said(moment: Moment, phrase: str) -> Published:
    first, last = span(moment)
    return Published(edtf=edtf(moment), earliest=first, latest=last, basis="text", why=f"the text is headed “{phrase}”")
