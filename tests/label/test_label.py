"""What events are called. A row: sentence, triggers, and the label of the last of them."""

from dataclasses import replace

import pytest

from dateline.label import label
from dateline.label.fillers import figure
from dateline.label.inflect import participle, third_person
from dateline.model import Actor, Quantity

PLAIN = [
    ("The army attacked the village.", "attacked", "Army attacks village"),
    ("Rebels attacked the village on Monday.", "attacked", "Rebels attack village"),
    ("The village was attacked.", "attacked", "Village attacked"),
    ("The village was attacked by rebels.", "attacked", "Rebels attack village"),
    ("Merkel met Obama in Berlin.", "met", "Merkel meets Obama in Berlin"),
    ("Two ministers resigned.", "resigned", "Ministers resign"),
    ("At least 27 people were killed in Gaza.", "killed", "At least 27 people killed in Gaza"),
    ("More than 14,800 people have been killed.", "killed", "At least 14,800 people killed"),
    ("Between 20 and 30 houses were destroyed.", "destroyed", "20 to 30 houses destroyed"),
    ("France sent weapons to Ukraine.", "sent", "France sends weapons to Ukraine"),
    ("The union is negotiating with the company.", "negotiating", "Union negotiates with company"),
    ("The firm relies on the bank.", "relies", "Firm relies on bank"),
    ("The minister held a meeting.", "held meeting", "Meeting by minister"),
    ("Talks between Iran and Iraq were held in Geneva.", "Talks", "Talks between Iran and Iraq in Geneva"),
    ("The minister held a meeting with the king.", "held meeting", "Minister meets king"),
    ("The release of the hostages was delayed.", "release", "Release of hostages"),
    ("The president travelled to Cairo.", "travelled", "President travels to Cairo"),
    ("The airstrike killed 27 people.", "airstrike killed", "27 people killed in airstrike"),
    ("The talks ended.", "ended", "Talks end"),
    ("Two soldiers killed in Mali", "killed", "2 soldiers killed in Mali"),
    ("Bank forced to pay workers", "forced", "Bank forced to pay workers"),
    ("A violent attack followed.", "attack", "Attack"),
]

NEUTRAL = [
    ("The brutal regime slaughtered innocent villagers.", "slaughtered", "Government kills villagers"),
    ("The brave army pounded the cruel terrorists.", "pounded", "Army attacks attackers"),
    ("The massacre of the villagers shocked many.", "massacre", "Killing of villagers"),
    ("The senator slammed the bank.", "slammed", "Senator criticises bank"),
]

STATUS = [
    ("Merkel met Obama.", "met", {"status": "planned"}, "Merkel will meet Obama"),
    ("Merkel met Obama.", "met", {"status": "negated"}, "Merkel does not meet Obama"),
    ("Merkel met Obama.", "met", {"polarity": "negative"}, "Merkel does not meet Obama"),
    ("Merkel met Obama.", "met", {"status": "possible"}, "Merkel may meet Obama"),
    ("Merkel met Obama.", "met", {"status": "conditional"}, "Merkel may meet Obama"),
    ("Merkel met Obama.", "met", {"status": "requested"}, "Merkel is asked to meet Obama"),
    ("Rebels attacked the village.", "attacked", {"status": "negated"}, "Rebels do not attack village"),
    ("The village was attacked.", "attacked", {"status": "planned"}, "Village to be attacked"),
    ("The village was attacked.", "attacked", {"status": "negated"}, "Village not attacked"),
    ("The village was attacked.", "attacked", {"status": "possible"}, "Village may be attacked"),
    ("The release of the hostages was delayed.", "release", {"status": "planned"}, "Planned release of hostages"),
    ("The release of the hostages was delayed.", "release", {"status": "negated"}, "No release of hostages"),
    ("The release of the hostages was delayed.", "release", {"status": "requested"}, "Requested release of hostages"),
]


@pytest.mark.parametrize(("text", "triggers", "expected"), PLAIN + NEUTRAL)
def test_label(played, text, triggers, expected):
    assert next(label([played(text, triggers)])).events[-1].label == expected


@pytest.mark.parametrize(("text", "triggers", "change", "expected"), STATUS)
def test_what_has_not_come_about_shows(played, text, triggers, change, expected):
    document = played(text, triggers)
    events = (*document.events[:-1], replace(document.events[-1], **change))
    assert next(label([replace(document, events=events)])).events[-1].label == expected


def test_actors_go_by_their_canonical_names(played):
    document = played("He attacked the strip.", "attacked")
    event = document.events[0]
    roles = tuple(replace(role, actor=f"a{i}") for i, role in enumerate(event.roles))
    actors = (Actor(id="a0", name="Ann Lee", type="person"), Actor(id="a1", name="Gaza Strip", type="place"))
    cast = replace(document, events=(replace(event, roles=roles),), actors=actors)
    assert next(label([cast])).events[0].label == "Ann Lee attacks Gaza Strip"


def test_a_pronoun_for_nobody_known_is_left_out(played):
    assert next(label([played("They attacked the village.", "attacked")])).events[0].label == "Village attacked"


def test_long_labels_are_cut_at_a_word(played):
    document = played("The army attacked the village.", "attacked")
    actors = (Actor(id="a1", name="The Very Long Name " * 8, type="organization"),)
    event = document.events[0]
    cast = replace(document, events=(replace(event, roles=(replace(event.roles[0], actor="a1"),)),), actors=actors)
    words = next(label([cast])).events[0].label
    assert len(words) <= 80 and words.endswith("…")


def test_labels_need_no_tokens(played):
    document = played("The army attacked the village.", "attacked")
    bare = replace(document, tokens=(), sentences=(), names=())
    assert next(label([bare])).events[0].label


@pytest.mark.parametrize(
    ("verb", "third", "done"),
    [
        ("meet", "meets", "met"),
        ("carry out", "carries out", "carried out"),
        ("deploy", "deploys", "deployed"),
        ("reach", "reaches", "reached"),
        ("stop", "stops", "stopped"),
        ("release", "releases", "released"),
        ("have", "has", "had"),
        ("kidnap", "kidnaps", "kidnapped"),
        ("visit", "visits", "visited"),
        ("veto", "vetoes", "vetoed"),
        ("fix", "fixes", "fixed"),
        ("detain", "detains", "detained"),
    ],
)
def test_verb_forms(verb, third, done):
    assert (third_person(verb), participle(verb)) == (third, done)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (27, None, "at least 27"),
        (None, 500, "up to 500"),
        (14800, 14800, "14,800"),
        (20, 30, "20 to 30"),
        (3.5e9, 3.5e9, "3.5 billion"),
        (3.2, 3.2, "3.2"),
        (20000, 99999, "20,000 to 99,999"),
        (None, None, ""),
    ],
)
def test_figures(low, high, words):
    assert figure(Quantity(start=0, end=1, kind="killed", unit="people", min=low, max=high)) == words
