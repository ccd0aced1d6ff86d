"""`dateline remove`: articles out of a store."""

import click

from dateline.cli.stores import existing, store_option


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ID...")
@store_option
def remove(articles: tuple[str, ...], store: str | None) -> None:
    """Take articles out of the store by the ids that `dateline list` shows, all of them or none.

    What other articles tell as well stays, derived from them alone.
    """
    with existing(store, write=True) as opened:
        made = opened.remove(*dict.fromkeys(articles))
        click.echo(f"{made.removed} removed; the store holds {len(opened.articles())}.")
