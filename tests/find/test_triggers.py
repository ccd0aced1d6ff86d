"""Which words are event mentions, and which are not."""

from collections.abc import Callable

import pytest

from dateline.find import find
from dateline.model import Document

Parse = Callable[..., Document]

# sentence | words that are event mentions | words that are none
ROWS = [
    ("Profits fell compared with last year.", "fell", "compared"),
    ("The firm, based in Oslo, sold its mines.", "sold", "based mines"),
    ("The opposition attacked the budget.", "attacked", "opposition"),
    ("The statement blamed the rebels.", "blamed", "statement rebels"),
    ("The council imposed sanctions on the junta.", "imposed sanctions", "council junta"),
    ("The Ruiz campaign said on Monday that it would pay.", "said pay", "campaign"),
    ("The bank raised rates three times in a row.", "raised", "row"),
    ("The Ruiz campaign was happy to hear it.", "happy hear", "campaign"),
    ("Holm is said to be the leader of a group.", "said", "leader"),
    ("He came from the war-torn north.", "came", "war torn north"),
    ("The war in the north goes on.", "war goes", "north"),
    ("His address to the nation was praised.", "address praised", "nation"),
    ("The address of the house was not known.", "", "address house"),
    ("In a televised address he thanked the nurses.", "address thanked", "nurses"),
    ("Profit before interest and tax rose.", "rose", "Profit interest tax"),
    ("He left before the vote.", "left vote", "He"),
    ("He holds 500,000 shares.", "holds", "shares"),
    ("The screen has a high resolution.", "has", "resolution screen"),
    ("She wants to be president.", "wants", "president"),
    ("The Ruiz campaign lasted a year.", "campaign lasted", "year"),
    # where the network is sure that a word tells of no event
    ("The banker wore a suit and a tie to his trial.", "wore trial", "suit tie"),
    ("The defense called no witnesses.", "called", "defense"),
    ("They live in a settlement near Hebron.", "live", "settlement"),
    ("The hospital bought a replacement.", "bought", "replacement"),
    ("Flight 308 crashed near Oslo.", "crashed", "Flight"),
    ("The flight to Oslo was delayed.", "flight delayed", "Oslo"),
    ("The country has no tanks to speak of.", "has", "speak"),
    ("Soldiers attacked the village on Monday.", "attacked", "Soldiers village Monday"),
    ("The minister has been visiting Kenya.", "visiting", "has been minister"),
    ("She will resign in May.", "resign", "will"),
    ("About 20 people were held.", "held", "people"),
    ("The ferry carried too many people.", "carried", "people ferry"),
    ("The mayor held a party.", "held party", "mayor"),
    ("The army carried out an operation.", "carried operation", "army"),
    ("He is going to resign.", "resign", "going"),
    ("They had to leave the house.", "leave", "had house"),
    ("They have got to leave the house.", "leave", "have got house"),
    ("He got to speak.", "got speak", "He"),
    ("The bridge was built by prisoners.", "built", "was prisoners"),
    ("Police may arrest the driver.", "arrest", "may driver"),
    ("The company stopped selling the drug.", "stopped selling", "drug company"),
    ("An explosion killed five people.", "explosion killed", "people"),
    ("Three people died in the earthquake.", "died earthquake", "people"),
    ("The attack on the port lasted an hour.", "attack lasted", "port hour"),
    ("A truce took effect at midnight.", "truce took", "midnight"),
    ('She directed "The Arrest" in May.', "directed", "Arrest"),
    ('Her novel "Running Away" won a prize.', "won", "Running"),
    ('He called the raid "an act of war".', "called raid war", "He"),
    ('"Stop the war," the crowd chanted.', "Stop war chanted", "crowd"),
    ("Violence erupted after the election.", "Violence erupted election", ""),
    ("The talks between Chad and Sudan failed.", "talks failed", "Chad Sudan"),
    ("The delivery of grain to Yemen began on Friday.", "delivery began", "grain Friday"),
    ("The president held a meeting with farmers.", "held meeting", "president farmers"),
    ("Rebels carried out an attack on the base.", "carried attack", "base"),
    ("She is afraid of losing her job.", "afraid losing", "job"),
    ("The workers are ready to strike.", "ready strike", "workers"),
    ("He is a teacher from Lima.", "", "is teacher Lima"),
    ("The red car is in the garage.", "", "red car garage"),
    ("The invasion of Kuwait shocked the region.", "invasion shocked", "Kuwait region"),
    ("Voters rejected the plan in a referendum.", "rejected referendum", "Voters"),
    ("According to officials, the fire destroyed the market.", "fire destroyed", "According officials market"),
    ("The strike force left the camp.", "left", "force camp"),
    ("A Chinese rescue team arrived in Turkey.", "arrived", "team rescue"),
    ("In exchange for the land, he paid a million dollars.", "paid", "land exchange"),
    ("The officer in charge of the prison resigned.", "resigned", "charge prison officer"),
    ("During the march, two students fainted.", "march fainted", "students"),
    ("The army withdrew its troops before the vote.", "withdrew vote", "troops army"),
    ("Parliament passed a law against smoking in bars.", "passed", "law bars"),
    ("Her statement surprised the court.", "surprised", "court"),
    ("The government announced the appointment of a new judge.", "announced appointment", "judge"),
    ("Bombing of the town continued for a third day.", "Bombing continued", "town day"),
    ("Everyone wants peace.", "wants", "Everyone"),
    ("Interest rates rose sharply.", "rose", "rates"),
    ("The rocket exploded shortly after liftoff.", "exploded liftoff", "rocket"),
    ("The hurricane damaged thousands of houses.", "hurricane damaged", "houses"),
    ("The funeral of the poet took place on Sunday.", "funeral took", "poet"),
    ("She published her tax return in May.", "published", "return"),
    ("The return of the exiles was planned.", "return planned", "exiles"),
    ("Shares rose on the stock exchange.", "rose", "exchange"),
    ("The exchange of prisoners began.", "exchange began", "prisoners"),
    ("He proposed at a birthday party in Lima.", "proposed party", "birthday"),
    ("The ruling party chose a new leader.", "chose", "party leader"),
    ("Police arrested her for drunk driving.", "arrested driving", "Police"),
    ("The driver was charged in a hit-and-run that killed a woman.", "charged killed", "hit driver"),
    ("Oil prices came down.", "came", "prices"),
    ("The loan carries an interest rate of four percent.", "carries", "rate"),
    ("A new war would ruin the country.", "war ruin", "would country"),
    ("The general is accused of war crimes.", "accused", "war"),
    ("Peru condemned the war games.", "condemned games", "war"),
    ("Two men were shot dead in Oslo.", "shot", "dead"),
    ("The raid left 20 wounded.", "raid left wounded", ""),
    ("He was found dead.", "found dead", ""),
    ("Turnout fell to 30 percent.", "Turnout fell", "percent"),
    ("The World Cup stadium was built by migrants.", "built", "Cup"),
    ("The road leading to the port was closed.", "closed", "leading"),
    ("The row has to do with water.", "row", "has do water"),
    ("The delay has nothing to do with the strike.", "delay strike", "do"),
    ("She has to do the job.", "do", "has"),
    ("They have got to rebuild it.", "rebuild", "got"),
    ("The Super Bowl was held in Houston.", "Bowl held", "Houston"),
    ("It was the Super Bowl of dog shows.", "", "Bowl"),
    ("She won three Emmys.", "won", "Emmys"),
    ("The navy launched a series of strikes.", "launched strikes", "series"),
    ("Any kind of attack will be answered.", "attack answered", "kind"),
    ("The plan drew criticism.", "drew criticism", "plan"),
    ("He underwent surgery.", "underwent surgery", "He"),
]


def mentions(document: Document) -> set[str]:
    return {event.text for found in find([document]) for event in found.events}


@pytest.mark.parametrize(("sentence", "events", "others"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_mentions(parse: Parse, sentence: str, events: str, others: str) -> None:
    found = mentions(parse(sentence))
    assert set(events.split()) <= found
    assert not set(others.split()) & found


def test_a_mention_is_one_word_and_ids_follow_the_text(parse: Parse) -> None:
    (document,) = find([parse("Rebels attacked a camp, and the army launched an operation. Talks were cancelled.")])
    assert [e.id for e in document.events] == [f"e{n}" for n in range(1, len(document.events) + 1)]
    assert [e.start for e in document.events] == sorted(e.start for e in document.events)
    assert all(document.text[e.start : e.end] == e.text and " " not in e.text for e in document.events)


@pytest.mark.parametrize(("sentence", "outcome"), [("The dam burst.", "events"), ("A red car.", "none")])
def test_outcome(parse: Parse, sentence: str, outcome: str) -> None:
    (document,) = find([parse(sentence)])
    assert [s.outcome for s in document.sentences] == [outcome]
