"""Learn how words look, and to judge by it who is meant. Needs the extra `train`.

Of all whom a mention may mean, one or nobody is right: a small network scores each, over what else is told of him, over both
looks, their product and their distance, and the likelihoods of all and of nobody make one (mention ranking: Clark and Manning
2016). Each kind of mention has a network of its own; the looks, a projection of the vectors of words, are what they share.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dateline.model import ALIKE
from dateline.perceptron import Perceptron

UNITS = 96
DROPPED, FORGOTTEN = 0.3, 0.2  # dropout of vectors, and of the networks' units
ROUNDS, BATCH, RATE, DECAY = 6, 48, 2e-3, 1e-2  # a batch has so many questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Mentions of one kind, each with somebody whom it may mean: what is told of both (pairs, features), the numbers (pairs,
    words) of its word and of those that it is compared with among all vectors, which are right, and which are of one mention."""

    rows: Any
    words: Any
    right: Any
    question: Any


class Lesson:
    """Pairs as tensors, features to one scale, those of one mention side by side."""

    def __init__(self, pairs: Pairs) -> None:
        order = np.argsort(pairs.question, kind="stable")
        self.starts = np.flatnonzero(np.diff(pairs.question[order], prepend=-1))
        self.stops = np.append(self.starts[1:], len(order))
        rows = torch.tensor(pairs.rows[order], dtype=torch.float32)
        self.mean, self.spread = rows.mean(0), rows.std(0) + 1e-3
        self.rows = (rows - self.mean) / self.spread
        self.words = pairs.words[order]
        self.right = torch.tensor(pairs.right[order], dtype=torch.float32)

    def batches(self, chance: np.random.Generator) -> Iterator[tuple[Tensor, Tensor]]:
        """Pairs of some mentions, and the number of its mention for each."""
        asked = chance.permutation(len(self.starts))
        for some in np.array_split(asked, max(1, len(asked) // BATCH)):
            spans = [np.arange(self.starts[n], self.stops[n]) for n in some]
            yield torch.tensor(np.concatenate(spans)), torch.tensor(np.repeat(np.arange(len(some)), [len(s) for s in spans]))


class Judge(nn.Module):
    """The projection, and a network for each kind of mention."""

    def __init__(self, lessons: Mapping[str, Lesson], width: int) -> None:
        super().__init__()
        self.look = nn.Linear(width, ALIKE, bias=False)
        self.drop, self.forget = nn.Dropout(DROPPED), nn.Dropout(FORGOTTEN)
        widths = {kind: one.rows.shape[1] + 2 * ALIKE * one.words.shape[1] for kind, one in lessons.items()}
        self.hidden = nn.ModuleDict({kind: nn.Linear(width, UNITS) for kind, width in widths.items()})
        self.out = nn.ModuleDict({kind: nn.Linear(UNITS, 1) for kind in widths})
        self.straight = nn.ModuleDict({kind: nn.Linear(width, 1, bias=False) for kind, width in widths.items()})

    def forward(self, kind: str, rows: Tensor, vectors: Tensor, words: Tensor) -> Tensor:
        one, *others = self.look(self.drop(vectors.float()))[words].unbind(1)
        seen = [told for other in others for told in (one * other, (one - other).abs())]
        told = torch.cat([rows, *seen, one, others[0]], 1)
        scores: Tensor = self.out[kind](self.forget(torch.tanh(self.hidden[kind](told)))) + self.straight[kind](told)
        return scores[:, 0]

    def network(self, kind: str, lesson: Lesson) -> Perceptron:
        """What judges one kind, for features as they are told, to no scale."""
        hidden, out = self.hidden[kind], self.out[kind]
        values = (hidden.weight.T, hidden.bias, out.weight[0], self.straight[kind].weight[0], out.bias)
        inner, bias, outer, straight, offset = (v.detach().double().numpy() for v in values)
        plain = inner.shape[0] - lesson.mean.shape[0]  # looks have their scale
        mean = np.concatenate([lesson.mean.double().numpy(), np.zeros(plain)])
        spread = np.concatenate([lesson.spread.double().numpy(), np.ones(plain)])
        return Perceptron(inner, bias, outer, straight, float(offset[0])).unscaled(mean, spread)


def learn(pairs: Mapping[str, Pairs], vectors: Any, seed: int = 0) -> tuple[Any, dict[str, Perceptron]]:
    """The projection (width, numbers) of vectors (words, width) that serves all kinds, and what judges each; the same pairs give
    the same."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    lessons = {kind: Lesson(own) for kind, own in pairs.items()}
    model = Judge(lessons, vectors.shape[1])
    steps = ROUNDS * sum(max(1, len(one.starts) // BATCH) for one in lessons.values())
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for _ in range(ROUNDS):
        batches = [(kind, *batch) for kind, one in lessons.items() for batch in one.batches(chance)]
        for n in chance.permutation(len(batches)).tolist():
            kind, chosen, mention = batches[n]
            one = lessons[kind]
            words, places = np.unique(one.words[chosen], return_inverse=True)
            places = torch.from_numpy(places.reshape(len(chosen), -1))
            scores = model(kind, one.rows[chosen], torch.from_numpy(vectors[words]), places)
            optimizer.zero_grad()
            _loss(scores, one.right[chosen], mention).backward()
            optimizer.step()
            schedule.step()
    model.eval()
    return model.look.weight.detach().numpy().T, {kind: model.network(kind, one) for kind, one in lessons.items()}


def _loss(scores: Tensor, right: Tensor, mention: Tensor) -> Tensor:
    """How unlikely the right ones are, or nobody where none is right, on average; the score of nobody is nought."""
    none = torch.zeros(int(mention.max()) + 1)
    most = none.scatter_reduce(0, mention, scores.detach(), "amax")
    powers, nobody = torch.exp(scores - most[mention]), torch.exp(-most)
    meant = none.scatter_add(0, mention, powers * right)
    wanted = torch.where(none.scatter_add(0, mention, right) > 0, meant, nobody)
    total = none.scatter_add(0, mention, powers) + nobody
    return (total.log() - (wanted + 1e-9).log()).mean()
