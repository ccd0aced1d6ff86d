"""The network that `network.py` runs, as PyTorch trains it. Needs the extra `train`.

Parameters have the same names and shapes on both sides, so that trained ones are handed over as they are.
"""

from collections import deque
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.annotate.network import ARC, EPSILON, PART, REL, SCORED, Sizes, bucket

HEAD_DROPOUT = 0.33
ENCODER_DROPOUT = 0.1
GONE = -1e4  # a score that no choice survives, small enough for half precision


class Layers(nn.Module):
    """Layers of the encoder, by the first parts of their weights' names."""

    def __init__(self, sizes: Sizes, shapes: Mapping[str, tuple[int, ...]]) -> None:
        super().__init__()
        self.sizes = sizes
        self.inside: Callable[[str, Tensor], Tensor] = _as_it_is  # what becomes of what a matrix hears, by the matrix's name
        table = {name: nn.Parameter(torch.empty(shape)) for name, shape in shapes.items()}
        self.table = nn.ParameterDict({name.replace(".", "/"): value for name, value in table.items()})
        for name, value in table.items():
            start(name, value)

    def take(self, weights: Mapping[str, Any]) -> None:
        """Begin with trained weights where there are some; shapes must agree."""
        for name, value in weights.items():
            parameter = self[name]
            parameter.data = torch.tensor(np.asarray(value, dtype="float32")).reshape(parameter.shape).to(parameter.device)

    def __getitem__(self, name: str) -> nn.Parameter:
        parameter: nn.Parameter = self.table[name.replace(".", "/")]
        return parameter

    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """All weights as numpy arrays."""
        return {name.replace("/", "."): value.detach().float().cpu().numpy() for name, value in self.table.items()}

    def linear(self, name: str, x: Tensor) -> Tensor:
        return F.linear(x[..., : len(self[f"{name}.w"])], self[f"{name}.w"].T, self[f"{name}.b"])

    def norm(self, name: str, x: Tensor) -> Tensor:
        return F.layer_norm(x, (self.sizes.width,), self[f"{name}.w"], self[f"{name}.b"], EPSILON)

    def drop(self, x: Tensor, share: float = ENCODER_DROPOUT) -> Tensor:
        if not self.training:
            return x
        # faster on a CPU than dropout in half precision
        keep = torch.rand(x.shape, dtype=torch.float32, device=x.device) >= share
        return x * keep.to(x.dtype) / (1 - share)

    def layer(self, name: str, x: Tensor, mask: Tensor) -> Tensor:
        """What a layer makes of pieces (batch, pieces, width)."""
        x = self.norm(f"{name}.attended", x + self.drop(self.linear(f"{name}.output", self.context(name, x, mask))))
        return self.norm(f"{name}.thought", x + self.drop(self.linear(f"{name}.narrow", self.thought(name, x))))

    def near(self, layer: str, length: int) -> Tensor:
        """What each head of a layer adds for where two pieces stand (1, heads, pieces, pieces)."""
        near = self[f"{layer}.near"]
        return near[_buckets(length, near.device)].permute(2, 0, 1)[None]

    def context(self, layer: str, x: Tensor, mask: Tensor) -> Tensor:
        """What the heads of a layer gather (batch, pieces, heads x size)."""
        many, length, _ = x.shape
        parts = self.linear(f"{layer}.attention", x).view(many, length, 3, self.sizes.heads, -1)
        query, key, value = (parts[:, :, k].transpose(1, 2) for k in range(3))
        scores = (query @ key.transpose(2, 3)) * self.sizes.size**-0.5
        seen = torch.softmax(scores + (mask + self.near(layer, length)).to(scores.dtype), -1) @ value  # faster than the fused one
        return self.inside(f"{layer}.output", seen.transpose(1, 2).reshape(many, length, -1))

    def thought(self, layer: str, x: Tensor) -> Tensor:
        """The units of a layer (batch, pieces, wide)."""
        return self.inside(f"{layer}.narrow", F.gelu(self.linear(f"{layer}.wide", x), approximate="tanh"))


class Network(Layers):
    """Encoder and heads; `forward` gives the vectors of words, the methods score what is asked of them."""

    def __init__(self, sizes: Sizes, *, tells_events: bool = False) -> None:
        super().__init__(sizes, sizes.shapes())
        self.tells_events = tells_events  # whether, as a teacher, it is heard on events, too

    def forward(self, pieces: Tensor, traits: Tensor, inside: Tensor, firsts: Tensor) -> Tensor:
        """Vectors of words (batch, 1 + words, deep); the first is that of the whole window.

        `pieces`, `traits`, `inside` (batch, pieces): number and trait of each piece, and whether it is one; `firsts`
        (batch, 1 + words): where each word begins among the pieces.
        """
        x = self.embed(pieces, traits)
        mask = torch.where(inside, 0.0, GONE)[:, None, None, :]
        heard = deque([x], maxlen=self.sizes.heard)  # the uppermost layer first
        for i in range(self.sizes.layers):
            x = self.layer(f"{i}", x, mask)
            heard.appendleft(x)
        deep = torch.cat(tuple(heard), -1)
        return deep.gather(1, firsts[:, :, None].expand(-1, -1, deep.shape[2]))

    def embed(self, pieces: Tensor, traits: Tensor) -> Tensor:
        """What the lowest layer hears."""
        x = self["pieces"][pieces] + self["places"][: pieces.shape[1]] + self["traits"][traits]
        return self.drop(self.norm("embedded", x))

    def labels(self, words: Tensor) -> dict[str, Tensor]:
        """Scores (…, labels) of each kind of label for each word."""
        x = self.drop(words[:, 1:], HEAD_DROPOUT)
        return {kind: self.linear(f"label.{kind}", x) for kind in self.sizes.labels if kind not in SCORED}

    def hidden(self, name: str, words: Tensor) -> Tensor:
        x = F.leaky_relu(self.linear(name, self.drop(words, HEAD_DROPOUT)), 0.1)
        if self.training:  # the same units at all words: Dozat and Manning (2017)
            keep = torch.rand(x.shape[0], 1, x.shape[2], dtype=x.dtype, device=x.device) > HEAD_DROPOUT
            x = x * keep / (1 - HEAD_DROPOUT)
        return x

    def arcs(self, words: Tensor) -> Tensor:
        """Scores (batch, words, 1 + words) of each word's possible heads; head 0 is the root."""
        below, above = self.hidden("arc.below", words)[:, 1:], self.hidden("arc.above", words)
        scores: Tensor = (below @ self["arc.pair"] + self["arc.alone"]) @ above.transpose(1, 2)
        return scores / ARC**0.5

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (batch, words, relations) of the relation between each word and its head."""
        below, above = self.hidden("rel.below", words)[:, 1:], self.hidden("rel.above", words)
        above = above.gather(1, heads[:, :, None].expand(-1, -1, above.shape[2]))
        one = torch.ones_like(below[..., :1])
        below, above = torch.cat([below, one], -1), torch.cat([above, one], -1)
        pair = self["rel.pair"].view(REL + 1, -1)
        crossed = (below @ pair).view(*below.shape[:2], -1, REL + 1)
        return (crossed * above[:, :, None, :]).sum(-1) / REL**0.5

    def kinds(self, words: Tensor) -> Tensor:
        """Scores (words, kinds) of the kinds of events that some words tell."""
        return self._told("kind", words)

    def statuses(self, words: Tensor) -> Tensor:
        """Scores (words, statuses) of what is said of the coming about of the events that some words tell."""
        return self._told("status", words)

    def _told(self, name: str, words: Tensor) -> Tensor:
        deep = F.leaky_relu(self.linear(f"{name}.deep", self.drop(words, HEAD_DROPOUT)), 0.1)
        return self.linear(f"{name}.out", self.drop(deep, HEAD_DROPOUT))

    def parts(self, events: Tensor, others: Tensor) -> Tensor:
        """Scores (pairs, parts) of the part that the second of two words takes in the event that the first tells."""
        event, other = (
            self.drop(F.leaky_relu(self.linear(name, self.drop(words, HEAD_DROPOUT)), 0.1), HEAD_DROPOUT)
            for name, words in (("part.event", events), ("part.other", others))
        )
        one = torch.ones_like(event[:, :1])
        event, other = torch.cat([event, one], -1), torch.cat([other, one], -1)
        crossed = (event @ self["part.pair"]).view(len(event), -1, PART + 1)
        return (crossed * other[:, None, :]).sum(-1) / PART**0.5


@cache
def _buckets(length: int, device: torch.device) -> Tensor:
    """The numbers of the distances between so many pieces (pieces, pieces)."""
    places = torch.arange(length)
    by_distance = torch.tensor([bucket(k) for k in range(1 - length, length)])
    return by_distance[places[:, None] - places[None, :] + length - 1].to(device)


def _as_it_is(name: str, x: Tensor) -> Tensor:
    return x


def start(name: str, value: nn.Parameter) -> None:
    """The values a parameter begins with where none are given."""
    if name.endswith((".b", ".near")) or name in ("traits", "arc.alone"):
        nn.init.zeros_(value)
    elif name.endswith(".w") and value.dim() == 1:
        nn.init.ones_(value)
    elif name in ("rel.pair", "part.pair"):
        nn.init.normal_(value, std=0.05)
    elif value.dim() == 2 and name not in ("pieces", "places"):
        nn.init.xavier_uniform_(value)
    else:
        nn.init.normal_(value, std=0.02)
