"""How words look: each is told from the text around it, however long the text is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.looks import BEHIND, READ, Looks, numbers, stretches
from dateline.annotate.network import Sizes
from dateline.model import CHAINED

SIZES = Sizes(vocabulary=2, layers=2, width=6, wide=8, heads=2, size=3, labels={})
NAMES = ("look.0", "look.1")


@pytest.fixture(scope="module")
def looks() -> Looks:
    """Two small layers with weights from chance."""
    chance = np.random.default_rng(0)
    shapes = SIZES.layered(NAMES).items()
    weights = {name: chance.normal(size=shape, scale=0.5).astype("float32") for name, shape in shapes}
    return Looks(chance.normal(size=(18, CHAINED + 4)).astype("float32"), weights, NAMES)


def text(pieces: int, seed: int = 1) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(size=(pieces, 6)).astype("float32")


@given(st.integers(1, 5 * READ))
def test_each_piece_is_looked_up_once(pieces: int) -> None:
    found = stretches(pieces)
    assert [n for s in found for n in range(s.first, s.last)] == list(range(pieces))
    assert all(s.start <= s.first and s.last <= s.stop <= s.start + READ for s in found)
    assert all(s.first - s.start >= READ // 2 - BEHIND for s in found[1:])  # much of what was said before is read with it


def test_a_word_has_one_number_for_each_column(looks: Looks) -> None:
    words = np.stack([np.zeros(18), np.ones(18)]).astype("float32")
    one, other = looks(text(9), np.array([0, 4]), words)
    assert len(one) == len(other) == CHAINED + 4
    assert one != other
    assert one[CHAINED:] == bytes(4)  # a word is compared by its vector alone


def test_a_word_looks_otherwise_in_another_text(looks: Looks) -> None:
    one = text(9)
    other = np.concatenate([text(3, seed=2), one[3:]])
    at = np.array([8])
    assert not np.allclose(looks.vectors(one, at), looks.vectors(other, at), atol=1e-3)
    np.testing.assert_array_equal(looks.vectors(one, at)[:, 12:], one[at])  # what it begins with comes last


def test_far_away_in_a_long_text_nothing_changes(looks: Looks) -> None:
    one = text(3 * READ)
    other = np.concatenate([text(READ // 4, seed=2), one[READ // 4 :]])
    at = np.array([3 * READ - 5])
    np.testing.assert_allclose(looks.vectors(one, at), looks.vectors(other, at), atol=1e-5)


def test_looks_keep_to_one_byte() -> None:
    assert numbers(np.array([[1e6, -1e6, 0.0]], "float32"), np.eye(3, dtype="float32")).tolist() == [[127, -127, 0]]
