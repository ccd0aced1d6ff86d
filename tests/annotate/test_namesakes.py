"""A month is a person where the article knows one by its name and grammar speaks for him."""

from collections.abc import Callable

import pytest

from dateline.date import date
from dateline.model import Document

KNOWN = "Prime Minister Theresa May arrived in Oslo. "

# text, the people in it who are called like a part of the calendar, its times
ROWS = [
    ("Theresa May saw Lind on Monday.", ["Theresa May"], ["Monday"]),
    ("With Theresa May telling the Commons that talks had failed, the pound fell.", ["Theresa May"], []),
    ("Mrs May dismissed the charge. Mr Sunday left.", ["May", "Sunday"], []),
    ("Prime Minister May flew to Oslo.", ["May"], []),
    ("April Ross won the race in April.", ["April Ross"], ["April"]),
    (KNOWN + "May told lawmakers that she would stay.", ["Theresa May", "May"], []),
    (KNOWN + "Lind praised May on Friday.", ["Theresa May", "May"], ["Friday"]),
    (KNOWN + "May's plan failed in May.", ["Theresa May", "May"], ["May"]),
    (KNOWN + "Talks between May and Lind broke down.", ["Theresa May", "May"], []),
    (KNOWN + "She and May met.", ["Theresa May", "May"], []),
    (KNOWN + "A spokesman for May declined to comment.", ["Theresa May", "May"], []),
    (KNOWN + "The bill was rejected by May.", ["Theresa May", "May"], []),
    (KNOWN + "Ministers rallied behind May.", ["Theresa May", "May"], []),
    # the month stays one
    ("May was the warmest month.", [], ["May"]),
    (KNOWN + "The law was passed last May.", ["Theresa May"], ["last May"]),
    (KNOWN + "The law has been in force since May.", ["Theresa May"], ["May"]),
    (KNOWN + "It must be signed by May.", ["Theresa May"], ["May"]),
    (KNOWN + "Sales fell from April to May.", ["Theresa May"], ["April", "May"]),
    (KNOWN + "May and June were wet.", ["Theresa May"], ["May", "June"]),
    (KNOWN + "Figures for May were weak.", ["Theresa May"], ["May"]),
    (KNOWN + "The talks were postponed to May.", ["Theresa May"], ["May"]),
    (KNOWN + "Voting began on 5 May.", ["Theresa May"], ["5 May"]),
    ("President Obama Sunday flew to Cuba.", [], ["Sunday"]),
    ("In May President Obama flew to Cuba.", [], ["May"]),
    ("In April Ross won the race.", [], ["April"]),
    ("Frederic March resigned. The board meets in March.", ["Frederic March"], ["March"]),
    ("Thousands joined the Women's March.", [], []),
]


@pytest.mark.parametrize(("text", "people", "times"), ROWS, ids=[row[0].removeprefix(KNOWN) for row in ROWS])
def test_who_is_called_like_a_month(parse: Callable[..., Document], text: str, people: list[str], times: list[str]) -> None:
    document = next(iter(date([parse(text, date="2016-08-20")])))
    calendar = ("May", "April", "March", "Sunday")
    persons = [text[n.start : n.end] for n in document.names if n.label == "PERSON"]
    assert [p for p in persons if p.endswith(calendar) or p.startswith(calendar)] == people
    assert [t.text for t in document.times if t.type == "DATE"] == times
