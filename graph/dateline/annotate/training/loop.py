"""The course of a training: lessons in, weights out."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
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
    "alike": 4.0,  # how far the vectors of words are from those of a teacher of the same width
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
    lower: float = 1.0  # share of a layer's rate that the layer below it learns at
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
    """The loss of each kind of label that a batch knows, or that the teachers of a network tell of it; the mean where both do."""
    words = network(batch.pieces, batch.traits, batch.inside, batch.firsts)
    gold, answers = batch.gold, taught(teachers, batch) if teachers else {}
    scores = network.labels(words)
    if (above := gold.get("heads", answers.get("above"))) is not None:
        scores["heads"] = arcs(network, words, gold["sentences"])
        scores["relation"] = network.relations(words, above.clamp(min=0))
    found = {}
    for kind, rows in scores.items():
        own = [wrong(rows, gold[kind])] if kind in gold else []
        if kind in answers:
            own.append(apart(rows, answers[kind], batch.real))
        if own:
            found[kind] = sum(own) / len(own)
    if "event" in gold:
        found |= told_wrong(network, words[:, 1:].flatten(0, 1), gold, answers)
    if "words" in answers:
        found["alike"] = unlike(words[:, 1:], answers["words"][:, 1:], batch.real)
    return found


def unlike(words: Tensor, others: Tensor, real: Tensor) -> Tensor:
    """The mean square of the difference of two readings of words, as a share of that of the second."""
    return (words - others).float()[real].square().mean() / others.float()[real].square().mean()


def told_wrong(
    network: Network, words: Tensor, gold: Mapping[str, Tensor], answers: Mapping[str, Tensor] = MappingProxyType({})
) -> dict[str, Tensor]:
    """The losses of kinds of events, of parts in them, and of their status; `words` (words of all windows, width).

    `answers` holds what teachers say of the kind and the status of each event, and of each part in one, if they say anything.
    """
    found: dict[str, list[Tensor]] = {"status": [], "kind": [], "part": []}
    if len(gold["stated"]):
        found["status"].append(F.cross_entropy(network.statuses(words[gold["stated"]]).float(), gold["status"]))
    if len(gold["event"]):
        kinds = network.kinds(words[gold["event"]]).float()
        found["kind"].append(_weighted(F.cross_entropy(kinds, gold["kind"], reduction="none"), gold["weight"]))
        if "kind" in answers:
            found["kind"].append(soft(kinds, answers["kind"]).mean())
            found["status"].append(soft(network.statuses(words[gold["event"]]), answers["status"]).mean())
    if len(gold["pair"]):
        event, other = gold["pair"].T
        parts = network.parts(words[event], words[other]).float()
        found["part"].append(_weighted(F.cross_entropy(parts, gold["part"], reduction="none"), gold["worth"]))
        if "part" in answers:
            found["part"].append(soft(parts, answers["part"]).mean())
    return {kind: torch.stack(own).mean() for kind, own in found.items() if own}


def _weighted(losses: Tensor, weights: Tensor) -> Tensor:
    return (losses * weights).sum() / weights.sum().clamp(min=1e-6)


@torch.no_grad()
def taught(teachers: Sequence[Network], batch: Batch) -> dict[str, Tensor]:
    """What several networks say of a batch, their likelihoods averaged; trees only where it is known where sentences end.

    "above" are the heads for which "relation" holds. Kinds, statuses and parts of events, and "words", which are vectors of
    words, come from those that tell events, if there are any.
    """
    found: dict[str, Tensor] = {}
    gold = batch.gold
    read = [(t, t(batch.pieces, batch.traits, batch.inside, batch.firsts)) for t in teachers]
    telling = sum(t.tells_events for t in teachers)

    def add(kind: str, scores: Tensor) -> None:
        likely = torch.softmax(scores.float(), -1) / (telling if kind in OF_EVENTS else len(read))
        found[kind] = found[kind] + likely if kind in found else likely

    for teacher, words in read:
        for kind, rows in teacher.labels(words).items():
            if kind != "sentence" or kind in gold:
                add(kind, rows)
        if "sentences" in gold:
            add("heads", arcs(teacher, words, gold["sentences"]))
        if teacher.tells_events:
            found["words"] = words
        if teacher.tells_events and "event" in gold:
            told = words[:, 1:].flatten(0, 1)
            add("kind", teacher.kinds(told[gold["event"]]))
            add("status", teacher.statuses(told[gold["event"]]))
            add("part", teacher.parts(*(told[side] for side in gold["pair"].T)))
    if "heads" in found:
        found["above"] = gold["heads"].clamp(min=0) if "heads" in gold else found["heads"].argmax(-1)
        for teacher, words in read:
            add("relation", teacher.relations(words, found["above"]))
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
    return soft(scores, likely)[real].mean()


def soft(scores: Tensor, likely: Tensor) -> Tensor:
    """The cross-entropy of each row of scores and some likelihoods."""
    return -(likely * F.log_softmax(scores.float(), -1)).sum(-1)


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
    found: dict[tuple[float, bool], list[Any]] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        key = name.removeprefix("table.")
        if key.startswith(("label/", "arc/", "rel/", *(f"{name}/" for name in OF_EVENTS))) or key == "traits":
            haste = course.haste
        else:
            layer = key.partition("/")[0]
            haste = course.lower ** (network.sizes.layers - (int(layer) + 1 if layer.isdigit() else 0))
        found.setdefault((haste, value.dim() > 1), []).append(value)
    return [
        {"params": values, "lr": course.rate * haste, "weight_decay": course.decay if matrix else 0.0}
        for (haste, matrix), values in found.items()
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
        heard = [t for t in teachers if part != "trees" or t.tells_events]  # trees somebody drew are better than most
        found = losses(network, batch, heard)
        weight = READ if part == "read" else max(0.1, 0.8 - done)  # the rules are listened to at first
        weights = {"alike": max(0.0, 1 - done / 0.75)} | dict.fromkeys(OF_EVENTS, weight)
        return {kind: loss * weights.get(kind, 1) for kind, loss in found.items()}

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
