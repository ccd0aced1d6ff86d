"""The article's own date, from what its text implies without saying."""

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dateline.date import date
from dateline.date.inferred import Clue, infer
from dateline.date.moment import Moment
from dateline.english import MONTHS, WEEKDAYS
from dateline.model import Document, Published

DAYS = st.dates(Day(1981, 1, 1), Day(2048, 12, 31))


def read(parse, text: str) -> Document:  # type: ignore[no-untyped-def]
    return next(iter(date([parse(text)])))


# text, EDTF, first and last day, alternatives among others
INFERRED = [
    ("The mine closed on 5 May 2021. Talks will begin in July 2021.", "[2021-05-05..2021-07-31]", "2021-05-05", "2021-07-31", ()),
    ("OSLO, Nov. 24 (Agency) - The mine closed on Friday, Nov. 17.", "XXXX-11-24", None, None, ("2017-11-24", "2023-11-24")),
    (
        "OSLO, Nov. 24 (Agency) - The mine, shut since May 2019, reopened on Friday, Nov. 17. It will close in 2024.",
        "2023-11-24",
        "2023-11-24",
        "2023-11-24",
        (),
    ),
    (
        "The strike has lasted 47 days since October 7. The minister met the union on Thursday.",
        "XXXX-11",
        None,
        None,
        ("[2017-11-23..2017-11-29]", "[2023-11-23..2023-11-29]"),
    ),
    (
        "OSLO, April 27 (Agency) - The village has stood empty since the Chernobyl disaster. A vote is due in 1986.",
        "1986-04-27",
        "1986-04-27",
        "1986-04-27",
        (),
    ),
]


@pytest.mark.parametrize(("text", "edtf", "first", "last", "others"), INFERRED, ids=[row[0][:40] for row in INFERRED])
def test_inferred(parse, text, edtf, first, last, others) -> None:  # type: ignore[no-untyped-def]
    found = read(parse, text).published
    assert found.edtf == edtf
    assert (found.earliest, found.latest) == tuple(day and Day.fromisoformat(day) for day in (first, last))
    assert set(others) <= set(found.alternatives)
    assert bool(others) == bool(found.alternatives)
    assert found.basis in ("inferred", "text")


NOTHING = ["The mine closed on Friday.", "The mine closed on 5 May 2021.", "The mine has been closed for 47 days.", ""]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_made_up(parse, text: str) -> None:  # type: ignore[no-untyped-def]
    assert read(parse, text).published == Published()


def test_times_take_what_all_candidates_share(parse) -> None:  # type: ignore[no-untyped-def]
    document = read(parse, "OSLO, Nov. 24 (Agency) - The mine closed on Friday, Nov. 17. It reopened on Thursday.")
    closed = next(t for t in document.times if t.text == "Friday, Nov. 17")
    assert closed.value == closed.edtf == "XXXX-11-17"
    assert {"2017-11-17", "2023-11-17"} <= set(closed.alternatives)
    reopened = next(t for t in document.times if t.text == "Thursday")
    assert reopened.value == "XXXX-11-23"


def test_a_given_date_is_never_overruled() -> None:
    text = "The mine closed on 5 May 2021. Talks will begin in July 2021."
    month = Published(edtf="2020-02", earliest=Day(2020, 2, 1), latest=Day(2020, 2, 29), basis="given", why="given")
    for known in (factory.published("2023-11-24"), month):
        article = factory.article(text, published=known)
        assert next(iter(date([Document(article=article)]))).published == known


def dated(day: Day, *, weekday: bool = False) -> Clue:
    moment = Moment(month=day.month, day=day.day, weekday=day.isoweekday() if weekday else None)
    return Clue(f"{MONTHS[day.month - 1]} {day.day}", moment=moment)


@given(DAYS, st.integers(1, 100))
def test_the_truth_is_among_the_candidates(day: Day, before: int) -> None:
    """An article headed by its day, telling of a weekday and date some time before."""
    headed = Published(edtf=f"XXXX-{day:%m-%d}", basis="text")
    found = infer(headed, [dated(day - timedelta(days=before), weekday=True)])
    if len(found.alternatives) < 12:
        assert str(day) in (found.edtf, *found.alternatives)


@given(DAYS, st.integers(10, 200), st.integers(0, 6))
def test_elapsed_days_lead_to_the_truth(day: Day, length: int, back: int) -> None:
    """So many days since a date, counted on a weekday told; the year is known from an event of that day."""
    counted = day - timedelta(days=back)
    begun = counted - timedelta(days=length)
    since = Clue("since", moment=Moment(month=begun.month, day=begun.day), before="since")
    weekday = Clue(WEEKDAYS[counted.weekday()], moment=Moment(weekday=counted.isoweekday()), tense="past")
    found = infer(Published(), [since, weekday, Clue("for so long", value=f"P{length}D"), Clue("the storm", named=begun)])
    if (begun.month, begun.day) != (2, 29):
        assert found.earliest and found.latest
        assert found.earliest <= day <= found.latest
