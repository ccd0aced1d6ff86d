"""`dateline search`: words in labels and sentences."""

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show

KINDS = ("event", "actor", "sentence", "headline")


@click.command()
@click.argument("words", nargs=-1, required=True)
@store_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these (default: all).")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many at most.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def search(words: tuple[str, ...], store: str | None, kinds: tuple[str, ...], limit: int, form: str | None) -> None:
    """Find events, actors, sentences and headlines that hold all of the WORDS.

    A phrase stands in quotation marks; * at the end of a word stands for any ending. Case and accents do not matter.
    """
    from dateline.store.query import short

    asked = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
    with existing(store) as opened:
        hits = opened.search(asked, kinds=kinds or KINDS, limit=limit)
        rows = [(hit.kind, hit.text, short(hit.iri, opened.base)) for hit in hits]
    show(("kind", "text", "iri"), rows, form or default_format())
