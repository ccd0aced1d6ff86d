"""What holds for every date and every text."""

import re
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import dateline
import factory
from dateline.date import date
from dateline.date.moment import Mod, at, bounds, span
from dateline.english import MONTHS, WEEKDAYS
from dateline.model import Document, Time

CLOCK = re.compile(r"\.(today|now|utcnow|time|localtime|gmtime)\(")
DAYS = st.dates(Day(1600, 1, 1), Day(2190, 12, 31))
RECENT = st.dates(Day(1950, 1, 1), Day(2090, 12, 31))


def read(text: str, day: Day | None) -> tuple[Time, ...]:
    article = factory.article(text, day=day.isoformat() if day else None)
    return next(iter(date([Document(article=article)]))).times


def only(text: str, day: Day | None) -> Time:
    (time,) = read(text, day)
    return time


def ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


FULL = [
    lambda d: d.isoformat(),
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
]


@given(DAYS, st.one_of(st.none(), RECENT), st.sampled_from(FULL))
def test_a_full_date_is_itself(day: Day, published: Day | None, phrase) -> None:  # type: ignore[no-untyped-def]
    time = only(f"It happened on {phrase(day)}.", published)
    assert time.value == time.edtf == day.isoformat()
    assert time.earliest == time.latest == day


@given(st.lists(st.integers(0, 120), min_size=2, max_size=3), st.sampled_from("/-."))
@example([33, 33, 33], "/")  # shares, not a day
def test_numbers_side_by_side_are_a_day_of_the_calendar_or_none(numbers: list[int], mark: str) -> None:
    for time in read(f"They wrote {mark.join(map(str, numbers))} on it.", Day(2023, 11, 24)):
        assert time.earliest is not None and time.latest is not None and time.earliest <= time.latest


@given(RECENT, st.integers(0, 6))
def test_a_weekday_is_the_last_one(published: Day, back: int) -> None:
    day = published - timedelta(days=back)
    assert only(f"It happened on {WEEKDAYS[day.weekday()]}.", published).earliest == day


@given(RECENT, st.integers(1, 7), st.sampled_from(["next", "this coming"]))
def test_next_weekday(published: Day, ahead: int, word: str) -> None:
    day = published + timedelta(days=ahead)
    assert only(f"It happens {word} {WEEKDAYS[day.weekday()]}.", published).earliest == day


@given(RECENT, st.integers(2, 200))
def test_days_ago(published: Day, count: int) -> None:
    assert only(f"It happened {count} days ago.", published).earliest == published - timedelta(days=count)


@given(RECENT, st.integers(2, 120), st.sampled_from(["weeks", "months", "years"]))
def test_bounds_hold_the_day_meant(published: Day, count: int, unit: str) -> None:
    time = only(f"It happened {count} {unit} ago.", published)
    step = {"weeks": 7, "months": 30.44, "years": 365.25}[unit]
    meant = published - timedelta(days=round(count * step))
    assert time.earliest and time.latest
    assert time.earliest - timedelta(days=3) <= meant <= time.latest + timedelta(days=3)


@given(RECENT, st.integers(-100, 100))
def test_a_day_without_its_year_is_the_nearest(published: Day, distance: int) -> None:
    day = published + timedelta(days=distance)
    if (day.month, day.day) != (2, 29):
        assert only(f"It is on {MONTHS[day.month - 1]} {day.day}.", published).earliest == day


@given(RECENT, st.integers(-400, 400))
def test_a_weekday_tells_the_year(published: Day, distance: int) -> None:
    """A day and month with a weekday that fits only one of the years around."""
    day = published + timedelta(days=distance)
    years = [y for y in range(published.year - 1, published.year + 2) if (day.month, day.day) != (2, 29)]
    fitting = [y for y in years if Day(y, day.month, day.day).weekday() == day.weekday()]
    if fitting == [day.year]:
        assert only(f"On {WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}", published).earliest == day


@given(RECENT, st.sampled_from(["early", "mid-", "late"]), DAYS)
def test_modifiers_narrow(published: Day, word: str, day: Day) -> None:
    phrase = f"{MONTHS[day.month - 1]} {day.year}"
    whole = only(f"It was in {phrase}.", published)
    part = only(f"It was in {word}{'' if word.endswith('-') else ' '}{phrase}.", published)
    assert whole.value == part.value
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest
    assert part.latest - part.earliest < whole.latest - whole.earliest


def month_day(day: Day) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"


# phrasings of a day one to six days before publication, and of one after it
JUST_PAST = [
    lambda d, p: "yesterday" if (p - d).days == 1 else f"{(p - d).days} days ago",
    lambda d, p: "a day ago" if (p - d).days == 1 else f"{(p - d).days} days ago",
    lambda d, p: WEEKDAYS[d.weekday()],
    lambda d, p: f"last {WEEKDAYS[d.weekday()]}",
    lambda d, p: f"{WEEKDAYS[d.weekday()]} morning",
    lambda d, p: f"the night of {month_day(d)}, {d.year}",
    lambda d, p: f"10 p.m. {WEEKDAYS[d.weekday()]}",
    lambda d, p: month_day(d),
    lambda d, p: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}",
    lambda d, p: f"{WEEKDAYS[d.weekday()]}, {month_day(d)}",
    lambda d, p: f"{month_day(d)}, {d.year}",
    lambda d, p: d.isoformat(),
]
JUST_AHEAD = [
    lambda d, p: "tomorrow" if (d - p).days == 1 else f"{(d - p).days} days from now",
    lambda d, p: f"next {WEEKDAYS[d.weekday()]}",
    lambda d, p: f"this coming {WEEKDAYS[d.weekday()]}",
    lambda d, p: month_day(d),
    lambda d, p: f"{d.day} {MONTHS[d.month - 1]}",
    lambda d, p: f"noon on {WEEKDAYS[d.weekday()]}, {month_day(d)}, {d.year}",
]


@given(RECENT, st.integers(1, 6), st.sampled_from(JUST_PAST))
def test_every_phrase_for_a_day_just_past_leads_to_it(published: Day, back: int, phrase) -> None:  # type: ignore[no-untyped-def]
    day = published - timedelta(days=back)
    if (day.month, day.day) != (2, 29):
        time = only(f"It happened on {phrase(day, published)}.", published)
        assert time.earliest == time.latest == day


@given(RECENT, st.integers(1, 6), st.sampled_from(JUST_AHEAD))
def test_every_phrase_for_a_day_to_come_leads_to_it(published: Day, ahead: int, phrase) -> None:  # type: ignore[no-untyped-def]
    day = published + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        time = only(f"It happens on {phrase(day, published)}.", published)
        assert time.earliest == time.latest == day


def season(day: Day) -> str:
    return ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]


# wider phrasings of a day: their bounds hold it
WIDE = [
    lambda d: f"{MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} of {d.year}",
    lambda d: f"{d.year}",
    lambda d: f"about {d.year}",
    lambda d: f"the {d.year // 10 * 10}s",
    lambda d: f"the {ordinal(d.year // 100 + 1)} century",
    lambda d: f"the {('first', 'second', 'third', 'fourth')[(d.month - 1) // 3]} quarter of {d.year}",
    lambda d: f"the {('first', 'second')[(d.month - 1) // 6]} half of {d.year}",
    lambda d: f"the {season(d)} of {d.year}",
    lambda d: f"fiscal {d.year}",
    lambda d: f"the week of {month_day(d)}, {d.year}",
    lambda d: (
        f"the {('first', 'second', 'third', 'fourth')[(d.day - 1) // 7]} week of {MONTHS[d.month - 1]} {d.year}"
        if d.day <= 28
        else f"the last week of {MONTHS[d.month - 1]} {d.year}"
    ),
    lambda d: f"the {ordinal((d.day - 1) // 7 + 1)} {WEEKDAYS[d.weekday()]} of {MONTHS[d.month - 1]} {d.year}",
]


@given(RECENT, st.one_of(st.none(), RECENT), st.sampled_from(WIDE))
def test_bounds_of_wider_phrases_hold_the_day(day: Day, published: Day | None, phrase) -> None:  # type: ignore[no-untyped-def]
    time = only(f"It was in {phrase(day)}.", published)
    assert time.earliest and time.latest
    assert time.earliest <= day <= time.latest


@given(RECENT, st.integers(2, 11), st.sampled_from(["weeks", "months", "years"]))
def test_the_past_so_many_reach_to_publication(published: Day, count: int, unit: str) -> None:
    time = only(f"It rained for the past {count} {unit}.", published)
    assert time.latest == published
    assert time.edtf == f"{time.earliest}/{published}"


UNITS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
MODS = ["START", "MID", "END", "APPROX", None]


@given(DAYS, st.sampled_from(UNITS), st.sampled_from(MODS))
def test_bounds_are_in_order(day: Day, unit: str, mod: Mod | None) -> None:
    moment = replace(at(day, unit), mod=mod)
    first, last = bounds(moment)
    whole = span(moment)
    assert whole[0] and whole[1] and first and last
    assert first <= last
    if unit != "weekend":
        assert whole[0] <= day <= whole[1]
    if mod != "APPROX":
        assert whole[0] <= first <= last <= whole[1]


@given(DAYS)
def test_without_publication_date_no_year_is_made_up(day: Day) -> None:
    time = only(f"It happened on {MONTHS[day.month - 1]} {day.day}.", None)
    assert time.value == time.edtf == f"XXXX-{day:%m-%d}"
    assert time.earliest is time.latest is None


VOCABULARY = """the last next this every 3 24 1996 Oct. October 7 Friday night a week weeks ago earlier later quarter
third of , . - / : ' s mid early end about more than at least between and to from since until p.m. BC fiscal year '80s 1990s
century noon half"""
WORDS = st.sampled_from(VOCABULARY.replace("\n", " ").split(" "))


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)), st.one_of(st.none(), DAYS))
def test_any_text_is_read(text: str, published: Day | None) -> None:
    end = 0
    for number, time in enumerate(read(text, published), 1):
        assert time.id == f"t{number}"
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        end = time.end


def test_long_sentence() -> None:
    """Ten thousand words in one sentence take no more than their share."""
    assert len(read("the third quarter of last year , " * 2000, Day(2023, 11, 24))) == 2000


def test_nothing_is_read_from_the_clock() -> None:
    """No module of the stages that date things asks what day it is."""
    package = Path(dateline.__file__).parent
    for module in [*package.glob("date/*.py"), *package.glob("when/*.py")]:
        assert not CLOCK.search(module.read_text(encoding="utf-8")), module
