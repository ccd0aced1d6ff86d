"""`dateline vocabulary`: the vocabulary for people."""

from pathlib import Path

import click


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: standard output).")
def vocabulary(out: Path | None) -> None:
    """Write the page about the vocabulary: every class, property, event type and rule, as Markdown.

    It is made from the files in `schema/`, where it is kept as `schema/vocabulary.md`.
    """
    from dateline.store.manual import markdown

    if out is None:
        click.echo(markdown(), nl=False)
    else:
        out.write_text(markdown(), encoding="utf-8", newline="\n")
        click.echo(out.as_posix())
