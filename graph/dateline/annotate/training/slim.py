"""A slimmer network out of a trained one: in each layer the heads of attention and the units that matter most.

Depth and the width of vectors stay. How much a head or a unit matters is how much the loss would change without it, by the first
term of its Taylor series (Michel et al. 2019). What is left of a layer then answers as nearly as it can as the whole layer did:
its last matrix is fitted by least squares, layer by layer from below, so that later layers mend what earlier ones lost (Kwon et
al. 2022). It learns on from there, with the trained one as its teacher.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from dateline.annotate.training.batches import Batch
from dateline.annotate.training.loop import SHARES, losses
from dateline.annotate.training.torch_network import GONE, Network

RIDGE = 0.01  # how much of the mean square of what is heard is added to it, so that weights stay near what they were


def slim(whole: Network, *, heads: int, wide: int, batches: Sequence[Batch]) -> Network:
    """The network with so many heads and units in each layer; `batches`, with what is known of them, on the network's device."""
    whole.eval()
    kept = {name: best(score, heads if name.endswith("output") else wide) for name, score in importance(whole, batches).items()}
    found = Network(replace(whole.sizes, heads=heads, wide=wide))
    found.take({name: part(name, torch.tensor(value), kept, whole.sizes.size) for name, value in whole.arrays().items()})
    found.to(whole["pieces"].device)
    found.eval()
    with torch.no_grad():
        refit(found, whole, batches)
    return found


def best(score: Tensor, many: int) -> list[int]:
    """The places of the largest numbers, in order."""
    return sorted(score.topk(many).indices.tolist())


def importance(network: Network, batches: Iterable[Batch]) -> dict[str, Tensor]:
    """How much each head and unit of a network matters, by the name of the matrix that hears it."""
    sizes = network.sizes
    width = {"output": sizes.heads, "narrow": sizes.wide}
    gates = {
        f"{i}.{name}": torch.ones(many, device=network["pieces"].device, requires_grad=True)
        for i in range(sizes.layers)
        for name, many in width.items()
    }
    sums = {name: torch.zeros_like(gate) for name, gate in gates.items()}
    before = network.inside
    network.inside = lambda name, x: x * gates[name].repeat_interleave(x.shape[-1] // len(gates[name])).to(x.dtype)
    try:
        for batch in batches:
            loss = sum((SHARES[kind] * value for kind, value in losses(network, batch).items()), start=torch.zeros(()))
            for (name, _), slope in zip(gates.items(), torch.autograd.grad(loss, list(gates.values())), strict=True):
                sums[name] += slope.abs()
    finally:
        network.inside = before
    return sums


def part(name: str, value: Tensor, kept: dict[str, list[int]], size: int) -> Tensor:
    """What is left of a weight."""
    layer, _, own = name.partition(".")
    if not layer.isdigit():
        return value
    heads, units = kept[f"{layer}.output"], kept[f"{layer}.narrow"]
    if own == "near":
        return value[:, heads]
    if own.startswith("attention."):
        return value.unflatten(-1, (3, -1, size))[..., heads, :].flatten(-3)
    if own == "output.w":
        return value.unflatten(0, (-1, size))[heads].flatten(0, 1)
    if own.startswith("wide."):
        return value[..., units]
    return value[units] if own == "narrow.w" else value


def refit(slimmed: Network, whole: Network, batches: Sequence[Batch]) -> None:
    """Fit the last matrices of each layer to what the whole layers answer."""
    masks = [torch.where(batch.inside, 0.0, GONE)[:, None, None, :] for batch in batches]
    wanted = [whole.embed(batch.pieces, batch.traits) for batch in batches]
    heard = list(wanted)

    def fit(name: str, given: Sequence[Tensor], goals: Sequence[Tensor]) -> None:
        rows = [(x[b.inside], y[b.inside]) for x, y, b in zip(given, goals, batches, strict=True)]
        solve(slimmed, name, rows)

    for i in range(whole.sizes.layers):
        goals = [x + whole.linear(f"{i}.output", whole.context(f"{i}", x, mask)) for x, mask in zip(wanted, masks, strict=True)]
        seen = [slimmed.context(f"{i}", x, mask) for x, mask in zip(heard, masks, strict=True)]
        fit(f"{i}.output", seen, [goal - x for goal, x in zip(goals, heard, strict=True)])
        wanted = [whole.norm(f"{i}.attended", goal) for goal in goals]
        heard = [slimmed.norm(f"{i}.attended", x + slimmed.linear(f"{i}.output", y)) for x, y in zip(heard, seen, strict=True)]
        goals = [x + whole.linear(f"{i}.narrow", whole.thought(f"{i}", x)) for x in wanted]
        thought = [slimmed.thought(f"{i}", x) for x in heard]
        fit(f"{i}.narrow", thought, [goal - x for goal, x in zip(goals, heard, strict=True)])
        wanted = [whole.norm(f"{i}.thought", goal) for goal in goals]
        heard = [slimmed.norm(f"{i}.thought", x + slimmed.linear(f"{i}.narrow", y)) for x, y in zip(heard, thought, strict=True)]


def solve(network: Network, name: str, rows: Iterable[tuple[Tensor, Tensor]]) -> None:
    """Enter the matrix that makes the second of two tensors (pieces, numbers) of the first as nearly as it can."""
    old = torch.cat([network[f"{name}.w"], network[f"{name}.b"][None]])
    square: Any = 0
    missed: Any = 0
    for x, goal in rows:
        with_one = F.pad(x, (0, 1), value=1.0)
        square = square + with_one.T @ with_one
        missed = missed + with_one.T @ (goal - with_one @ old)
    square = square.double()
    square += RIDGE * square.diagonal().mean() * torch.eye(len(square), dtype=square.dtype, device=square.device)
    new = old + torch.linalg.solve(square, missed.double()).to(old.dtype)
    network[f"{name}.w"].copy_(new[:-1])
    network[f"{name}.b"].copy_(new[-1])
