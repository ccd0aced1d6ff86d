"""`dateline list`: the articles of a store."""

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show


@click.command("list")
@store_option
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def list(store: str | None, form: str | None) -> None:
    """List the articles of the store, with the ids that `dateline remove` takes."""
    with existing(store) as opened:
        rows = [(a.id, a.published, a.publisher, a.title, a.url) for a in opened.articles()]
    show(("id", "published", "publisher", "title", "url"), rows, form or default_format())
