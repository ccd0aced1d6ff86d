"""Time expressions as articles write them: extent, value, EDTF and days."""

from datetime import date as Day

import pytest

import factory
from dateline.date import date
from dateline.model import Document, Time

FRIDAY = "2023-11-24"


def read(text: str, day: str | None = FRIDAY) -> tuple[Time, ...]:
    """The times of a text that no parser has seen."""
    return next(iter(date([Document(article=factory.article(text, day=day))]))).times


# text, phrase, TIMEX3 value, EDTF
GOLDEN = [
    ("The treaty was signed on 3 April 1948 in Paris.", "3 April 1948", "1948-04-03", "1948-04-03"),
    ("The treaty was signed on April 3, 1948, in Paris.", "April 3, 1948", "1948-04-03", "1948-04-03"),
    ("It reopened on Wed., Nov. 22.", "Wed., Nov. 22", "2023-11-22", "2023-11-22"),
    ("On October 7 gunmen crossed the border.", "October 7", "2023-10-07", "2023-10-07"),
    ("Voting starts on December 10.", "December 10", "2023-12-10", "2023-12-10"),
    ("The ferry sank on Jan. 3.", "Jan. 3", "2024-01-03", "2024-01-03"),
    ("They met on the 2nd of November.", "the 2nd of November", "2023-11-02", "2023-11-02"),
    ("A deadline of 2024-02-29 was set.", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("He was born in March 1961.", "March 1961", "1961-03", "1961-03"),
    ("Inflation peaked in September.", "September", "2023-09", "2023-09"),
    ("It began in early September.", "early September", "2023-09", "[2023-09-01..2023-09-12]"),
    ("It ended in late 2019.", "late 2019", "2019", "[2019-08-01..2019-12-31]"),
    ("The mid-1990s were lean.", "The mid-1990s", "199", "[1993-01-01..1996-12-31]"),
    ("Shops closed for Eid al-Adha in 2024.", "Eid al-Adha in 2024", "2024-06-16", "2024-06-16~"),
    ("Shops closed for Rosh Hashanah.", "Rosh Hashanah", "2023-09-16", "2023-09-16"),
    ("It closed on the last Friday of September.", "the last Friday of September", "2023-09-29", "2023-09-29"),
    ("The law passed in the first week of October.", "the first week of October", "2023-W39", "[2023-10-01..2023-10-07]"),
    ("The wall dates from the 3rd century BC.", "the 3rd century BC", "BC02", "-0299/-0200"),
    ("Half a century ago the mine closed.", "Half a century ago", "1973", "1973"),
    ("Ten ships sank this past week.", "this past week", "2023-W46", "2023-11-17/2023-11-24"),
    ("In 2022/23 the season was short.", "2022/23", "2022", "2022/2023"),
    ("A week from Tuesday they vote.", "A week from Tuesday", "2023-12-05", "2023-12-05"),
    ("Elected in November 2016, he took office the following January.", "following January", "2017-01", "2017-01"),
    ("Prices doubled between 1990 and early 1995.", "early 1995", "1995", "[1995-01-01..1995-05-31]"),
    ("The deficit must fall by the end of the year.", "the end of the year", "2023", "2023-12-31"),
    ("It was the driest year of the past decade.", "the past decade", "201", "2013-11-24/2023-11-24"),
    ("Sales fell in the quarter ended July 31.", "the quarter", "2023-Q2", "2023-34"),
    ("Sales fell in the six months to June 30.", "the six months to June 30", "P6M", "2023-01-01/2023-06-30"),
    ("Sales fell in the year to end-March.", "the year to end-March", "P1Y", "2022-04-01/2023-03-31"),
    ("Sales fell in the nine months through December.", "the nine months through December", "P9M", "2022-04-01/2022-12-31"),
    (
        "Sales fell in the three months ended 31 March 2021.",
        "the three months",
        "P3M",
        "2021-01-01/2021-03-31",
    ),
    ("Sales fell in the half-year ended June 30.", "the half-year", "P6M", "2023-01-01/2023-06-30"),
    ("Sales fell in the year to date.", "the year", "2023", "2023"),
    ("The law passed earlier in the year.", "earlier in the year", "2023", "[2023-01-01..2023-11-24]"),
    ("It ships sometime next year.", "sometime next year", "2024", "2024"),
    ("Sales fell in the last half of 1989.", "the last half of 1989", "1989-H2", "1989-41"),
    ("The bank cut jobs over the next 12 to 18 months.", "the next 12 to 18 months", "P18M", "2023-11-24/2025-05-24"),
    ("About 1850 the mill closed.", "About 1850", "1850", "1850~"),
    ("The harbour was dredged in 1931.", "1931", "1931", "1931"),
    ("He ruled from AD 70 to AD 79.", "AD 70", "0070", "0070"),
    ("Caesar died in 44 BC.", "44 BC", "BC0044", "-0043"),
    ("Prices rose in the 1970s.", "the 1970s", "197", "197X"),
    ("Prices rose in the '70s.", "the '70s", "197", "197X"),
    ("Prices rose in the late 1970s.", "the late 1970s", "197", "[1976-01-01..1979-12-31]"),
    ("The castle dates from the 14th century.", "the 14th century", "13", "13XX"),
    ("A nineteenth-century house burned.", "nineteenth-century", "18", "18XX"),
    ("Sales fell in the second quarter.", "the second quarter", "2023-Q2", "2023-34"),
    ("Sales fell in the first quarter of 2021.", "the first quarter of 2021", "2021-Q1", "2021-33"),
    ("Sales fell in Q4 2019.", "Q4 2019", "2019-Q4", "2019-36"),
    ("Growth slowed in the second half of 2022.", "the second half of 2022", "2022-H2", "2022-41"),
    ("The fires of last summer are out.", "last summer", "2023-SU", "2023-22"),
    ("It was built in the winter of 1947.", "the winter of 1947", "1947-WI", "1947-24"),
    ("The bridge opens next spring.", "next spring", "2024-SP", "2024-21"),
    ("The court sits on Monday.", "Monday", "2023-11-20", "2023-11-20"),
    ("A raid on Thursday killed two.", "Thursday", "2023-11-23", "2023-11-23"),
    ("The pause began on Friday.", "Friday", "2023-11-24", "2023-11-24"),
    ("The pause began on Friday morning.", "Friday morning", "2023-11-24TMO", "2023-11-24"),
    ("The raid came late Tuesday night.", "late Tuesday night", "2023-11-21TNI", "2023-11-21"),
    ("They spoke last Friday.", "last Friday", "2023-11-17", "2023-11-17"),
    ("They speak next Tuesday.", "next Tuesday", "2023-11-28", "2023-11-28"),
    ("They spoke on Tuesday of last week.", "Tuesday of last week", "2023-11-14", "2023-11-14"),
    ("Rain fell yesterday.", "yesterday", "2023-11-23", "2023-11-23"),
    ("Rain fell the day before yesterday.", "the day before yesterday", "2023-11-22", "2023-11-22"),
    ("Rain will fall tomorrow evening.", "tomorrow evening", "2023-11-25TEV", "2023-11-25"),
    ("The minister resigned today.", "today", "2023-11-24", "2023-11-24"),
    ("A storm is due tonight.", "tonight", "2023-11-24TNI", "2023-11-24"),
    ("A storm hit last night.", "last night", "2023-11-23TNI", "2023-11-23"),
    ("This morning the siren sounded.", "This morning", "2023-11-24TMO", "2023-11-24"),
    ("The strike ended last week.", "last week", "2023-W46", "2023-11-13/2023-11-19"),
    ("The talks resume next month.", "next month", "2023-12", "2023-12"),
    ("The law passed earlier this year.", "earlier this year", "2023", "[2023-01-01..2023-11-24]"),
    ("The law comes later this month.", "later this month", "2023-11", "[2023-11-24..2023-11-30]"),
    ("The law passed last year.", "last year", "2022", "2022"),
    ("It was the driest summer of the past decade.", "the past decade", "201", "2013-11-24/2023-11-24"),
    ("Two weeks ago the dam broke.", "Two weeks ago", "2023-W45", "2023-11-06/2023-11-12"),
    ("Ten days ago the dam broke.", "Ten days ago", "2023-11-14", "2023-11-14"),
    ("Five years ago the dam broke.", "Five years ago", "2018", "2018"),
    ("More than three months ago the dam broke.", "More than three months ago", "2023-08", "2023-08"),
    ("A decade ago the dam broke.", "A decade ago", "2013", "2013~"),
    ("Years ago the dam broke.", "Years ago", "PAST_REF", None),
    ("The park closed recently.", "recently", "PAST_REF", None),
    ("It is now open.", "now", "PRESENT_REF", None),
    ("Repairs will begin soon.", "soon", "FUTURE_REF", None),
    ("In the near future it will open.", "the near future", "FUTURE_REF", None),
    ("They marched on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24"),
    ("They marched at Easter 2018.", "Easter 2018", "2018-04-01", "2018-04-01"),
    ("On Thanksgiving the shop was shut.", "Thanksgiving", "2023-11-23", "2023-11-23"),
    ("Last Halloween the shop was shut.", "Last Halloween", "2023-10-31", "2023-10-31"),
    ("Memorial Day 2019 was wet.", "Memorial Day 2019", "2019-05-27", "2019-05-27"),
    ("The gate closes at 10:30 p.m.", "10:30 p.m.", "2023-11-24T22:30", "2023-11-24"),
    ("The gate closed at 9 a.m. Wednesday.", "9 a.m. Wednesday", "2023-11-22T09:00", "2023-11-22"),
    ("The gate closed at noon.", "noon", "2023-11-24T12:00", "2023-11-24"),
    ("It fell at 4 in the morning.", "4 in the morning", "2023-11-24T04:00", "2023-11-24"),
    ("The week of March 6, 2023 was cold.", "The week of March 6, 2023", "2023-W10", "2023-03-06/2023-03-12"),
    ("In fiscal 2021 revenue doubled.", "fiscal 2021", "2021", "2021"),
    ("It started in nineteen eighty-four.", "nineteen eighty-four", "1984", "1984"),
    ("It started in two thousand and eleven.", "two thousand and eleven", "2011", "2011"),
    ("It has been shut since January 1st.", "January 1st", "2023-01-01", "2023-01-01"),
    ("It has been shut since November.", "November", "2023-11", "2023-11"),
    ("It has been shut since Friday.", "Friday", "2023-11-24", "2023-11-24"),
    ("The year 2000 came.", "The year 2000", "2000", "2000"),
]

# text, phrase, TIMEX3 value
LENGTHS = [
    ("The siege lasted seven weeks.", "seven weeks", "P7W"),
    ("It is a four-day truce.", "four-day", "P4D"),
    ("Their 47-day march ended.", "47-day", "P47D"),
    ("It took at least 24 hours.", "at least 24 hours", "PT24H"),
    ("It took more than a month and a half.", "more than a month and a half", "P1.5M"),
    ("It took two and a half years.", "two and a half years", "P2Y6M"),
    ("It took 3 1/2 hours.", "3 1/2 hours", "PT3H30M"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took several months.", "several months", "PXM"),
    ("It took a couple of days.", "a couple of days", "P2D"),
    ("It took nearly forty years.", "nearly forty years", "P40Y"),
    ("It took almost a hundred years.", "almost a hundred years", "P100Y"),
    ("It took two decades.", "two decades", "P20Y"),
    ("It took a fortnight.", "a fortnight", "P2W"),
    ("It took up to 1,200 days.", "up to 1,200 days", "P1200D"),
    ("It took two to three weeks.", "two to three weeks", "P2W"),
    ("It took no more than 90 minutes.", "no more than 90 minutes", "PT90M"),
    ("They wait for weeks.", "weeks", "PXW"),
    ("It was the wettest of the past three weeks.", "the past three weeks", "P3W"),
    ("The next few days are critical.", "The next few days", "PXD"),
    ("A decades-long feud ended.", "decades-long", "PXDE"),
    ("It was an all-day march of 12 consecutive hours.", "12 consecutive hours", "PT12H"),
    ("It prays every Friday.", "every Friday", "XXXX-WXX-5"),
    ("It meets each month.", "each month", "P1M"),
    ("It meets every two weeks.", "every two weeks", "P2W"),
    ("It is printed daily.", "daily", "P1D"),
    ("It meets on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
    ("It meets on Monday and Tuesday nights.", "Monday", "XXXX-WXX-1"),
    ("It meets twice a year.", "a year", "P1Y"),
    ("They dance on Saturday nights.", "Saturday nights", "XXXX-WXX-6TNI"),
]

NOTHING = [
    "The law was signed by then President Lind.",
    "Since then, nothing has changed.",
    "The fund holds $2,010 and 1,996 shares.",
    "Prices may fall and troops may march.",
    "He is 42 years old; his 7-year-old son is with him.",
    "A second man was seen a second time.",
    "The score was 3-2 after a ratio of 4:1.",
    "Flight 1549 landed; call 555-2010.",
    "Three-quarters of the votes were counted.",
    "Unemployment is in the mid-30s and he is in his late 40s.",
    "The fall of the city was swift.",
    "",
    " \n\n\t",
]


@pytest.mark.parametrize(("text", "phrase", "value", "edtf"), GOLDEN, ids=[row[1] for row in GOLDEN])
def test_dates(text: str, phrase: str, value: str, edtf: str | None) -> None:
    found = {time.text: time for time in read(text)}
    assert phrase in found
    time = found[phrase]
    assert (time.value, time.edtf) == (value, edtf)
    assert text[time.start : time.end] == phrase
    assert time.why


@pytest.mark.parametrize(("text", "phrase", "value"), LENGTHS, ids=[row[1] for row in LENGTHS])
def test_lengths_and_sets(text: str, phrase: str, value: str) -> None:
    assert [(t.text, t.value) for t in read(text) if t.text == phrase] == [(phrase, value)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(text: str) -> None:
    assert read(text) == ()


# text, value and EDTF without a publication date: nothing is made up
UNKNOWN = [
    ("On October 7 gunmen crossed the border.", "XXXX-10-07", "XXXX-10-07"),
    ("The pause began on Friday.", "XXXX-WXX-5", None),
    ("The pause began on Friday morning.", "XXXX-WXX-5TMO", None),
    ("It closed in March.", "XXXX-03", "XXXX-03"),
    ("It closed last year.", "PAST_REF", None),
    ("It closes next week.", "FUTURE_REF", None),
    ("It closed today.", "PRESENT_REF", None),
    ("It closed yesterday.", "PAST_REF", None),
    ("It closed two days ago.", "PAST_REF", None),
    ("It closed in the third quarter.", "XXXX-Q3", None),
    ("It closed last summer.", "XXXX-SU", None),
    ("It closed at Christmas.", "XXXX-12-25", "XXXX-12-25"),
    ("It closed at Easter.", "XXXX", None),
    ("It closed at 10 p.m.", "XXXX-XX-XXT22:00", None),
    ("It closed for the past three weeks.", "P3W", None),
    ("It closed in 1998.", "1998", "1998"),
]


@pytest.mark.parametrize(("text", "value", "edtf"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_without_publication_date(text: str, value: str, edtf: str | None) -> None:
    (time,) = read(text, None)
    assert (time.value, time.edtf) == (value, edtf)
    if value != "1998":
        assert time.earliest is time.latest is None
        assert time.anchor is None


# sentence, phrase, value: tense decides where the calendar leaves it open
TENSES = [
    ("The ministers met in Oslo on Monday.", "Monday", "2023-11-20"),
    ("The ministers will meet in Oslo on Monday.", "Monday", "2023-11-27"),
    ("The ministers are scheduled to meet in Oslo on Monday.", "Monday", "2023-11-27"),
    ("The parliament will vote in March.", "March", "2024-03"),
    ("The parliament voted in March.", "March", "2023-03"),
    ("Prosecutors accused him of killing a guard on Dec. 14.", "Dec. 14", "2022-12-14"),
    ("He is alleged to have robbed a bank in January.", "January", "2023-01"),
    ("He was accused of planning to attack a bank on Dec. 14.", "Dec. 14", "2023-12-14"),
    ("He is due in court on Dec. 14.", "Dec. 14", "2023-12-14"),
    ("The king called a referendum for January.", "January", "2024-01"),
    ("The chairman steps down in April.", "April", "2024-04"),
    ("The museum opens in June.", "June", "2024-06"),
    ("The contract expires on March 1.", "March 1", "2024-03-01"),
    ("The bridge opened in June.", "June", "2023-06"),
    ("An attack in June opens old wounds.", "June", "2023-06"),
    ("The mayor says the war began in June.", "June", "2023-06"),
    ("Sales will fall in the three months to December 31.", "the three months to December 31", "P3M"),
    ("The shop will reopen in October.", "October", "2024-10"),
    ("The vote will be held on Dec. 3.", "Dec. 3", "2023-12-03"),
    ("The minister was forced to resign on Tuesday.", "Tuesday", "2023-11-21"),
    ("The court is expected to rule on Wednesday.", "Wednesday", "2023-11-29"),
    ("The court postponed the hearing until Tuesday.", "Tuesday", "2023-11-28"),
    ("The strike lasted until Tuesday.", "Tuesday", "2023-11-21"),
    ("The court remanded the man until Tuesday.", "Tuesday", "2023-11-28"),
    ("The road has been closed until Tuesday.", "Tuesday", "2023-11-28"),
    ("The man was released on Tuesday.", "Tuesday", "2023-11-21"),
    ("The man was released by Tuesday.", "Tuesday", "2023-11-21"),
    ("The mayor has scheduled a news conference Monday.", "Monday", "2023-11-27"),
    ("Lawyers are fighting Wednesday's ruling.", "Wednesday", "2023-11-22"),
    ("Officials prepared for the February election.", "February", "2024-02"),
    ("Officials prepared for the October election.", "October", "2023-10"),
    ("The town awaited Wednesday's ruling.", "Wednesday", "2023-11-22"),
    ("The hearing was put off until Wednesday, when he will appear.", "Wednesday", "2023-11-29"),
    ("On Sunday, the palace said, the king will travel to Oslo.", "Sunday", "2023-11-26"),
    ("The bank agreed to cut its stake in December.", "December", "2023-12"),
    ("The mayor was to meet her later Monday.", "later Monday", "2023-11-27"),
    ("The mayor was to meet her later Wednesday.", "later Wednesday", "2023-11-22"),
    ("He set up a bank in March.", "March", "2023-03"),
    ("The rebels set off a bomb on Wednesday.", "Wednesday", "2023-11-22"),
    ("The bank closed following Tuesday's attack.", "Tuesday", "2023-11-21"),
    ("The bank closed on the following Tuesday.", "the following Tuesday", "2023-11-28"),
    ("The bank lost money in the year ended Nov. 30.", "Nov. 30", "2022-11-30"),
    # what is quoted was said then
    ("In a 1963 speech, he declared: “Today we march.”", "Today", "1963"),
    ("On Monday, Holm said: “Yesterday we met.”", "Yesterday", "2023-11-19"),
    ("On Monday, Holm said he met her yesterday.", "yesterday", "2023-11-23"),
    ("Holm said of the 1963 coup: “Today we mourn.”", "Today", "2023-11-24"),
    ("Holm, who was jailed in 2006, said: “Today I am free.”", "Today", "2023-11-24"),
    # a year told before is that of the same clause only
    ("In 2011 the minister resigned and was arrested in March.", "March", "2011-03"),
    ("In 2011 the mayor said he would resign in March.", "March", "2011-03"),
    ("The runner, who lost in 2013, said she would compete in Oslo in April.", "April", "2024-04"),
    ("The club, founded in 1998, will move to Leeds in April.", "April", "2024-04"),
    ("The ferry, which sank in 2009, was raised in May.", "May", "2023-05"),
    ("Elected in 2012, she will step down in April.", "April", "2024-04"),
]


@pytest.mark.parametrize(("text", "phrase", "value"), TENSES, ids=[row[0] for row in TENSES])
def test_tense(parse, text: str, phrase: str, value: str) -> None:  # type: ignore[no-untyped-def]
    document = next(iter(date([parse(text, date=FRIDAY)])))
    assert {t.text: t.value for t in document.times}[phrase] == value


THREADS = [
    ("The dam broke in 1999. Since then the lake has been dry.", "then", "1999"),
    ("The dam broke on 3 March 1999. Until then the lake was full.", "then", "1999-03-03"),
    ("The dam broke on 3 March 1999. The following day the army came.", "The following day", "1999-03-04"),
    ("The dam broke on 3 March 1999. That night the army came.", "That night", "1999-03-03TNI"),
    ("The dam broke in 1999. The army came the following year.", "the following year", "2000"),
    ("The dam broke in 1999. The army came that year.", "that year", "1999"),
    ("The dam broke on 3 March 1999. Two days later the army came.", "Two days later", "1999-03-05"),
    ("The dam broke on 3 March 1999. The army came at 6 a.m.", "6 a.m.", "1999-03-03T06:00"),
]


@pytest.mark.parametrize(("text", "phrase", "value"), THREADS, ids=[row[1] for row in THREADS])
def test_counted_from_the_date_before(text: str, phrase: str, value: str) -> None:
    first, second = read(text)
    assert (second.text, second.value, second.anchor) == (phrase, value, first.id)


ALTERNATIVES = [
    ("Signed 3/4/2021.", ("2021-04-03",)),
    ("Signed 24/4/2021.", ()),
    ("The May 3 vote", ("2023-05-03",)),
    ("Friday, November 24", ()),
]


@pytest.mark.parametrize(("text", "others"), ALTERNATIVES, ids=[row[0] for row in ALTERNATIVES])
def test_alternatives(text: str, others: tuple[str, ...]) -> None:
    """What else the words may mean, where only custom or distance decides."""
    (time,) = read(text)
    assert time.alternatives == others


RANGES = [
    ("It ran from November 5 to 7.", ["2023-11-05", "2023-11-07"]),
    ("It ran from 1996-98.", ["1996", "1998"]),
    ("It ran from 1999-01.", ["1999", "2001"]),
    ("It ran between 3 May 2010 and 4 May 2010.", ["2010-05-03", "2010-05-04"]),
    ("Shootings between January 1 and September 18 doubled.", ["2023-01-01", "2023-09-18"]),
    ("It ran from Monday to Thursday.", ["2023-11-20", "2023-11-23"]),
    ("It ran from 2010 to 2012.", ["2010", "2012"]),
]


@pytest.mark.parametrize(("text", "values"), RANGES, ids=[row[0] for row in RANGES])
def test_ranges(text: str, values: list[str]) -> None:
    assert [t.value for t in read(text)] == values


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The airline runs four flights a week.", []),
        ("The army made ten raids a month.", []),
        ("The army held ten men a week after the vote.", ["a week"]),
        ("He waited a week.", ["a week"]),
    ],
)
def test_a_rate_is_no_length(parse, text: str, wanted: list[str]) -> None:  # type: ignore[no-untyped-def]
    document = next(iter(date([parse(text, date=FRIDAY)])))
    assert [t.text for t in document.times] == wanted


def test_article_date_partly_known() -> None:
    """Of a date known only by its month, last year is certain and Friday is not."""
    article = factory.article("It fell on Friday, as it did last year.")
    known = factory.published("2023-11-24")
    month = type(known)(edtf="2023-11", earliest=Day(2023, 11, 1), latest=Day(2023, 11, 30), basis="given", why="given")
    document = next(iter(date([Document(article=type(article)(id="a", source="a", text=article.text, published=month))])))
    assert [t.value for t in document.times] == ["XXXX-WXX-5", "2022"]
