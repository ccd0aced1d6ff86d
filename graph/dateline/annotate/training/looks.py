"""Learn how words look: a projection of their vectors, in which words for the same look alike. Needs the extra `train`.

Pairs of words are judged by a small network of each kind of pair over what else is told of them and over the product and the
distance of both looks; the projection is what these networks share.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.model import LOOK_SIZE

HIDDEN = 48
DROPPED, FORGOTTEN = 0.3, 0.2  # dropout of vectors, and of the networks' units
ROUNDS, BATCH, RATE = 10, 512, 2e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of one kind: what is told of each (pairs, features), the vectors (pairs, width) of a word and of those that it is
    compared with, which are right."""

    rows: Any
    vectors: tuple[Any, ...]
    right: Any


class Judge(nn.Module):
    """The projection, and a network for each kind of pair."""

    def __init__(self, width: int, features: Mapping[str, tuple[int, int]]) -> None:
        """`features`: how many there are of each kind of pair, and how many words one is compared with."""
        super().__init__()
        self.look = nn.Linear(width, LOOK_SIZE, bias=False)
        self.drop = nn.Dropout(DROPPED)
        self.judges = nn.ModuleDict({kind: _judge(count + 2 * LOOK_SIZE * many) for kind, (count, many) in features.items()})
        self.straight = nn.ModuleDict({kind: nn.Linear(count, 1) for kind, (count, _) in features.items()})

    def forward(self, kind: str, rows: Tensor, one: Tensor, *others: Tensor) -> Tensor:
        a, *looks = (self.look(self.drop(word)) for word in (one, *others))
        seen = [told for b in looks for told in (a * b, (a - b).abs())]
        scores: Tensor = self.judges[kind](torch.cat([rows, *seen], 1)) + self.straight[kind](rows)
        return scores[:, 0]


def _judge(width: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, HIDDEN), nn.Tanh(), nn.Dropout(FORGOTTEN), nn.Linear(HIDDEN, 1))


def learn(lessons: Mapping[str, Pairs], seed: int = 0) -> Any:
    """The projection (width, numbers) that serves all kinds of pairs; the same pairs give the same."""
    torch.manual_seed(seed)
    data = {kind: _tensors(pairs) for kind, pairs in lessons.items()}
    features = {kind: (rows.shape[1], len(words) - 1) for kind, (rows, *words, _) in data.items()}
    model = Judge(next(iter(data.values()))[1].shape[1], features)
    batches = [(kind, n) for kind, (*_, right) in data.items() for n in range(len(right) // BATCH)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=ROUNDS * len(batches) + 1)
    for _ in range(ROUNDS):
        order = {kind: torch.randperm(len(right)) for kind, (*_, right) in data.items()}
        for at in torch.randperm(len(batches)).tolist():
            kind, n = batches[at]
            chosen = order[kind][n * BATCH : (n + 1) * BATCH]
            rows, *words, right = (values[chosen] for values in data[kind])
            loss = F.binary_cross_entropy_with_logits(model(kind, rows, *(word.float() for word in words)), right)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.look.weight.detach().numpy().T


def _tensors(pairs: Pairs) -> tuple[Tensor, ...]:
    """Rows to one scale, vectors, answers."""
    rows = torch.tensor(pairs.rows, dtype=torch.float32)
    scaled = (rows - rows.mean(0)) / (rows.std(0) + 1e-3)
    return scaled, *map(torch.tensor, pairs.vectors), torch.tensor(pairs.right, dtype=torch.float32)
