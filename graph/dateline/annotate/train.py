"""Train the bundled English pipeline from open treebanks and name corpora.

    python -m dateline.annotate.train DATA --out DIR

DATA holds `trees/*.conllu[.xz]` and `names/*.bio[.xz]`; what part of it trains, steers and measures is listed in `Sets`. Trees and
names are trained side by side, one thread each, then joined with a rule lemmatizer into one pipeline `DIR/english`. The same data,
seed, steps and versions give the same weights on the same processor.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal

import click
from spacy.vocab import Vocab

from dateline.annotate.corpus import Part, find, pack, read_names, read_trees
from dateline.errors import InputError

PARTS: tuple[Part, ...] = ("trees", "names")
CONFIGS = Path(__file__).parent / "configs"
DROPPED = ("DATE",)  # times come from a grammar, and cost the other labels accuracy


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Which files of a data folder are learned from, and which choose the best weights. The rest only measure."""

    train: tuple[str, ...]
    dev: tuple[str, ...]


SETS: dict[Part, Sets] = {
    "trees": Sets(train=("ewt-train", "gum-train-perm"), dev=("ewt-dev", "gum-dev-perm")),
    "names": Sets(
        train=("gmb-train", "gum-train", "wikigold", "crossner", "re3d", "uner-ewt-dev"),
        dev=("gmb-dev",),
    ),
}

def prepare(data: Path, part: Part, names: Iterable[str], to: Path) -> Path:
    """Convert data sets to one file in spaCy's training format."""
    vocab = Vocab()
    docs: list[Any] = []
    for name in names:
        path = find(data, part, name)
        docs += read_trees(path, vocab) if part == "trees" else read_names(path, vocab, DROPPED)
    pack(docs, to)
    return to


def train_part(part: Part, data: Path, out: Path, without: tuple[str, ...], steps: int | None, seed: int) -> Path:
    """Train the trees or the names, and return the folder of the best weights."""
    from spacy import util
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run

    import dateline.annotate.augment  # noqa: F401  registers the augmenter that the configs name

    sets = SETS[part]
    kept = [n for n in sets.train if not any(n.startswith(w) for w in without)]
    dev = [n for n in sets.dev if not any(n.startswith(w) for w in without)] or ["gum-news-devtest"]
    overrides: dict[str, Any] = {
        "paths.train": str(prepare(data, part, kept, out / "work" / f"{part}-train.spacy")),
        "paths.dev": str(prepare(data, part, dev, out / "work" / f"{part}-dev.spacy")),
        "system.seed": seed,
    }
    if steps:
        overrides["training.max_steps"] = steps
    (out / part).mkdir(parents=True, exist_ok=True)
    config = util.load_config(CONFIGS / f"{part}.cfg", overrides=overrides, interpolate=True)
    with (out / f"{part}.log").open("w", encoding="utf-8", buffering=1) as log:
        run(init_nlp(config), out / part, stdout=log, stderr=log)
    return out / part / "model-best"


def train(
    data: Path,
    out: Path,
    *,
    without: tuple[str, ...] = (),
    steps: int | None = None,
    seed: int = 0,
    parts: tuple[Part, ...] = PARTS,
) -> None:
    """Train trees and names in two processes and join them.

    `without` leaves out data sets whose name begins so ("gmb"); `steps` replaces the configs' number, for a trial.
    """
    out.mkdir(parents=True, exist_ok=True)
    os.environ["OMP_NUM_THREADS"] = "1"  # two threads per process would fight for the same cores
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(train_part, part, data, out, without, steps, seed) for part in parts]:
            done.result()


@click.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--out", type=click.Path(path_type=Path), default=Path("training"), show_default=True, help="Folder for the results.")
@click.option("--without", multiple=True, metavar="SET", help="Leave out data sets whose name begins so; may be repeated.")
@click.option("--steps", type=int, help="Stop after so many steps instead of the configured number.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), default=PARTS, help="Train only this part.")
def main(data: Path, out: Path, without: tuple[str, ...], steps: int | None, seed: int, parts: tuple[Part, ...]) -> None:
    """Train the English pipeline from the treebanks and name corpora in DATA."""
    train(data, out, without=without, steps=steps, seed=seed, parts=parts)


if __name__ == "__main__":
    main()
