"""The second opinion on names: forms of words, scores that hang on neighbours and on nothing else, the same from PyTorch."""

import numpy as np
import pytest

from dateline.annotate.forms import ROWS, TABLES, form, outline
from dateline.annotate.namer import DEPTH, Namer, blend, shapes
from dateline.layers import log_likelihood

LABELS = 5
ONE = ["Anna", "Lind", "met", "the", "press", "in", "Oslo", "."]
OTHER = ["Rain", "fell"]


@pytest.fixture(scope="module")
def namer() -> Namer:
    """A network with weights from chance."""
    chance = np.random.default_rng(0)
    return Namer({name: chance.normal(size=shape, scale=0.2).astype("float32") for name, shape in shapes(LABELS).items()})


def scores(namer: Namer, *windows: list[str]) -> list[np.ndarray]:
    return namer.scores([[form(word) for word in window] for window in windows])


@pytest.mark.parametrize(
    ("word", "shown"),
    [("McCain", "XxXxxx"), ("UNICEF", "XXXX"), ("al-Qaida", "xx-Xxxxx"), ("2024", "dddd"), ("Zürich", "Xxxxx"), ("", "")],
)
def test_an_outline_shows_the_print(word: str, shown: str) -> None:
    assert outline(word) == shown


def test_forms_are_rows_of_their_tables() -> None:
    numbers = form("Oslo")
    assert all(0 <= number < ROWS[table] for table, number in zip(TABLES, numbers, strict=True))
    assert [a == b for a, b in zip(numbers, form("OSLO"), strict=True)] == [True, True, False, True, True]
    assert form("Oslo")[:2] != form("Lima")[:2]


def test_windows_do_not_see_each_other(namer: Namer) -> None:
    both = scores(namer, ONE, OTHER)
    assert [rows.shape for rows in both] == [(len(ONE), LABELS), (len(OTHER), LABELS)]
    for window, rows in zip((ONE, OTHER), both, strict=True):
        np.testing.assert_allclose(scores(namer, window)[0], rows, atol=1e-5)
        np.testing.assert_allclose(np.exp(rows).sum(1), 1, atol=1e-5)


def test_a_word_sees_its_neighbours_and_no_farther(namer: Namer) -> None:
    changed = [*ONE[:-1], "!"]
    before, after = scores(namer, ONE)[0], scores(namer, changed)[0]
    near = len(ONE) - 1 - DEPTH
    assert np.allclose(before[:near], after[:near], atol=1e-6)
    assert not np.allclose(before[near], after[near], atol=1e-6)


def test_two_opinions_count_alike_and_no_name_a_little_more() -> None:
    sure, unsure = np.array([[0.0, 9.0, 0.0]], "float32"), np.array([[0.0, 0.1, 0.0]], "float32")
    assert blend(sure, log_likelihood(unsure)).argmax() == 1
    assert blend(unsure, log_likelihood(sure)).argmax() == 1
    assert blend(unsure, log_likelihood(unsure)).argmax() == 0


def test_pytorch_says_the_same(namer: Namer) -> None:
    torch = pytest.importorskip("torch")
    from dateline.annotate.training.torch_namer import Namer as TorchNamer

    theirs = TorchNamer(LABELS).eval()
    for name, value in namer.weights.items():
        theirs[name].data = torch.tensor(value)
    rows = [[form(word) for word in window] for window in (ONE, OTHER)]
    padded = torch.tensor([rows[0], rows[1] + [(0,) * len(TABLES)] * (len(ONE) - len(OTHER))])
    inside = torch.tensor([[True] * len(ONE), [True] * len(OTHER) + [False] * (len(ONE) - len(OTHER))])
    with torch.no_grad():
        found = torch.log_softmax(theirs(padded, inside), -1).numpy()
    for k, own in enumerate(namer.scores(rows)):
        np.testing.assert_allclose(found[k, : len(own)], own, atol=1e-4)
