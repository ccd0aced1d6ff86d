"""Weights of an encoder to begin with, of the BERT or the MPNet family, under the names that the network has for them.

The families number pieces otherwise (MPNet's are BERT's, in another order), and MPNet adds to attention what hangs on where two
pieces stand to each other, in all layers alike; here each layer has its own copy of that.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate.network import BUCKETS, LONGEST, Sizes
from dateline.annotate.wordpieces import BEGIN, END, UNKNOWN
from dateline.errors import ModelError

PADDING = "[PAD]"
MPNETS = {BEGIN: "<s>", END: "</s>", PADDING: "<pad>"}  # pieces by the names that MPNet has for them
FIRST = 2  # rows of MPNet's table of places that stand for no place
# what makes a layer's attention, and its other matrices and norms, by their names here
THOUGHT = {"wide": "intermediate.dense", "narrow": "output.dense", "thought": "output.LayerNorm"}
BERT_ATTENTION = tuple(f"attention.self.{part}" for part in ("query", "key", "value"))
BERT = {"output": "attention.output.dense", "attended": "attention.output.LayerNorm"} | THOUGHT
MPNET_ATTENTION = tuple(f"attention.attn.{part}" for part in "qkv")
MPNET = {"output": "attention.attn.o", "attended": "attention.LayerNorm"} | THOUGHT
NEEDED = ("config.json", "vocab.txt", "model.safetensors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The lowest layers of a trained encoder."""

    pieces: tuple[str, ...]
    layers: int
    width: int
    wide: int
    heads: int
    weights: dict[str, Any]

    def sizes(self, labels: Mapping[str, int]) -> Sizes:
        """Those of a network that begins with it."""
        return Sizes(
            vocabulary=len(self.pieces),
            layers=self.layers,
            width=self.width,
            wide=self.wide,
            heads=self.heads,
            size=self.width // self.heads,
            labels=labels,
        )


def read(folder: Path, *, layers: int) -> Encoder:
    """The lowest layers of the encoder in a folder. Raises `ModelError` where it is none or has too few."""
    from safetensors.numpy import load_file

    about = described(folder, "BERT")
    if about["num_hidden_layers"] < layers:
        raise ModelError(f"{folder} has {about['num_hidden_layers']} layers, {layers} are wanted")
    return _encoder(about, vocabulary(folder, about), layers, dict(renamed(load_file(folder / "model.safetensors"), layers)))


def read_mpnet(folder: Path, pieces: Sequence[str]) -> Encoder:
    """The encoder of the MPNet family in a folder, with the pieces of another one in their order.

    Raises `ModelError` where the folder holds none.
    """
    from safetensors.numpy import load_file

    about = described(folder, "MPNet")
    if about.get("model_type") != "mpnet" or about["relative_attention_num_buckets"] != BUCKETS:
        raise ModelError(f"{folder} holds an encoder of another family: {about.get('model_type')}")
    at = {piece: i for i, piece in enumerate(vocabulary(folder, about))}
    rows = [at.get(MPNETS.get(piece, piece), at[UNKNOWN]) for piece in pieces]
    layers = about["num_hidden_layers"]
    return _encoder(about, pieces, layers, dict(mpnets(load_file(folder / "model.safetensors"), layers, rows)))


def _encoder(about: Mapping[str, Any], pieces: Sequence[str], layers: int, weights: dict[str, Any]) -> Encoder:
    return Encoder(
        pieces=tuple(pieces),
        layers=layers,
        width=about["hidden_size"],
        wide=about["intermediate_size"],
        heads=about["num_attention_heads"],
        weights=weights,
    )


def described(folder: Path, family: str) -> dict[str, Any]:
    """What an encoder says of itself. Raises `ModelError` where the folder lacks a file."""
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"{folder} holds no encoder of the {family} family: {missing[0]} is missing")
    about: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return about


def vocabulary(folder: Path, about: dict[str, Any]) -> list[str]:
    """Its pieces by their numbers."""
    return (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[: about["vocab_size"]]


def renamed(found: dict[str, Any], layers: int) -> Iterator[tuple[str, Any]]:
    """Weights of an encoder of the BERT family under our names."""
    yield "pieces", found["embeddings.word_embeddings.weight"]
    places = found["embeddings.position_embeddings.weight"][:LONGEST]
    yield "places", places + found["embeddings.token_type_embeddings.weight"][0]
    yield from _layers(found, layers, BERT_ATTENTION, BERT)


def mpnets(found: dict[str, Any], layers: int, rows: Sequence[int]) -> Iterator[tuple[str, Any]]:
    """The same of MPNet; `rows` of its table of pieces are wanted."""
    yield "pieces", found["embeddings.word_embeddings.weight"][list(rows)]
    yield "places", found["embeddings.position_embeddings.weight"][FIRST : FIRST + LONGEST]
    yield from _layers(found, layers, MPNET_ATTENTION, MPNET)
    for i in range(layers):
        yield f"{i}.near", found["encoder.relative_attention_bias.weight"]


def _layers(
    found: Mapping[str, Any], layers: int, attention: Sequence[str], others: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    """What stands above the tables; matrices are turned, since ours map rows to columns."""
    for side, ending in (("w", "weight"), ("b", "bias")):
        yield f"embedded.{side}", found[f"embeddings.LayerNorm.{ending}"]
        for i in range(layers):
            inside = f"encoder.layer.{i}."
            parts = [found[f"{inside}{part}.{ending}"] for part in attention]
            yield f"{i}.attention.{side}", np.concatenate([part.T for part in parts], axis=-1)
            for own, theirs in others.items():
                yield f"{i}.{own}.{side}", found[f"{inside}{theirs}.{ending}"].T
