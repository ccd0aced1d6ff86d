"""Events that the world dates other things by: "since the September 11 attacks", "during World War II", "the 2012 Olympics".

Their names and days stand in `seeds/gazetteers/events.tsv`. A name that several events share means the last that had begun by
the day of publication.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.date.moment import Moment, span
from dateline.date.scan import split
from dateline.resources import table

_THINGS = frozenset(("treaty", "reform", "summit", "scandal", "festival", "aid", "launch", "trial"))


@dataclass(frozen=True, slots=True)
class Named:
    """An event with its begin and end; an end of None is still to come."""

    name: str
    begin: Moment
    end: Moment | None
    kind: str
    names: tuple[str, ...]
    wikidata: str

    @property
    def first(self) -> date | None:
        return span(self.begin)[0]

    @property
    def last(self) -> date | None:
        return span(self.end)[1] if self.end else None

    @property
    def sudden(self) -> bool:
        """Whether it is an attack of one day, whose name is its date wherever it stands."""
        return self.kind == "attack" and self.begin.day is not None and self.end == self.begin

    @property
    def thing(self) -> bool:
        """Whether the name mostly means a thing, such as a treaty, and a date only after a word like "since"."""
        return self.kind in _THINGS


def key(words: Sequence[str]) -> str:
    """A name as its pieces, by which it is found again."""
    return " ".join(words)


def _moment(edtf: str) -> Moment:
    year, month, day = (int(part) for part in (edtf + "-0-0").split("-")[:3])
    return Moment(year=year, month=month or None, day=day or None)


def _named(row: dict[str, str]) -> Named:
    begin, end = row["begin"], row["end"] or row["begin"]
    names = tuple(name for name in row["aliases"].split("; ") if name)
    own = () if "(" in row["name"] else (row["name"],)  # "Bloody Sunday (1972)": the name alone may mean another
    return Named(row["name"], _moment(begin), None if end == ".." else _moment(end), row["kind"], own + names, row["wikidata"])


@cache
def events() -> tuple[Named, ...]:
    """All events of the gazetteer."""
    return tuple(_named(row) for row in table("seeds", "gazetteers", "events.tsv"))


@cache
def by_name() -> dict[str, tuple[Named, ...]]:
    """The events that a name can mean, the earliest first."""
    found: dict[str, list[Named]] = {}
    for event in events():
        for name in dict.fromkeys(key(split(name)) for name in event.names):
            found.setdefault(name, []).append(event)
    return {name: tuple(sorted(known, key=lambda e: e.first or date.min)) for name, known in found.items()}


def meant(name: str, day: date | None) -> Named:
    """The event that a name means in an article of a day: the last begun by then, else the next to come."""
    known = by_name()[name]
    begun = [e for e in known if day is None or (e.first and e.first <= day)]
    return begun[-1] if begun else known[0]
