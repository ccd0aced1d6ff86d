"""`dateline map`: the map alone."""

from pathlib import Path
from typing import Literal

import click

from dateline.cli.stores import existing, store_option


def _web(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A web address; anything else is wrong usage."""
    from dateline.map.graphic import link

    if value is not None and link(value) is None:
        raise click.BadParameter(f"{value!r} is no web address (http or https)")
    return value


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
@click.option(
    "--theme",
    type=click.Choice(["auto", "light", "dark"]),
    default="auto",
    show_default=True,
    help="Its colours at first; auto follows the reader's system.",
)
@click.option(
    "--base-link",
    metavar="URL",
    callback=_web,
    help="Where events and actors can be looked up: each gets a link below this address.",
)
@click.option("--sparql", is_flag=True, help="Let readers ask the graph in SPARQL, within the page (two megabytes more).")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def map(
    store: str | None,
    out: Path,
    title: str | None,
    theme: Literal["auto", "light", "dark"],
    base_link: str | None,
    sparql: bool,
    show: bool,
) -> None:
    """Write the store's graph as an interactive network on a time line: one HTML file that loads nothing."""
    from dateline.api import write_map

    with existing(store) as opened:
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            write_map(opened, out, title, theme=theme, base_link=base_link, sparql=sparql)
        except OSError as error:
            raise click.FileError(str(out), error.strerror or str(error)) from None
    click.echo(out.as_posix())
    if show:
        click.launch(out.resolve().as_uri())
