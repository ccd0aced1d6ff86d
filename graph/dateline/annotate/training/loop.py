"""The course of a training: lessons in, weights out."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.annotate.network import OF_EVENTS
from dateline.annotate.training.batches import IGNORED, Batch, Lesson, Packer, in_batches, reprinted
from dateline.annotate.training.torch_network import GONE, Network

Watch = Callable[[int, dict[str, float]], None]

SHARES = {
    "morph": 1.0,
    "xpos": 0.5,
    "sentence": 0.5,
    "heads": 1.0,
    "relation": 1.0,
    "name": 1.0,
    "kind": 0.6,
    "part": 1.2,
    "status": 0.6,
}
READ = 2.0  # how much more an event weighs that somebody has read


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
    told: float = 0.0  # share of those that teach events as the rules tell them
    read: float = 0.0  # share of those that teach events as people read them
    seed: int = 0

    def shares(self) -> dict[str, float]:
        """The share of batches of each sort."""
        return {"trees": 1 - self.names - self.told - self.read, "names": self.names, "told": self.told, "read": self.read}


def unseen(step: int, sums: dict[str, float]) -> None:
    """Nobody watches."""


def losses(network: Network, batch: Batch, teachers: Sequence[Network] = ()) -> dict[str, Tensor]:
    """The loss of each kind of label that a batch knows, or that the teachers of a network tell of it."""
    words = network(batch.pieces, batch.traits, batch.inside, batch.firsts)
    gold = batch.gold
    scores = network.labels(words)
    found = {kind: wrong(rows, gold[kind]) for kind, rows in scores.items() if kind in gold}
    if "heads" in gold:
        found["heads"] = wrong(arcs(network, words, gold["sentences"]), gold["heads"])
        found["relation"] = wrong(network.relations(words, gold["heads"].clamp(min=0)), gold["relation"])
    elif teachers:
        answers = taught(teachers, batch)
        for kind, rows in scores.items():
            own = apart(rows, answers[kind], batch.real)
            found[kind] = (found[kind] + own) / 2 if kind in found else own
        if "arcs" in answers:
            found["heads"] = apart(arcs(network, words, gold["sentences"]), answers["arcs"], batch.real)
            found["relation"] = apart(network.relations(words, answers["heads"]), answers["relation"], batch.real)
    if "event" in gold:
        found |= told_wrong(network, words[:, 1:].flatten(0, 1), gold)
    return found


def told_wrong(network: Network, words: Tensor, gold: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The losses of kinds of events, of parts in them, and of their status; `words` (words of all windows, width)."""
    found: dict[str, Tensor] = {}
    if len(gold["stated"]):
        found["status"] = F.cross_entropy(network.statuses(words[gold["stated"]]).float(), gold["status"])
    if not len(gold["event"]):
        return found
    kinds = F.cross_entropy(network.kinds(words[gold["event"]]).float(), gold["kind"], reduction="none")
    found["kind"] = (kinds * gold["weight"]).sum() / gold["weight"].sum()
    if len(gold["pair"]):
        event, other = gold["pair"].T
        parts = F.cross_entropy(network.parts(words[event], words[other]).float(), gold["part"], reduction="none")
        found["part"] = (parts * gold["worth"]).sum() / gold["worth"].sum().clamp(min=1e-6)
    return found


@torch.no_grad()
def taught(teachers: Sequence[Network], batch: Batch) -> dict[str, Tensor]:
    """What several networks say of a batch, their likelihoods averaged; trees only where it is known where sentences end."""
    found: dict[str, Tensor] = {}
    read = [(t, t(batch.pieces, batch.traits, batch.inside, batch.firsts)) for t in teachers]

    def add(kind: str, scores: Tensor) -> None:
        likely = torch.softmax(scores.float(), -1) / len(read)
        found[kind] = found[kind] + likely if kind in found else likely

    for teacher, words in read:
        for kind, rows in teacher.labels(words).items():
            add(kind, rows)
        if "sentences" in batch.gold:
            add("arcs", arcs(teacher, words, batch.gold["sentences"]))
    if "arcs" in found:
        found["heads"] = found["arcs"].argmax(-1)
        for teacher, words in read:
            add("relation", teacher.relations(words, found["heads"]))
    return found


def arcs(network: Network, words: Tensor, sentences: Tensor) -> Tensor:
    """The scores of heads, those that no word may have left without a chance."""
    return network.arcs(words).masked_fill(~possible(sentences), GONE)


def possible(sentences: Tensor) -> Tensor:
    """Which heads (batch, words, 1 + words) a word may have: the root and the words of its own sentence, not itself."""
    same = sentences[:, :, None] == sentences[:, None, :]
    same &= ~torch.eye(same.shape[1], dtype=torch.bool, device=same.device)
    return F.pad(same, (1, 0), value=True)


def wrong(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def apart(scores: Tensor, likely: Tensor, real: Tensor) -> Tensor:
    """How far scores are from some likelihoods, on the places that hold a word."""
    return -(likely * F.log_softmax(scores.float(), -1)).sum(-1)[real].mean()


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
        head = key.startswith(("label/", "arc/", "rel/", *(f"{name}/" for name in OF_EVENTS))) or key == "traits"
        found.setdefault((head, value.dim() > 1), []).append(value)
    return [
        {
            "params": values,
            "lr": course.rate * (course.haste if head else 1),
            "weight_decay": course.decay if matrix else 0.0,
        }
        for (head, matrix), values in found.items()
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """All that a network can learn from, by what it teaches."""

    trees: Sequence[Lesson]
    names: Sequence[Lesson]
    told: Sequence[Lesson] = ()
    read: Sequence[Lesson] = ()


def run(
    network: Network,
    packer: Packer,
    lessons: Lessons,
    course: Course,
    *,
    teachers: Sequence[Network] = (),
    device: str = "cpu",
    each: int = 500,
    watch: Watch = unseen,
) -> None:
    """Train a network in place. `watch` is called every `each` steps, when the network holds the mean weights."""
    chance = random.Random(course.seed)
    shares = {part: share for part, share in course.shares().items() if getattr(lessons, part) and share > 0}
    streams = {part: endless(getattr(lessons, part), chance, course.words) for part in shares}
    for some in (network, *teachers):
        some.to(device)

    def draw(done: float) -> dict[str, Tensor]:
        part = chance.choices(list(shares), list(shares.values()))[0]
        batch = packer.pack([headlined(lesson, chance) for lesson in next(streams[part])]).to(device)
        found = losses(network, batch, () if part == "trees" else teachers)
        weight = READ if part == "read" else max(0.1, 0.8 - done)  # the rules are listened to at first
        return {kind: loss * (weight if kind in OF_EVENTS else 1) for kind, loss in found.items()}

    descend(network, groups(network, course), draw, course, device=device, each=each, watch=watch)
    network.to("cpu")


def headlined(lesson: Lesson, chance: random.Random) -> Lesson:
    """A lesson, a tenth of the time as a headline might print it."""
    return reprinted(lesson, chance, title=0.07, upper=0.02, lower=0.02)


def descend(
    module: nn.Module,
    parameters: Sequence[dict[str, Any]],
    draw: Callable[[float], dict[str, Tensor]],
    course: Course,
    *,
    device: str = "cpu",
    each: int,
    watch: Watch,
) -> None:
    """Let a module learn from the losses that `draw` gives at each step, which is told what share of the course is done.

    It ends with the mean of its last weights.
    """
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
        with torch.autocast(device, dtype=torch.bfloat16):
            found = draw(step / course.steps)
        optimizer.zero_grad(set_to_none=True)
        sum((SHARES[kind] * loss for kind, loss in found.items()), start=torch.zeros((), device=device)).backward()
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
