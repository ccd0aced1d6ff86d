"""Train the English pipeline from open treebanks and name corpora.

    dateline train DATA --out DIR [--part trees]

DATA holds `trees/*.conllu[.xz]` and `names/*.bio[.xz]`; `SETS` lists which of them teach, and which show how it goes. Trees
and names are trained side by side, one thread each, from the settings in `configs/`, then joined with the lemmas into
`DIR/english.npz`, which holds its scores, too; `DIR/case.txt` is the table that headlines are read by. The same data, seed, steps
and versions of the libraries give the same weights on the same kind of processor. Needs the package spacy-lookups-data.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Config

from dateline.annotate import bundle, case_table
from dateline.annotate.assemble import assemble
from dateline.annotate.card import describe
from dateline.annotate.corpus import Part, find, pack, read_names, read_trees
from dateline.annotate.evaluate import evaluate

PARTS: tuple[Part, ...] = ("trees", "names")
CONFIGS = Path(__file__).parent / "configs"
GO_ON_RATE = 0.0007  # learning rate of trained weights: half of what new ones begin with
DROPPED = ("DATE",)  # times come from a grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Which files of a data folder are learned from, and which show how it goes. The others only measure."""

    train: tuple[str, ...]
    dev: tuple[str, ...]


SETS: dict[Part, Sets] = {
    "trees": Sets(train=("ewt-train", "gum-train-perm"), dev=("ewt-dev", "gum-dev-perm")),
    "names": Sets(train=("gmb-train", "gum-train", "wikigold", "crossner", "re3d", "uner-ewt-dev"), dev=("gmb-dev",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one training is asked for."""

    data: Path
    out: Path
    names_without: tuple[str, ...] = ()  # sets of names that begin so are left out ("gmb")
    steps: int | None = None  # instead of the number in the settings
    seed: int = 0
    start: Path | None = None  # a folder with trained parts to go on from, at a lower rate


def train(
    data: Path,
    out: Path,
    *,
    names_without: tuple[str, ...] = (),
    steps: int | None = None,
    seed: int = 0,
    start: Path | None = None,
    parts: tuple[Part, ...] = PARTS,
) -> Path:
    """Train the parts in a process each, then put the pipeline together; returns its file. For the options see `Run`.

    Parts left out must lie trained in `out`. Raises `InputError` where a data set is missing, `ModelError` where the lemma
    tables are.
    """
    asked = Run(data=data, out=out, names_without=names_without, steps=steps, seed=seed, start=start)
    out.mkdir(parents=True, exist_ok=True)
    os.environ["OMP_NUM_THREADS"] = "1"  # threads of two processes would fight for the same cores
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(train_part, part, asked) for part in parts]:
            done.result()
    return finish(asked)


def train_part(part: Part, asked: Run) -> None:
    """Train the trees or the names; the weights lie in `out/PART/model-last`, the course of it in `out/PART.log`."""
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run

    import dateline.annotate.augment  # noqa: F401  registers the augmenter that the settings name

    out = asked.out / part
    out.mkdir(parents=True, exist_ok=True)
    with (asked.out / f"{part}.log").open("w", encoding="utf-8", buffering=1) as log:
        run(init_nlp(settings(part, asked)), out, stdout=log, stderr=log)
    if asked.start:
        blend(asked.start / part, out / "model-last")


def blend(start: Path, end: Path) -> None:
    """Replace trained weights by the mean of them and those they went on from.

    Texts in headline case teach a tagger to look less at capitals, which costs it names in running text. The mean of the weights
    (a "model soup") kept the tags of the start and three quarters of what was won on headlines.
    """
    before = {key: node.get_param(name) for key, node, name in bundle.weights(spacy.load(start))}
    nlp = spacy.load(end)
    for key, node, name in bundle.weights(nlp):
        node.set_param(name, (before[key] + node.get_param(name)) / 2)
    nlp.to_disk(end)


def settings(part: Part, asked: Run) -> Config:
    """The settings of a part with what was asked for filled in."""
    work = asked.out / "work"
    overrides: dict[str, Any] = {
        "paths.train": str(_packed(asked.data, part, _kept(part, asked.names_without), work / f"{part}-train.spacy")),
        "paths.dev": str(_packed(asked.data, part, SETS[part].dev, work / f"{part}-dev.spacy")),
        "system.seed": asked.seed,
    }
    if asked.steps:
        overrides["training.max_steps"] = asked.steps
    if asked.start:
        overrides |= {"training.optimizer.learn_rate.initial_rate": GO_ON_RATE, "training.optimizer.learn_rate.warmup_steps": 50}
    config = util.load_config(CONFIGS / f"{part}.cfg", overrides=overrides, interpolate=True)
    if asked.start:
        config["components"] = {name: {"source": str(asked.start / part)} for name in config["nlp"]["pipeline"]}
    return config


def finish(asked: Run) -> Path:
    """Join the trained parts, measure the whole and write it down."""
    kept = _kept("names", asked.names_without)
    trees = list(_documents(asked.data, "trees", SETS["trees"].train, Vocab()))
    names = list(_documents(asked.data, "names", kept, Vocab()))
    case_table.write([*trees, *names], asked.out / "case.txt")
    nlp = assemble(asked.out / "trees" / "model-last", asked.out / "names" / "model-last", trees)
    path = asked.out / "english.npz"
    bundle.save(nlp, path)  # rounds the weights: the rounded ones are measured
    nlp.meta.update(describe(evaluate(nlp, asked.data), sets=[*SETS["trees"].train, *kept], seed=asked.seed))
    bundle.save(nlp, path)
    return path


def _kept(part: Part, names_without: tuple[str, ...]) -> tuple[str, ...]:
    """The training sets of a part; only names can be left out."""
    return tuple(name for name in SETS[part].train if part == "trees" or not name.startswith(names_without or ("\0",)))


def _documents(data: Path, part: Part, names: Iterable[str], vocab: Vocab) -> Iterator[Doc]:
    for name in names:
        path = find(data, part, name)
        yield from read_trees(path, vocab) if part == "trees" else read_names(path, vocab, DROPPED)


def _packed(data: Path, part: Part, names: Iterable[str], to: Path) -> Path:
    """Data sets in one file in spaCy's training format."""
    pack(_documents(data, part, names, Vocab()), to)
    return to
