"""The shipped queries: SPARQL files that answer what people ask of a timeline.

Each file (`dateline/queries/NAME.rq`) is a whole query that runs as it is, on any SPARQL engine. Its head is a comment: a title,
what it answers, a line `# topic: what it is about`, and a line `# param NAME: what it means` for each parameter. A parameter's
default stands in the query as `VALUES ?NAME { default }`; filling a parameter puts another literal there, of the same type.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

import pyoxigraph as ox

from dateline.errors import OptionError
from dateline.resources import PACKAGE
from dateline.store import terms
from dateline.store.query import Value

TOPICS = ("Events", "Actors", "Sources", "Figures", "Dates and order")
_PARAM = re.compile(r"param (\w+): (.+)")
_TOPIC = re.compile(r"topic: (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a query can be asked with."""

    name: str
    about: str
    default: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedQuery:
    """A query that comes with the program."""

    name: str
    title: str
    answers: str  # what it tells, in a sentence or two
    topic: str  # one of TOPICS
    parameters: tuple[Parameter, ...]
    sparql: str

    def fill(self, values: Mapping[str, str]) -> str:
        """The query with other values for its parameters. Raises OptionError for a name or value that does not fit."""
        sparql = self.sparql
        for name, given in values.items():
            parameter = next((p for p in self.parameters if p.name == name), None)
            if parameter is None:
                raise OptionError(f"the query {self.name} has no parameter {name!r}; {self._known()}")
            term = str(_literal(parameter, given))
            sparql = f" {term} ".join(_slot(name).split(sparql, maxsplit=1))
        return sparql

    def _known(self) -> str:
        names = ", ".join(p.name for p in self.parameters)
        return f"it has {names}" if names else "it has none"


def names() -> tuple[str, ...]:
    """The names of all shipped queries, in alphabetical order."""
    return tuple(sorted(p.stem for p in (PACKAGE / "queries").glob("*.rq")))


def shipped() -> tuple[ShippedQuery, ...]:
    """All shipped queries, in the order of their names."""
    return tuple(map(load, names()))


@cache
def load(name: str) -> ShippedQuery:
    """The shipped query of a name. Raises OptionError where there is none."""
    if name not in names():
        near = get_close_matches(name, names(), n=1)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(names())}"
        raise OptionError(f"there is no query {name!r}{hint}")
    sparql = (PACKAGE / "queries" / f"{name}.rq").read_text(encoding="utf-8")
    head = [line.removeprefix("#").strip() for line in sparql.splitlines()[: _head(sparql)]]
    about = {found[1]: found[2] for line in head if (found := _PARAM.fullmatch(line))}
    return ShippedQuery(
        name=name,
        title=head[0],
        answers=" ".join(line for line in head[1:] if line and not _PARAM.fullmatch(line) and not _TOPIC.fullmatch(line)),
        topic=next(found[1] for line in head if (found := _TOPIC.fullmatch(line))),
        parameters=tuple(Parameter(name=n, about=text, default=_default(sparql, n)) for n, text in about.items()),
        sparql=sparql,
    )


def _head(sparql: str) -> int:
    """The number of comment lines at the top."""
    return next(i for i, line in enumerate(sparql.splitlines()) if not line.startswith("#"))


def _slot(name: str) -> re.Pattern[str]:
    """The place of a parameter's default."""
    return re.compile(rf"(?<=VALUES \?{name} {{) [^{{}}\n]* (?=}})")


def _default(sparql: str, name: str) -> Value:
    found = _slot(name).search(sparql)
    assert found, f"no default for {name}"
    term = found[0].strip()
    if term.isdigit():
        return int(term)
    text, _, kind = term.removeprefix('"').rpartition('"')
    return date.fromisoformat(text) if kind == "^^xsd:date" else text


def _literal(parameter: Parameter, given: str) -> ox.Literal:
    """What the user gave, as a literal of the parameter's type."""
    if isinstance(parameter.default, date):
        try:
            return terms.day(date.fromisoformat(given))
        except ValueError:
            raise OptionError(f"{parameter.name} must be a day like 2024-05-31, not {given!r}") from None
    if isinstance(parameter.default, int):
        try:
            return ox.Literal(int(given))
        except ValueError:
            raise OptionError(f"{parameter.name} must be a whole number, not {given!r}") from None
    return terms.text(given)
