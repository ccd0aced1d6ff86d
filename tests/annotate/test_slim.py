"""A large network made slim. Needs the extra `train`."""

from typing import Any

import pytest

torch = pytest.importorskip("torch")

from dateline.annotate.network import Sizes  # noqa: E402
from dateline.annotate.scheme import Scheme  # noqa: E402
from dateline.annotate.training.batches import Batch, Lesson, Packer  # noqa: E402
from dateline.annotate.training.slim import importance, slim  # noqa: E402
from dateline.annotate.training.torch_network import Network  # noqa: E402
from dateline.annotate.wordpieces import Cutter  # noqa: E402

PIECES = ["[UNK]", "[CLS]", "[SEP]", "anna", "met", "in", ".", "oslo"]
SCHEME = Scheme(morph=("NOUN|", "VERB|"), xpos=("NN", "VB"), name=("O", "B-LOC", "I-LOC"), relation=("root", "dep"))


@pytest.fixture
def whole() -> Any:
    """A network of random weights with three layers, four heads and twelve units."""
    torch.manual_seed(0)
    sizes = Sizes(vocabulary=len(PIECES), layers=3, width=16, wide=12, heads=4, size=4, labels=SCHEME.counts())
    network = Network(sizes).eval()
    with torch.no_grad():
        for name, value in network.named_parameters():
            if name.endswith(("/w", "near")) and value.dim() > 1:
                value.copy_(torch.randn(value.shape) * 0.4)
    return network


@pytest.fixture
def batches() -> list[Batch]:
    words = ["Anna", "met", "Oslo", "in", "Oslo", "."]
    lesson = Lesson(
        words=words, spaced=[True] * 6, sentences=[0] * 6, heads=[2, 0, 2, 5, 2, 2], relations=["dep", "root", *["dep"] * 4],
        morph=["NOUN|", "VERB|", *["NOUN|"] * 4], xpos=["NN", "VB", *["NN"] * 4],
        names=["B-LOC", "O", "B-LOC", "O", "B-LOC", "O"],
    )  # fmt: skip
    packer = Packer(Cutter(PIECES), SCHEME)
    return [packer.pack([lesson] * 3)]


def read(network: Any, batch: Batch) -> Any:
    with torch.no_grad():
        return network(batch.pieces, batch.traits, batch.inside, batch.firsts)


def test_what_keeps_all_says_the_same(whole: Any, batches: list[Batch]) -> None:
    same = slim(whole, heads=4, wide=12, batches=batches)
    assert torch.allclose(read(same, batches[0]), read(whole, batches[0]), atol=1e-4)


def test_what_nobody_hears_goes_first(whole: Any, batches: list[Batch]) -> None:
    with torch.no_grad():
        for layer in range(3):
            whole[f"{layer}.output.w"][4:8] = 0  # the second head
            whole[f"{layer}.narrow.w"][[0, 7, 11]] = 0
    scores = importance(whole, batches)
    assert all(scores[f"{i}.output"][1] == 0 and scores[f"{i}.narrow"][[0, 7, 11]].sum() == 0 for i in range(3))
    left = slim(whole, heads=3, wide=9, batches=batches)
    assert (left.sizes.heads, left.sizes.wide) == (3, 9)
    assert torch.allclose(read(left, batches[0]), read(whole, batches[0]), atol=1e-4)


def test_what_is_left_answers_for_what_went(whole: Any, batches: list[Batch]) -> None:
    """Fitted, it is nearer to the whole than the same without fitting."""
    left = slim(whole, heads=2, wide=6, batches=batches)
    wanted = read(whole, batches[0])
    unfitted = slim(whole, heads=2, wide=6, batches=batches)
    scores = importance(whole, batches)
    with torch.no_grad():
        for name in (f"{i}.{own}" for i in range(3) for own in ("output", "narrow")):
            kept = sorted(scores[name].topk(2 if name.endswith("output") else 6).indices.tolist())
            rows = whole[f"{name}.w"].unflatten(0, (len(scores[name]), -1))[kept].flatten(0, 1)
            unfitted[f"{name}.w"].copy_(rows)
            unfitted[f"{name}.b"].copy_(whole[f"{name}.b"])
    far = [(read(network, batches[0]) - wanted).square().mean() for network in (left, unfitted)]
    assert far[0] < 0.5 * far[1]
