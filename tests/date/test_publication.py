"""The article's own date: given, told by the text or the address, or unknown."""

import pytest

import factory
from dateline.date import date
from dateline.model import Document, Published
from dateline.read.layout import layout


def published(text: str, **known: str | None) -> Published:
    return next(iter(date([Document(article=factory.article(text, **known))]))).published


TOLD = [
    ("Quake shakes capital\n\nNov. 24, 2023\n\nA quake shook the capital.", "2023-11-24"),
    ("Quake shakes capital\n\n24 November 2023\n\nA quake shook the capital.", "2023-11-24"),
    ("LIMA, Nov 24, 2023 (Agency) - A quake shook the capital.", "2023-11-24"),
    ("Published 2023-11-24 by A. Writer\n\nA quake shook the capital.", "2023-11-24"),
    ("LIMA, Nov. 24 (Agency) - A quake shook the capital.", "XXXX-11-24"),
]


@pytest.mark.parametrize(("text", "edtf"), TOLD)
def test_told_by_the_text(text: str, edtf: str) -> None:
    found = published(text)
    assert (found.edtf, found.basis) == (edtf, "text")
    assert (found.earliest is None) == edtf.startswith("X")


UNTOLD = [
    "The party meets again on Monday, Nov. 27.",
    "Hosts named for the show on Feb. 22 (again) - and a surprise",
    "LIMA (Agency) - A quake shook the capital on Friday.",
    "A quake shook the capital on Friday, the worst since May 31, 1970, when a landslide buried a town.",
    "",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_unknown(text: str) -> None:
    found = published(text)
    assert (found.edtf, found.earliest, found.latest, found.basis) == (None, None, None, "unknown")


def test_given_date_wins() -> None:
    assert published("Nov. 24, 2023\n\nA quake shook the capital.", day="2023-11-25").edtf == "2023-11-25"


def test_address() -> None:
    found = published("A quake.", url="https://news.example/world/2023/11/24/quake")
    assert (found.edtf, found.basis) == ("2023-11-24", "text")
    assert published("A quake.", url="https://news.example/2023/13/44/quake").basis == "unknown"


# text of an article given as of Friday 24 November 2023, and the days that its times mean
HEADED = [
    ("LIMA, Nov 22 (AFP) - The minister resigned today. She left yesterday.", ["2023-11-22", "2023-11-21"]),
    ("LIMA, Nov. 22, 2023 - The minister resigned on Wednesday.", ["2023-11-22"]),
    ("LIMA, Nov 24 (AFP) - The minister resigned today.", ["2023-11-24"]),
    ("LIMA, June 22 (AFP) - The minister resigned today.", ["2023-11-24"]),
    ("LIMA (AFP) - The minister resigned today.", ["2023-11-24"]),
]


@pytest.mark.parametrize(("text", "days"), HEADED, ids=[row[0] for row in HEADED])
def test_a_dateline_some_days_old_is_the_day_the_text_speaks_from(text: str, days: list[str]) -> None:
    document = Document(article=factory.article(text, day="2023-11-24", blocks=layout(text).blocks))
    found = next(iter(date([document])))
    told = found.times[-len(days) :]  # behind that of the dateline itself
    assert found.published.edtf == "2023-11-24"
    assert [time.value for time in told] == days
    assert all(("dateline" in time.why) == (days[0] < "2023-11-24") for time in told)
