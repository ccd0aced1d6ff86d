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
from dateline.store.engine import Answer, Bindings
from dateline.store.vocabulary import PREFIXES, XSD

Value = str | int | float | bool | date | None
NESTED, OPERATORS = 200, 2000

# A variable may be called so; no other character before or after rules the keyword out, since parsers need no space there.
_SUSPECT = re.compile(r"(?<![?$])(service|from|load)|\\u", re.IGNORECASE)
_QUOTED = re.compile(r"""<[^<>"{}|^`\\\s]*>|"[^"\\\n]*"|'[^'\\\n]*'""")
_PROLOGUE = re.compile(r"""<[^<>"{}|^`\\\s]*>|#[^\n\r]*|\bprefix\s+[^\s:]*:""", re.IGNORECASE)
_FORM = re.compile(r"\b(select|ask|construct|describe)\b", re.IGNORECASE)
_UPDATE = re.compile(r"\s*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE)
_MEANING = re.compile("The SELECT [^,]+")
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


def check_allowed(sparql: str, base: str) -> None:
    """Raise a QueryError for a query that reaches outside the store, or that is too intricate to be read.

    Only a text in which one of the words occurs at all is parsed, by rdflib, whose algebra names them however they are spelt.
    """
    _check_size(sparql)
    if not _SUSPECT.search(sparql):
        return
    algebra = _parse(sparql, base)
    if algebra.get("datasetClause"):
        raise QueryError("FROM is not allowed: a query sees all graphs of the store; use GRAPH to choose one")
    if "ServiceGraphPattern" in _parts(algebra):
        raise QueryError("SERVICE is not allowed: a query sees nothing outside the store")


def form(sparql: str) -> str:
    """What a query asks for: select, ask, construct or describe; nothing where it is no query."""
    found = _FORM.search(_PROLOGUE.sub(" ", sparql))
    return found[1].lower() if found else ""


def _check_size(sparql: str) -> None:
    """Refuse queries that would overflow the stack of Oxigraph's parser, and with it end this process.

    Measured: 3,000 nested brackets or 10,000 operators in a row do, 1,500 and 5,000 do not.
    """
    bare = _QUOTED.sub("", sparql)
    operators = sum(map(bare.count, "!+-*/|&{^"))
    deepest = _depth(bare) if sum(map(bare.count, "{([")) > NESTED else 0
    if deepest > NESTED or operators > OPERATORS:
        raise QueryError(f"the query is too intricate: at most {NESTED} brackets within each other and {OPERATORS} operators")


def _depth(bare: str) -> int:
    """How many brackets stand within each other."""
    depth = deepest = 0
    for char in bare:
        if char in "{([":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "})]":
            depth = max(0, depth - 1)
    return deepest


def _parse(sparql: str, base: str) -> Mapping[str, object]:
    """A query's algebra. Raises a QueryError that says in one line what is wrong with it, and where."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        return translateQuery(parseQuery(sparql), base=base, initNs=PREFIXES).algebra
    except ParseException as error:
        raise QueryError(_misplaced(sparql, error.lineno, error.column)) from None
    except Exception as error:  # half a dozen kinds, RecursionError among them
        raise QueryError(f"the query cannot be understood: {_first_line(error)}") from None


def _misplaced(sparql: str, line: int, column: int) -> str:
    """What to say of a text that can be read up to a place."""
    rest = "\n".join(sparql.split("\n")[line - 1 :])[column - 1 :]
    if update := _UPDATE.match(rest):
        return f"{update[1].upper()} is not allowed: a query only reads"
    there = (rest.strip().splitlines() or [""])[0][:40]
    return f"the query cannot be understood in line {line}, column {column}, " + (f"near {there!r}" if there else "at its end")


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


def _complaint(sparql: str, base: str, error: SyntaxError) -> str:
    """A syntax error in one line. Oxigraph knows better what is wrong with a query, rdflib where it goes wrong."""
    if found := _MEANING.search(str(error)):
        return f"the query cannot be understood: {found[0]}"
    try:
        _parse(sparql, base)
    except QueryError as told:
        return str(told)
    return f"the query cannot be understood: {_first_line(error)}"


def run(store: ox.Store, sparql: str, *, base: str, bindings: Bindings | None = None) -> Answer:
    """Start a query; the known prefixes need not be declared."""
    check_allowed(sparql, base)
    try:
        return store.query(
            sparql, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=dict(bindings or {}) or None
        )
    except SyntaxError as error:
        raise QueryError(_complaint(sparql, base, error)) from None
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
