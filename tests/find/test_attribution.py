"""Who says what: golden sentences for each construction, read by the bundled language pipeline."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.annotate import annotate
from dateline.find.attribution import attribute
from dateline.find.mending import mended
from dateline.model import Attribution, Document, Event
from dateline.read import from_json
from dateline.tree import Tree

Parse = Callable[..., Document]

SILENT = [
    "The farmers dug a canal near the river.",
    "The storm destroyed the bridge and killed two people.",
    "The boy kicked the ball and ran to the gate.",
    "The ship reached the port on Monday.",
    "The “Blue Star” sank near the coast.",
    "The two armies signed a truce in Geneva.",
    "The company sold 400 cars per day.",
    "The bank, which posted a loss, offered its clients a refund.",
    "The storm threatens to destroy the town.",
    "The talks failed after quarrels that threatened to destroy the pact.",
    "The strike promises to be long.",
    "The drought worries the farmers.",
    "The boy smiled as the judge read the verdict.",
    "Chad protests as foreign ships enter its waters.",
    "The union called off a strike after the firm paid the arrears.",
    "The council could not call such votes without permission.",
    "Protesters gathered near the gate; police put the crowd at 400.",
    "In Amman, crowds gathered near the gate, burning flags.",
    "He pleaded not guilty to charges of murder.",
    "The workers found themselves without a home.",
    "The army began exercises, raising fears of an invasion.",
    "The strike raised hopes of a pay rise.",
    "The men are charged with planning an attack.",
    "Running the port requires patience.",
    "The club prepares for its first match.",
    "The channel broadcast the awards show.",
    "The firm offered a phone to anyone who lost one.",
    "What do you think of the vote?",
    "It should be noted that the firm sold its shares.",
    "The mayor called out the guard for breaking the law.",
]


def rows() -> list[list[str]]:
    """The rows of the golden file, its comments left out."""
    lines = (Path(__file__).parent / "attribution.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def read(parse: Parse, text: str) -> tuple[Document, list[Attribution]]:
    document = mended(parse(text))  # as the pipeline reads it
    document = attribute(document, Tree(document))
    return document, list(document.attributions)


def said(document: Document, span: object) -> str:
    """The words of a span, "-" where there is none."""
    return "-" if span is None else document.text[span.start : span.end]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance"), rows())
def test_statement(parse: Parse, text: str, source: str, cue: str, content: str, stance: str) -> None:
    document, found = read(parse, text)
    shown = [(said(document, a.source), said(document, a.cue), said(document, a.content), a.stance) for a in found]
    fitting = [row for row in shown if cue in row[1].split() and (row[0], row[2], row[3]) == (source, content, stance)]
    assert fitting, shown


@pytest.mark.parametrize("text", SILENT)
def test_own_voice(parse: Parse, text: str) -> None:
    document, found = read(parse, text)
    assert [said(document, a.cue) for a in found] == []


def by_cue(document: Document, word: str) -> Attribution:
    return next(a for a in document.attributions if word in said(document, a.cue).split())


def test_reported_by_another(parse: Parse) -> None:
    document, _ = read(parse, "“The ship sank in minutes,” the captain said, Radio Coast reported.")
    inner, outer = by_cue(document, "said"), by_cue(document, "reported")
    assert (said(document, inner.source), said(document, outer.source)) == ("the captain", "Radio Coast")
    assert (inner.parent, outer.parent) == (outer.id, None)


def test_cited_by_a_reporter(parse: Parse) -> None:
    text = "Two men were held, Radio Coast reported, citing the police."
    document = replace(parse(text), events=(event(parse(text), "held"),))
    document = attribute(document, Tree(document))
    inner, outer = by_cue(document, "citing"), by_cue(document, "reported")
    assert (inner.parent, outer.parent, document.events[0].attribution) == (outer.id, None, inner.id)


def test_denial_within_a_statement(parse: Parse) -> None:
    document, _ = read(parse, "Officials said the ministry had denied that the dam was unsafe.")
    outer, inner = by_cue(document, "said"), by_cue(document, "denied")
    assert (inner.parent, inner.stance, outer.stance) == (outer.id, "denies", "affirms")


def test_own_thoughts_of_a_quoted_speaker(parse: Parse) -> None:
    document, found = read(parse, "“I think the dam is safe,” the engineer said.")
    assert [said(document, a.source) for a in found] == ["the engineer"]


def headed(headline: str) -> Document:
    """An article under a headline, its layout read."""
    article = from_json({"id": "test", "text": f"{headline}\n\nThe parliament met on Monday.", "title": headline})
    document = next(iter(annotate([article])))
    return attribute(document, Tree(document))


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Minister: budget will pass this year", "Minister", "budget will pass this year"),
        ("Truce was forced after defeat: Anna Kovacs", "Anna Kovacs", "Truce was forced after defeat"),
        ("Police: three people injured in crash", "Police", "three people injured in crash"),
    ],
)
def test_headline(headline: str, source: str, content: str) -> None:
    document = headed(headline)
    assert [(said(document, a.source), said(document, a.content)) for a in document.attributions] == [(source, content)]


@pytest.mark.parametrize(
    "headline",
    [
        "Analysis: the war in numbers",
        "In pictures: the flood",
        "Live: Updates from the summit",
        "Ana Lopez's killing: two brothers plead not guilty",
        "Ten held outside parliament; mayor offers talks",
    ],
)
def test_headline_label(headline: str) -> None:
    assert headed(headline).attributions == ()


def event(document: Document, word: str) -> Event:
    start = document.text.index(word)
    return Event(id=f"e{start}", start=start, end=start + len(word), text=word, lemma=word, label=word)


def test_events_belong_to_the_innermost_content(parse: Parse) -> None:
    document = parse("“The ship sank in minutes,” the captain said, Radio Coast reported. The port closed.")
    document = replace(document, events=tuple(event(document, w) for w in ("sank", "said", "reported", "closed")))
    document = attribute(document, Tree(document))
    inner, outer = by_cue(document, "said"), by_cue(document, "reported")
    assert [e.attribution for e in document.events] == [inner.id, outer.id, None, None]
    assert [a.cue and a.cue.event for a in (inner, outer)] == [document.events[1].id, document.events[2].id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ana_kovacs: We thank the firefighters.", [("@ana_kovacs", "We thank the firefighters", "affirms")]),
        ("Ana Kovacs (@akovacs): We will sue the paper.", [("Ana Kovacs", "We will sue the paper", "affirms")]),
        ("KOVACS: We will sue the paper.", [("KOVACS", "We will sue the paper", "affirms")]),
        (
            "Q: Will you resign?\n\nA: I will stay.",
            [("-", "Will you resign?", "asks"), ("-", "I will stay", "affirms")],
        ),
    ],
)
def test_turns_and_posts(parse: Parse, text: str, expected: list[tuple[str, str, str]]) -> None:
    article = from_json({"id": "test", "text": f"The parliament met on Monday.\n\n{text}", "title": "Parliament meets"})
    document = next(iter(annotate([article])))
    document = attribute(document, Tree(document))
    told = [(said(document, a.source), said(document, a.content), a.stance) for a in document.attributions]
    assert [row for row in told if row in expected] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Senators approved the deal.", "deal"),
        ("The union backed the strike.", "strike"),
        ("France voiced regret over the death of a boy.", "death"),
        ("The union rejected a raise that the firm offered.", "offered"),
        ("The court rejected an appeal filed by the bank.", "filed"),
        ("The coach offered his resignation and the club accepted it.", "accepted"),
        ("Chile offered to send teams, but Peru has not accepted the offer.", "accepted"),
        # what a judgement or a ruling is about
        ("The senator attacked a deal that lowered wages.", "deal"),
        ("The harbour court declared the strike illegal.", "strike"),
        ("An order declaring a strike illegal angered the crews.", "strike"),
        ("A court has declared the vote void.", "vote"),
        ("The union challenged a plan to close the mine.", "plan"),
        ("Residents opposed an attempt to sell the port.", "sell"),
        # deeds with which somebody answers, times at which he speaks
        ("The firm responded with a suit that its rival announced.", "announced"),
        ("Chad responded to the raid that killed a farmer.", "killed"),
        ("The coach offered some advice as the players left the field.", "left"),
        ("The envoy mused about the vote, pushing back against those who lost.", "lost"),
        # questions that somebody is to settle
        ("The council will decide who may enter the port.", "enter"),
        ("The law lets owners decide whether guests may enter.", "enter"),
        ("Police are trying to determine who attacked the guard.", "attacked"),
        # what is told of those whom a request or a promise names, and what it comes after
        ("France agreed to send arms to the rebels, who are fighting the army.", "fighting"),
        ("The state agreed to pay farmers whose land was seized.", "seized"),
        ("Police found a body that had been burned.", "burned"),
        ("Residents asked the mayor to resign following deadly explosions at the port.", "explosions"),
        ("The union urged the mayor to resign after soldiers shot two miners.", "shot"),
        ("Police could not say how many people were killed.", "killed"),
        ("The judge asked why the guard fired.", "fired"),
        # no speaker
        ("Nothing should distract us from understanding that Chad attacked the ship.", "attacked"),
        ("The board has the authority to seek to remove the director.", "remove"),
        ("The team faced insults after the match, but the coach is right in his assessment of the result.", "faced"),
    ],
)
def test_told_by_the_writer(parse: Parse, text: str, word: str) -> None:
    document = replace(parse(text), events=(event(parse(text), word),))
    document = attribute(document, Tree(document))
    assert [e.attribution for e in document.events] == [None]


def test_cue_between_two_pieces_is_no_content(parse: Parse) -> None:
    document = parse("“We will finish the dam,” the minister said. “We need money.”")
    document = replace(document, events=tuple(event(document, w) for w in ("finish", "said", "need")))
    document = attribute(document, Tree(document))
    told = document.attributions[0].id
    assert [e.attribution for e in document.events] == [told, None, told]


def test_quotation_over_paragraphs(parse: Parse) -> None:
    text = "“The ship sank,” the captain said. “It sank in minutes.\n\n“Nobody came to help us.”\n\nThe port closed."
    document, found = read(parse, text)
    assert len(found) == 1
    assert said(document, found[0].content).endswith("“Nobody came to help us.”")


def test_next_paragraph_without_a_speaker(parse: Parse) -> None:
    text = "“The ship sank,” the captain said.\n\n“Nobody came to help us.”\n\nThe port closed."
    document, found = read(parse, text)
    assert [said(document, a.source) for a in found] == ["the captain"]
    assert said(document, found[0].content).endswith("“Nobody came to help us.”")


def test_speaker_behind_the_second_paragraph(parse: Parse) -> None:
    document, found = read(parse, "“We have no choice.\n\n“Nobody came to help us,” the captain said.\n\nThe port closed.")
    assert [said(document, a.source) for a in found] == ["the captain"]
    assert said(document, found[0].content) == "“We have no choice.\n\n“Nobody came to help us,”"


def test_lines_without_marks_within_a_quotation(parse: Parse) -> None:
    document, found = read(parse, "“The ship sank.\n\nThe crew left in boats.\n\nNobody helped us,” the captain said.")
    assert [said(document, a.source) for a in found] == ["the captain"]
    assert said(document, found[0].content).startswith("“The ship sank.")


def told(parse: Parse, text: str, word: str) -> str:
    """The source of an event in a text, "-" where the article tells of it."""
    document = mended(parse(text))
    document = replace(document, events=(event(document, word),))
    document = attribute(document, Tree(document))
    found = [a for a in document.attributions if a.id == document.events[0].attribution]
    return said(document, found[0].source) if found else "-"


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        # a paragraph of quotation behind a plain statement
        ("Six boats sank, a spokesman said.\n\n“We found two crews near the reef.”", "found", "a spokesman"),
        ("Six boats sank, a spokesman said. The port closed.\n\n“We found two crews near the reef.”", "found", "-"),
        ("The port sank into a debt that Chile failed to acknowledge.\n\n“We sold two boats and the reef.”", "sold", "-"),
        # a sentence that only names who has spoken
        ("“We sank nobody.” Ruiz said. The port closed on Monday.", "sank", "Ruiz"),
        ("“We sank nobody.” Ana Ruiz wrote on Monday.", "sank", "Ana Ruiz"),
        ("“We sank nobody.” The captain protested. The port closed.", "sank", "-"),
        # who denies something is no source of the quotation before
        ("“The crew sank the boat.” A spokesman denied the claim.", "sank", "-"),
        # a clause that introduces a quotation without a verb of saying
        ("Ruiz was blunt: “They sank my boat.”", "sank", "Ruiz"),
        ("Diaz shook his head: “They sank my boat.”", "sank", "Diaz"),
        ("She sent a note to the court: “We sold the boat.”", "sold", "She"),
        ("Ruiz sent an email to the club, “We sold the boat.”", "sold", "Ruiz"),
        ("The police found a note: “We sank the boat.”", "sank", "-"),
        ("Diaz kept a letter from his son: “We sank the boat.”", "sank", "-"),
        ("Diaz was shot by a man on Friday: “We sank the boat.”", "sank", "-"),
        ("The sign on the gate was clear: “We sell no boats.”", "sell", "-"),
        # a mark set twice
        ('"The crew sank the boat. "They left me behind," the driver said.', "sank", "the driver"),
        ('"The crew left. They called it a "joke" and sank it. We will sue," the owner said.', "left", "the owner"),
        ('A clerk said the port had closed. "The crew sank it. "They left me behind," the driver said.', "sank", "the driver"),
    ],
)
def test_told_in_quotations(parse: Parse, text: str, word: str, source: str) -> None:
    assert told(parse, text, word) == source


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        # whoever hears something, or turns it down, does not say it
        ("The bank received a warning from the regulator that it broke rules.", "broke", "the regulator"),
        ("The police received reports that a man broke a window.", "broke", "-"),
        ("Chad rejected a proposal by Oman to hold talks.", "talks", "Oman"),
        # a deed that answers, and words that do
        ("Chad responded that the raid killed a farmer.", "killed", "Chad"),
        ("The firm prevented its clerk from telling reporters that the dam broke.", "broke", "its clerk"),
        ("The union challenged a report that the firm closed the mine.", "closed", "The union"),
        ("The army declared the end of the war.", "end", "The army"),
        ("The judge decided that the strike was legal.", "strike", "The judge"),
        ("In her assessment of the raid, the army broke the truce.", "broke", "her"),
        ("The miner made the case that the firm had closed the shaft.", "closed", "The miner"),
        # who is quoted by another
        ("Rebels sank the boat, the envoy was quoted as saying.", "sank", "the envoy"),
        ("Rebels sank the boat, state radio quoted an envoy as saying on Friday.", "sank", "an envoy"),
        ("The dam, the envoy was quoted as saying, would save the town.", "save", "the envoy"),
        ("“Rebels sank the boat,” the envoy was quoted by Radio Coast as saying.", "sank", "the envoy"),
        ("“Rebels sank the boat,” state radio quoted an envoy as saying.", "sank", "an envoy"),
        ("His lawyer had this to say: “The crew sank the boat.”", "sank", "His lawyer"),
        # what others think, within somebody's words
        ("The minister said analysts think that the bank will fail.", "fail", "analysts"),
        ("The minister said he thinks that the bank will fail.", "fail", "The minister"),
        ("The minister denied that analysts think the bank will fail.", "fail", "The minister"),
        ("The minister said Americans worry about banks that fail.", "fail", "The minister"),
        ("The senator attacked a deal that experts believe will fail.", "fail", "experts"),
    ],
)
def test_told_by(parse: Parse, text: str, word: str, source: str) -> None:
    assert told(parse, text, word) == source


def test_introduced_in_the_paragraph_before(parse: Parse) -> None:
    document, found = read(parse, "The captain continued:\n\n“Nobody came to help us.”")
    assert [(said(document, a.source), said(document, a.content)) for a in found] == [
        ("The captain", "“Nobody came to help us.”")
    ]


def test_ids_and_order(parse: Parse) -> None:
    _, found = read(parse, "The mayor said the road was open. The driver denied that he was asleep.")
    assert [a.id for a in found] == ["q1", "q2"]
    assert found[0].content.end <= found[1].content.start


def test_what_a_promise_waits_for_is_the_speakers(parse: Parse) -> None:
    document = parse("The minister promised that the army would leave after the talks ended.")
    document = replace(document, events=(event(document, "ended"),))
    document = attribute(document, Tree(document))
    assert document.events[0].attribution == document.attributions[0].id
