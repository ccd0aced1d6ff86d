"""The best tree is a tree, and no other is better; the same where no arcs may cross."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.annotate.arborescence import best_tree, likelihoods
from dateline.annotate.projective import best_projective, crosses

SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays("float32", (n, n + 1), elements=st.floats(-20, 20, width=32, allow_subnormal=False))
)


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether heads, counted from 1 with 0 for the root, form one tree."""
    for word in range(1, len(heads) + 1):
        seen: set[int] = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return heads.count(0) == 1


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@given(SCORES)
def test_no_tree_is_better(scores: np.ndarray) -> None:
    n = len(scores)
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    best = max(total(scores, heads) for heads in product(range(n + 1), repeat=n) if is_tree(heads))
    assert total(scores, found) == pytest.approx(best, abs=1e-3)


def test_two_words_that_want_to_be_root() -> None:
    assert best_tree(np.array([[5, 0, 1], [4, 3, 0]], "float32")).tolist() == [0, 1]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0, 0, 9, 0], [1, 9, 0, 0.5], [2, 1, 0, 0]], "float32")
    assert best_tree(scores).tolist() == [2, 3, 0]


@given(SCORES)
def test_no_tree_without_crossings_is_better(scores: np.ndarray) -> None:
    n = len(scores)
    found = tuple(best_projective(scores).tolist())
    assert is_tree(found) and not crosses(np.array(found))
    trees = (heads for heads in product(range(n + 1), repeat=n) if is_tree(heads) and not crosses(np.array(heads)))
    assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in trees), abs=1e-3)


@given(SCORES)
def test_the_best_of_all_wins_where_it_does_not_cross(scores: np.ndarray) -> None:
    best = best_tree(scores)
    if not crosses(best):
        assert total(scores, tuple(best_projective(scores))) == pytest.approx(total(scores, tuple(best)), abs=1e-3)


@pytest.mark.parametrize(
    ("heads", "crossing"), [([2, 0, 2], False), ([3, 4, 0, 3], True), ([0, 4, 2, 1], False), ([3, 0, 2], True)]
)
def test_crossing(heads: list[int], crossing: bool) -> None:
    assert crosses(np.array(heads)) == crossing


@given(
    st.integers(1, 4).flatmap(lambda n: arrays("float32", (n, n + 1), elements=st.floats(-6, 6, width=32, allow_subnormal=False)))
)
def test_an_arc_is_as_likely_as_the_trees_that_have_it(scores: np.ndarray) -> None:
    n = len(scores)
    trees = {heads: np.exp(total(scores, heads)) for heads in product(range(n + 1), repeat=n) if is_tree(heads)}
    best = tuple(best_tree(scores).tolist())
    wanted = [sum(v for heads, v in trees.items() if heads[i] == best[i]) / sum(trees.values()) for i in range(n)]
    np.testing.assert_allclose(likelihoods(scores, np.array(best)), wanted, atol=1e-3)


def test_scores_that_leave_no_tree_in_sight_still_give_likelihoods() -> None:
    scores = np.array([[-1e30, -1e30, 0.0], [-1e30, 0.0, -1e30]], "float32")  # each word is all but sure to hang on the other
    found = likelihoods(scores, np.array([0, 1]))
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()
