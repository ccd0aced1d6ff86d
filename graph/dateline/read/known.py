"""What a user knows of an article besides its text: date, address, publisher, licence.

It stands in a TOML file beside the text (`report.toml` for `report.txt`) or in TOML front matter between two lines `+++`:

    date = 2023-11-24
    publisher = "Tasnim News Agency"
"""

import calendar
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.errors import InputError, OptionError
from dateline.model import Published

KEYS = ("id", "title", "date", "url", "publisher", "licence", "language")
FIRST_NEWS, LAST_NEWS = 1600, 2400  # no newspaper is older; dates far from them overflow the calendar
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ][0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_FRONT_MATTER = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)(?:^|\n)\+\+\+[ \t]*(?:\r?\n)+", re.DOTALL)
_WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an article from outside its text."""

    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    licence: str | None = None
    language: str | None = None


def day(value: str, *, why: str = "given with the article") -> Published:
    """A publication date as a user writes it: YYYY, YYYY-MM, YYYY-MM-DD, the last also with a clock time.

    Raises OptionError where it is none of these, no such day exists, or no news can be of that year.
    """
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None or not FIRST_NEWS <= int(match[1]) <= LAST_NEWS:
            raise ValueError
        year, month, dom = (int(g) if g else None for g in match.groups())
        assert year is not None
        first = date(year, month or 1, dom or 1)
        last = date(year, month or 12, dom or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        raise OptionError(f"{value[:40]!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY") from None
    edtf = "-".join(part for part in match.groups() if part)
    return Published(edtf=edtf, earliest=first, latest=last, basis="given", why=why)


def from_mapping(row: Mapping[str, Any], where: str) -> Known:
    """What a JSON object or TOML table says; null and empty values count as unknown.

    Raises InputError for a value that is no text, and for an address that is none of the web.
    """
    values: dict[str, str] = {}
    for key in KEYS:
        value = row.get(key)
        if value is None or value == "":
            continue
        if isinstance(value, date) or (key == "id" and isinstance(value, int)):
            value = str(value)
        if not isinstance(value, str):
            raise InputError(f"{where}: {key!r} must be text, not {type(value).__name__}")
        values[key] = value.strip()
    if "url" in values and not _WEB.fullmatch(values["url"]):
        raise InputError(f"{where}: 'url' must begin with http:// or https://, not {values['url'][:40]!r}")
    return Known(**values)


def from_toml(text: str, where: str) -> Known:
    """What a sidecar or front matter says. Raises InputError for broken TOML and for keys that mean nothing here."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where}: {error}") from None
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        raise InputError(f"{where}: unknown key {unknown[0]!r}; there are {', '.join(KEYS)}")
    return from_mapping(table, where)


def front_matter(text: str) -> tuple[str | None, str]:
    """The TOML between two lines `+++` at the very top, if there is any, and the text after it."""
    match = _FRONT_MATTER.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)
