"""`dateline train`: the language pipeline, trained anew."""

from pathlib import Path
from typing import Any

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("data", type=FOLDER)
@click.option("--encoder", type=FOLDER, help="The encoder to begin with: a folder of the BERT family.")
@click.option("--begin", type=FILE, help="A trained pipeline to go on from, instead.")
@click.option("--large", type=FOLDER, help="A large encoder to cut the network out of: a folder of the MPNet family.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("model"), show_default=True, help="Where to write."
)
@click.option("--without", multiple=True, metavar="SET", help="Leave out a set of names, e.g. gmb.")
@click.option("--events", type=FILE, help="Windows with events, one a line.")
@click.option("--teachers", type=click.IntRange(min=0), default=4, show_default=True, help="Deeper networks to learn from.")
@click.option("--steps", type=click.IntRange(min=1), default=7_000, show_default=True, help="How long to train.")
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance begins.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Cores to use.")
@click.option("--device", default="cpu", show_default=True, help="What PyTorch computes on: cpu or cuda.")
@click.option("--join", is_flag=True, help="Train nothing, only put together what lies ready in --out.")
def train(data: Path, out: Path, without: tuple[str, ...], join: bool, **course: Any) -> None:
    """Train the language pipeline from treebanks, name corpora and events that were read.

    DATA holds `trees/*.conllu.xz` and `names/*.bio.xz`; the model card tells which they are, and how the file of events is made.
    Takes some minutes on a graphics card, a day on a CPU; half an hour where it goes on from a trained pipeline (1,500 steps).
    """
    from dateline.annotate.train import Run, finish
    from dateline.annotate.train import train as run

    asked = Run(data=data, out=out, names_without=without, **course)
    click.echo(finish(asked) if join else run(asked))
