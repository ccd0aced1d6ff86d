"""Dates, figures and speakers in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.map import words
from dateline.map.view import ClaimView, EventView


def event(bounds: str, edtf: str | None = None) -> EventView:
    """An event with four bounds, `-` for an unknown one."""
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    days = (None if b == "-" else date.fromisoformat(b) for b in bounds.split())
    return EventView(iri="e", label="e", edtf=edtf, **dict(zip(names, days, strict=True)))


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("2024-03-14 2024-03-14 2024-03-14 2024-03-14", "Thursday 14 March 2024"),
        ("2024-03-14 2024-03-14 2024-03-17 2024-03-17", "14 to 17 March 2024"),
        ("2024-02-28 2024-02-28 2024-03-02 2024-03-02", "28 February to 2 March 2024"),
        ("2023-12-30 2023-12-30 2024-01-02 2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-02-01 2024-02-29 2024-02-01 2024-02-29", "Some time in February 2024"),
        ("2023-02-01 2023-02-28 2023-02-01 2023-02-28", "Some time in February 2023"),
        ("2024-01-01 2024-12-31 2024-01-01 2024-12-31", "Some time in 2024"),
        ("2024-03-14 2024-03-15 2024-03-14 2024-03-15", "14 March 2024 or the day after"),
        ("2024-03-04 2024-03-08 2024-03-04 2024-03-08", "Some time from 4 to 8 March 2024"),
        ("2024-03-01 2024-03-03 2024-03-09 2024-03-09", "Began between 1 March 2024 and 3 March 2024, ended 9 March 2024"),
        ("2024-03-01 2024-03-01 2024-03-08 2024-03-09", "Began 1 March 2024, ended 8 March 2024 or the day after"),
        ("2024-03-01 - - 2024-03-09", "Some time from 1 to 9 March 2024"),
        ("2024-03-01 2024-03-01 - -", "Since 1 March 2024"),
        ("2024-03-01 2024-03-01 2024-03-05 -", "From 1 March 2024 on"),
        ("- - 2024-03-09 2024-03-09", "Until 9 March 2024"),
        ("- - - 2024-03-09", "No later than 9 March 2024"),
        ("2024-03-09 - - -", "9 March 2024 or later"),
        ("- 2024-03-09 - -", "Began no later than 9 March 2024"),
        ("- - 2024-03-09 -", "Not over before 9 March 2024"),
        ("- - - -", "Day not stated"),
    ],
)
def test_a_date_is_worded_no_narrower_than_its_bounds(bounds: str, said: str) -> None:
    assert words.when(event(bounds)) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("XXXX-11-24", "24 November, year not stated"),
        ("XXXX-11", "November, year not stated"),
        ("XXXX-99-24", "XXXX-99-24, not placed on the calendar"),
        ("2023-11-24?", "Probably Friday 24 November 2023"),
        ("2023-11-31?", "2023-11-31?, not placed on the calendar"),
        ("-0044-03-15", "-0044-03-15, not placed on the calendar"),
        (None, "Day not stated"),
    ],
)
def test_no_year_is_invented(edtf: str | None, said: str) -> None:
    assert words.when(event("- - - -", edtf)) == said


@given(st.tuples(*[st.none() | st.dates()] * 4), st.none() | st.text())
def test_any_bounds_have_words(bounds: tuple[date | None, ...], edtf: str | None) -> None:
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    assert words.when(EventView(iri="e", label="e", edtf=edtf, **dict(zip(names, bounds, strict=True))))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("killed", "people", 27, None), "at least 27 people killed"),
        (("killed", "people", 14800, None), "at least 14,800 people killed"),
        (("injured", "people", None, 5), "at most 5 people injured"),
        (("injured", "people", 3, 5), "3 to 5 people injured"),
        (("amount", "USD", 2.5, 2.5), "2.5 USD"),
        (("voted", "countries", 120, 120), "120 countries voted"),
    ],
)
def test_a_figure_keeps_its_bounds(parts: tuple[str, str, float | None, float | None], said: str) -> None:
    assert words.figure(*parts) == said


def test_a_chain_of_speakers_begins_with_the_nearest() -> None:
    assert words.according(ClaimView(speakers=("A minister", "an agency", "The Paper"))) == (
        "A minister, as told by an agency, as told by The Paper"
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({}, "Says that it happened"),
        ({"stance": "denies"}, "Denies that it happened"),
        ({"stance": "asks", "certainty": "possible"}, "Asks whether it happened (possible)"),
        ({"status": "planned", "certainty": "probable"}, "Says that it is planned (probable)"),
        ({"status": "negated"}, "Says that it did not happen"),
    ],
)
def test_a_claim_says_what_it_claims(parts: dict[str, str], said: str) -> None:
    assert words.claimed(ClaimView(**parts)) == said  # type: ignore[arg-type]


def test_a_name_stays_in_its_line_and_direction() -> None:
    assert words.name("gnp\u202e.exe\n\x00name ") == "gnp.exe name"
