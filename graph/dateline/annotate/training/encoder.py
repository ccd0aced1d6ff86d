"""Weights of an encoder of the BERT family to begin with, under the names that the network has for them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate.network import LONGEST
from dateline.errors import ModelError

LINEAR = {"output": "attention.output.dense", "wide": "intermediate.dense", "narrow": "output.dense"}
NORM = {"attended": "attention.output.LayerNorm", "thought": "output.LayerNorm"}
NEEDED = ("config.json", "vocab.txt", "model.safetensors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The lowest layers of a trained encoder."""

    pieces: tuple[str, ...]
    width: int
    wide: int
    heads: int
    weights: dict[str, Any]


def read(folder: Path, *, layers: int) -> Encoder:
    """The lowest layers of the encoder in a folder. Raises `ModelError` where it is none or has too few."""
    from safetensors.numpy import load_file

    about = described(folder, "BERT")
    if about["num_hidden_layers"] < layers:
        raise ModelError(f"{folder} has {about['num_hidden_layers']} layers, {layers} are wanted")
    return Encoder(
        pieces=tuple(vocabulary(folder, about)),
        width=about["hidden_size"],
        wide=about["intermediate_size"],
        heads=about["num_attention_heads"],
        weights=dict(renamed(load_file(folder / "model.safetensors"), layers)),
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
    """Weights under our names; matrices are turned, since ours map rows to columns."""
    yield "pieces", found["embeddings.word_embeddings.weight"]
    places = found["embeddings.position_embeddings.weight"][:LONGEST]
    yield "places", places + found["embeddings.token_type_embeddings.weight"][0]
    for side, ending in (("w", "weight"), ("b", "bias")):
        yield f"embedded.{side}", found[f"embeddings.LayerNorm.{ending}"]
        for i in range(layers):
            inside = f"encoder.layer.{i}."
            parts = [found[f"{inside}attention.self.{part}.{ending}"] for part in ("query", "key", "value")]
            yield f"{i}.attention.{side}", np.concatenate([part.T for part in parts], axis=-1)
            for own, theirs in (LINEAR | NORM).items():
                yield f"{i}.{own}.{side}", found[f"{inside}{theirs}.{ending}"].T
