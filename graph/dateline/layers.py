"""What the transformers of the package share, on rows of numbers: linear layers, norms and what is done to scores.

Weights are known by name: `NAME.w` maps rows to columns, `NAME.b` is added.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Weights = Mapping[str, Any]

SMOOTH = np.float32(np.sqrt(2 / np.pi))


def linear(weights: Weights, name: str, x: Floats) -> Floats:
    """Rows mapped to others."""
    y: Floats = x @ weights[f"{name}.w"]
    y += weights[f"{name}.b"]
    return y


def normed(weights: Weights, name: str, x: Floats, epsilon: float) -> Floats:
    """Rows with a mean of nought and a variance of one, stretched and moved (Ba, Kiros and Hinton 2016)."""
    x = x - x.mean(-1, keepdims=True)
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1]) + np.float32(epsilon))
    x *= weights[f"{name}.w"]
    x += weights[f"{name}.b"]
    return x


def smooth(x: Floats) -> Floats:
    """The Gaussian error linear unit in its form by tanh, in place."""
    y = x * x
    y *= np.float32(0.044715) * SMOOTH
    y += SMOOTH
    y *= x
    np.tanh(y, out=y)
    y += np.float32(1)
    y *= x
    y *= np.float32(0.5)
    return y


def likelihood(scores: Floats) -> Floats:
    """Scores as likelihoods over the last axis."""
    each = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = each / each.sum(-1, keepdims=True)
    return found


def log_likelihood(scores: Floats) -> Floats:
    """Scores as logarithms of likelihoods over the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    found: Floats = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    return found
