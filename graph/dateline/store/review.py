"""What an editor should look at: nothing here breaks a rule, but a reading may have gone wrong, or sources disagree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from dateline.resources import PACKAGE
from dateline.store.queries import load
from dateline.store.query import Value

if TYPE_CHECKING:
    from dateline.store.graph import Store

FAR = 1000  # km: nobody seems to act on one day in places farther apart; planes are faster, news rarely is


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at."""

    kind: str
    what: str
    why: str


Row = tuple[Value, ...]


def review(store: "Store") -> Iterator[Finding]:
    """All findings: first what is probably wrong, last what is only thin."""
    for name, told in _TOLD.items():
        sparql = (PACKAGE / "queries" / "checks" / f"{name}.rq").read_text(encoding="utf-8")
        for row in store.select(sparql).rows:
            if found := told(row):
                yield Finding(kind=name.replace("-", " "), what=found[0], why=found[1])
    for row in store.select(load("contested-values").sparql, shorten=True).rows:
        yield Finding(kind="contested value", what=str(row[-1]), why=_values(row))
    for row in store.select(load("contested").sparql, shorten=True).rows:
        cells = [str(cell) for cell in row if cell is not None]
        yield Finding(kind="contested", what=cells[-1], why="; ".join(cells[:-1]))


def _values(row: Row) -> str:
    """Two values that exclude each other, with who says which and in a report of which day."""
    label, _, what, one, by, reported, other, by2, reported2, _ = row
    first, second = (
        f"{value} ({who}{f', {day}' if day else ''})" for value, who, day in ((one, by, reported), (other, by2, reported2))
    )
    return f"{label}: {what} {first}, {second}"


def _future(row: Row) -> tuple[str, str]:
    label, event, day, published = row
    return str(event), f"{label}: told as past by an article of {published}, but dated {day} at the earliest"


def _places(row: Row) -> tuple[str, str] | None:
    name, person, day, one, here, latitude, longitude, two, there, latitude2, longitude2 = row
    apart = distance(*(float(str(v)) for v in (latitude, longitude, latitude2, longitude2)))
    if apart < FAR:
        return None
    return str(person), f"{name} on {day}: {one} ({here}), {two} ({there}), {apart:,.0f} km apart"


def _figures(row: Row) -> tuple[str, str]:
    label, event, counts, unit, most, least = row
    return str(event), f"{label}: {counts} at most {most} {unit}, and at least {least}"


def _nobody(row: Row) -> tuple[str, str]:
    label, event = row
    return str(event), f"{label}: nobody takes part"


def distance(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Kilometres between two places on a ball of the Earth's size (haversine)."""
    a, b, c, d = map(radians, (latitude, longitude, latitude2, longitude2))
    return 2 * 6371 * asin(sqrt(min(1.0, sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


_TOLD: dict[str, Callable[[Row], tuple[str, str] | None]] = {
    "told-as-past-in-the-future": _future,
    "in-two-places": _places,
    "figures-disagree": _figures,
    "without-actors": _nobody,
}
