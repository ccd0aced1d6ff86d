"""A large teacher: MPNet (Song et al. 2020), twelve layers of 768 units, with the heads of our own network.

It is too slow and too large to be shipped, and judges better: what it says of events, trees and names is what the small network
learns from. Its lowest layers stay as they are; how words are printed, which its pieces do not show, is told to the first layer
above them.
"""

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.annotate.network import DEEP, Sizes
from dateline.annotate.training.torch_network import GONE, Network
from dateline.annotate.wordpieces import BEGIN, END, UNKNOWN
from dateline.errors import ModelError

FROZEN = 3  # layers that do not learn
EPSILON = 1e-5
BUCKETS, FAR = 32, 128  # of distances between words, and the distance from which all are one
OTHER = {BEGIN: "<s>", END: "</s>", "[PAD]": "<pad>", UNKNOWN: "[UNK]"}  # pieces by the names they have here
NEEDED = ("vocab.txt", "model.safetensors")


class Mpnet(Network):
    """The encoder with the heads that `network.py` has; it is asked with the numbers of pieces that our cutter gives."""

    def __init__(self, folder: Path, pieces: Sequence[str], labels: Mapping[str, int]) -> None:
        """Raises `ModelError` where the folder holds no such encoder."""
        missing = [name for name in NEEDED if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"{folder} holds no MPNet: {missing[0]} is missing")
        own = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        super().__init__(Sizes(vocabulary=len(own), layers=12, width=768, wide=3072, heads=12, labels=labels))
        at = {piece: i for i, piece in enumerate(own)}
        numbers = torch.tensor([at.get(OTHER.get(piece, piece), at["[UNK]"]) for piece in pieces])
        self.register_buffer("numbers", numbers, persistent=False)
        self.bias = nn.Embedding(BUCKETS, self.sizes.heads)
        self._begin(folder)
        self.freeze()

    def _begin(self, folder: Path) -> None:
        from safetensors.torch import load_file

        given = load_file(folder / "model.safetensors")
        self.bias.weight.data = given["encoder.relative_attention_bias.weight"].float()
        self.take(_renamed(given, self.sizes))
        self["traits"].data.zero_()

    def freeze(self) -> None:
        """Let the pieces and the lowest layers be."""
        below = ("pieces", "places", "embedded", *(f"{i}/" for i in range(FROZEN)))
        for name, value in self.table.items():
            value.requires_grad = not name.startswith(below)
        self.bias.weight.requires_grad = False

    def norm(self, name: str, x: Tensor) -> Tensor:
        return F.layer_norm(x, (self.sizes.width,), self[f"{name}.w"], self[f"{name}.b"], EPSILON)

    def forward(self, pieces: Tensor, traits: Tensor, inside: Tensor, firsts: Tensor) -> Tensor:
        length = pieces.shape[1]
        x = self["pieces"][self.numbers[pieces]] + self["places"][:length]
        x = self.norm("embedded", x)
        mask = self._nearness(length) + torch.where(inside, 0.0, GONE)[:, None, None, :]
        mask = mask.to(torch.bfloat16)
        heard = deque([x], maxlen=DEEP)
        for i in range(self.sizes.layers):
            if i == FROZEN:
                x = x + self["traits"][traits]
            x = self.norm(f"{i}.attended", x + self.drop(self.attend(f"{i}", x, mask)))
            wide = F.gelu(self.linear(f"{i}.wide", x))
            x = self.norm(f"{i}.thought", x + self.drop(self.linear(f"{i}.narrow", wide)))
            heard.appendleft(x)
        deep = torch.cat(tuple(heard), -1)
        return deep.gather(1, firsts[:, :, None].expand(-1, -1, deep.shape[2]))

    def _nearness(self, length: int) -> Tensor:
        """What each head adds for the distance of two pieces (1, heads, pieces, pieces)."""
        places = torch.arange(length, device=self.bias.weight.device)
        behind = places[:, None] - places[None, :]
        half, exact = BUCKETS // 2, BUCKETS // 4
        far = behind.abs()
        log = torch.log(far.clamp(min=1).float() / exact) / math.log(FAR / exact) * (half - exact)
        bucket = torch.where(far < exact, far, (exact + log.long()).clamp(max=half - 1)) + (behind < 0) * half
        return self.bias(bucket).permute(2, 0, 1)[None]


def _renamed(given: Mapping[str, Any], sizes: Sizes) -> dict[str, Any]:
    """The weights under our names; matrices map rows to columns."""
    found: dict[str, Any] = {"pieces": given["embeddings.word_embeddings.weight"]}
    found["places"] = given["embeddings.position_embeddings.weight"][2 : 2 + sizes.shapes()["places"][0]]

    def add(name: str, *parts: str) -> None:
        weights, biases = zip(*((given[f"{part}.weight"], given[f"{part}.bias"]) for part in parts), strict=True)
        found[f"{name}.w"] = torch.cat([w.T if w.dim() > 1 else w for w in weights], -1)
        found[f"{name}.b"] = torch.cat(biases)

    add("embedded", "embeddings.LayerNorm")
    for i in range(sizes.layers):
        layer = f"encoder.layer.{i}"
        add(f"{i}.attention", *(f"{layer}.attention.attn.{name}" for name in "qkv"))
        add(f"{i}.output", f"{layer}.attention.attn.o")
        add(f"{i}.attended", f"{layer}.attention.LayerNorm")
        add(f"{i}.wide", f"{layer}.intermediate.dense")
        add(f"{i}.narrow", f"{layer}.output.dense")
        add(f"{i}.thought", f"{layer}.output.LayerNorm")
    return found
