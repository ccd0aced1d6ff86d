"""A large teacher: an encoder of the MPNet family (Song et al. 2020) under the heads of our own network.

It is too slow and too large to ship, and judges better: what it says of events, trees and names is what the network that ships
learns from. Its pieces are BERT's under other numbers; how words are printed is told to it as to ours. Where two pieces stand
to each other adds to attention in all layers alike, by distances in buckets (Raffel et al. 2020).
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from dateline.annotate.network import LONGEST, Sizes
from dateline.annotate.training.encoder import described, vocabulary
from dateline.annotate.training.torch_network import Network
from dateline.annotate.wordpieces import BEGIN, END, UNKNOWN
from dateline.errors import ModelError

FAR = 128  # pieces, the distance from which all are one
PADDING = "[PAD]"
OTHER = {BEGIN: "<s>", END: "</s>", PADDING: "<pad>"}  # pieces by the names they have here
FIRST = 2  # rows of the table of places that stand for no place


class Mpnet(Network):
    """The encoder with the heads that `network.py` has; it is asked with the numbers of pieces that our cutter gives."""

    epsilon, gelu = 1e-5, "none"
    tells_events = True
    numbers: Tensor

    def __init__(self, folder: Path, pieces: Sequence[str], labels: Mapping[str, int]) -> None:
        """Raises `ModelError` where the folder holds no such encoder."""
        about = described(folder, "MPNet")
        if about.get("model_type") != "mpnet":
            raise ModelError(f"{folder} holds an encoder of another family: {about.get('model_type')}")
        super().__init__(
            Sizes(
                vocabulary=about["vocab_size"],
                layers=about["num_hidden_layers"],
                width=about["hidden_size"],
                wide=about["intermediate_size"],
                heads=about["num_attention_heads"],
                labels=labels,
            )
        )
        at = {piece: i for i, piece in enumerate(vocabulary(folder, about))}
        numbers = torch.tensor([at.get(OTHER.get(piece, piece), at[UNKNOWN]) for piece in pieces])
        self.register_buffer("numbers", numbers, persistent=False)
        self.bias = nn.Embedding(about["relative_attention_num_buckets"], self.sizes.heads)
        self._begin(folder)

    def _begin(self, folder: Path) -> None:
        from safetensors.numpy import load_file

        given = load_file(folder / "model.safetensors")
        self.bias.weight.data = torch.tensor(given["encoder.relative_attention_bias.weight"], dtype=torch.float32)
        self.take(renamed(given, self.sizes.layers))

    def own(self, pieces: Tensor) -> Tensor:
        return self.numbers[pieces]

    def near(self, length: int) -> Tensor:
        """What each head adds for where two pieces stand (1, heads, pieces, pieces)."""
        places = torch.arange(length, device=self.bias.weight.device)
        behind = places[:, None] - places[None, :]
        half = self.bias.num_embeddings // 2
        exact, far = half // 2, behind.abs()
        log = torch.log(far.clamp(min=1).float() / exact) / math.log(FAR / exact) * (half - exact)
        bucket = torch.where(far < exact, far, (exact + log.long()).clamp(max=half - 1)) + (behind < 0) * half
        return self.bias(bucket).permute(2, 0, 1)[None]


def renamed(given: Mapping[str, Any], layers: int) -> dict[str, Any]:
    """Weights under our names; matrices are turned, since ours map rows to columns."""
    places = given["embeddings.position_embeddings.weight"][FIRST : FIRST + LONGEST]
    found: dict[str, Any] = {"pieces": given["embeddings.word_embeddings.weight"], "places": places}

    def add(name: str, *parts: str) -> None:
        found[f"{name}.w"] = torch.cat([torch.tensor(given[f"{part}.weight"].T) for part in parts], -1)
        found[f"{name}.b"] = torch.cat([torch.tensor(given[f"{part}.bias"]) for part in parts])

    add("embedded", "embeddings.LayerNorm")
    for i in range(layers):
        layer = f"encoder.layer.{i}"
        add(f"{i}.attention", *(f"{layer}.attention.attn.{name}" for name in "qkv"))
        add(f"{i}.output", f"{layer}.attention.attn.o")
        add(f"{i}.attended", f"{layer}.attention.LayerNorm")
        add(f"{i}.wide", f"{layer}.intermediate.dense")
        add(f"{i}.narrow", f"{layer}.output.dense")
        add(f"{i}.thought", f"{layer}.output.LayerNorm")
    return found
