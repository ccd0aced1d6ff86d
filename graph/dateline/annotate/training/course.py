"""One training from beginning to end: the data of a run become a network, which lies trained in the run's folder."""

import json
import random
import time
from collections.abc import Callable
from typing import TextIO

import torch

from dateline.annotate.network import Sizes
from dateline.annotate.train import LAYERS, SETS, Run, save_network
from dateline.annotate.training import encoder, namer_course
from dateline.annotate.training.batches import Packer, name_lessons, scheme, tree_lessons
from dateline.annotate.training.loop import Course, Watch, run
from dateline.annotate.training.measure import measure
from dateline.annotate.training.torch_namer import Namer
from dateline.annotate.training.torch_network import Network
from dateline.annotate.wordpieces import Cutter

EACH = 500  # steps between two looks at the development data
OFTEN = {"gum-train": 2, "crossner": 0}  # how often the second opinion on names hears a set; the others once


def learn(asked: Run) -> None:
    """Train the network of a run; `course.jsonl` in its folder tells how it went."""
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)
    start = encoder.read(asked.encoder, layers=LAYERS)
    trees = [lesson for name in SETS["trees"].train for lesson in tree_lessons(asked.data, name, chance)]
    sets = {name: list(name_lessons(asked.data, name)) for name in asked.names}
    names = [lesson for lessons in sets.values() for lesson in lessons]
    dev = [lesson for name in SETS["trees"].dev for lesson in tree_lessons(asked.data, name, chance)]
    dev_names = [lesson for name in SETS["names"].dev for lesson in name_lessons(asked.data, name)]
    labels = scheme(trees)
    sizes = Sizes(
        vocabulary=len(start.pieces), layers=LAYERS, width=start.width, wide=start.wide, heads=start.heads, labels=labels.counts()
    )
    network = Network(sizes)
    network.take(start.weights)
    packer = Packer(Cutter(start.pieces), labels)

    torch.manual_seed(asked.seed)  # the namer does not hang on what was drawn before
    namer = Namer(len(labels.name))
    with (asked.out / "course.jsonl").open("w", encoding="utf-8", buffering=1) as log:
        watch = _watch(lambda: measure(network, packer, dev) | measure(network, packer, dev_names), log)
        for course in courses(asked.steps, asked.seed):
            run(network, packer, trees, names, course, each=EACH, watch=watch)
        watch = _watch(lambda: namer_course.measure(namer, labels, dev_names), log)
        heard = [lesson for name, lessons in sets.items() for lesson in lessons * OFTEN.get(name, 1)]
        if heard:
            namer_course.run(namer, labels, heard, last_course(asked.steps, asked.seed), each=EACH, watch=watch)
    save_network(asked.out, network.arrays() | namer.arrays(), sizes, labels, start.pieces)


def courses(steps: int, seed: int) -> tuple[Course, Course]:
    """Two thirds of the steps at a high rate, then a slower course with more names: they still gain when trees no longer do."""
    first = Course(steps=max(1, 2 * steps // 3), seed=seed)
    return first, Course(steps=max(1, steps - first.steps), rate=1.2e-4, names=0.6, seed=seed + 1)


def last_course(steps: int, seed: int) -> Course:
    """The course of the second opinion: about one round, at a high rate to the end."""
    return Course(steps=max(1, 2 * steps // 15), words=2_500, rate=2e-3, fall=0.4, seed=seed)


def _watch(scores: Callable[[], dict[str, float]], log: TextIO) -> Watch:
    begin = time.time()

    def watch(step: int, losses: dict[str, float]) -> None:
        row = {"step": step, "seconds": round(time.time() - begin), "losses": losses, "dev": scores()}
        log.write(json.dumps(row) + "\n")

    return watch
