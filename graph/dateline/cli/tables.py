"""Tables for people and for programs."""

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date

import click

Cell = str | int | float | bool | date | None
Rows = Sequence[Sequence[Cell]]

FORMATS = ("table", "csv", "tsv", "json")


def default_format() -> str:
    """A table for a person at a terminal, CSV for a program at the other end of a pipe."""
    return "table" if sys.stdout.isatty() else "csv"


def show(columns: Sequence[str], rows: Rows, form: str) -> None:
    """Print a table in one of the formats."""
    writers: dict[str, Callable[[Sequence[str], Rows], str]] = {"csv": _csv, "tsv": _tsv, "json": _json}
    if form == "table":
        _table(columns, rows)
    else:
        click.echo(writers[form](columns, rows), nl=False)


def _plain(cell: Cell) -> str:
    """A cell as text. Articles' words may hold control characters that a terminal would obey."""
    text = "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def _csv(columns: Sequence[str], rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([["" if c is None else _plain(c) for c in row] for row in rows])
    return out.getvalue()


def _tsv(columns: Sequence[str], rows: Rows) -> str:
    return "".join("\t".join(_plain(c) for c in row) + "\n" for row in (columns, *rows))


def _json(columns: Sequence[str], rows: Rows) -> str:
    """A list of objects; what is not bound is null."""
    objects = [dict(zip(columns, (c.isoformat() if isinstance(c, date) else c for c in row), strict=True)) for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _table(columns: Sequence[str], rows: Rows) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold", row_styles=("", "dim"))
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(cell)) for cell in row))
    Console().print(table)
    click.echo(f"{len(rows)} row" + ("" if len(rows) == 1 else "s"), err=True)
