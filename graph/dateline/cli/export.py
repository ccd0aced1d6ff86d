"""`dateline export`: the graph in an RDF format."""

from pathlib import Path

import click

from dateline.cli.stores import existing, store_option


@click.command()
@store_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: standard output).")
def export(store: str | None, out: Path | None) -> None:
    """Write the store's graph as Turtle: sorted, readable, the same bytes for the same graph."""
    with existing(store) as opened:
        if out is None:
            for piece in opened.turtle():
                click.echo(piece, nl=False)
        else:
            opened.write_turtle(out)
            click.echo(out.as_posix())
