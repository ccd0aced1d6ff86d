"""`dateline add`: articles into a store."""

import sys
from itertools import chain

import click

from dateline.cli.sources import Reading, source_options
from dateline.cli.stores import DEFAULT, store_option


@click.command()
@source_options
@store_option
@click.option("--base", metavar="IRI", help="Where the IRIs of a new store begin.")
def add(
    sources: tuple[str, ...], published: str | None, model: str | None, jobs: int, store: str | None, base: str | None
) -> None:
    """Read articles and take them into the store, all of them or none.

    SOURCE is a text file, a JSONL file, a folder of such files, or - for standard input. An article that comes again takes the
    place of its older self; what it does not touch is left alone. Turtle and map are not written: see build, export and map.
    """
    from dateline.api import open_at

    reading = Reading(sources or ("-",), published, model, jobs=jobs)
    documents = reading.documents("Extracting")
    first = next(documents, None)
    if first is None:
        sys.exit(1)
    with open_at(store or DEFAULT, base=base) as opened:
        made = opened.add(chain((first,), documents))
        held = len(opened.articles())
    click.echo(f"{made.added} added, {made.replaced} replaced, {made.unchanged} unchanged; the store holds {held}.")
    sys.exit(reading.exit_code(made.added + made.replaced + made.unchanged))
