"""`dateline paths`: how actors are connected."""

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show


@click.command()
@click.argument("actor")
@click.argument("other", required=False)
@store_option
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many ways, or neighbours, at most.")
@click.option("--hops", type=click.IntRange(min=1, max=6), default=1, show_default=True, help="How far around ACTOR to look.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def paths(actor: str, other: str | None, store: str | None, limit: int, hops: int, form: str | None) -> None:
    """Show the shortest ways from ACTOR to OTHER over events that both ends of each step take part in.

    Without OTHER, list who stands around ACTOR, and how many events they share. Denied and negated events join nobody.
    """
    with existing(store) as opened:
        network = opened.network
        source = network.actor(actor)
        if other is None:
            near = network.around(source, hops=hops)[:limit]
            columns: tuple[str, ...] = ("name", "distance", "events")
            rows = [(n.name, n.distance, n.events) for n in near]
            show(columns, rows, form or default_format())
            return
        found = list(network.paths(source, network.actor(other), limit=limit))
    steps = [
        (way, number, s.source_name, s.label, s.status, s.target_name)
        for way, path in enumerate(found, 1)
        for number, s in enumerate(path, 1)
    ]
    show(("way", "step", "from", "event", "status", "to"), steps, form or default_format())
    if not found:
        click.echo("dateline: nothing connects them", err=True)
