"""Events without a date of their own in the thread of a dated one: a likely day, never a certain one."""

from datetime import date as Day

import pytest

from dateline.annotate import annotate
from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.model import Document, Event
from dateline.read import from_json
from dateline.when import when


@pytest.fixture(scope="session")
def told(parse):  # type: ignore[no-untyped-def]
    def run(text: str, title: str | None = None) -> Document:
        return next(iter(when(cast(find(date([parse(text, date="2023-11-24", title=title)]))))))

    return run


def event(document: Document, word: str) -> Event:
    return next(e for e in document.events if e.text == word)


LIKELY = [
    ("The minister resigned on Wednesday. She thanked her staff.", "thanked", "2023-11-22?"),
    ("The minister resigned on Wednesday. She thanked her staff and left the capital.", "left", "2023-11-22?"),
    (
        "The minister resigned on Wednesday. Police had on Monday seized files. He denied it.",
        "denied",
        "2023-11-22?",
    ),
    ("The company has released a new phone.", "released", "2023-11-24?"),
    ("As a result, the club sacked its coach.", "sacked", "2023-11-24?"),
    ("As a lawyer, she said the verdict was wrong.", "said", "2023-11-24?"),
    ("The minister flew to Cairo on Wednesday, where she met the president.", "met", "2023-11-22?"),
    (
        "The army recaptured the town on Wednesday, officials said. Ten soldiers were killed, a general said.",
        "killed",
        "2023-11-22?",
    ),
    ("Police arrested four men on Wednesday. They were taken to Oslo, an officer said.", "taken", "2023-11-22?"),
    (
        "Seventeen wagons derailed on Wednesday. Villagers left. The mayor said the accident had shaken them.",
        "accident",
        "2023-11-22?",
    ),
    ("Police said on Wednesday that two men were held. A spokesman denied it.", "denied", "2023-11-22?"),
    ("Silva said on Wednesday that taxes would rise. Lind praised the plan.", "praised", "2023-11-24?"),
    ("Ann Lind warned of a crisis. Rosa Silva told reporters on Wednesday that taxes would rise.", "warned", "2023-11-24?"),
    ("Apple said on Wednesday that sales rose. Steve Jobs praised the staff.", "praised", "2023-11-22?"),
    ("A man was charged in the 1995 shooting of Ann Lind.", "charged", "2023-11-24?"),
    ("Tom Silva accused Ann Lind of lying on Wednesday. Rosa Graham said he erred.", "said", "2023-11-24?"),
    ("Tom Silva rejected the plan on Wednesday. Rosa Graham said he erred. She added it was over.", "added", "2023-11-24?"),
    ("Ann Lind was the winner of Tuesday's primary in Ohio. She defeated Tom Holm.", "defeated", "2023-11-21?"),
    ("Voters in Tuesday's election stayed away. The mayor lost his seat.", "lost", "2023-11-21?"),
    ("Lind was killed last October. She was shot dead on 23 October 2022. The killing shook the town.", "killing", "2022-10-23?"),
    ("Silva met Holm on Wednesday. Lind said the talks were useful.", "said", "2023-11-22?"),
    ("Holm founded the firm in 1998. It has filed for bankruptcy.", "filed", "2023-11-24?"),
    ("Rebels bombed a market on Wednesday. Witnesses described the incident.", "incident", "2023-11-22?"),
    ("The firm held a show on Wednesday. Fans watched the press event online.", "event", "2023-11-22?"),
    ("Rovers beat Albion 2-1 on Wednesday. Albion fought back just before half-time.", "fought", "2023-11-22?"),
]


@pytest.mark.parametrize(("text", "word", "edtf"), LIKELY, ids=[row[1] for row in LIKELY])
def test_likely(told, text: str, word: str, edtf: str) -> None:  # type: ignore[no-untyped-def]
    found = event(told(text), word).when
    assert found.edtf == edtf
    assert found.latest_end == Day(2023, 11, 24)


UNLIKELY = [
    ("The minister resigned on Wednesday. She had broken the law.", "broken"),
    ("The minister resigned on Wednesday. She was appointed in 2019 and won a prize.", "won"),
    ("The minister resigned on Wednesday. “He attacked me,” she said.", "attacked"),
    ("The army shelled the town on Wednesday. It stepped up its raids ahead of the summit.", "stepped"),
    ("The minister resigned on Wednesday. She will leave the capital.", "leave"),
    ("The minister resigned on Wednesday. She previously worked for a bank.", "worked"),
    ("Lind met Holm on Wednesday. He had earlier praised the deal.", "praised"),
    ("The minister resigned on Wednesday. As governor, she sued the bank.", "sued"),
    ("Parliament had removed the minister on Wednesday. Lawmakers voted on a budget.", "voted"),
    ("The minister resigned on Wednesday. The firm was founded by two brothers.", "founded"),
    ("The war killed thousands in 1917. Villagers fled to the hills.", "fled"),
    ("The minister resigned on Wednesday. “They arrested four men,” an officer said.", "arrested"),
    ("A bus overturned on Wednesday. A bridge fell on Tuesday. Lind described the incident.", "incident"),
    ("Rovers beat Albion on Wednesday. Lind was shot on Monday. A jogger wrote to her 10 days before the murder.", "wrote"),
    ("A bus overturned on Wednesday. A train derailed on Tuesday. The accident shook the town.", "accident"),
]


@pytest.mark.parametrize(("text", "word"), UNLIKELY, ids=[row[1] for row in UNLIKELY])
def test_not_in_the_scene(told, text: str, word: str) -> None:  # type: ignore[no-untyped-def]
    found = event(told(text), word).when
    assert found.edtf is None or "2023-11-22" not in found.edtf


def test_what_follows_a_year_long_past_is_no_news_of_the_day(told) -> None:  # type: ignore[no-untyped-def]
    assert event(told("Holm was jailed in a fraud case in 2006. Holm was shot."), "shot").when.edtf is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2014, Lind told the court the bank was safe. She also said it had cash.", "2014"),
        ("In May, the ministry denied it. It then said prices fell.", "2023-05"),
        ("In 2014, Lind told the court the bank was safe. She said it had cash.", "2023-11-24?"),
    ],
)
def test_who_also_speaks_goes_on_from_a_month_or_year(told, text: str, edtf: str) -> None:  # type: ignore[no-untyped-def]
    assert event(told(text), "said").when.edtf == edtf


def test_a_noun_of_the_kind_of_what_was_told_is_likely_that(told) -> None:  # type: ignore[no-untyped-def]
    document = told("Seventeen wagons derailed on Wednesday. Villagers left. The mayor said the accident had shaken them.")
    assert event(document, "accident").when.edtf == "2023-11-22?"


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Lind was convicted of the October 1998 murder of Holm. He killed Holm with a rifle.", "killed", "1998-10?"),
        ("Ann Holm was killed in May 2010. A witness told the court that Lind shot Holm.", "shot", "2010-05?"),
        ("Ann Holm was killed in May 2010. Tom Holm was shot.", "shot", None),
        ("Holm was shot in May 2010. Rebels killed Holm.", "killed", None),
    ],
)
def test_who_died_did_so_once(told, text: str, word: str, edtf: str | None) -> None:  # type: ignore[no-untyped-def]
    assert event(told(text), word).when.edtf == edtf


def test_a_headline_tells_the_first_event_of_its_kind() -> None:
    headline = "Two men arrested over theft of drawings"
    lead = "Police in Ghent on Wednesday detained two men."
    article = from_json({"id": "test", "text": f"{headline}\n\n{lead}", "title": headline, "date": "2023-11-24"})
    document = next(iter(when(cast(find(date(annotate([article])))))))
    assert event(document, "arrested").when.edtf == "2023-11-22"


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("A court jailed Tom Holm on Thursday. Holm shot two guards.", "shot", None),
        ("A man was charged on Thursday with robbing a bank. He stole $3 million.", "stole", None),
        ("The trial of Tom Holm opened on Thursday. Holm killed two guards.", "killed", None),
        ("Police arrested a man on Thursday over the murder of Ann Lind. The victim was stabbed.", "stabbed", None),
        ("Police arrested a man on Thursday over the murder of Ann Lind. They searched his flat.", "searched", "2023-11-23?"),
        ("Police arrested four men on Thursday. Officers beat them.", "beat", "2023-11-23?"),
        ("A court jailed Tom Holm on Thursday. He thanked the jury.", "thanked", "2023-11-23?"),
        (
            "Nine people died in the bombings on 7 August 1998. Police arrested Holm on Thursday. The bombs exploded near bars.",
            "exploded",
            "1998-08-07?",
        ),
    ],
)
def test_what_somebody_is_tried_for_was_done_before(told, text: str, word: str, edtf: str | None) -> None:  # type: ignore[no-untyped-def]
    assert event(told(text), word).when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Holm was arrested on Wednesday. Lawyers said his arrest was unlawful.", "arrest", "2023-11-22?"),
        ("Holm was arrested between May and July. Lawyers said his arrest was unlawful.", "arrest", None),
        ("Holm was arrested on Wednesday. Lawyers said his second arrest was unlawful.", "arrest", None),
    ],
)
def test_somebodys_noun_is_likely_what_was_told_of_him(told, text: str, word: str, edtf: str | None) -> None:  # type: ignore[no-untyped-def]
    assert event(told(text), word).when.edtf == edtf


def test_a_dateline_of_some_days_ago_is_the_day_of_the_news() -> None:
    text = "WARSAW, November 22 (Agency) -- The ministers have signed an accord. Holm said it would hold."
    article = from_json({"id": "test", "text": text, "date": "2023-11-24"})
    document = next(iter(when(cast(find(date(annotate([article])))))))
    assert event(document, "signed").when.edtf == event(document, "said").when.edtf == "2023-11-22?"
    assert event(document, "signed").when.latest_end == Day(2023, 11, 22)


def test_without_publication_date_no_day_is_likely(parse) -> None:  # type: ignore[no-untyped-def]
    document = next(iter(when(cast(find(date([parse("The company has released a new phone.")]))))))
    assert event(document, "released").when.edtf is None


def test_a_named_event_dates_what_happened_in_it(told) -> None:  # type: ignore[no-untyped-def]
    document = told("The town has grown since the September 11 attacks.")
    assert event(document, "attacks").when.edtf == "2001-09-11"
