"""`dateline map`: the map alone."""

from pathlib import Path

import click

from dateline.cli.stores import existing, store_option


@click.command("map")
@store_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("exports/timeline.html"),
    show_default=True,
    help="The HTML file.",
)
@click.option("--title", help="What to call the map.")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def map(store: str | None, out: Path, title: str | None, show: bool) -> None:
    """Write the store's graph as an interactive network on a time line: one HTML file that loads nothing."""
    from dateline.api import write_map

    with existing(store) as opened:
        write_map(opened, out, title)
    click.echo(out.as_posix())
    if show:
        click.launch(out.resolve().as_uri())
