"""Four bounds: how they are joined and written."""

from dataclasses import replace
from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dateline.date import date
from dateline.model import Event
from dateline.when import when
from dateline.when.interval import Interval, meet, settled, sound, within
from dateline.when.place import count_of

DAYS = st.none() | st.dates(Day(1900, 1, 1), Day(2100, 1, 1))
INTERVALS = st.builds(Interval, earliest_begin=DAYS, latest_begin=DAYS, earliest_end=DAYS, latest_end=DAYS)


@given(INTERVALS, INTERVALS)
def test_meeting_never_contradicts(one: Interval, other: Interval) -> None:
    met = meet(one, other)
    assert met == one or sound(met)


@given(INTERVALS)
def test_settled_bounds_are_in_order(interval: Interval) -> None:
    if not sound(interval):
        return
    when = settled(interval)
    assert when.earliest_begin is None or when.latest_begin is None or when.earliest_begin <= when.latest_begin
    assert when.earliest_end is None or when.latest_end is None or when.earliest_end <= when.latest_end
    assert when.edtf is None or when.times


A, B = Day(2023, 11, 20), Day(2023, 11, 24)


@pytest.mark.parametrize(
    ("interval", "edtf"),
    [
        (within(A, A, times=("t1",), why=""), "2023-11-20"),
        (within(A, B, times=("t1",), why=""), "[2023-11-20..2023-11-24]"),
        (within(None, B, times=("t1",), why=""), "[..2023-11-24]"),
        (within(A, None, times=("t1",), why=""), "[2023-11-20..]"),
        (within(A, B, why="tense alone"), None),
        (Interval(earliest_begin=A, latest_begin=A, earliest_end=B, latest_end=B, times=("t1",)), "2023-11-20/2023-11-24"),
        (Interval(earliest_begin=A, latest_begin=B, latest_end=B, times=("t1",)), "2023-11-22~/.."),
        (
            Interval(earliest_begin=A, latest_begin=B, earliest_end=Day(2023, 11, 21), latest_end=B, times=("t1",)),
            "[2023-11-20..2023-11-24]",
        ),
        (Interval(earliest_begin=A, latest_begin=Day(2024, 11, 20), latest_end=None, earliest_end=A, times=("t1",)), None),
        (Interval(latest_begin=B, earliest_end=B, latest_end=B, times=("t1",)), "../2023-11-24"),
    ],
)
def test_edtf(interval: Interval, edtf: str | None) -> None:
    assert settled(interval).edtf == edtf


@pytest.mark.parametrize(
    ("value", "count"),
    [("P7W", (7, "W")), ("P1.5M", (1.5, "M")), ("PXD", None), ("PT5H", None), ("PT48H", (2, "D")), ("P2Y6M", None)],
)
def test_count_of(value: str, count: tuple[float, str] | None) -> None:
    assert count_of(value) == count


@given(st.lists(st.integers(0, 11), min_size=12, max_size=12), st.sets(st.integers(0, 11)))
def test_any_tree_is_dated(numbers: list[int], marked: set[int]) -> None:
    """Whatever a parser makes of a sentence, dating ends."""
    words = ["The", "truce", "began", "on", "Friday", "after", "seven", "weeks", "of", "strikes", "before", "talks"]
    heads = [number % (i + 1) for i, number in enumerate(numbers)]
    rows = [f"{i + 1} {w} {w.lower()} NOUN NN _ {heads[i] + 1 if heads[i] != i else 0} obl" for i, w in enumerate(words)]
    document = factory.document("\n".join(rows), day="2023-11-24")
    events = tuple(
        Event(id=f"e{i}", start=t.start, end=t.end, text=t.text, lemma=t.lemma, label=t.text)
        for i, t in enumerate(document.tokens)
        if i in marked
    )
    (dated,) = when(date([replace(document, events=events)]))
    assert len(dated.events) == len(marked)
