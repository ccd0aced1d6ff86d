"""Events known by name: the gazetteer is sound, and their names are dates where the text uses them so."""

import pytest

import factory
from dateline.date import date
from dateline.date.moment import exists
from dateline.date.named import by_name, events
from dateline.model import Document, Time


def read(text: str, day: str | None = "2023-11-24") -> tuple[Time, ...]:
    return next(iter(date([Document(article=factory.article(text, day=day))]))).times


TOLD = [
    ("Security has been tight since the September 11 attacks.", "the September 11 attacks", "2001-09-11"),
    ("Security has been tight since Sept. 11 attacks.", "Sept. 11 attacks", "2001-09-11"),
    ("The bridge was built before World War II.", "World War II", "1939-09-01/1945-09-02"),
    ("He flew home after the Brexit vote.", "the Brexit vote", "2016-06-23"),
    ("Borders moved after the end of the Cold War.", "the end of the Cold War", "1991-12-26"),
    ("The stadium was built before the 2012 Olympics.", "the 2012 Olympics", "2012-07-27/2012-08-12"),
    ("Millions fled after the outbreak of the Syrian civil war.", "the Syrian civil war", "2011-03-15"),
    ("Prices have doubled since the Russian invasion of Ukraine.", "the Russian invasion of Ukraine", "2022-02-24/.."),
    ("The law passed after the Paris Agreement.", "the Paris Agreement", "2015-12-12"),
    ("The 9/11 attacks changed the country.", "The 9/11 attacks", "2001-09-11"),
    ("He lost his brother on 9/11.", "9/11", "2001-09-11"),
    ("He was convicted of the Lockerbie bombing.", "the Lockerbie bombing", "1988-12-21"),
]


@pytest.mark.parametrize(("text", "phrase", "edtf"), TOLD, ids=[row[1] for row in TOLD])
def test_named(text: str, phrase: str, edtf: str) -> None:
    found = {time.text: time for time in read(text)}[phrase]
    assert found.edtf == edtf
    assert found.rule == "named event"
    assert "known by name" in found.why


NOT_TOLD = [
    "He signed the Paris Agreement.",
    "She spoke before the Vietnam War Memorial.",
    "They have talked since the great war of words.",
    "The 9/11 hijackers were young.",
    "He wrote of the Lockerbie bombing Inquiry.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_time(text: str) -> None:
    assert all(time.rule != "named event" for time in read(text))


def test_a_shared_name_is_the_last_begun() -> None:
    """Los Angeles has held the games more than once."""
    assert [time.edtf for time in read("It closed after the Los Angeles Olympics.", "1990-05-01")] == ["1984-07-28/1984-08-12"]
    assert [time.edtf for time in read("It closed after the Los Angeles Olympics.", "2030-05-01")] == ["2028-07-14/2028-07-30"]


def test_gazetteer() -> None:
    for event in events():
        assert event.names, event.name
        assert event.first is not None and exists(event.begin), event.name
        assert event.end is None or (event.last is not None and event.first <= event.last), event.name
        assert not event.wikidata or (event.wikidata[0] == "Q" and event.wikidata[1:].isdecimal()), event.name


def test_names_are_said_once() -> None:
    assert len({event.name for event in events()}) == len(events())
    assert all(len({e.name for e in known}) == len(known) for known in by_name().values())
    known = [event.wikidata for event in events() if event.wikidata]
    assert len(known) == len(set(known))
