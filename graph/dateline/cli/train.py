"""`dateline train`: the language pipeline, trained anew."""

from pathlib import Path

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("data", type=FOLDER)
@click.option("--encoder", type=FOLDER, required=True, help="The encoder to begin with: a folder of the BERT family.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("model"), show_default=True, help="Where to write."
)
@click.option("--without", multiple=True, metavar="SET", help="Leave out a set of names, e.g. gmb.")
@click.option("--steps", type=click.IntRange(min=1), default=4_500, show_default=True, help="How long to train.")
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance begins.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Cores to use.")
@click.option("--join", is_flag=True, help="Train nothing, only put together what lies ready in --out.")
def train(
    data: Path, encoder: Path, out: Path, without: tuple[str, ...], steps: int, seed: int, threads: int, join: bool
) -> None:
    """Train the language pipeline from treebanks and name corpora.

    DATA holds `trees/*.conllu.xz` and `names/*.bio.xz`; the model card tells which they are. Takes hours on a CPU.
    """
    from dateline.annotate.train import Run, finish
    from dateline.annotate.train import train as run

    asked = Run(data=data, encoder=encoder, out=out, names_without=without, steps=steps, seed=seed, threads=threads)
    click.echo(finish(asked) if join else run(asked))
