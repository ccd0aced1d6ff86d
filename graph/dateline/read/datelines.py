"""Datelines: place, day and agency in front of a report, as wires and papers set them.

Most close with a dash: "LIMA, Peru (AP) -". Papers of South Asia close with a colon, "LUCKNOW: …", which looks like the
speaker of a transcript: there the place must be one that the gazetteers know.
"""

import re
from functools import cache
from itertools import islice

from dateline.resources import table

_PLACE = r"[^\W\d_a-z][\w.'’-]*(?:[ /][^\W\d_a-z][\w.'’-]*){0,3}"
_SHOUTED = r"[^\W\d_a-z]{3,}[^\W\d_a-z.'’-]*(?:[ /][^\W\d_a-z]{2}[^\W\d_a-z.'’-]*){0,3}"
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?)"
_REST = rf"(?:, {_PLACE}){{0,2}}(?:, ?{_MONTH_DAY}| {_MONTH_DAY})?"
_AGENCY = r"\((?P<agency>[^()\n]{2,40})\)"
_DASH = r"\s*(?:--?|[–—―_])(?:\s+|\Z)"
_SLASHED = r"/(?P<slashed>[^/\n]{2,40})/\.?(?:\s+|\Z)"  # "MOSCOW, March 3. /TASS/. "
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REST},?\s*{_AGENCY}{_DASH}|(?P<place>{_SHOUTED}){_REST}{_DASH}|{_SHOUTED}{_REST}[.,]?\s*{_SLASHED})"
)
_COLON = re.compile(rf"(?P<place>{_SHOUTED}){_REST}(?:,?\s*{_AGENCY})?\s?:(?:\s+|\Z)")

_TURN = re.compile(rf"^{_SHOUTED}:", re.MULTILINE)  # a town may be a speaker's name: "HOUSTON: Thank you."


def dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline at the beginning of a stretch of text."""
    found = _DATELINE.match(text, start, end)
    if found is not None:
        return found
    found = _COLON.match(text, start, end)
    known = found is not None and all(name in _places() for name in found["place"].casefold().split("/"))
    return found if known and sum(1 for _ in islice(_TURN.finditer(text), 2)) < 2 else None


def is_dateline(text: str) -> bool:
    """Whether a text is a dateline and nothing more."""
    found = dateline(text, 0, len(text))
    return found is not None and found.end() == len(text)


def agency_of(found: re.Match[str]) -> str | None:
    """The news agency that a dateline names."""
    named: str | None = found["agency"] or found.groupdict().get("slashed")
    return named


@cache
def _places() -> frozenset[str]:
    """The names of all places that the gazetteers know, in lower case."""
    rows = (row for name in ("cities", "places", "countries") for row in table("seeds", "gazetteers", f"{name}.tsv"))
    names = {name.casefold() for row in rows for name in (row["name"], *row.get("aliases", "").split("|")) if name}
    cities = (row["alias"] for row in table("seeds", "gazetteers", "aliases.tsv") if row["means"].isdigit())
    return frozenset(names | {name.casefold() for name in cities})
