"""Figures, their bounds and units, and the events they belong to. A row: sentence, triggers, figures of the last event."""

from dataclasses import replace

import pytest

from dateline.cast import cast
from playing import events_of

ROWS = [
    ("At least 27 people were killed.", "killed", "killed 27- people 'At least 27 people'"),
    ("A fire destroyed a shop at 20 Elm Street.", "destroyed", ""),
    ("The 32 Artillery Brigade shelled the village.", "shelled", ""),
    ("More than 14,800 people have been killed.", "killed", "killed 14800- people 'More than 14,800 people'"),
    ("Two soldiers died.", "died", "killed 2-2 soldier 'Two soldiers'"),
    ("The army killed dozens of rebels.", "killed", "killed 24-99 rebel 'dozens of rebels'"),
    ("The attack killed 12 civilians.", "killed", "killed 12-12 civilian '12 civilians'"),
    (
        "The navy freed five Thai and 11 Somali sailors.",
        "freed",
        "released 5-5 sailor 'five'; released 11-11 sailor '11 Somali sailors'",
    ),
    ("The navy freed five Thai and Somali sailors.", "freed", "released 5-5 sailor 'five Thai and Somali sailors'"),
    ("Police arrested three men.", "arrested", "detained 3-3 man 'three men'"),
    ("The rebels released 40 hostages.", "released", "released 40-40 hostage '40 hostages'"),
    ("Tens of thousands of people were killed.", "killed", "killed 20000-99999 people 'Tens of thousands of people'"),
    ("The 300 workers protested in the city.", "protested", "protested 300-300 worker '300 workers'"),
    ("120 countries voted.", "voted", "voted 120-120 country '120 countries'"),
    ("Between 20 and 30 houses were destroyed.", "destroyed", "destroyed 20-30 house 'Between 20 and 30 houses'"),
    ("Up to 500 workers were dismissed.", "dismissed", "dismissed -500 worker 'Up to 500 workers'"),
    ("No fewer than five soldiers were wounded.", "wounded", "injured 5- soldier 'No fewer than five soldiers'"),
    ("About 100 people were rescued.", "rescued", "rescued 90-110 people 'About 100 people'"),
    ("Nearly 200 families were displaced.", "displaced", "displaced 180-200 family 'Nearly 200 families'"),
    ("Fewer than ten people were injured.", "injured", "injured -10 people 'Fewer than ten people'"),
    ("Several people were hurt.", "hurt", "injured 3-9 people 'Several people'"),
    ("The bridge cost $3 billion.", "cost", "cost 3000000000-3000000000 USD '$3 billion'"),
    ("The bank paid 40 million euros.", "paid", "paid 40000000-40000000 EUR '40 million euros'"),
    ("Prices rose by 3.2 percent.", "rose", "rose 3.2-3.2 percent '3.2 percent'"),
    ("Sales fell 5%.", "fell", "fell 5-5 percent '5%'"),
    ("Two-thirds of voters rejected the plan.", "rejected", "share 66.6-66.7 percent 'Two-thirds of voters'"),
    ("There were 27 deaths.", "deaths", "killed 27-27 people '27 deaths'"),
    ("The army carried out three attacks.", "attacks", "attacked 3-3 attack 'three attacks'"),
    ("The storm destroyed 300 houses.", "destroyed", "destroyed 300-300 house '300 houses'"),
    ("Sales fell 5 percent", "fell", "fell 5-5 percent '5 percent'"),
    ("More than 2,300 farmers praised the court.", "praised", "count 2300- farmer 'More than 2,300 farmers'"),
    # so many of people nobody names
    ("Ten people were killed and 25 injured.", "killed", "killed 10-10 people 'Ten people'; injured 25-25 people '25'"),
    ("At least 60 miners died and more than 90 were hurt.", "died", "killed 60- miner 'At least 60 miners'"),
    ("At least 60 miners died and more than 90 were hurt.", "died hurt", "injured 90- people 'more than 90'"),
    ("Police said 15 people were killed and 31 wounded in the riot.", "killed wounded", "injured 31-31 people '31'"),
    ("The fire left 11 dead.", "left", "killed 11-11 people '11'"),
    ("30 wounded in bus crash", "wounded", "injured 30-30 people '30'"),
    # tolls
    ("The death toll rose to 57.", "rose", "killed 57-57 people '57'"),
    ("The death toll climbed to more than 300.", "climbed", "killed 300- people 'more than 300'"),
    ("Officials put the death toll at 19.", "put", "killed 19-19 people '19'"),
    ("The number of arrests rose to 80.", "rose", "detained 80-80 people '80'"),
    ("The index rose to 80.", "rose", "level 80-80  '80'"),
    # what rose to a level did not rise by it
    ("Inflation soared to 700 percent.", "soared", "level 700-700 percent '700 percent'"),
    ("Sales rose 3 percent to $40.", "rose", "rose 3-3 percent '3 percent'; level 40-40 USD '$40'"),
    ("Unemployment fell to 4 percent from 5 percent.", "fell", "level 4-4 percent '4 percent'"),
    ("The population grew from 2 million to 3 million.", "grew", "level 3000000-3000000  '2 million to 3 million'"),
    ("Two banks cut rates.", "cut", ""),
    ("Two banks cut 600 jobs.", "cut", "fell 600-600 job '600 jobs'"),
    ("Prices in 20 cities fell.", "fell", ""),
    ("Twelve stocks fell.", "fell", "fell 12-12 stock 'Twelve stocks'"),
    # words of more than one meaning
    ("The party won 60 seats.", "won", "won 60-60 seat '60 seats'"),
    ("Rebels fired 200 mortar shells at the town.", "fired", "fired 200-200 shell '200 mortar shells'"),
    ("Police seized three rifles.", "seized", "seized 3-3 rifle 'three rifles'"),
    ("The plan will save $150 million.", "save", "saved 150000000-150000000 USD '$150 million'"),
    ("Five rallies were held.", "rallies", "protested 5-5 rally 'Five rallies'"),
    # money
    ("The firm earned $45m.", "earned", "amount 45000000-45000000 USD '$45m.'"),
    ("He paid £1.5m for the house.", "paid", "paid 1500000-1500000 GBP '£1.5m'"),
    ("The city gave 20m euros.", "gave", "donated 20000000-20000000 EUR '20m euros'"),
    ("The city gave 5 mln euros.", "gave", "donated 5000000-5000000 EUR '5 mln euros'"),
    ("The fund raised $2 bln.", "raised", "raised 2000000000-2000000000 USD '$2 bln'"),
    ("The firm sold 3m new phones.", "sold", "sold 3000000-3000000 phone '3m new phones'"),
    ("The firm paid $10m to $20m.", "paid", "paid 10000000-20000000 USD '$10m to $20m.'"),
    ("The firm paid 20 to 30 million dollars.", "paid", "paid 20000000-30000000 USD '20 to 30 million dollars'"),
    ("The firm paid 20-30 million dollars.", "paid", "paid 20000000-30000000 USD '20-30 million dollars'"),
    ("The firm sold between 900 and 2,000 boats.", "sold", "sold 900-2000 boat 'between 900 and 2,000 boats'"),
    ("About 5m Syrians fled.", "fled", "displaced 4500000-5500000 people 'About 5m'"),
    ("The firm won a contract worth $3 billion.", "contract", "amount 3000000000-3000000000 USD '$3 billion'"),
    ("He was released on $2 million bail.", "released", "amount 2000000-2000000 USD '$2 million'"),
    ("Shares closed at A$3.10 in Sydney.", "closed", "amount 3.1-3.1 AUD 'A$3.10'"),
    ("The fund raised NZ$4 and HK$3.", "raised", "raised 4-4 NZD 'NZ$4'; raised 3-3 HKD 'HK$3'"),
    ("He paid S$400 to the firm.", "paid", "paid 400-400 SGD 'S$400'"),
    ("The firm paid Sh240 million.", "paid", "paid 240000000-240000000 KES 'Sh240 million'"),
    ("The state spent Rs 3 crore.", "spent", "cost 30000000-30000000 INR 'Rs 3 crore'"),
    ("The state spent Rs. 45 lakh.", "spent", "cost 4500000-4500000 INR 'Rs. 45 lakh'"),
    ("The firm paid RM500,000.", "paid", "paid 500000-500000 MYR 'RM500,000'"),
    ("The firm paid R5m.", "paid", "paid 5000000-5000000 ZAR 'R5m.'"),
    ("The firm donated N50 million.", "donated", "donated 50000000-50000000 NGN 'N50 million'"),
    ("Police closed the N50.", "closed", ""),
    ("Police closed the R15.", "closed", ""),
    # measures of several words, and what is counted by the head
    ("The dam released 500 cubic metres of water.", "released", "volume 500-500 cubic m '500 cubic metres'"),
    ("Winds reached 90 miles per hour.", "reached", "speed 90-90 mph '90 miles per hour'"),
    ("Thieves stole 40 head of cattle.", "stole", "count 40-40 cattle '40 head'"),
    ("Troops killed 10,000 of the 14,000.", "killed", "killed 10000-10000 people '10,000 of the 14,000'"),
    # kinds that a measure does not fit
    ("The bank was hit with a $5 million fine.", "hit", "amount 5000000-5000000 USD '$5 million'"),
    ("The poll gave Reed 40 percent.", "gave", "share 40-40 percent '40 percent'"),
    # magnitudes
    ("A 5.8 quake shook the town.", "quake", "magnitude 5.8-5.8 magnitude '5.8 quake'"),
    ("A quake of magnitude 5.8 shook the town.", "quake", "magnitude 5.8-5.8 magnitude 'magnitude 5.8'"),
    ("Two quakes shook the town.", "quakes", "count 2-2 quake 'Two quakes'"),
    # what changed, by how much and to what
    ("The peso weakened 0.4 percent.", "weakened", "fell 0.4-0.4 percent '0.4 percent'"),
    ("Oil fell below $45.", "fell", "level -45 USD 'below $45'"),
    ("Rates rose over 5 percent.", "rose", "rose 5- percent 'over 5 percent'"),
    ("The yen strengthened 0.5 percent.", "strengthened", "rose 0.5-0.5 percent '0.5 percent'"),
    ("The party gained 12 seats.", "gained", "won 12-12 seat '12 seats'"),
    ("Sailors rescued 534 migrants from five boats.", "rescued", "rescued 534-534 migrant '534 migrants'"),
    ("The index rose to 101.2.", "rose", "level 101.2-101.2  '101.2'"),
    ("The rebels advanced 20km.", "advanced", "distance 20-20 km '20km'"),
    # no figures
    ("The team won 3-0.", "won", ""),
    ("The team won 3–0.", "won", ""),
    ("The team lost 1-2.", "lost", ""),
    ("He was charged under Section 302.", "charged", ""),
    ("A driver, 34, was killed.", "killed", ""),
    ("A driver aged 34 was arrested.", "arrested", ""),
    ("She joined the theatre at 20.", "joined", ""),
    ("He won his first title at 22.", "won", ""),
    ("The two would sign the treaty on Monday.", "sign", ""),
    ("The teams have played each other nine times.", "played", ""),
    ("She was arrested three times.", "arrested", ""),
    ("Workers repaired the road for 7 weeks.", "repaired", ""),
    ("The army killed a rebel.", "killed", ""),
    ("He died on 3 May 2021.", "died", ""),
    ("She died in 2010.", "died", ""),
    ("One of the men died.", "died", ""),
    ("Three ministers said so.", "said", ""),
    ("The first man died.", "died", ""),
    ("Boeing 747 jets crashed.", "crashed", ""),
    # a particle says nothing of how many
    ("The rebels handed over 30 captives.", "handed", "count 30-30 captive '30 captives'"),
    ("The rebels handed over over 30 captives.", "handed", "count 30- captive 'over 30 captives'"),
    # an agency's sign of the pound, and of a rank
    ("The fund raised #50 million.", "raised", "raised 50000000-50000000 GBP '#50 million'"),
    ("The #40 song sold well.", "sold", ""),
    # numbers of houses, records of teams, versions
    ("Police raided 20 Elm Street.", "raided", ""),
    ("Police raided 20 streets.", "raided", "count 20-20 street '20 streets'"),
    ("The club had a 9-14 start.", "had", ""),
    ("The firm released the 4.0 browser.", "released", ""),
    ("A 6.1 quake hit the island.", "quake", "magnitude 6.1-6.1 magnitude '6.1 quake'"),
    # what is said in other words, what shares cost, what is only told of a thing
    (
        "Profit fell to 12 million pounds, or 16 pence a share.",
        "fell",
        "level 12000000-12000000 GBP '12 million pounds'; level 16-16 penny '16 pence'",
    ),
    ("Profit rose 5 percent, or $3 million.", "rose", "rose 5-5 percent '5 percent'; rose 3000000-3000000 USD '$3 million'"),
    ("The shares traded at $30.", "traded", "level 30-30 USD '$30'"),
    ("The stock, which was as high as $18, was trading under $4.", "trading", "level -4 USD 'under $4'"),
    ("The firm traded $30 million of oil.", "traded", "exchanged 30000000-30000000 USD '$30 million'"),
    ("A bomb hit a 30-foot boat.", "hit", ""),
    ("The army built a 30-mile wall.", "built", "produced 30-30 mile '30-mile'"),
    ("Boeing sold the 787 to Japan.", "sold", ""),
    ("The rebels released the 300.", "released", "released 300-300 people '300'"),
    # scales behind a hyphen, signs in two words, one number or the next, a unit told before
    ("The bank lost a $1-billion loan.", "lost", "lost 1000000000-1000000000 USD '$1-billion'"),
    ("The price was cut to US $99.", "cut", "level 99-99 USD 'US $99'"),
    ("The firm owes the US $3 billion.", "owes", "amount 3000000000-3000000000 USD '$3 billion'"),
    ("Police arrested five or six men.", "arrested", "detained 5-6 man 'five or six men'"),
    ("Four or 50 people died.", "died", "killed 4-4 people 'Four or 50 people'"),
    ("The rate was cut from 35 percent to 10.", "cut", "level 10-10 percent '10'"),
    # whom a change is for, who tells it, how far apart places are, what another subject's figure is
    ("Taxes rose for the bottom 40 percent.", "rose", ""),
    ("Taxes rose the full 5 percent.", "rose", "rose 5-5 percent '5 percent'"),
    ("The army attacked the town, according to 30 witnesses.", "attacked", ""),
    ("The soldiers attacked a village about 24 km north of Mosul.", "attacked", ""),
    ("The column drove 24 km north.", "drove", "distance 24-24 km '24 km'"),
    ("Bread was priced at $2 and milk at $3.", "priced", "cost 2-2 USD '$2'"),
]


def bound(value):
    return "" if value is None else f"{value:g}" if value < 1e5 else f"{value:.0f}"


@pytest.mark.parametrize(("text", "triggers", "expected"), ROWS)
def test_quantities(played, text, triggers, expected):
    document = played(text, triggers)
    found = [
        f"{q.kind} {bound(q.min)}-{bound(q.max)} {q.unit} '{document.text[q.start : q.end]}'"
        for q in document.events[-1].quantities
    ]
    assert "; ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "word", "type_", "kind"),
    [
        ("Gunmen seized 40 hostages.", "seized", "ARREST", "abducted"),
        ("Gunmen seized 40 hostages.", "seized", "COERCE", "seized"),
        ("Shares slid 2 percent.", "slid", "CHANGE", "fell"),
        ("Shares gained 2 percent.", "gained", "CHANGE", "rose"),
        ("The index eased to 101.2.", "eased", "CHANGE", "level"),
        ("The prime minister dropped two ministers.", "dropped", "RESIGN", "dismissed"),
        ("He won gold in the 100m.", "won", "WIN", ""),
        ("She won the 200 metres gold.", "won", "WIN", ""),
        ("He beat Lind in the 400m hurdles.", "beat", "WIN", ""),
        ("Two ships were seized by creditors.", "seized", "ARREST", "seized"),
        ("Jets raided three villages.", "raided", "ASSAULT", "attacked"),
        ("Police raided three firms.", "raided", "COERCE", "count"),
        ("The firm fired 200 workers.", "fired", "EMPLOY", "dismissed"),
        ("The mayor fired 200 workers.", "fired", "RESIGN", "dismissed"),
        ("Three workers died in the fire.", "fire", "ACCIDENT", "count"),
        ("Rebels fired 200 missiles.", "fired", "ASSAULT", "fired"),
        ("The doctors saved 40 children.", "saved", "RESCUE", "rescued"),
        ("They were holding 30 hostages.", "holding", "ARREST", "detained"),
        ("The index lost 45 points to 18,500.", "lost", "CHANGE", "lost level"),
        ("The motion was lost by 398 votes to 21.", "lost", "WIN", "voted"),
        ("The panel voted by nine to one.", "voted", "VOTE", ""),
        ("Twelve engineers fell ill.", "fell", "DISEASE", "infected"),
        ("The watchdog hit the bank with a fine of £72m.", "hit", "RULE", "fined"),
    ],
)
def test_the_type_of_an_event_tells_what_its_word_means(parse, text, word, type_, kind):
    document = parse(text)
    events = [replace(event, type=type_) for event in events_of(document, (word,))]
    (found,) = next(cast([replace(document, events=tuple(events))])).events
    assert [q.kind for q in found.quantities] == kind.split()


def test_a_figure_counts_for_every_event_its_noun_takes_part_in(played):
    document = played("Twenty people were forced to flee.", "forced flee")
    assert [[q.min for q in event.quantities] for event in document.events] == [[20], [20]]


def test_amounts_of_money_are_no_participants(played):
    document = played("The bank paid $5 million to the city.", "paid")
    assert [r.role for r in document.events[0].roles] == ["agent", "recipient"]
