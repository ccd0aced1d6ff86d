"""The network that `namer.py` runs, as PyTorch trains it. Needs the extra `train`."""

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.annotate.forms import ROWS, TABLES
from dateline.annotate.namer import CHOICES, DEPTH, EPSILON, WIDTH, shapes

DROPOUT = 0.2


class Namer(nn.Module):
    """Parameters have the same names and shapes as there; `forward` scores labels."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        table = {name: nn.Parameter(torch.empty(shape)) for name, shape in shapes(labels).items()}
        self.table = nn.ParameterDict({name.replace(".", "/"): value for name, value in table.items()})
        for name, value in table.items():
            start(name, value)

    def __getitem__(self, name: str) -> nn.Parameter:
        parameter: nn.Parameter = self.table[name.replace(".", "/")]
        return parameter

    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """All weights as numpy arrays."""
        return {name.replace("/", "."): value.detach().float().numpy() for name, value in self.table.items()}

    def forward(self, forms: Tensor, inside: Tensor) -> Tensor:
        """Scores (batch, words, labels).

        `forms` (batch, words, tables), `inside` (batch, words): the numbers of each word's form, and whether it is one.
        """
        parts = {table: torch.zeros(()) for table in ROWS}
        for k, table in enumerate(TABLES):
            parts[table] = parts[table] + self[f"form.{table}"][forms[..., k]]
        mask = inside[..., None]
        x = self.maxout("form.own", torch.cat(list(parts.values()), -1)) * mask
        for i in range(DEPTH):
            wide = F.pad(x, (0, 0, 1, 1))
            x = (x + self.maxout(f"form.{i}", torch.cat([wide[:, :-2], x, wide[:, 2:]], -1))) * mask
        return F.linear(self.drop(x), self["form.label.w"].T, self["form.label.b"])

    def maxout(self, name: str, x: Tensor) -> Tensor:
        y = F.linear(self.drop(x), self[f"{name}.w"].T, self[f"{name}.b"])
        y = y.view(*x.shape[:-1], CHOICES, WIDTH).amax(-2)
        return F.layer_norm(y, (WIDTH,), self[f"{name}.norm.w"], self[f"{name}.norm.b"], float(EPSILON))

    def drop(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        keep = torch.rand(x.shape, dtype=torch.float32) >= DROPOUT
        return x * keep.to(x.dtype) / (1 - DROPOUT)


def start(name: str, value: nn.Parameter) -> None:
    """The values a parameter begins with."""
    if name.startswith("form.label") or name.endswith(".b"):
        nn.init.zeros_(value)
    elif value.dim() == 1:
        nn.init.ones_(value)
    elif name.endswith(".w"):
        nn.init.xavier_uniform_(value)
    else:
        nn.init.uniform_(value, -0.1, 0.1)
