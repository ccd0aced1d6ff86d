"""What transformers are made of, on rows of numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.layers import likelihood, linear, log_likelihood, normed, smooth

ROWS = arrays("float32", st.tuples(st.integers(1, 4), st.integers(2, 6)), elements=st.floats(-20, 20, width=32))


@given(ROWS)
def test_likelihoods_add_up_to_one_and_keep_the_order(scores: np.ndarray) -> None:
    likely = likelihood(scores)
    assert np.allclose(likely.sum(-1), 1, atol=1e-5)
    assert (np.take_along_axis(likely, scores.argmax(-1)[:, None], -1)[:, 0] == likely.max(-1)).all()
    assert np.allclose(np.exp(log_likelihood(scores)), likely, atol=1e-5)


@given(ROWS)
def test_a_norm_has_no_mean_and_leaves_what_it_is_given_as_it_is(x: np.ndarray) -> None:
    width, before = x.shape[1], x.copy()
    found = normed({"n.w": np.ones(width, "float32"), "n.b": np.zeros(width, "float32")}, "n", x, 1e-5)
    assert np.allclose(found.mean(-1), 0, atol=1e-3) and (found.var(-1) <= 1.01).all()
    assert (x == before).all()


@given(ROWS)
def test_a_smooth_unit_keeps_what_is_large_and_drops_what_is_low(x: np.ndarray) -> None:
    kept = smooth(x.copy())
    assert (kept <= np.maximum(x, 0) + 1e-5).all() and (kept > -0.2).all()
    assert np.allclose(kept[x > 6], x[x > 6], rtol=1e-3)


def test_a_linear_layer_maps_rows_and_adds() -> None:
    weights = {"a.w": np.array([[1, 2], [3, 4]], "float32"), "a.b": np.array([10, 20], "float32")}
    assert linear(weights, "a", np.array([[1, 1]], "float32")).tolist() == [[14, 26]]
