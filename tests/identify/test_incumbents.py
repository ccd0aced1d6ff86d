"""Whom an office means when the article names nobody: who held it on the article's day, where that is certain."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.identify.incumbents import bounds, holder
from dateline.model import Document


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-08-25", date(2021, 8, 25), date(2021, 8, 25)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1997", date(1997, 1, 1), date(1997, 12, 31)),
    ],
)
def test_bounds(text: str, first: date, last: date) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    ("office", "body", "day", "person"),
    [
        ("president", "country:FR", date(2010, 1, 1), "Nicolas Sarkozy"),
        ("president", "country:FR", date(2012, 6, 1), "François Hollande"),
        ("secretary general", "organization:United Nations", date(2000, 1, 1), "Kofi Annan"),
        ("president", "country:FR", date(1970, 1, 1), None),
        ("president", "country:US", date(2017, 1, 20), None),  # two on one day
    ],
)
def test_holders(office: str, body: str, day: date, person: str | None) -> None:
    assert holder(office, body, day, day) == (f"person:{person}" if person else None)


@pytest.mark.parametrize(
    ("description", "day", "named"),
    [
        ("The GOP nominee", "2016-08-20", "Donald Trump"),
        ("The Democratic presidential candidate", "2016-08-20", "Hillary Clinton"),
        ("The former U.S. foreign minister", "2016-08-20", "Hillary Clinton"),
    ],
)
def test_who_is_named_is_who_was_put_up_or_once_held_an_office(
    identified: Callable[..., Document], description: str, day: str, named: str
) -> None:
    text = f"Donald Trump and Hillary Clinton spoke in the U.S. on Monday. On Tuesday, {description} met Rui Holm in Lima."
    meant = [a.name for a in identified(text, day).actors for m in a.mentions if text[m.start :].startswith(description)]
    assert meant == [named]


def test_a_candidate_who_is_not_named_stays_unknown(identified: Callable[..., Document]) -> None:
    document = identified("The GOP candidate met Rui Holm in the United States.", "2016-08-20")
    assert "Donald Trump" not in {a.name for a in document.actors}


@pytest.mark.parametrize(
    ("text", "day", "named"),
    [
        ("The French president flew to Oslo.", "2010-03-04", "Nicolas Sarkozy"),
        ("The UN chief flew to Oslo.", "2018-03-04", "António Guterres"),
        ("The French president flew to Oslo.", None, None),
        ("The former French president flew to Oslo.", "2010-03-04", None),
        ("The next French president will fly to Oslo.", "2010-03-04", None),
        ("The deputy French foreign minister flew to Oslo.", "2010-03-04", None),
        ("The French president, Claire Dumont, flew to Oslo.", "2010-03-04", "Claire Dumont"),
    ],
)
def test_an_office_is_its_holder(identified: Callable[..., Document], text: str, day: str | None, named: str | None) -> None:
    people = [a.name for a in identified(text, day).actors if a.type == "person"]
    assert (named in people) if named else all(name[:1].islower() or name.split()[0] == "French" for name in people), people
