"""What events are called. A row: sentence, triggers, and the label of the last of them."""

from dataclasses import replace
from typing import get_args

import pytest

from dateline.label import label
from dateline.label.fillers import figure
from dateline.label.inflect import base, gerund, participle, third_person
from dateline.model import Actor, Attribution, Polarity, Quantity, Span, Status

PLAIN = [
    ("The army attacked the village.", "attacked", "Army attacks village"),
    ("Rebels attacked the village on Monday.", "attacked", "Rebels attack village"),
    ("The village was attacked.", "attacked", "Village attacked"),
    ("The village was attacked by rebels.", "attacked", "Rebels attack village"),
    ("Merkel met Obama in Berlin.", "met", "Merkel meets Obama in Berlin"),
    ("Two ministers resigned.", "resigned", "Ministers resign"),
    ("At least 27 people were killed in Gaza.", "killed", "At least 27 people killed in Gaza"),
    ("More than 14,800 people have been killed.", "killed", "More than 14,800 people killed"),
    ("Between 20 and 30 houses were destroyed.", "destroyed", "20 to 30 houses destroyed"),
    ("France sent weapons to Ukraine.", "sent", "France sends weapons to Ukraine"),
    ("Norvik bought six planes from Airbus.", "bought", "Norvik buys 6 planes from Airbus"),
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
    ("The third suspect fled.", "fled", "Suspect flees"),
    ("The waves shook the boat.", "shook", "Waves shake boat"),
    ("Nobody stopped the fuel leak.", "leak", "Fuel leak"),
    ("The army left the town.", "left", "Army leaves town"),
    ("They arrived in Lima.", "arrived", "Arriving in Lima"),
    ("The court released dozens of prisoners.", "released", "Court releases dozens of prisoners"),
    ("The army killed thousands.", "killed", "Army kills thousands of people"),
]

NEUTRAL = [
    ("The brutal regime slaughtered innocent villagers.", "slaughtered", "Government kills villagers"),
    ("The brave army pounded the cruel terrorists.", "pounded", "Army attacks attackers"),
    ("The massacre of the villagers shocked many.", "massacre", "Killing of villagers"),
    ("The senator slammed the bank.", "slammed", "Senator criticises bank"),
]

STATUS = [
    ("Merkel praised Obama.", "praised", {"status": "planned"}, "Merkel will praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "negated"}, "Merkel does not praise Obama"),
    ("Merkel praised Obama.", "praised", {"polarity": "negative"}, "Merkel does not praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "possible"}, "Merkel may praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "conditional"}, "Merkel would praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "generic"}, "Merkel praises Obama (in general)"),
    ("Merkel praised Obama.", "praised", {"status": "planned", "polarity": "negative"}, "Merkel will not praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "requested", "polarity": "negative"}, "Merkel is asked not to praise Obama"),
    ("Merkel praised Obama.", "praised", {"status": "requested"}, "Merkel is asked to praise Obama"),
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


SORTS = [
    ("Merkel met Obama.", "met"),
    ("The village was attacked.", "attacked"),
    ("The release of the hostages was delayed.", "release"),
    ("The attack by the rebels failed.", "attack"),
    ("Merkel held a meeting with Obama.", "meeting"),
    ("They arrived.", "arrived"),
    ("He was arrested.", "arrested"),
    ("The explosion was loud.", "loud"),
]
STATES = [(s, p) for s in get_args(Status) if s != "negated" for p in get_args(Polarity)]


def labelled(document, *attributions, **change):
    events = (*document.events[:-1], replace(document.events[-1], **change))
    return next(label([replace(document, events=events, attributions=attributions)])).events[-1].label


@pytest.mark.parametrize(("text", "triggers"), SORTS)
def test_every_status_and_polarity_has_its_own_wording(played, text, triggers):
    document = played(text, triggers)
    wordings = [labelled(document, status=s, polarity=p) for s, p in STATES]
    assert len(set(wordings)) == len(STATES)
    assert labelled(document, status="negated") == labelled(document, status="actual", polarity="negative")


@pytest.mark.parametrize(("text", "triggers"), SORTS)
@pytest.mark.parametrize(("stance", "remark"), [("denies", "(denied)"), ("doubts", "(doubted)"), ("asks", "(in question)")])
def test_what_a_speaker_denies_or_doubts_shows(played, text, triggers, stance, remark):
    document = played(text, triggers)
    said = Attribution(id="q1", content=Span(start=0, end=len(text)), stance=stance)
    plain = labelled(document, said, attribution=None)
    assert labelled(document, said, attribution="q1") == f"{plain} {remark}"
    outer = replace(said, id="q2", stance="affirms", parent="q1")
    assert labelled(document, said, outer, attribution="q2") == f"{plain} {remark}"


def test_what_is_possible_only_because_it_is_denied_is_worded_as_what_is_denied(played):
    said = Attribution(id="q1", content=Span(start=0, end=1), stance="denies")
    document = played("Officers beat the driver.", "beat")
    assert labelled(document, said, attribution="q1", status="possible") == "Officers beat driver (denied)"


def test_nobody_does_the_event_to_itself(played):
    document = played("The ministers gave their support.", "support")
    event = document.events[0]
    doubled = replace(event.roles[0], role="patient", start=event.start, end=event.end)
    assert labelled(document, roles=(*event.roles, doubled)) == "Support by ministers"


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
    ("text", "lemma", "tag", "verb"),
    [
        ("fled", "flead", "VBD", "flee"),
        ("shook", "shook", "VBD", "shake"),
        ("struck", "struck", "VBN", "strike"),
        ("found", "find", "VBD", "find"),
        ("founded", "found", "VBD", "found"),
        ("wounded", "wound", "VBN", "wound"),
        ("cancelled", "cancel", "VBD", "cancel"),
        ("hit", "hit", "VBD", "hit"),
        ("meets", "meet", "VBZ", "meet"),
        ("Fleeing", "flee", "VBG", "flee"),
    ],
)
def test_a_wrong_lemma_is_put_right(text, lemma, tag, verb):
    assert base(text, lemma, tag) == verb


@pytest.mark.parametrize(("verb", "form"), [("die", "dying"), ("flee", "fleeing"), ("hit", "hitting"), ("begin", "beginning")])
def test_gerund(verb, form):
    assert gerund(verb) == form


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
