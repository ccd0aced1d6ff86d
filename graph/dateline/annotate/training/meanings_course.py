"""The course of the scorers of kinds of events, of their status and of parts in them, on a network that stays as it is.

What a network has learned from, it knows by heart: its own scorers are too sure of words that it met in its lessons. Scorers
that learn later, from many more lessons, and that hear its lower layers as well, judge better (see `MODEL.md`).
"""

import random
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from dateline.annotate.network import OF_EVENTS
from dateline.annotate.network import Network as Trained
from dateline.annotate.scheme import NO_PART
from dateline.annotate.training.batches import Lesson, Packer, in_batches
from dateline.annotate.training.loop import Course, descend, endless, headlined, told_wrong, unseen
from dateline.annotate.training.torch_network import Network, start
from dateline.model import NOTHING

BATCH = 3_500  # words


def course(lessons: Sequence[Lesson], rounds: float) -> Course:
    """A course in which each lesson is heard so many times."""
    steps = rounds * sum(1 for _ in in_batches(lessons, random.Random(0), BATCH))
    return Course(steps=max(1, round(steps)), words=BATCH, rate=1e-3, average=0.995)


class Seen:
    """Lessons with the vectors of their words, which are worked out once."""

    def __init__(self, network: Network, packer: Packer, lessons: Sequence[Lesson]) -> None:
        self.packer = packer
        self.vectors: dict[int, Tensor] = {}
        network.eval()
        for some in in_batches(lessons, random.Random(0), BATCH):
            batch = packer.pack(some)
            with torch.no_grad():
                words = network(batch.pieces, batch.traits, batch.inside, batch.firsts)[:, 1:].half()
            self.vectors |= {id(one): rows[: len(one.words)].clone() for one, rows in zip(some, words, strict=True)}

    def batch(self, lessons: Sequence[Lesson]) -> tuple[Tensor, dict[str, Tensor]]:
        """The vectors of all words (words of all windows, deep) and what is told of them."""
        words = pad_sequence([self.vectors[id(one)] for one in lessons], batch_first=True)
        return words.flatten(0, 1).float(), self.packer.gold(lessons)


def begin(trained: Trained, seed: int = 0) -> Network:
    """PyTorch's side of a trained network; its scorer of kinds begins anew, the others go on from where they stand."""
    torch.manual_seed(seed)
    network = Network(trained.sizes)
    network.take({name: trained.weights[name] for name in trained.sizes.shapes()})
    for name, value in network.table.items():
        if name.startswith("kind/"):
            start(name.replace("/", "."), value)
    return network


def run(network: Network, packer: Packer, lessons: Sequence[Lesson], course: Course) -> None:
    """Train the scorers in place. A tenth of the lessons is heard as headlines might print them."""
    chance = random.Random(course.seed)
    heard = [headlined(lesson, chance) for lesson in lessons]
    seen = Seen(network, packer, heard)
    batches = endless(heard, chance, course.words)

    def draw(_: float) -> dict[str, Tensor]:
        return told_wrong(network, *seen.batch(next(batches)))

    values = [value for name, value in network.table.items() if name.startswith(OF_EVENTS)]
    parameters = [{"params": values, "lr": course.rate, "weight_decay": course.decay}]
    descend(network, parameters, draw, course, each=course.steps, watch=unseen)


def scorers(network: Network) -> dict[str, Any]:
    """The weights that were learned, as numpy arrays."""
    return {name: array for name, array in network.arrays().items() if name.startswith(OF_EVENTS)}


@torch.no_grad()
def measure(network: Network, packer: Packer, lessons: Sequence[Lesson]) -> Mapping[str, float]:
    """How well the scorers do on what was read: the shares of right kinds and statuses, and precision and recall of parts."""
    seen = Seen(network, packer, lessons)
    network.eval()
    scheme = packer.scheme
    counts = dict.fromkeys(("kinds", "right", "statuses", "stated", "found", "wanted", "hit"), 0)
    nothing, nobody = scheme.kind.index(NOTHING), scheme.part.index(NO_PART)
    for some in in_batches(lessons, random.Random(0), BATCH):
        words, gold = seen.batch(some)
        read = gold["weight"] >= 1
        told, gold_kinds = gold["event"][read], gold["kind"][read]
        counts["kinds"] += len(told)
        counts["right"] += int((network.kinds(words[told]).argmax(-1) == gold_kinds).sum())
        if len(stated := gold["stated"]):
            counts["statuses"] += len(stated)
            counts["stated"] += int((network.statuses(words[stated]).argmax(-1) == gold["status"]).sum())
        real = torch.isin(gold["pair"][:, 0], told[gold_kinds != nothing])
        (event, other), parts = gold["pair"][real].T, gold["part"][real]
        chosen = network.parts(words[event], words[other]).argmax(-1) if len(event) else parts
        counts["found"] += int((chosen != nobody).sum())
        counts["wanted"] += int((parts != nobody).sum())
        counts["hit"] += int(((chosen == parts) & (parts != nobody)).sum())
    return {
        "kinds": counts["right"] / max(1, counts["kinds"]),
        "statuses": counts["stated"] / max(1, counts["statuses"]),
        "precision": counts["hit"] / max(1, counts["found"]),
        "recall": counts["hit"] / max(1, counts["wanted"]),
    }
