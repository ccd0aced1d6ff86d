"""`dateline query`: SPARQL, written out, in a file, or by the name of a shipped query."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show
from dateline.errors import OptionError

if TYPE_CHECKING:
    from dateline.store import Store


@click.command()
@click.argument("query", required=False)
@store_option
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="A value for a parameter of a shipped query.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
@click.option("--text", is_flag=True, help="Print the SPARQL of a shipped query instead of running it.")
def query(query: str | None, store: str | None, values: tuple[str, ...], form: str | None, text: bool) -> None:
    """Ask the graph. QUERY is SPARQL text, a file that holds it, or the name of a shipped query; without it these are listed.

    The usual prefixes (dl, sem, schema, rdfs, skos, xsd, nif, prov) need not be declared.
    """
    if query is None:
        _list(form or default_format())
        return
    sparql = _sparql(query, values)
    if text:
        click.echo(sparql, nl=False)
        return
    with existing(store) as opened, _interruptible():
        found = opened.query(sparql, shorten=True)
        if isinstance(found, bool):
            click.echo(str(found).lower())
        elif isinstance(found, str):
            click.echo(found, nl=False)
        else:
            show(found.columns, found.rows, form or default_format())
            if not found.rows:
                click.echo(f"dateline: nothing found{_misspelt(sparql)}{_hint(opened, values)}", err=True)


@contextmanager
def _interruptible() -> Iterator[None]:
    """The engine does not listen while it searches: let Ctrl-C end the process, which only reads."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _misspelt(sparql: str) -> str:
    """Terms that no graph has, which SPARQL takes for something that is never true."""
    from dateline.store.manual import unknown_terms

    told = [f"{name} (like {near})" if near else name for name, near in unknown_terms(sparql).items()]
    return f"; the vocabulary has no {', '.join(told)}" if told else ""


def _hint(store: "Store", values: tuple[str, ...]) -> str:
    """Names in the graph that are like a value that was asked for."""
    labels = [str(name) for (name,) in store.select("SELECT DISTINCT ?n WHERE { ?a a sem:Actor ; rdfs:label ?n }").rows]
    near = sorted({name for value in values for name in _near(_pair(value)[1], labels)})
    return f"; names like it: {', '.join(near)}" if near else ""


def _near(wanted: str, labels: list[str]) -> list[str]:
    inside = [name for name in labels if wanted.casefold() in name.casefold()]
    return inside[:5] or get_close_matches(wanted, labels, n=5)


def _list(form: str) -> None:
    from dateline.store.queries import shipped

    rows = [(q.name, q.answers, ", ".join(f"{p.name}={p.default}" for p in q.parameters)) for q in shipped()]
    show(("query", "what it answers", "parameters"), rows, form)


def _sparql(query: str, values: tuple[str, ...]) -> str:
    """The SPARQL that the argument means. Text has a brace or a space, which no name has."""
    given = dict(_pair(v) for v in values)
    path = Path(query)
    if "{" in query or " " in query.strip():
        if given:
            raise OptionError("--set fills the parameters of shipped queries only")
        return query
    if path.suffix in (".rq", ".sparql", ".txt"):
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OptionError(f"{query}: cannot be read ({error})") from None
    from dateline.store.queries import load

    return load(query).fill(given)


def _pair(value: str) -> tuple[str, str]:
    name, equals, given = value.partition("=")
    if not equals:
        raise OptionError(f"--set {value!r}: write NAME=VALUE")
    return name.strip(), given
