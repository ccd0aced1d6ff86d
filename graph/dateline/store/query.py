"""Reading a graph with SPARQL: what may be asked, and answers as plain Python values.

Queries see the union of all graphs and nothing outside the store: SERVICE would fetch from the network, FROM and LOAD name other
data, and updates would change it, so all of them are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from dateline.errors import QueryError
from dateline.store.vocabulary import PREFIXES, XSD

Value = str | int | float | bool | date | None
Bindings = Mapping[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]

# A variable may be called so; no other character before or after rules the keyword out, since parsers need no space there.
_SUSPECT = re.compile(r"(?<![?$])(service|from|load)|\\u", re.IGNORECASE)
_UPDATE = re.compile(r"\s*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE)
_AT = re.compile(r"error at (\d+):(\d+)")
_LOCAL = re.compile(r"[\w.-]*\w|", re.ASCII)
_NUMBERS = {
    XSD(name): kind
    for kind, names in ((int, ("integer", "nonNegativeInteger")), (float, ("decimal", "double")))
    for name in names
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows a query finds. Cells are Python values; None where nothing is bound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def check_allowed(sparql: str) -> None:
    """Raise a QueryError for a query that reaches outside the store.

    Only a text in which one of the words occurs at all is parsed, by rdflib, whose algebra names them however they are spelt.
    """
    if not _SUSPECT.search(sparql):
        return
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    try:
        parsed = translateQuery(parseQuery(declared + sparql))
    except Exception as error:  # the parser raises half a dozen kinds, RecursionError among them
        raise QueryError(_update(sparql) or f"the query cannot be understood: {_first_line(error)}") from None
    if parsed.algebra.get("datasetClause"):
        raise QueryError("FROM is not allowed: a query sees all graphs of the store; use GRAPH to choose one")
    if "ServiceGraphPattern" in _parts(parsed.algebra):
        raise QueryError("SERVICE is not allowed: a query sees nothing outside the store")


def _parts(algebra: object) -> set[str]:
    """The names of all parts of a parsed query."""
    found: set[str] = set()
    todo = [algebra]
    while todo:
        part = todo.pop()
        if isinstance(part, dict):
            found.add(str(getattr(part, "name", "")))
            todo += part.values()
        elif isinstance(part, (list, tuple, set, frozenset)):
            todo += part
    return found


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _update(sparql: str, line: int = 1, column: int = 1) -> str | None:
    """What to say of a text that is no query but an update."""
    rest = "\n".join(sparql.splitlines()[line - 1 :])[column - 1 :]
    found = _UPDATE.match(rest)
    return f"{found[1].upper()} is not allowed: a query only reads" if found else None


def _complaint(sparql: str, error: SyntaxError) -> str:
    """A syntax error in one line, with the place where it was noticed."""
    at = _AT.search(str(error))
    if not at:
        return f"the query cannot be understood: {_first_line(error)}"
    line, column = int(at[1]), int(at[2])
    lines = sparql.splitlines()
    there = lines[line - 1][column - 1 :].strip()[:40] if line <= len(lines) else ""
    near = f"near {there!r}" if there else "at its end"
    return _update(sparql, line, column) or f"the query cannot be understood in line {line}, column {column}, {near}"


def run(
    store: ox.Store, sparql: str, *, base: str, bindings: Bindings | None = None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Start a query; the known prefixes need not be declared."""
    check_allowed(sparql)
    try:
        return store.query(
            sparql, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=dict(bindings or {}) or None
        )
    except SyntaxError as error:
        raise QueryError(_complaint(sparql, error)) from None
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {_first_line(error)}") from None


def solutions(found: ox.QuerySolutions) -> Iterator[ox.QuerySolution]:
    """The solutions of a query, one by one."""
    try:
        yield from found
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {_first_line(error)}") from None


def table(found: ox.QuerySolutions, *, base: str, shorten: bool) -> Table:
    """All solutions as plain values, IRIs in full or shortened."""
    columns = tuple(v.value for v in found.variables)
    width = range(len(columns))
    rows = tuple(tuple(value(s[i], base if shorten else None) for i in width) for s in solutions(found))
    return Table(columns=columns, rows=rows)


def value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, shorten_below: str | None = None) -> Value:
    """A term as a Python value: numbers, days and truth values where the literal is one, else its text."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return _literal(term)
    if isinstance(term, ox.NamedNode):
        return short(term.value, shorten_below) if shorten_below else term.value
    return str(term)


def _literal(term: ox.Literal) -> Value:
    kind = term.datatype
    try:
        if kind in _NUMBERS:
            return _NUMBERS[kind](term.value)
        if kind == XSD("date"):
            return date.fromisoformat(term.value) if len(term.value) == 10 else term.value
    except ValueError:
        return term.value
    return term.value == "true" if kind == XSD("boolean") else term.value


def short(iri: str, base: str) -> str:
    """An IRI by its prefix, or as a path below the base."""
    if iri.startswith(base):
        return iri[len(base) :]
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and _LOCAL.fullmatch(iri[len(space) :]):
            return f"{prefix}:{iri[len(space) :]}"
    return iri
