"""Learn which mentions of a text mean the same: the looks of words and the transformer over mentions. Needs the extra `train`.

Each mention takes up one of those before it or nobody. That all those that are right, or nobody where none is, are likely
together, is what is learned (Lee et al. 2017), and beside it of each two whether the earlier is one of several whom the later
means ("both men"). `annotate.looks` and `identify.chains` run with numpy what is learned here.

At first the layers below stay as the parser's network has them, then they learn, too.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dateline.annotate.bundle import look_layers
from dateline.annotate.looks import stretches
from dateline.annotate.network import Network, Sizes
from dateline.annotate.training.torch_network import GONE, Layers
from dateline.model import CHAINED

WIDTH, HEADS, WIDE, LAYERS = 192, 6, 384, 2  # numbers of a mention's vector, heads of attention, units, layers
PAIRED, UNITS = 48, 64  # numbers of which products tell of two mentions, and the units that weigh them
UNSEEN, DROPPED = 0.25, 0.15  # dropout of words' vectors and of all else
DECAY = 2e-2
AREA = 150_000  # pairs of mentions in a batch
ROOM = 3_500  # pieces in a batch
SLACK = 15  # by how many mentions texts of a batch may be out of order, so that not always the same stand together
NEVER = -1e4
SPREAD, SAMPLED = 2.0, 8  # the spread (standard deviation) of the numbers of a look; how many mentions of a text tell it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The mentions of a text: its pieces as the lowest layer that is heard sees them (pieces, width), the pieces with which
    their words begin (-1: none), what is told of each (mentions, features), and of each two as packed bits (mentions, mentions,
    bytes); whom each means, a number, or -1 where it is not known; and whether each means several of whom each other is one
    (mentions, mentions)."""

    pieces: Any
    firsts: Any
    each: Any
    two: Any
    whom: Any
    among: Any


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the course: how many rounds, and how fast the transformer over mentions and the layers below learn at most."""

    rounds: int
    rate: float
    below: float


STAGES = (Stage(11, 1.2e-3, 0), Stage(3, 4e-4, 1.5e-4))


class Layer(nn.Module):
    """Attention between mentions, which what is told of two may raise or lower, and units behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.between = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.attention, self.output = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, WIDE), nn.Linear(WIDE, WIDTH)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        texts, many, _ = x.shape
        size = WIDTH // HEADS
        query, key, value = self.attention(self.before(x)).view(texts, many, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        seen = (query @ key.transpose(-1, -2) / math.sqrt(size) + bias).softmax(-1)
        x = x + self.drop(self.output((self.drop(seen) @ value).transpose(1, 2).reshape(texts, many, WIDTH)))
        told: Tensor = x + self.drop(self.narrow(nn.functional.gelu(self.wide(self.between(x)), approximate="tanh")))
        return told


class Chains(nn.Module):
    """Scores of all that mentions may take up."""

    def __init__(self, sizes: Sizes, each: int, two: int) -> None:
        super().__init__()
        self.names = look_layers(sizes)
        self.below = Layers(sizes, sizes.layered(self.names))
        self.two_sizes = [HEADS] * LAYERS + [UNITS, 1, 1]
        self.look, self.seen = nn.Linear(sizes.deep, CHAINED, bias=False), nn.Linear(CHAINED, WIDTH)
        self.each, self.two = nn.Linear(each, WIDTH), nn.Linear(two, sum(self.two_sizes))
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.last = nn.LayerNorm(WIDTH)
        self.later, self.earlier = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.whole, self.member = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.paired, self.weighed, self.out = nn.Linear(WIDTH, PAIRED), nn.Linear(PAIRED, UNITS, bias=False), nn.Linear(UNITS, 2)
        self.nobody = nn.Linear(WIDTH, 1)
        self.unseen, self.drop = nn.Dropout(UNSEEN), nn.Dropout(DROPPED)

    def vectors(self, readings: Sequence[Reading]) -> Tensor:
        """What the layers make of the words of mentions (texts, mentions, deep); zeros beyond the last of a text."""
        parts = [(n, s) for n, reading in enumerate(readings) for s in stretches(len(reading.pieces))]
        longest, most = max(s.stop - s.start for _, s in parts), max(len(reading.whom) for reading in readings)
        x = torch.zeros(len(parts), longest, self.below.sizes.width)
        mask = torch.full((len(parts), 1, 1, longest), GONE)
        heard_at, put_at = [], []
        for k, (n, s) in enumerate(parts):
            size = s.stop - s.start
            x[k, :size] = torch.from_numpy(readings[n].pieces[s.start : s.stop].astype("float32"))
            mask[k, ..., :size] = 0
            own = np.flatnonzero((readings[n].firsts >= s.first) & (readings[n].firsts < s.last))
            heard_at.append(k * longest + readings[n].firsts[own] - s.start)
            put_at.append(n * most + own)
        heard = [x]
        with torch.autocast("cpu", torch.bfloat16):
            for name in self.names:
                heard.insert(0, self.below.layer(name, heard[0], mask))
        rows = torch.from_numpy(np.concatenate(heard_at))
        found = torch.cat([layer.flatten(0, 1)[rows].float() for layer in heard], -1)
        none = torch.zeros(len(readings) * most, found.shape[1])
        return none.index_copy(0, torch.from_numpy(np.concatenate(put_at)), found).view(len(readings), most, -1)

    def forward(self, vectors: Tensor, each: Tensor, two: Tensor, some: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores (texts, mentions, mentions) of whom each mention, the row, takes up, of nobody (texts, mentions), and of who is
        among those whom it means, as the first.

        `some` tells which mentions of each text there are.
        """
        *biases, inner, straight, straight_among = self.two(two).split(self.two_sizes, -1)
        x = self.drop(self.seen(self.look(self.unseen(vectors))) + self.each(each))
        away = torch.where(some, 0.0, NEVER)[:, None, None, :]
        for layer, bias in zip(self.layers, biases, strict=True):
            x = layer(x, bias.permute(0, 3, 1, 2) + away)
        x = self.last(x)
        scores = self.later(x) @ self.earlier(x).transpose(1, 2) / math.sqrt(WIDTH) + straight[..., 0]
        among = self.whole(x) @ self.member(x).transpose(1, 2) / math.sqrt(WIDTH) + straight_among[..., 0]
        paired = self.paired(x)
        for texts, (own, told) in enumerate(zip(paired, inner, strict=True)):  # text by text, which needs less memory
            weighed = own[:, None, :] * self.weighed.weight @ own.T  # (mentions, units, mentions)
            both = self.out(self.drop(torch.tanh(weighed.transpose(1, 2) + told)))
            scores[texts], among[texts] = scores[texts] + both[..., 0], among[texts] + both[..., 1]
        before = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril(-1) & some[:, None, :]
        return scores.masked_fill(~before, NEVER), self.nobody(x)[..., 0], among.masked_fill(~before, NEVER)


def loss(scores: Tensor, nobody: Tensor, among: Tensor, whom: Tensor, right_among: Tensor) -> tuple[Tensor, int]:
    """How unlikely are those whom the mentions mean, on average, and of how many mentions that is known."""
    known = whom >= 0
    scores = scores.masked_fill(~known[:, None, :], NEVER)
    right = (whom[:, :, None] == whom[:, None, :]) & (scores > NEVER)
    right = torch.cat([~right.any(-1, keepdim=True), right], -1)
    all_ = torch.cat([nobody[..., None], scores], -1)
    each: Tensor = all_.logsumexp(-1) - all_.masked_fill(~right, NEVER).logsumexp(-1)
    wanted = (known[:, :, None] & (scores > NEVER)).float()
    apart = nn.functional.binary_cross_entropy_with_logits(among, right_among.float(), weight=wanted, reduction="sum")
    count = int(known.sum())
    return each[known].mean() + apart / max(1, count), count


def batched(readings: Sequence[Reading], chance: np.random.Generator) -> list[list[int]]:
    """Numbers of texts of about one length, batch by batch."""
    sizes = [(len(reading.pieces), len(reading.whom)) for reading in readings]
    order = sorted(range(len(sizes)), key=lambda n: sizes[n][0] + chance.random() * SLACK)
    made: list[list[int]] = [[]]
    for n in order:
        pieces, mentions = (max(column) for column in zip(*(sizes[k] for k in [*made[-1], n]), strict=True))
        many = len(made[-1]) + 1
        if made[-1] and (many * pieces > ROOM or many * mentions**2 > AREA):
            made.append([])
        made[-1].append(n)
    return [made[n] for n in chance.permutation(len(made)).tolist()]


def collated(readings: Sequence[Reading], told: int) -> tuple[Tensor, ...]:
    """What is told of the mentions of texts, so much of each two, as tensors, filled up to the length of the longest."""
    most, count = max(len(r.whom) for r in readings), len(readings)
    each, two = torch.zeros(count, most, readings[0].each.shape[1]), torch.zeros(count, most, most, told)
    some, whom = torch.zeros(count, most, dtype=torch.bool), torch.full((count, most), -1)
    among = torch.zeros(count, most, most, dtype=torch.bool)
    for n, r in enumerate(readings):
        size = len(r.whom)
        each[n, :size] = torch.from_numpy(r.each)
        two[n, :size, :size] = torch.from_numpy(np.unpackbits(r.two, axis=-1, count=told).astype("float32"))
        some[n, :size], whom[n, :size] = True, torch.from_numpy(r.whom)
        among[n, :size, :size] = torch.from_numpy(r.among)
    return each, two, some, whom, among


def weights(model: Chains, readings: Sequence[Reading]) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    """The matrix of looks (deep, numbers), the weights of the layers below it, and all others by name, matrices mapping rows to
    columns.

    Looks are brought to a scale on which nearly all numbers of a mention's word, as some texts tell, fit one byte.
    """
    matrix = model.look.weight.detach().numpy().T
    model.eval()
    with torch.no_grad():
        seen = np.concatenate([model.vectors([r])[0, :SAMPLED].numpy() @ matrix for r in readings])
    scale = SPREAD / (seen.std(0) + 1e-6)
    found: dict[str, Any] = {}
    for name, value in model.state_dict().items():
        if name.startswith(("look.", "below.")):
            continue
        kind, _, last = name.removeprefix("layers.").rpartition(".")
        found[f"{kind}.{last[0]}"] = value.numpy().T
    found["seen.w"] = found["seen.w"] / scale[:, None]
    return matrix * scale, model.below.arrays(), {name: value.astype("float16") for name, value in found.items()}


def begin(network: Network, each: int, two: int) -> Chains:
    """The network before it has learned anything; the layers below are the upper ones of the parser's."""
    sizes = network.sizes
    model = Chains(sizes, each, two)
    upper = [f"{n}" for n in range(sizes.layers - len(model.names), sizes.layers)]
    both = zip(sizes.layered(model.names), sizes.layered(upper), strict=True)
    model.below.take({own: network.weights[other] for own, other in both})
    return model


def learn(readings: Sequence[Reading], network: Network, two: int, seed: int = 0) -> Chains:
    """The network that some texts teach; `two` is how many things are told of two mentions. The loss of each round is printed."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    model = begin(network, readings[0].each.shape[1], two)
    for stage in STAGES:
        _learn(model, readings, stage, chance)
    model.eval()
    return model


def _learn(model: Chains, readings: Sequence[Reading], stage: Stage, chance: np.random.Generator) -> None:
    told = model.two.in_features
    model.below.requires_grad_(stage.below > 0)
    vectors = model.vectors if stage.below else _kept(model, readings)
    own = [value for name, value in model.named_parameters() if not name.startswith("below.")]
    groups = [{"params": own, "lr": stage.rate, "weight_decay": DECAY}]
    if stage.below:
        groups.append({"params": [*model.below.parameters()], "lr": stage.below, "weight_decay": DECAY / 2})
    rounds = [batched(readings, chance) for _ in range(stage.rounds)]
    optimizer = torch.optim.AdamW(groups)
    rates = [group["lr"] for group in groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=sum(map(len, rounds)) + 1, pct_start=0.1)
    model.train()
    for n, batches in enumerate(rounds, start=1):
        lost, seen = 0.0, 0
        for batch in batches:
            some = [readings[k] for k in batch]
            each, two, there, whom, among = collated(some, told)
            scores, nobody, members = model(vectors(some), each, two, there)
            lack, count = loss(scores, nobody, members, whom, among)
            optimizer.zero_grad()
            lack.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            lost, seen = lost + float(lack.detach()) * count, seen + count
        print(f"  round {n} of {stage.rounds}: loss {lost / seen:.4f}", flush=True)


def _kept(model: Chains, readings: Sequence[Reading]) -> Callable[[Sequence[Reading]], Tensor]:
    """The vectors of some texts, worked out once."""
    model.eval()
    with torch.no_grad():
        found = {id(r): model.vectors([r])[0].half() for r in readings}
    return lambda some: nn.utils.rnn.pad_sequence([found[id(r)].float() for r in some], batch_first=True)
