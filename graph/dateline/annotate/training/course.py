"""One training from beginning to end: the data of a run become a network, which lies trained in the run's folder."""

import json
import random
import time
from collections.abc import Callable, Mapping
from typing import TextIO

import torch

from dateline.annotate.network import Sizes
from dateline.annotate.train import LAYERS, SETS, TEACHER_LAYERS, Run, save_network
from dateline.annotate.training import encoder, namer_course
from dateline.annotate.training.batches import Packer, event_lessons, name_lessons, scheme, tree_lessons
from dateline.annotate.training.loop import Course, Lessons, Watch, run
from dateline.annotate.training.measure import measure
from dateline.annotate.training.torch_namer import Namer
from dateline.annotate.training.torch_network import Network
from dateline.annotate.wordpieces import Cutter

EACH = 500  # steps between two looks at the development data
OFTEN = {"gum-train": 2, "crossner": 0}  # how often the second opinion on names hears a set; the others once
TOGETHER = 4_600  # words of a batch of the encoder
EVENTS = ("kind", "part")  # what teachers are not asked


def learn(asked: Run) -> None:
    """Train the network of a run; `course.jsonl` in its folder tells how it went."""
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    chance = random.Random(asked.seed)
    start = encoder.read(asked.encoder, layers=LAYERS)
    trees = [lesson for name in SETS["trees"].train for lesson in tree_lessons(asked.data, name, chance)]
    sets = {name: list(name_lessons(asked.data, name)) for name in asked.names}
    events = list(event_lessons(asked.events)) if asked.events else []
    lessons = Lessons(
        trees=trees,
        names=[lesson for lessons in sets.values() for lesson in lessons],
        told=[lesson for lesson in events if not lesson.read],
        read=[lesson for lesson in events if lesson.read],
    )
    dev = [lesson for name in SETS["trees"].dev for lesson in tree_lessons(asked.data, name, chance)]
    dev_names = [lesson for name in SETS["names"].dev for lesson in name_lessons(asked.data, name)]
    labels = scheme(trees, events)
    sizes = _sizes(start, LAYERS, labels.counts())
    packer = Packer(Cutter(start.pieces), labels)
    with (asked.out / "course.jsonl").open("w", encoding="utf-8", buffering=1) as log:

        def watched(network: Network) -> Watch:
            return _watch(lambda: measure(network, packer, dev) | measure(network, packer, dev_names), log)

        teachers = []
        for number in range(asked.teachers):
            torch.manual_seed(asked.seed + number)
            deep = encoder.read(asked.encoder, layers=TEACHER_LAYERS)
            teacher = Network(_sizes(deep, TEACHER_LAYERS, {k: n for k, n in sizes.labels.items() if k not in EVENTS}))
            teacher.take(deep.weights)
            run(
                teacher,
                packer,
                lessons,
                teaching(asked.steps, asked.seed + number),
                device=asked.device,
                each=EACH,
                watch=watched(teacher),
            )
            teachers.append(teacher.eval())
        torch.manual_seed(asked.seed)
        network = Network(sizes)
        network.take(start.weights)
        course = learning(asked.steps, asked.seed, events=bool(events))
        run(network, packer, lessons, course, teachers=teachers, device=asked.device, each=EACH, watch=watched(network))

        torch.manual_seed(asked.seed)  # the namer does not hang on what was drawn before
        namer = Namer(len(labels.name))
        watch = _watch(lambda: namer_course.measure(namer, labels, dev_names), log)
        heard = [lesson for name, own in sets.items() for lesson in own * OFTEN.get(name, 1)]
        if heard:
            namer_course.run(namer, labels, heard, last_course(asked.steps, asked.seed), each=EACH, watch=watch)
    save_network(asked.out, network.arrays() | namer.arrays(), sizes, labels, start.pieces)


def _sizes(start: encoder.Encoder, layers: int, labels: Mapping[str, int]) -> Sizes:
    return Sizes(
        vocabulary=len(start.pieces), layers=layers, width=start.width, wide=start.wide, heads=start.heads, labels=labels
    )


def teaching(steps: int, seed: int) -> Course:
    """The course of a teacher: trees and names in equal parts."""
    return Course(steps=max(1, 3 * steps // 8), words=TOGETHER, rate=4e-4, seed=seed)


def learning(steps: int, seed: int, *, events: bool) -> Course:
    """The course of the network itself. Where there are events, their texts are what its teachers tell it most of."""
    return Course(steps=steps, words=TOGETHER, names=0.15 if events else 0.5, told=0.38 * events, read=0.21 * events, seed=seed)


def last_course(steps: int, seed: int) -> Course:
    """The course of the second opinion: about one round, at a high rate to the end."""
    return Course(steps=max(1, steps // 12), words=2_500, rate=2e-3, fall=0.4, seed=seed)


def _watch(scores: Callable[[], dict[str, float]], log: TextIO) -> Watch:
    begin = time.time()

    def watch(step: int, losses: dict[str, float]) -> None:
        row = {"step": step, "seconds": round(time.time() - begin), "losses": losses, "dev": scores()}
        log.write(json.dumps(row) + "\n")

    return watch
