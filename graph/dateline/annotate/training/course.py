"""One training from beginning to end: the data of a run become a network, which lies trained in the run's folder.

It begins with an encoder, or goes on from a trained pipeline.
"""

import json
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

import torch

from dateline.annotate import bundle
from dateline.annotate.network import OF_EVENTS
from dateline.annotate.pipeline import load
from dateline.annotate.reader import Reader
from dateline.annotate.train import LAYERS, SETS, TEACHER_LAYERS, Run, save_network
from dateline.annotate.training import encoder, namer_course
from dateline.annotate.training.batches import Batch, Lesson, Packer, event_lessons, name_lessons, scheme, tree_lessons
from dateline.annotate.training.loop import Course, Lessons, Watch, endless, run
from dateline.annotate.training.measure import measure
from dateline.annotate.training.slim import slim
from dateline.annotate.training.torch_namer import Namer
from dateline.annotate.training.torch_network import Network
from dateline.annotate.wordpieces import Cutter
from dateline.errors import ModelError

EACH = 500  # steps between two looks at the development data
OFTEN = {"gum-train": 2, "crossner": 0}  # how often the second opinion on names hears a set; the others once
TOGETHER = 4_600  # words of a batch of the encoder
SOME = 8  # batches of each sort by which a large network is made slim
LEFT = {"heads": 1 / 2, "wide": 1 / 3}  # of each layer of a large encoder, in the network that ships
BLEND = 0.8  # share of what was learned on in the weights that are kept: with some of what was before, trees lose less


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """All that a run learns from, and what shows how it goes."""

    lessons: Lessons
    names: Mapping[str, Sequence[Lesson]]  # the sets of names
    dev: Sequence[Sequence[Lesson]]  # trees, names

    @property
    def events(self) -> Sequence[Lesson]:
        """Those that tell events."""
        return [*self.lessons.told, *self.lessons.read]


def learn(asked: Run) -> None:
    """Train the network of a run; `course.jsonl` in its folder tells how it went.

    Raises `ModelError` where nothing is to begin with.
    """
    if (asked.encoder is None) == (asked.begin is None):
        raise ModelError("training begins either with an encoder or with a trained pipeline: name one of them")
    torch.set_num_threads(asked.threads)
    with (asked.out / "course.jsonl").open("w", encoding="utf-8", buffering=1) as log:
        if asked.begin is not None:
            _learn_on(asked, bundle.reader_of(load(str(asked.begin))), log)
        elif asked.encoder is not None:
            _learn_anew(asked, asked.encoder, log)


def _learn_anew(asked: Run, folder: Path, log: TextIO) -> None:
    """Train a network that begins with an encoder, and its second opinion on names."""
    start = encoder.read(folder, layers=LAYERS)
    taught = _taught(asked)
    labels = scheme(taught.lessons.trees, taught.events)
    sizes = start.sizes(labels.counts())
    packer = Packer(Cutter(start.pieces), labels)
    teachers = []
    for number in range(asked.teachers):
        torch.manual_seed(asked.seed + number)
        deep = encoder.read(folder, layers=TEACHER_LAYERS)
        teacher = Network(deep.sizes({k: n for k, n in sizes.labels.items() if k not in OF_EVENTS}))
        teacher.take(deep.weights)
        course = teaching(asked.steps, asked.seed + number)
        run(teacher, packer, taught.lessons, course, device=asked.device, each=EACH, watch=_watched(teacher, packer, taught, log))
        teachers.append(teacher.eval())
    torch.manual_seed(asked.seed)
    network = Network(sizes)
    network.take(start.weights)
    course, watch = learning(asked.steps, asked.seed, events=bool(taught.events)), _watched(network, packer, taught, log)
    run(network, packer, taught.lessons, course, teachers=teachers, device=asked.device, each=EACH, watch=watch)

    torch.manual_seed(asked.seed)  # the namer does not hang on what was drawn before
    namer = Namer(len(labels.name))
    watch = _watch(lambda: namer_course.measure(namer, labels, taught.dev[1]), log)
    heard = [lesson for name, own in taught.names.items() for lesson in [*own] * OFTEN.get(name, 1)]
    if heard:
        namer_course.run(namer, labels, heard, last_course(asked.steps, asked.seed), each=EACH, watch=watch)
    save_network(asked.out, network.arrays() | namer.arrays(), sizes, labels, start.pieces)


def _learn_on(asked: Run, reader: Reader, log: TextIO) -> None:
    """Let a trained network learn on, with what it was as its teacher; or a large encoder learn, with the trained one as its
    teacher, and what is left of it when it is made slim with both. The second opinion on names stays.

    Scorers of events that the trained one does not have yet are added.
    """
    trained = reader.network
    assert trained
    taught = _taught(asked)
    asks = scheme((), taught.events)
    labels = replace(reader.scheme, **{kind: getattr(asks, kind) for kind in OF_EVENTS if not getattr(reader.scheme, kind)})
    packer = Packer(reader.cutter, labels)
    torch.manual_seed(asked.seed)
    known = {name: trained.weights[name] for name in trained.sizes.shapes()}
    before = Network(trained.sizes)
    before.take(known)

    def teach(network: Network, course: Course, teachers: Sequence[Network]) -> None:
        watch = _watched(network, packer, taught, log)
        run(network, packer, taught.lessons, course, teachers=teachers, device=asked.device, each=EACH, watch=watch)

    if asked.large is None:
        network = Network(replace(trained.sizes, labels=labels.counts()))
        network.take(known)
        teach(network, learning_on(asked.steps, asked.seed), [before.eval()])
        learned = {
            name: array if name not in known else BLEND * array + (1 - BLEND) * known[name]
            for name, array in network.arrays().items()
        }
    else:
        large = encoder.read_mpnet(asked.large, reader.pieces)
        teacher = Network(large.sizes(labels.counts()), tells_events=True)
        teacher.take(large.weights)
        teach(teacher, teaching_events(asked.steps, asked.seed), [before.eval()])
        teacher.to(asked.device)
        heads, wide = (max(1, round(getattr(teacher.sizes, name) * share)) for name, share in LEFT.items())
        network = slim(teacher, heads=heads, wide=wide, batches=_asked(packer, taught.lessons, asked))
        teach(network, hearing(asked.steps, asked.seed), [teacher.eval(), before.eval()])
        learned = network.arrays()
    second = {name: array for name, array in trained.weights.items() if name not in known}
    save_network(asked.out, second | learned, network.sizes, labels, reader.pieces)


def _asked(packer: Packer, lessons: Lessons, asked: Run) -> list[Batch]:
    """Some batches of each sort, by which a network is made slim."""
    chance = random.Random(asked.seed)
    sorts = [sort for sort in (lessons.trees, lessons.names, lessons.read) if sort]
    drawn = [some for sort in sorts for some in islice(endless(sort, chance, TOGETHER), SOME)]
    return [packer.pack(some).to(asked.device) for some in drawn]


def _taught(asked: Run) -> Taught:
    chance = random.Random(asked.seed)
    trees = [lesson for name in SETS["trees"].train for lesson in tree_lessons(asked.data, name, chance)]
    names = {name: list(name_lessons(asked.data, name)) for name in asked.names}
    events = list(event_lessons(asked.events)) if asked.events else []
    return Taught(
        lessons=Lessons(
            trees=trees,
            names=[lesson for lessons in names.values() for lesson in lessons],
            told=[lesson for lesson in events if not lesson.read],
            read=[lesson for lesson in events if lesson.read],
        ),
        names=names,
        dev=(
            [lesson for name in SETS["trees"].dev for lesson in tree_lessons(asked.data, name, chance)],
            [lesson for name in SETS["names"].dev for lesson in name_lessons(asked.data, name)],
        ),
    )


def _watched(network: Network, packer: Packer, taught: Taught, log: TextIO) -> Watch:
    def scores() -> dict[str, float]:
        return {name: value for dev in taught.dev for name, value in measure(network, packer, dev).items()}

    return _watch(scores, log)


def teaching(steps: int, seed: int) -> Course:
    """The course of a teacher: trees and names in equal parts."""
    return Course(steps=max(1, 3 * steps // 8), words=TOGETHER, rate=4e-4, seed=seed)


def learning(steps: int, seed: int, *, events: bool) -> Course:
    """The course of the network itself. Where there are events, their texts are what its teachers tell it most of."""
    return Course(steps=steps, words=TOGETHER, names=0.15 if events else 0.5, told=0.38 * events, read=0.21 * events, seed=seed)


def learning_on(steps: int, seed: int) -> Course:
    """The course of a network that is trained already: mostly events, at a low rate, in batches that a CPU is quick with."""
    return Course(steps=steps, words=3_000, rate=2e-4, haste=3.0, average=0.99, names=0.09, read=0.75, seed=seed)


def teaching_events(steps: int, seed: int) -> Course:
    """The course of a large teacher: all that is known. What its encoder knows, it is to keep: the lower, the slower."""
    return Course(
        steps=max(1, 4 * steps // 5),
        words=10_000,
        rate=1e-4,
        haste=10.0,
        lower=0.9,
        average=0.995,
        names=0.15,
        read=0.65,
        seed=seed,
    )


def hearing(steps: int, seed: int) -> Course:
    """The course of what is left of a large teacher, which hears it on everything."""
    return Course(steps=steps, words=10_000, rate=1.5e-4, haste=2.0, average=0.9975, names=0.11, told=0.25, read=0.5, seed=seed)


def last_course(steps: int, seed: int) -> Course:
    """The course of the second opinion: about one round, at a high rate to the end."""
    return Course(steps=max(1, steps // 12), words=2_500, rate=2e-3, fall=0.4, seed=seed)


def _watch(scores: Callable[[], dict[str, float]], log: TextIO) -> Watch:
    begin = time.time()

    def watch(step: int, losses: dict[str, float]) -> None:
        row = {"step": step, "seconds": round(time.time() - begin), "losses": losses, "dev": scores()}
        log.write(json.dumps(row) + "\n")

    return watch
