"""When events happened, and in what order, in sentences that leave the grammar in no doubt."""

from collections.abc import Callable

import pytest

from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.model import Document, Event
from dateline.when import when

FRIDAY = "2023-11-24"
Parse = Callable[..., Document]


@pytest.fixture(scope="session")
def told(parse: Parse) -> Callable[..., Document]:
    """A text after all stages that dating needs."""

    def run(text: str, day: str | None = FRIDAY) -> Document:
        return next(iter(when(cast(find(date([parse(text, date=day)]))))))

    return run


def event(document: Document, word: str) -> Event:
    """The event with a word."""
    return next(e for e in document.events if e.text == word)


def bounds(found: Event) -> tuple[str | None, ...]:
    """The four bounds as ISO dates."""
    when = found.when
    days = (when.earliest_begin, when.latest_begin, when.earliest_end, when.latest_end)
    return tuple(day and day.isoformat() for day in days)


# text, event, EDTF
DATED = [
    ("The ministers met in Oslo on Thursday.", "met", "2023-11-23"),
    ("On Thursday the ministers met in Oslo.", "met", "2023-11-23"),
    ("The ministers held a meeting in Oslo on Thursday.", "held", "2023-11-23"),
    ("A woman was hurt when a wall collapsed in March.", "hurt", "2023-03"),
    ("Thousands fled their homes after a typhoon tore across the island on Thursday.", "tore", "2023-11-23"),
    ("Thousands fled their homes after a typhoon tore across the island on Thursday.", "typhoon", "2023-11-23"),
    ("Four people were killed in the crash on Thursday.", "crash", "2023-11-23"),
    ("He is to be sworn in when parliament returns next month.", "sworn", "2023-12"),
    ("Two climbers were killed and a third was injured when they fell on Thursday.", "killed", "2023-11-23"),
    ("Holm led the council until 2019, when he retired.", "retired", "2019"),
    ("Holm led the council until 2019, when he retired.", "led", "../2019"),
    ("Aid goes on until Monday, when the envoys will meet.", "meet", "2023-11-27"),
    ("The club has not won a title since 1998, when it beat Rovers.", "beat", "1998"),
    ("Holm lived in Oslo from 2001 until 2005, when he moved to Rome.", "moved", "2005"),
    ("The inquest was put off until Wednesday, when a doctor is due to testify.", "testify", "2023-11-29"),
    ("Last year, the agency said, 40 ships sank off Libya.", "sank", "2022"),
    ("Since October 7, the ministry said, 900 people have died.", "died", "2023-10-07/2023-11-24"),
    ("In 2019, a spokesman told reporters, the firm bought a rival.", "bought", "2019"),
    ("On Thursday, the agency said that 40 ships sank last year.", "said", "2023-11-23"),
    ("On Thursday, police said, two men were shot on Wednesday.", "said", "2023-11-23"),
    ("On Sunday, the palace said, the ministers will dine in Oslo.", "dine", "2023-11-26"),
    ("Sales will fall next year, the company said.", "fall", "2024"),
    # what something happened in, or somebody became something by
    ("Ten soldiers died in fighting on Thursday.", "fighting", "2023-11-23"),
    ("Four people were killed in clashes with police on Thursday.", "clashes", "2023-11-23"),
    ("Aino Berg became the first woman to win the race on Thursday.", "became", "2023-11-23"),
    # a raid that is launched is over, an offensive goes on
    ("Rebels launched a raid on the town on Thursday.", "raid", "2023-11-23"),
    ("The army launched an offensive in June.", "offensive", "2023-06/.."),
    # a feast that tells of a day, and of a season
    ("Police stopped the Easter parade.", "parade", "2023-04-09"),
    ("A man was shot at an office Christmas party on Thursday.", "party", "2023-11-23"),
    # what is remembered on an anniversary
    ("Relatives met on Thursday on the second anniversary of his abduction.", "abduction", "2021-11-23"),
    ("They will mark the tenth anniversary of the attack on Monday.", "attack", "2013-11-27"),
    ("Thursday marked the 20th anniversary of the crash.", "crash", "2003-11-23"),
    ("Lima marked on Thursday 10 years since the coup.", "coup", "2013-11-23"),
    # shortly before or after something
    ("Lind was killed shortly after being captured in March 1996.", "killed", "1996-03~"),
    ("Lind fled shortly before the coup in 1999.", "fled", "1999~"),
    ("Lind died within weeks of his capture on March 26, 1996.", "died", "1996-03-26~"),
    ("Lind died within weeks of his capture on March 26, 1996.", "capture", "1996-03-26"),
    ("Lind died within weeks or months of his capture on March 26, 1996.", "died", "1996-03-26~"),
    # a length of time up to now
    ("The firm has sold two million phones in the 6 weeks since its launch.", "sold", "[2023-10-10..2023-11-24]"),
    ("In the two years he has been in office, Lind has signed nine bills.", "signed", "[2021-05-26..2023-11-24]"),
    ("Lind has led the party for ten years.", "led", "2013~/2023-11-24"),
    ("Rebels have been fighting for three weeks.", "fighting", "2023-11-03~/2023-11-24"),
    # an hour of the day that the news tells of
    ("A bomb exploded on Thursday. A bus burned. Two men died. The bomb went off at 7 a.m.", "went", "2023-11-23"),
    ("A bomb exploded on Thursday. The queen will speak at 7 a.m.", "speak", "2023-11-24"),
    # what is released tells its findings then
    ("A report released on Thursday found that 20 people had died.", "found", "2023-11-23"),
    ("A report released on Thursday found that 20 people had died.", "report", "2023-11-23"),
    ("The warrant issued on Thursday charged Holm with murder.", "charged", "2023-11-23"),
    # what was done to the victim of it
    ("Police named a man over the 1995 shooting of Ann Lind, who was wounded in the arm.", "wounded", "1995"),
    # there were reports of it
    ("There were reports of explosions on Thursday.", "explosions", "2023-11-23"),
    # attacks that the world knows by name
    ("Critics said the 9/11 attacks were foreseen.", "attacks", "2001-09-11"),
    ("The September 11 attacks killed thousands.", "killed", "2001-09-11"),
    ("Silva was convicted of the Lockerbie bombing in 2001.", "bombing", "1988-12-21"),
    ("Silva was convicted of the Lockerbie bombing in 2001.", "convicted", "2001"),
    # a time before the preposition that opens a clause
    ("Holm was found guilty on Thursday of killing a guard.", "found", "2023-11-23"),
    ("Holm was convicted on Thursday of killing a guard.", "convicted", "2023-11-23"),
    # so long ahead of something
    ("Three days ahead of the September 14 vote, Holm resigned.", "resigned", "2023-09-11"),
    # a time of what is planned, expected or marked, or of the telling of it
    ("Peru announced a plan to buy ships in March.", "announced", "2023-03"),
    ("The club announced plans in April to close its school.", "announced", "2023-04"),
    ("Sweden will mark the victory over Spain in 2010.", "victory", "2010"),
    ("The bank forecasts a recession in 2025.", "recession", "2025"),
    ("Investors fear a crash next year.", "crash", "2024"),
    ("Peru offered talks on December 4.", "talks", "2023-12-04"),
    ("A ruling was expected next week.", "ruling", "[2023-11-27..2023-12-03]"),
    ("The envoy is expected in Oslo next week.", "expected", "[2023-11-27..2023-12-03]"),
    ("The mayor plans to resign next year.", "resign", "2024"),
    ("The lawyer said he would seek bail next week.", "seek", "[2023-11-27..2023-12-03]"),
    ("The firm made an attempt to buy its rival in 2014.", "made", "2014"),
    ("The firm reported a second-quarter loss last month.", "reported", "2023-10"),
    ("The chairman told a news conference in Tokyo on Thursday that sales rose.", "told", "2023-11-23"),
    ("The chairman told a news conference in Tokyo on Thursday that sales rose.", "conference", "2023-11-23"),
    ("The deputy said the government should publish its plan before the October session.", "session", "2024-10"),
    ("The ministers held a meeting in Oslo on Thursday.", "meeting", "2023-11-23"),
    ("The ministers met on Thursday and signed a treaty.", "signed", "2023-11-23"),
    ("On Sunday the ministers will dine in Oslo, the palace said.", "dine", "2023-11-26"),
    ("On Sunday the ministers dined in Oslo, the palace said.", "dined", "2023-11-19"),
    ("A quake struck Peru on Monday. Help came on Thursday. The quake destroyed 400 houses.", "destroyed", "2023-11-20"),
    ("Sales grew, reflecting the purchase of a rival in March.", "purchase", "2023-03"),
    ("The mayor worked with the unions to reform the banks in the 1990s.", "worked", "199X"),
    ("The bombings in Lima killed ten people last week.", "bombings", "[2023-11-13..2023-11-19]"),
    ("The suit was settled in 1991, with the firm paying $26 million.", "paying", "1991"),
    ("Police said they believe the group was behind two killings in Lima last week.", "killings", "[2023-11-13..2023-11-19]"),
    ("The firm said that sales have doubled since its launch in 2003.", "launch", "2003"),
    ("The rebels attacked the village last week.", "attacked", "[2023-11-13..2023-11-19]"),
    ("The rebels attacked the village in 2019.", "attacked", "2019"),
    ("The rebels attacked the village in March 2019.", "attacked", "2019-03"),
    ("The rebels attacked the village two days ago.", "attacked", "2023-11-22"),
    ("The rebels attacked the village in early March 2019.", "attacked", "[2019-03-01..2019-03-12]"),
    ("The ministers will meet in Oslo on Monday.", "meet", "2023-11-27"),
    ("The court will rule next year.", "rule", "2024"),
    ("The court will rule within three weeks.", "rule", "[2023-11-24..2023-12-15]"),
    ("The court will rule in ten days.", "rule", "2023-12-04"),
    ("The court will rule in two weeks.", "rule", "[2023-12-01..2023-12-15]"),
    ("The agreement reached in 1991 was broken.", "agreement", "1991"),
    ("Friday's attack killed two soldiers.", "attack", "2023-11-24"),
    ("The Thursday attack killed two soldiers.", "attack", "2023-11-23"),
    ("An attack on the village on Thursday killed two soldiers.", "attack", "2023-11-23"),
    ("Soldiers have fought in the province since October 7.", "fought", "2023-10-07/2023-11-24"),
    ("The ministers met between 3 March 2019 and 9 March 2019.", "met", "[2019-03-03..2019-03-09]"),
    ("The ministers met from November 6 to 9.", "met", "2023-11-06/2023-11-09"),
    ("The president resigned before 3 March 2019.", "resigned", "[..2019-03-03]"),
    ("The president resigned after 3 March 2019.", "resigned", "[2019-03-03..2023-11-24]"),
    ("The talks began on Thursday.", "talks", "2023-11-23/.."),
    ("The strike ended on Thursday.", "strike", "../2023-11-23"),
    ("The truce took effect on Thursday.", "truce", "2023-11-23/.."),
    ("An airstrike killed two people on Thursday.", "airstrike", "2023-11-23"),
    ("The company announced Thursday it has sold its mines.", "announced", "2023-11-23"),
    # what passive verbs and infinitives of phase speak of
    ("The referendum will be held in March.", "referendum", "2024-03"),
    ("A treaty was signed and a ceasefire was reached on Thursday.", "ceasefire", "2023-11-23"),
    ("The vote is due to take place in March.", "vote", "2024-03"),
    ("The summit, due to be held in Oslo on Monday, was cancelled.", "summit", "2023-11-27"),
    ("The summit, to be held in Oslo on Monday, was cancelled.", "summit", "2023-11-27"),
    ("The run-off election is due on 28 December.", "election", "2023-12-28"),
    ("The town was hit by a stronger quake in August 2001.", "quake", "2001-08"),
    ("The attack was followed by a raid on Thursday.", "raid", "2023-11-23"),
    ("The attack was followed by a raid on Thursday.", "attack", "2023-11-23?"),
    # a date of a thing that is an occasion
    ("In Monday's newspaper the minister wrote that taxes would rise.", "wrote", "2023-11-20"),
    ("He scored twice in Sunday's game.", "scored", "2023-11-19"),
    ("She criticised Thursday's verdict.", "verdict", "2023-11-23"),
    ("She won Thursday's race.", "won", "2023-11-23"),
    # a time between a subject and its verb
    ("A similar claim by a group in 2010 was later withdrawn.", "claim", "2010"),
    ("The attack on the village in 2014 was condemned.", "attack", "2014"),
    ("A protest by teachers on Thursday turned violent.", "turned", "2023-11-23"),
    ("The raid on Thursday closed the road.", "closed", "2023-11-23"),
    ("The army on Thursday attacked the town.", "attacked", "2023-11-23"),
    ("The strike, in 2014, crippled the port.", "crippled", "2014"),
    ("The talks will on Monday resume in Oslo.", "resume", "2023-11-27"),
    # a time behind what somebody is asked to, or goes to
    ("The minister has been invited to Vienna for talks on December 2.", "talks", "2023-12-02"),
    ("The president flew to Paris for talks on Monday.", "talks", "2023-11-20"),
    ("The president flew to Paris for talks on Monday.", "flew", "2023-11-20"),
    # what somebody is called by the way has years of its own
    ("Aino Berg, the 2009 champion, crashed on Thursday.", "crashed", "2023-11-23"),
    ("Aino Berg, champion in 2009, crashed on Thursday.", "crashed", "2023-11-23"),
    ("Aino Berg, who was mayor in 2009, died on Thursday.", "died", "2023-11-23"),
    ("Aino Berg, now a senator, was charged on Thursday.", "charged", "2023-11-23"),
    ("Aino Berg, elected in 2009, died on Thursday.", "elected", "2009"),
    ("Soldiers entered Kilo, a town in the north, on Thursday.", "entered", "2023-11-23"),
    ("The strike, a protest on Thursday, shut the port.", "protest", "2023-11-23"),
    # what lasted ended then
    ("The strike lasted until Monday.", "lasted", "../2023-11-20"),
    # a period told by its end
    ("Sales fell in the six months to June 30.", "fell", "[2023-01-01..2023-06-30]"),
    ("Sales will fall in the year to March.", "fall", "[2023-04-01..2024-03-31]"),
    # a bound, or the end of a change, is no comparison
    ("Prices rose more than 30 percent in May.", "rose", "2023-05"),
    ("Sales grew from 30,000 in May to 40,000 in June.", "grew", "2023-06"),
    ("Prices will rise from Monday.", "rise", "2023-11-27/.."),
    ("Divers recovered bodies from two houses in May.", "recovered", "2023-05"),
    # times told in a row
    ("The team won titles in 1900 and 1924.", "won", "[1900-01-01..1924-12-31]"),
    ("Floods hit the town in May and June.", "hit", "[2023-05-01..2023-06-30]"),
    ("The minister resigned in 2014 and in 2016 returned.", "resigned", "2014"),
    # a noun right before the second time of a verb
    ("On Thursday, police arrested a man over the attack on Tuesday.", "attack", "2023-11-21"),
    ("On Thursday, police arrested a man over the attack on Tuesday.", "arrested", "2023-11-23"),
    ("The president won the election in 2012 and again in 2016.", "won", "2012"),
    ("The mayor of the town in the 1980s died in Madrid on Thursday.", "died", "2023-11-23"),
    ("Prices in the 1990s rose sharply.", "rose", "199X"),
    # two years with a dash between them
    ("The firm lost millions in 2007-08.", "lost", "[2007-01-01..2008-12-31]"),
    ("Holm ruled from 1999-2003.", "ruled", "1999/2003"),
    ("The strike of 1984-85 closed the mine.", "strike", "1984/1985"),
    ("He led the civil war of 1991-2002.", "war", "1991/2002"),
    ("The war (1999-2003) killed thousands.", "war", "1999/2003"),
    ("The minister (1999-2003) was arrested on Thursday.", "arrested", "2023-11-23"),
    # how long what happens lasts, and how long what is done holds
    ("Nurses will strike for 48 hours from Monday.", "strike", "2023-11-27/2023-11-28~"),
    ("The editor was jailed for nine years in 2014.", "jailed", "2014"),
    # joined verbs of one perfect share a day
    ("The rebels had fled in March and joined the army.", "joined", "2023-03"),
    # what takes effect: what holds from then on begins, what was made once does not
    ("The ban will take effect on December 1.", "ban", "2023-12-01/.."),
    ("The decision, which was taken on Thursday, will take effect on December 1.", "decision", "2023-11-23"),
    # what does not come before a time
    ("The vote cannot take place before 2025.", "vote", "[2025-01-01..]"),
    ("The talks will not resume before Monday.", "resume", "[2023-11-27..]"),
    ("The plant is not expected to open before June.", "open", "[2024-06-01..]"),
    ("The king did not resign until 2014.", "resign", "2014"),
    ("The vote will take place before 2025.", "vote", "[2023-11-24..2025-12-31]"),
    ("The plant did not open before 2014.", "open", "[..2014-12-31]"),
    ("He urged the mayor not to close the camp before December.", "close", "[2023-11-24..2023-12-31]"),
    # an hour is of the day named with it
    ("Rebels attacked the town before dawn on Thursday.", "attacked", "2023-11-23"),
    ("The plane landed after 10 p.m. on Thursday.", "landed", "2023-11-23"),
    ("The ship must leave before Thursday morning.", "leave", "[2023-11-24..2023-11-30]"),
    # what is set for a time
    ("An exercise is scheduled for next month.", "exercise", "2023-12"),
    ("The exercise scheduled for next month was called off.", "exercise", "2023-12"),
    ("The mayor has scheduled a vote for Monday.", "vote", "2023-11-27"),
    ("The leaders will attend a summit set for Vienna in April.", "summit", "2024-04"),
    ("The hearing, scheduled for Oslo on Monday, was called off.", "hearing", "2023-11-27"),
    ("The trial was postponed until Monday.", "trial", "2023-11-27"),
    ("The launch, planned for 2020, has been delayed to 2025.", "launch", "2025"),
    ("The vote was moved to Monday.", "vote", "2023-11-27"),
    ("The troops moved to the coast on Monday.", "moved", "2023-11-20"),
    # what there was
    ("There was a flood in Kenya on Thursday.", "flood", "2023-11-23"),
    ("On Monday, there were clashes in the capital.", "clashes", "2023-11-20"),
    ("There will be a vote in March.", "vote", "2024-03"),
    # who speaks in a text speaks on the day of that
    ("The bank said in a statement issued on Wednesday that it had cut jobs.", "said", "2023-11-22"),
    ("Lind, in a message that was read out on Wednesday, said she was sorry.", "said", "2023-11-22"),
    ("A report released in May said prices fell.", "said", "2023-05"),
    # a quarter that is not over yet is one of a book year
    ("Sales fell in the third quarter.", "fell", "2023-35"),
    ("Sales fell in the fourth quarter.", "fell", "2023"),
    ("Sales fell in the first quarter of the financial year.", "fell", "2023"),
    # what was reported for a period, and what was done after something new or during a meeting
    ("The bank reported a loss of $3 million for the second quarter.", "loss", "2023-34"),
    ("A man was held after a chase on Thursday.", "held", "2023-11-23"),
    ("A man was held after a chase on Thursday.", "chase", "2023-11-23"),
    ("The pact was signed on Thursday, during their meetings in Oslo.", "meetings", "2023-11-23"),
    # a year that is but the number of something
    ("Oslo will open its World Summit 2019 on December 7.", "open", "2023-12-07"),
    ("Oslo opened its World Summit 2023 on Thursday.", "opened", "2023-11-23"),
    # some nights of the week, from a day on
    ("Nurses will strike on Monday and Tuesday nights from December 4.", "strike", "2023-12-04/.."),
    # what has gone on since something, and the day of that alone
    ("Hunger has spread since the coup in 2013.", "spread", "2013/2023-11-24"),
    ("Shares have lost 3 percent since Tuesday's close.", "close", "2023-11-21"),
    ("Shares have lost 3 percent since Tuesday's close.", "lost", "2023-11-21/2023-11-24"),
    ("Ten men were held after Monday's attack.", "attack", "2023-11-20"),
    ("The club has won ten cups since its founding in 1949.", "won", "1949/2023-11-24"),
    ("The king fled in 1979. Since then, rebels have held the capital.", "held", "1979/2023-11-24"),
    # so long before, after or within so long of something told
    ("The vote was held on November 7. At dawn two days before the vote, rebels shelled the port.", "shelled", "2023-11-05"),
    ("The town voted on November 7. Holm was held within a week of the vote.", "held", "[2023-11-07..2023-11-14]"),
    ("Two weeks before the 2014 World Cup, the miners walked out.", "walked", "[2014-05-26..2014-07-03]"),
    ("Hours after the Monday morning blast, Holm fled.", "fled", "[2023-11-20..2023-11-21]"),
    ("Weeks before the May 2010 coup, the king fled.", "fled", "[2010-02-06..2010-05-24]"),
    # some time after what was told before
    ("The firm opened in May 2010. A few years later, it closed.", "closed", "[2011-05-01..2022-05-31]"),
    ("The strike began on March 3, 2014. Months later, the mill closed.", "closed", "[2014-04-03..2015-03-03]"),
    ("He joined the club in 2004. Several years earlier, he had fled Oslo.", "fled", "[1992-01-01..2003-12-31]"),
    ("The storm hit in May 2010. Roads stayed shut. Two years later, the bridge fell.", "fell", "[..2023-11-24]"),
    # a clause with "as", "because" or "when" that opens the sentence
    ("As ministers met last year, they promised aid.", "promised", "2022"),
    ("Because the dam burst on Monday, villagers left.", "left", "2023-11-20"),
    ("When the king died in 1998, the bishop said he was a saint.", "said", "1998"),
]


# a time that belongs to another event, or would put a fact of the past after publication
NOT_ITS_OWN = [
    ("The vote is due to take place in March.", "due", "2023-11-24"),
    ("Peru announced a plan to buy ships in March.", "buy", None),
    ("Sweden will mark the victory over Spain in 2010.", "mark", None),
    ("Peru offered talks on December 4.", "offered", "2023-11-24?"),
    ("The bank forecasts a recession in 2025.", "forecasts", "2023-11-24"),
    ("A ruling was expected next week.", "expected", None),
    ("He died on Thursday in the war.", "war", "2023-11-23?"),
    ("The firm held a Christmas party in Oslo.", "party", None),
    ("The man was jailed on Thursday in connection with riots.", "riots", None),
    ("The exercise scheduled for next month was called off.", "scheduled", None),
    ("The firm, sued in May, said it was sorry.", "said", "2023-11-24?"),
    ("The bank reported a loss of $3 million for the second quarter.", "reported", "2023-11-24?"),
    ("The bank reported a profit of 20 cents a share for the quarter ended Sept. 30.", "reported", "2023-11-24?"),
    ("The mayor resigned after the vote on Thursday.", "resigned", None),
    ("The judge quit after she told police of the theft.", "told", None),
    ("At dawn two days before the vote, rebels shelled the port.", "shelled", "2023-11-24?"),
    ("Holm was held within two weeks of the killing.", "killing", None),
    ("As the mayor said last year, the plan failed.", "failed", None),
    ("Just as she flew to Rome on Thursday, he visited Oslo.", "visited", None),
    ("Because he was jailed in 1998, he was refused a visa.", "refused", None),
    ("When the ferry sank in 2009, Holm said, he was at home.", "said", "2023-11-24?"),
    ("The mayor has scheduled a vote for Monday.", "scheduled", "2023-11-24?"),
    ("A similar claim by a group in 2010 was later withdrawn.", "withdrawn", None),
    ("The attack in March later led to a war.", "led", None),
    ("The attack in 1998 inspired a film.", "inspired", None),
    ("The minister has been invited to Vienna for talks on December 2.", "invited", "2023-11-24?"),
    ("The decision will take effect on December 1.", "decision", None),
    ("The man was released on bail until December 15.", "released", "2023-11-24?"),
    ("The man was remanded until Monday.", "remanded", "2023-11-24?"),
    ("The road has been closed until Monday.", "closed", "2023-11-24?"),
    ("The rebels took up arms in 1984 and thousands have been killed.", "killed", None),
    ("Inflation has soared, and looters attacked shops on Thursday.", "soared", "2023-11-24?"),
    ("The ferry sank on Friday. Divers found the wreck two days later.", "found", "2023-11-24?"),
]


@pytest.mark.parametrize(("text", "word", "edtf"), NOT_ITS_OWN, ids=[f"{w}: {t}" for t, w, _ in NOT_ITS_OWN])
def test_a_time_of_another_event_is_not_taken(told: Callable[..., Document], text: str, word: str, edtf: str | None) -> None:
    assert event(told(text), word).when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The firm sold bonds due March 15, 2007.", "sold"),
        ("The mayor rang a bell from an 18th-century church.", "rang"),
        ("The studio was founded by the current mayor.", "founded"),
        ("Holders will receive a premium over Wednesday's closing price.", "receive"),
        ("Shares fell 3 percent from Wednesday's closing price.", "fell"),
        ("The minister read from Friday's newspaper.", "read"),
        ("She criticised Thursday's verdict.", "criticised"),
        ("Aino Berg, a 1998 laureate, died at home.", "died"),
        ("The minister met Aino Berg, the 2009 champion.", "met"),
    ],
)
def test_the_date_of_a_thing_is_not_that_of_the_event(told: Callable[..., Document], text: str, word: str) -> None:
    assert event(told(text), word).when.edtf in (None, "2023-11-24?")


def test_what_was_to_come_long_ago_is_not_to_come_today(told: Callable[..., Document]) -> None:
    """Plans of a past without a day say nothing of publication; plans of today do."""
    assert bounds(event(told("They had planned to take refuge in the hills."), "take")) == (None,) * 4
    assert bounds(event(told("They plan to take refuge in the hills."), "take")) == (FRIDAY, None, FRIDAY, None)


def test_what_is_marked_is_over_and_what_foresees_it_is_now(told: Callable[..., Document]) -> None:
    assert event(told("The king will repeat his visit to Oslo in 2012."), "visit").status == "actual"
    assert event(told("The king will make a visit to Oslo in 2025."), "visit").status == "planned"
    assert event(told("The bank forecasts a recession in 2025."), "forecasts").status == "actual"


@pytest.mark.parametrize(("text", "word", "edtf"), DATED, ids=[f"{w}: {t}" for t, w, _ in DATED])
def test_dated(told: Callable[..., Document], text: str, word: str, edtf: str) -> None:
    found = event(told(text), word)
    assert found.when.edtf == edtf
    assert found.when.times
    assert found.when.why


# text, event, four bounds
BOUNDED = [
    (
        "The minister visited Oslo after a trip to Rome and before the summit on Thursday.",
        "trip",
        (None, "2023-11-23", None, "2023-11-23"),
    ),
    ("The ministers met in Oslo.", "met", (None, FRIDAY, None, FRIDAY)),
    ("The ministers will meet in Oslo.", "meet", (FRIDAY, None, FRIDAY, None)),
    ("The ministers plan to meet in Oslo.", "meet", (FRIDAY, None, FRIDAY, None)),
    ("The ministers met in Oslo last week.", "met", ("2023-11-13", "2023-11-19", "2023-11-13", "2023-11-19")),
    ("Soldiers have fought there since October 7.", "fought", ("2023-10-07", "2023-10-07", FRIDAY, FRIDAY)),
    ("Soldiers fought there until October 7.", "fought", (None, "2023-10-07", "2023-10-07", "2023-10-07")),
    ("The talks began on Thursday.", "talks", ("2023-11-23", "2023-11-23", "2023-11-23", None)),
    ("The minister said prices would rise.", "said", ("2023-11-23", FRIDAY, "2023-11-23", FRIDAY)),
    ("The minister said on Thursday that prices would rise.", "rise", ("2023-11-23", None, "2023-11-23", None)),
    ("The ministers met after seven weeks of strikes.", "strikes", ("2023-09-29", "2023-10-13", None, FRIDAY)),
    ("The party criticized the attack.", "attack", (None, FRIDAY, None, FRIDAY)),
    ("The priests condemned the war.", "war", (None, FRIDAY, None, None)),
    ('"People are suffering," Silva said in August.', "suffering", (None, "2023-08-31", "2023-08-01", None)),
    ('"They won the vote," Silva said in August. "I saw the ships leave."', "saw", (None, "2023-08-31", None, "2023-08-31")),
    ('"People are suffering," Silva said on Thursday.', "suffering", (None, FRIDAY, FRIDAY, None)),
    ("The four-day truce began on Thursday.", "truce", ("2023-11-23", "2023-11-23", "2023-11-26", "2023-11-27")),
    ("The minister resigned two days after the vote on 3 March 2019.", "resigned", ("2019-03-05",) * 4),
]


COMPARED = [
    ("It was the worst storm since 2019.", "storm"),
    ("The minister made the first visit since 2019.", "visit"),
    ("Prices rose to their highest level since May 2019.", "rose"),
    ("Support rose to 30 percent from 25 percent in May 2019.", "rose"),
    ("Profit rose to $5 million, against $3 million in 2019.", "rose"),
    ("Prices fell 3 percent compared with 2019.", "fell"),
    ("It is the biggest protest since the coup in 2019.", "protest"),
    ("Sales have risen to their highest level since the crash in 2019.", "risen"),
    ("Prices fell 3 percent from May 2019.", "fell"),
]


@pytest.mark.parametrize(("text", "word"), COMPARED, ids=[text for text, _ in COMPARED])
def test_a_comparison_is_no_date(told: Callable[..., Document], text: str, word: str) -> None:
    assert "2019" not in (event(told(text), word).when.edtf or "")


@pytest.mark.parametrize(("text", "word", "wanted"), BOUNDED, ids=[f"{w}: {t}" for t, w, _ in BOUNDED])
def test_bounded(told: Callable[..., Document], text: str, word: str, wanted: tuple[str | None, ...]) -> None:
    assert bounds(event(told(text), word)) == wanted


UNDATED = [
    "The ministers met in Oslo on Thursday.",
    "The ministers met in Oslo.",
    "The ministers will meet in Oslo.",
    "The minister said prices would rise.",
    "Soldiers fought there until Friday.",
    "After seven weeks of strikes the ministers met yesterday.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_without_publication_date(told: Callable[..., Document], text: str) -> None:
    """No day is made up; what the text says of time is still linked."""
    for found in told(text, None).events:
        assert bounds(found) == (None,) * 4
        assert found.when.edtf is None


def test_day_of_unknown_year(told: Callable[..., Document]) -> None:
    found = event(told("Rebels attacked the village on October 7.", None), "attacked")
    assert bounds(found) == (None,) * 4
    assert (found.when.edtf, found.when.times) == ("XXXX-10-07", ("t1",))


# text, relation, first event, second event
ORDERED = [
    ("The minister said that he had resigned.", "before", "resigned", "said"),
    ("The minister arrested those who had attacked the village.", "before", "attacked", "arrested"),
    ("The ministers met before the vote.", "before", "met", "vote"),
    ("The ministers met ahead of the vote.", "before", "met", "vote"),
    ("The ministers met after the vote.", "after", "met", "vote"),
    ("The minister resigned after he lost the vote.", "after", "resigned", "lost"),
    ("Two people died during the protest.", "includes", "protest", "died"),
    ("The minister resigned because he lost the vote.", "cause", "lost", "resigned"),
    ("The minister resigned because of the protests.", "cause", "protests", "resigned"),
    ("The earthquake triggered a landslide.", "cause", "earthquake", "landslide"),
    ("Soldiers fired while crowds marched through the city.", "simultaneous", "fired", "marched"),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), ORDERED, ids=[row[0] for row in ORDERED])
def test_relations(told: Callable[..., Document], text: str, kind: str, source: str, target: str) -> None:
    document = told(text)
    text_of = {e.id: e.text for e in document.events}
    assert (kind, source, target) in [(r.type, text_of[r.source], text_of[r.target]) for r in document.relations]


def test_nothing_to_date(told: Callable[..., Document]) -> None:
    document = told("")
    assert document.events == document.relations == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lind spoke on Thursday before the tenth anniversary of the coup.", "coup"),
        ("Lind spoke on Thursday on the anniversary of the coup.", "coup"),
        ("The firm sold ten phones in the 6 weeks before the launch.", "sold"),
        ("The crash in May came after the vote.", "vote"),
        ("Lind said Holm was charged in the 1995 shooting of a guard.", "charged"),
        ("Silva said Holm has been jailed for ten years.", "jailed"),
    ],
)
def test_no_day_for_what_the_text_does_not_count(told: Callable[..., Document], text: str, word: str) -> None:
    assert event(told(text), word).when.edtf is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Bin Laden planned the 9/11 attacks.", "planned"),
        ("The 9/11 attacks led to a war.", "led"),
        ("The 9/11 attacks were foreseen. The attack shocked the town.", "attack"),
    ],
)
def test_what_the_world_knows_by_name_lends_its_day_to_nothing_else(told: Callable[..., Document], text: str, word: str) -> None:
    assert event(told(text), word).when.edtf in (None, "2023-11-24?")
