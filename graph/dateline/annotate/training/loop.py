"""The course of a training: lessons in, weights out."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.annotate.training.batches import IGNORED, Batch, Lesson, Packer, in_batches, reprinted
from dateline.annotate.training.torch_network import GONE, Network

Watch = Callable[[int, dict[str, float]], None]

SHARES = {"morph": 1.0, "xpos": 0.5, "sentence": 0.5, "heads": 1.0, "relation": 1.0, "name": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How long and how fast is learned."""

    steps: int
    words: int = 1_500  # a batch
    rate: float = 3e-4  # of the encoder; heads learn `haste` times as fast
    haste: float = 5.0
    warmup: float = 0.06  # share of the steps in which the rate rises
    fall: float = 1.0  # share of the rate that is lost by the end
    decay: float = 0.01
    average: float = 0.998  # of the running mean of weights
    names: float = 0.5  # share of batches that teach names
    seed: int = 0


def unseen(step: int, sums: dict[str, float]) -> None:
    """Nobody watches."""


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each kind of label that a batch knows."""
    words = network(batch.pieces, batch.traits, batch.inside, batch.firsts)
    gold = batch.gold
    found = {kind: wrong(scores, gold[kind]) for kind, scores in network.labels(words).items() if kind in gold}
    if "heads" in gold:
        found["heads"] = wrong(network.arcs(words).masked_fill(~possible(gold["sentences"]), GONE), gold["heads"])
        found["relation"] = wrong(network.relations(words, gold["heads"].clamp(min=0)), gold["relation"])
    return found


def possible(sentences: Tensor) -> Tensor:
    """Which heads (batch, words, 1 + words) a word may have: the root and the words of its own sentence, not itself."""
    same = sentences[:, :, None] == sentences[:, None, :]
    same &= ~torch.eye(same.shape[1], dtype=torch.bool)
    return F.pad(same, (1, 0), value=True)


def wrong(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def endless(lessons: Sequence[Lesson], chance: random.Random, size: int) -> Iterator[list[Lesson]]:
    """Batches without end, each lesson once in every round."""
    while lessons:
        yield from in_batches(lessons, chance, size)


class Average:
    """A running mean of weights: it scores better than the weights of any one step."""

    def __init__(self, module: nn.Module, share: float) -> None:
        self.module, self.share = module, share
        self.mean = {name: value.detach().clone() for name, value in module.named_parameters()}
        self.count = 0

    def add(self) -> None:
        self.count += 1
        share = min(self.share, self.count / (self.count + 10))
        with torch.no_grad():
            for name, value in self.module.named_parameters():
                self.mean[name].lerp_(value, 1 - share)

    def swap(self) -> None:
        """Exchange the mean and the weights of the step."""
        with torch.no_grad():
            for name, value in self.module.named_parameters():
                mean = self.mean[name].clone()
                self.mean[name].copy_(value)
                value.copy_(mean)


def groups(network: Network, course: Course) -> list[dict[str, Any]]:
    """Parameters by how fast they learn and whether they shrink."""
    found: dict[tuple[bool, bool], list[Any]] = {}
    for name, value in network.named_parameters():
        key = name.removeprefix("table.")
        head = key.startswith(("label/", "arc/", "rel/")) or key == "traits"
        found.setdefault((head, value.dim() > 1), []).append(value)
    return [
        {
            "params": values,
            "lr": course.rate * (course.haste if head else 1),
            "weight_decay": course.decay if matrix else 0.0,
        }
        for (head, matrix), values in found.items()
    ]


def run(
    network: Network,
    packer: Packer,
    trees: Sequence[Lesson],
    names: Sequence[Lesson],
    course: Course,
    *,
    each: int = 500,
    watch: Watch = unseen,
) -> None:
    """Train a network in place. `watch` is called every `each` steps, when the network holds the mean weights."""
    chance = random.Random(course.seed)
    streams = {part: endless(lessons, chance, course.words) for part, lessons in (("trees", trees), ("names", names))}

    def draw() -> dict[str, Tensor]:
        part = "names" if names and (not trees or chance.random() < course.names) else "trees"
        lessons = [headlined(lesson, chance) for lesson in next(streams[part])]
        return losses(network, packer.pack(lessons))

    descend(network, groups(network, course), draw, course, each=each, watch=watch)


def headlined(lesson: Lesson, chance: random.Random) -> Lesson:
    """A lesson, a tenth of the time as a headline might print it."""
    return reprinted(lesson, chance, title=0.07, upper=0.02, lower=0.02)


def descend(
    module: nn.Module,
    parameters: Sequence[dict[str, Any]],
    draw: Callable[[], dict[str, Tensor]],
    course: Course,
    *,
    each: int,
    watch: Watch,
) -> None:
    """Let a module learn from the losses that `draw` gives at each step; it ends with the mean of its last weights."""
    torch.manual_seed(course.seed)
    optimizer = torch.optim.AdamW(parameters, betas=(0.9, 0.98), eps=1e-8, fused=True)
    rise = max(1, round(course.steps * course.warmup))
    fall = max(1, round((course.steps - rise) / course.fall))
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / rise, max(0.0, 1 - (step - rise) / fall)))
    average = Average(module, course.average)
    sums: dict[str, float] = {}
    begin = time.time()
    for step in range(1, course.steps + 1):
        module.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = draw()
        optimizer.zero_grad(set_to_none=True)
        sum((SHARES[kind] * loss for kind, loss in found.items()), start=torch.zeros(())).backward()
        torch.nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimizer.step()
        rates.step()
        average.add()
        for kind, loss in found.items():
            old = sums.get(kind, loss.item())
            sums[kind] = old + 0.02 * (loss.item() - old)
        if step % each == 0 or step == course.steps:
            average.swap()
            watch(step, sums | {"seconds": time.time() - begin})
            if step < course.steps:
                average.swap()
