"""Families of event types: what shares one colour and one mark on the page."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("families.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Event types that a reader takes in at one glance."""

    id: str
    name: str
    mark: str  # a path of page/marks.js
    light: str  # colour on a light ground
    dark: str
    types: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """All families in the order of the legend; the last one takes what no other names."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["family"]
    return tuple(Family(**{**row, "types": tuple(row["types"])}) for row in rows)


@cache
def _by_type() -> dict[str, Family]:
    return {code: family for family in families() for code in family.types}


def family(types: Iterable[str]) -> Family:
    """The family of an event: that of its type, or of the nearest type above it that has one."""
    return next((_by_type()[code] for code in types if code in _by_type()), families()[-1])
