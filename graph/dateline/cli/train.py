"""`dateline train`: the language pipeline, trained anew."""

from pathlib import Path

import click


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("model"), show_default=True, help="Where to write."
)
@click.option("--without", multiple=True, metavar="SET", help="Leave out a set of names, e.g. gmb.")
@click.option("--steps", type=click.IntRange(min=1), help="Train for so many steps instead of the configured number.")
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance begins.")
def train(data: Path, out: Path, without: tuple[str, ...], steps: int | None, seed: int) -> None:
    """Train the language pipeline from treebanks and name corpora.

    DATA holds `trees/*.conllu.xz` and `names/*.bio.xz`; the model card tells which they are. Takes hours on a CPU.
    """
    from dateline.annotate.train import train as run

    click.echo(run(data, out, names_without=without, steps=steps, seed=seed))
