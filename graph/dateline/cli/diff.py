"""`dateline diff`: what changed between two builds."""

import sys
from pathlib import Path

import click

from dateline.cli.tables import FORMATS, default_format, show


@click.command()
@click.argument("before", type=click.Path(exists=True, path_type=Path))
@click.argument("after", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def diff(before: Path, after: Path, form: str | None) -> None:
    """Show which claims came, went or changed from BEFORE to AFTER, each a store's folder or a Turtle file.

    Exit code 4 where there is a difference.
    """
    from dateline.store.difference import difference, opened

    with opened(before) as old, opened(after) as new:
        rows = list(difference(old, new))
    show(("where", "words", "what", "before", "after"), rows, form or default_format())
    sys.exit(4 if rows else 0)
