"""Names survive being spelled as labels of words, and only well-formed labels come out."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.annotate.scheme import OUTSIDE, Scheme, may_follow, name_labels, spans, spelled

KINDS = ("PERSON", "LOC")
SCHEME = Scheme(morph=(), xpos=(), name=name_labels(KINDS), relation=())
WIDTH = len(SCHEME.name)


@st.composite
def names(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, str]]]:
    """A number of words and names among them."""
    found, here = [], 0
    for _ in range(draw(st.integers(0, 4))):
        first = here + draw(st.integers(0, 2))
        here = first + draw(st.integers(1, 3))
        found.append((first, here, draw(st.sampled_from(KINDS))))
    return here + draw(st.integers(0, 2)), found


@given(names())
def test_names_survive(case: tuple[int, list[tuple[int, int, str]]]) -> None:
    size, wanted = case
    tags = [OUTSIDE] * size
    for first, stop, kind in wanted:
        tags[first:stop] = [f"B-{kind}", *[f"I-{kind}"] * (stop - first - 1)]
    assert spans(spelled(tags)) == wanted


@given(st.integers(1, 8).flatmap(lambda n: arrays("float32", (n, WIDTH), elements=st.floats(-9, 9, width=32))), st.data())
def test_labels_are_well_formed(scores: np.ndarray, data: st.DataObject) -> None:
    starts = [True, *data.draw(st.lists(st.booleans(), min_size=len(scores) - 1, max_size=len(scores) - 1))]
    labels = SCHEME.best_names(scores, starts)
    for (before, after), begins in zip(pairwise([OUTSIDE, *labels, OUTSIDE]), [*starts, True], strict=True):
        assert may_follow(before, after)
        if begins:
            assert may_follow(before, OUTSIDE) and may_follow(OUTSIDE, after)


def test_the_best_sequence_wins_over_the_best_labels() -> None:
    scores = np.zeros((2, WIDTH), "float32")
    scores[0, SCHEME.name.index("B-LOC")] = 3
    scores[1, SCHEME.name.index("E-PERSON")] = 2
    scores[1, SCHEME.name.index("E-LOC")] = 1
    assert SCHEME.best_names(scores, [True, False]) == ["B-LOC", "E-LOC"]
    assert SCHEME.best_names(scores, [True, True]) == ["O", "O"]


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        (["B-LOC", "I-LOC", "O"], ["B-LOC", "E-LOC", "O"]),
        (["B-LOC", "B-LOC"], ["S-LOC", "S-LOC"]),
        (["I-LOC", "I-PERSON", "I-PERSON"], ["S-LOC", "B-PERSON", "E-PERSON"]),
    ],
)
def test_other_spellings(tags: list[str], labels: list[str]) -> None:
    assert spelled(tags) == labels
