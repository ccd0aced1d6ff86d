"""The small network over named features learns what no straight line parts, is kept and read again, the same every time."""

from pathlib import Path

import numpy as np
import pytest

from dateline.perceptron import Course, fit, load, save

ROWS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]] * 50)
EITHER = np.array([0.0, 1.0, 1.0, 0.0] * 50)
COURSE = Course(hidden=4, steps=400, decay=1e-4, starts=2)


def test_it_learns_either_but_not_both() -> None:
    found = fit(ROWS, EITHER, np.ones(len(ROWS)), COURSE)
    assert (found.likelihood(ROWS[:4]) > 0.5).tolist() == [False, True, True, False]
    assert found.likelihoods([]) == []


def test_one_of_several_is_chosen_or_none() -> None:
    found = fit(ROWS, EITHER, np.ones(len(ROWS)), COURSE)
    right, wrong, both = found.choices([[0.0, 1.0], [1.0, 1.0], [1.0, 0.0]])
    assert min(right, both) > 0.4 > 0.1 > wrong
    assert sum(found.choices([[1.0, 1.0], [0.0, 0.0]])) < 0.2, "nobody is the likeliest where all are wrong"
    assert found.choices([]) == []


def test_it_is_the_same_every_time() -> None:
    one, two = (fit(ROWS, EITHER, np.ones(len(ROWS)), COURSE) for _ in range(2))
    np.testing.assert_array_equal(one.hidden, two.hidden)


def test_what_weighs_nothing_teaches_nothing() -> None:
    weights = np.array([1.0, 1.0, 1.0, 0.0] * 50)  # of both nobody tells
    assert fit(ROWS, np.array([0.0, 1.0, 1.0, 0.0] * 50), weights, COURSE).likelihoods([[1.0, 1.0]])[0] > 0.5


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = fit(ROWS, EITHER, np.ones(len(ROWS)), COURSE)
    save(found, ("one", "other"), tmp_path / "weights.json")
    np.testing.assert_allclose(
        load(tmp_path / "weights.json", ("one", "other")).likelihood(ROWS), found.likelihood(ROWS), atol=0.01
    )
    with pytest.raises(AssertionError, match="fitted on other features"):
        load(tmp_path / "weights.json", ("one", "another"))
