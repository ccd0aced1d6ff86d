"""`dateline export`: the graph in a format that other programs open."""

from pathlib import Path

import click

from dateline.cli.stores import existing, store_option

# kept here so that --help need not load the writers; a test holds them to dateline.store.exports
FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv", "triples", "timelinejs", "void", "ical")


@click.command()
@store_option
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: what the name of the file says, else Turtle.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: standard output).")
def export(store: str | None, form: str | None, out: Path | None) -> None:
    """Write the store's graph for other programs: the same bytes for the same graph.

    turtle, trig, nquads and jsonld are RDF; graphml and gexf networks of actors and events; csv has a row for each event, triples
    one for each statement; timelinejs and ical hold the dated events; void describes what there is.
    """
    from dateline.store.exports import FORMATS as KNOWN

    suffix = out.suffix.lower() if out else ""
    chosen = KNOWN[form or next((name for name, known in KNOWN.items() if known.suffix == suffix), "turtle")]
    with existing(store) as opened:
        if out is None:
            for piece in chosen.write(opened):
                click.echo(piece, nl=False)
        else:
            opened.write(chosen.write(opened), out)
            click.echo(out.as_posix())
