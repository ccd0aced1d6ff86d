"""`dateline check`: is the graph as it should be, and what deserves a second look?"""

import sys

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show


@click.command()
@store_option
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def check(store: str | None, form: str | None) -> None:
    """Validate the store's graph against its SHACL shapes, and list the events that the articles contest.

    Exit code 4 where a shape is broken; a contested event is no fault.
    """
    from dateline.store.queries import load
    from dateline.store.validation import validate

    with existing(store) as opened:
        report = validate(opened.to_rdflib())
        contested = opened.select(load("contested").sparql, shorten=True)
        rows = [("broken shape", p.node, p.message) for p in report.problems]
        rows += [("contested", *_ends(row)) for row in contested.rows]
        show(("kind", "what", "why"), rows, form or default_format())
    sys.exit(0 if report.conforms else 4)


def _ends(row: tuple[object, ...]) -> tuple[str, str]:
    """What a contested event is, and what is said of it."""
    told = [str(cell) for cell in row if cell is not None]
    return told[-1], "; ".join(told[:-1])
