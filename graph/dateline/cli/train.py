"""`dateline train`: the language pipeline, trained anew."""

from pathlib import Path
from typing import Literal

import click

Part = Literal["trees", "names"]
PARTS: tuple[Part, ...] = ("trees", "names")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("model"), show_default=True, help="Where to write."
)
@click.option("--without", multiple=True, metavar="SET", help="Leave out a set of names, e.g. gmb.")
@click.option("--steps", type=click.IntRange(min=1), help="Train for so many steps instead of the configured number.")
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance begins.")
@click.option(
    "--start", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Go on from the parts trained there."
)
@click.option(
    "--part", "parts", multiple=True, type=click.Choice(PARTS), help="Train only this part; the other lies ready in --out."
)
@click.option("--join", is_flag=True, help="Train nothing, only put together what lies ready in --out.")
def train(
    data: Path,
    out: Path,
    without: tuple[str, ...],
    steps: int | None,
    seed: int,
    start: Path | None,
    parts: tuple[Part, ...],
    join: bool,
) -> None:
    """Train the language pipeline from treebanks and name corpora.

    DATA holds `trees/*.conllu.xz` and `names/*.bio.xz`; the model card tells which they are. Takes hours on a CPU.
    """
    from dateline.annotate.train import train as run

    chosen = () if join else parts or PARTS
    click.echo(run(data, out, names_without=without, steps=steps, seed=seed, start=start, parts=chosen))
