"""Numbers in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cast.numbers import number

EXACT = [
    ("27", 27),
    ("14,800", 14800),
    ("3.5", 3.5),
    ("1,234,567.5", 1234567.5),
    ("3bn", 3e9),
    ("5m", 5e6),
    ("one", 1),
    ("nineteen", 19),
    ("twenty-seven", 27),
    ("twenty - seven", 27),
    ("forty two", 42),
    ("a hundred", 100),
    ("one hundred and five", 105),
    ("three hundred and twenty one", 321),
    ("two thousand", 2000),
    ("five million two hundred thousand", 5.2e6),
    ("3.5 billion", 3.5e9),
    ("a dozen", 12),
    ("two dozen", 24),
    ("ten thousand", 10000),
]
RANGES = [
    ("dozens", 24, 99),
    ("hundreds", 200, 999),
    ("tens of thousands", 20000, 99999),
    ("hundreds of thousands", 200000, 999999),
    ("several", 3, 9),
    ("several hundred", 300, 999),
    ("a few", 2, 9),
    ("a handful", 2, 9),
]
SHARES = [("two-thirds of", 66.6), ("two - thirds of", 66.6), ("half of", 50), ("half the", 50), ("a quarter of", 25)]
NOT_WHOLE = [("two and three", 1), ("twenty fifty", 1), ("27 people", 1), ("five hundred people", 2), ("12 13", 1)]
NONE = ["people", "hundred", "1st", "12a7", "half", "ten-year", "", "-", "second", "²", "1.2.3", "10:30"]


@pytest.mark.parametrize(("text", "value"), EXACT)
def test_exact_numbers(text, value):
    words = text.split()
    found = number(words, 0)
    assert found is not None and (found.min, found.max, found.stop) == (value, value, len(words))


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_vague_quantities(text, low, high):
    words = text.split()
    found = number(words, 0)
    assert found is not None and (found.min, found.max, found.stop) == (low, high, len(words))


@pytest.mark.parametrize(("text", "low"), SHARES)
def test_shares_are_percent(text, low):
    found = number(text.split(), 0)
    assert found is not None and found.share and found.min == low


@pytest.mark.parametrize(("text", "stop"), NOT_WHOLE)
def test_a_number_ends_where_the_next_begins(text, stop):
    found = number(text.split(), 0)
    assert found is not None and found.stop == stop


@pytest.mark.parametrize("text", NONE)
def test_no_numbers(text):
    assert number(text.split() or [""], 0) is None


@given(st.integers(0, 10**15 - 1))
def test_figures_are_read_exactly(value):
    found = number([f"{value:,}"], 0)
    assert found is not None and found.min == found.max == value


ANY = "two hundred and - a dozen million tens of thousands 5 half the twenty third"


@given(st.lists(st.sampled_from(ANY.split()), min_size=1))
def test_any_words_are_safe(words):
    found = number(words, 0)
    assert found is None or (0 <= found.min <= found.max and 0 < found.stop <= len(words))
