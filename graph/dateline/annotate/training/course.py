"""One training from beginning to end: the data of a run become a network, which lies trained in the run's folder."""

import json
import random
import time
from collections.abc import Callable, Sequence
from typing import TextIO

import torch

from dateline.annotate.network import Sizes
from dateline.annotate.train import LAYERS, SETS, Run, save_network
from dateline.annotate.training import encoder
from dateline.annotate.training.batches import Lesson, Packer, name_lessons, scheme, tree_lessons
from dateline.annotate.training.loop import Course, run
from dateline.annotate.training.measure import measure
from dateline.annotate.training.torch_network import Network
from dateline.annotate.wordpieces import Cutter

EACH = 500  # steps between two looks at the development data


def learn(asked: Run) -> None:
    """Train the network of a run; `course.jsonl` in its folder tells how it went."""
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)
    start = encoder.read(asked.encoder, layers=LAYERS)
    trees = [lesson for name in SETS["trees"].train for lesson in tree_lessons(asked.data, name, chance)]
    names = [lesson for name in asked.names for lesson in name_lessons(asked.data, name)]
    dev = [lesson for name in SETS["trees"].dev for lesson in tree_lessons(asked.data, name, chance)]
    dev_names = [lesson for name in SETS["names"].dev for lesson in name_lessons(asked.data, name)]
    labels = scheme(trees)
    sizes = Sizes(
        vocabulary=len(start.pieces), layers=LAYERS, width=start.width, wide=start.wide, heads=start.heads, labels=labels.counts()
    )
    network = Network(sizes)
    network.take(start.weights)
    packer = Packer(Cutter(start.pieces), labels)

    with (asked.out / "course.jsonl").open("w", encoding="utf-8", buffering=1) as log:
        watch = _watch(network, packer, dev, dev_names, log)
        for course in courses(asked.steps, asked.seed):
            run(network, packer, trees, names, course, each=EACH, watch=watch)
    save_network(asked.out, network.arrays(), sizes, labels, start.pieces)


def courses(steps: int, seed: int) -> tuple[Course, Course]:
    """Two thirds of the steps at a high rate, then a slower course with more names: they still gain when trees no longer do."""
    first = Course(steps=max(1, 2 * steps // 3), seed=seed)
    return first, Course(steps=max(1, steps - first.steps), rate=1.2e-4, names=0.6, seed=seed + 1)


def _watch(
    network: Network, packer: Packer, trees: Sequence[Lesson], names: Sequence[Lesson], log: TextIO
) -> Callable[[int, dict[str, float]], None]:
    begin = time.time()

    def watch(step: int, losses: dict[str, float]) -> None:
        scores = measure(network, packer, trees) | measure(network, packer, names)
        row = {"step": step, "seconds": round(time.time() - begin), "losses": losses, "dev": scores}
        log.write(json.dumps(row) + "\n")

    return watch
