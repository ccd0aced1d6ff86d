"""Train the English pipeline from open treebanks and name corpora.

    dateline train DATA --encoder DIR --out model
    dateline train DATA --begin english.npz --events events.jsonl --steps 1500 --out model    # learns on
    dateline train DATA --begin english.npz --large MPNET --events events.jsonl --steps 3800 --device cuda --out model

DATA holds `trees/*.conllu[.xz]` and `names/*.bio[.xz]`; `SETS` lists which of them teach, and which show how it goes. DIR holds
the encoder to begin with, of the BERT family (`config.json`, `vocab.txt`, `model.safetensors`). Several deeper networks learn
trees and names first; then the one that is kept learns them by turns, hears what those say of more texts (Hinton et al. 2015),
and learns what events words tell from a file of events. One that is trained can learn on, mostly from events, with what it was
as its teacher; or it teaches a far larger network (`--large`) beside the lessons, and what is left of that when it is made slim
learns from both. With the lemmas it becomes `model/english.npz`, which holds its scores; `model/case.txt` is the table that
headlines are read by. The same data, seed, steps and versions of the libraries give the same weights on the same kind of
processor. Needs the extra `train`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.annotate import bundle, case_table
from dateline.annotate.assemble import assemble
from dateline.annotate.card import describe
from dateline.annotate.corpus import Part, find, read_names, read_trees
from dateline.annotate.evaluate import evaluate
from dateline.annotate.network import SIZED, Network, Sizes
from dateline.annotate.scheme import Scheme
from dateline.errors import ModelError

LAYERS = 6  # of the encoder: each costs a seventh of the speed
TEACHER_LAYERS = 6
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
    encoder: Path | None = None  # a folder with one, to begin with; or
    begin: Path | None = None  # a pipeline that is trained, to go on from
    large: Path | None = (
        None  # a folder with an encoder of the MPNet family, to be made slim, taught by the pipeline it goes on from
    )
    names_without: tuple[str, ...] = ()  # sets of names that begin so are left out ("gmb")
    events: Path | None = None  # windows with events, one a line, as `dateline.training.lessons` writes them
    teachers: int = 4
    steps: int = 7_000
    seed: int = 0
    threads: int = 1
    device: str = "cpu"  # or "cuda"

    @property
    def names(self) -> tuple[str, ...]:
        """The sets that teach names."""
        return tuple(name for name in SETS["names"].train if not name.startswith(self.names_without or ("\0",)))


def train(asked: Run) -> Path:
    """Train a network, then put the pipeline together; returns its file.

    Raises `InputError` where a data set is missing, `ModelError` where the encoder, the lemma tables or PyTorch are.
    """
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        from dateline.annotate.training.course import learn
    except ModuleNotFoundError as error:
        raise ModelError(f"training needs {error.name}: pip install 'dateline[train]'") from error
    learn(asked)
    return finish(asked)


def finish(asked: Run) -> Path:
    """Join what lies trained in the folder, measure the whole and write it down."""
    trees = list(_documents(asked.data, "trees", SETS["trees"].train, Vocab()))
    names = list(_documents(asked.data, "names", asked.names, Vocab()))
    case_table.write([*trees, *names], asked.out / "case.txt")
    nlp = assemble(*load_network(asked.out), trees)
    path = asked.out / "english.npz"
    bundle.save(nlp, path)  # rounds the weights: the rounded ones are measured
    nlp.meta.update(describe(evaluate(nlp, asked.data), sets=[*SETS["trees"].train, *asked.names], seed=asked.seed))
    bundle.save(nlp, path)
    return path


def save_network(folder: Path, weights: dict[str, Any], sizes: Sizes, scheme: Scheme, pieces: Iterable[str]) -> None:
    """Write what was trained."""
    np.savez(folder / "network.npz", allow_pickle=False, **weights)
    numbers = {name: getattr(sizes, name) for name in SIZED}
    about = {"sizes": numbers, "scheme": scheme.lists(), "pieces": list(pieces)}
    (folder / "network.json").write_text(json.dumps(about), encoding="utf-8")


def load_network(folder: Path) -> tuple[Network, Scheme, list[str]]:
    """What `save_network` wrote. Raises `ModelError` where nothing lies there."""
    if not (folder / "network.json").is_file():
        raise ModelError(f"{folder} holds no trained network")
    about = json.loads((folder / "network.json").read_text(encoding="utf-8"))
    scheme = Scheme.of(about["scheme"])
    with np.load(folder / "network.npz", allow_pickle=False) as file:
        network = Network(Sizes(**about["sizes"], labels=scheme.counts()), dict(file))
    return network, scheme, about["pieces"]


def _documents(data: Path, part: Part, names: Iterable[str], vocab: Vocab) -> Iterator[Doc]:
    for name in names:
        path = find(data, part, name)
        yield from read_trees(path, vocab) if part == "trees" else read_names(path, vocab, DROPPED)
