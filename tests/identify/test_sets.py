"""Two who are named one by one stand for "the two companies", "both men" and "they" in every part that these fill."""

from collections.abc import Callable

import pytest

from dateline.model import Document


def agents(document: Document, words: str) -> set[str]:
    """Who does what a verb tells."""
    names = {a.id: a.name for a in document.actors}
    return {names[r.actor] for e in document.events if e.text == words for r in e.roles if r.role == "agent" and r.actor}


PAIR = {"Norvik Corp.", "Delta Foods Inc."}


@pytest.mark.parametrize(
    ("text", "verb", "meant"),
    [
        ("Norvik Corp. and Delta Foods Inc. merged on Monday. The two companies will open a plant.", "open", PAIR),
        ("Norvik Corp. and Delta Foods Inc. merged on Monday. Both companies opened a plant.", "opened", PAIR),
        ("Norvik Corp. and Delta Foods Inc. merged on Monday. They opened a plant.", "opened", PAIR),
        (
            "Norvik Corp. sued Delta Foods Inc. and Lake Oil Ltd. in May. The two companies opened a plant.",
            "opened",
            {"companies"},
        ),
        ("Norvik Corp. and Delta Foods Inc. said they opened a plant.", "opened", PAIR),
        ("Ana Storm and her husband, Jack Fell, spoke. The couple opened a shop.", "opened", {"Ana Storm", "Jack Fell"}),
        ("Norvik Corp. and Delta Foods Inc. merged on Monday. The companies opened a plant.", "opened", PAIR),
        ("Kenya, Oman and Peru signed a treaty. The countries will open a port.", "open", {"Kenya", "Oman", "Peru"}),
        ("Two firms, Norvik Corp. and Delta Foods Inc., opened a plant.", "opened", PAIR),
        (
            "Two Democrats, billionaire environmentalist Tom Reed and hedge-fund manager Ana Silva, gave money.",
            "gave",
            {"Tom Reed", "Ana Silva"},
        ),
        ("Norvik Corp. sued Delta Foods Inc. in May. The companies opened a plant.", "opened", PAIR),
        ("Norvik Corp. has agreed to buy Delta Foods Inc., the companies said on Monday.", "said", PAIR),
        ("Norvik Corp. sued Delta Foods Inc. Lake Oil Ltd. grew. The companies opened a plant.", "opened", {"companies"}),
        (
            "Ana Silva spoke first. Rui Okoro followed. The two candidates will debate again.",
            "debate",
            {"Ana Silva", "Rui Okoro"},
        ),
        ("Ana Silva and Rosa Duarte met in Lima. The two women left the city.", "left", {"Ana Silva", "Rosa Duarte"}),
        ("Kenya and Oman met. The two Muslim countries will open a port.", "open", {"Kenya", "Oman"}),
        (
            "Kenya and Oman met. Kenya and Oman agreed. It rained. It is old. It is cold. The two nations will open a port.",
            "open",
            {"Kenya", "Oman"},
        ),
        ("Kenya and Oman met. The two other countries will open a port.", "open", {"countries"}),
        ("Ana Silva and Rosa Duarte met in Lima. The two men left the city.", "left", {"men"}),
        ("Ana Silva met Rui Okoro in Lima. They discussed the border.", "discussed", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva met Rui Okoro in Lima. They ate. They discussed the border.", "discussed", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva met Rui Okoro in Lima. The two discussed the border.", "discussed", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva met Rui Okoro in Lima. Both left the city.", "left", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva met Rui Okoro in Lima. The pair left the city.", "left", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva met union leaders in Lima. They left the city.", "left", {"union leaders"}),
        ("Kenya signed a trade agreement with Oman on Monday. They will open a port.", "open", {"Kenya", "Oman"}),
        ("Ana Silva married Rui Okoro in 1990. The couple opened a shop.", "opened", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva, Rui Okoro and Rosa Duarte met in Lima. The two left the city.", "left", set()),
        ("Police arrested Ali Hassan and his brother Omar. They said they were innocent.", "said", {"Ali Hassan", "Omar"}),
        ("Oman and Peru held talks. Kenya said both sides agreed.", "agreed", {"Oman", "Peru"}),
        ("Talks between Oman and Peru went on. The two sides agreed.", "agreed", {"Oman", "Peru"}),
        ("Ana Silva sued Norvik Corp. in May. The two sides settled.", "settled", {"Ana Silva", "Norvik Corp."}),
        ("Ana Silva, Rui Okoro and Rosa Duarte met. The three left.", "left", {"Ana Silva", "Rui Okoro", "Rosa Duarte"}),
        ("Police arrested four men in Lima. The four left the city.", "left", {"men"}),
        ("Peru and Chile signed a deal. Both governments agreed.", "agreed", {"Peru", "Chile"}),
        ("Russia closed its border with Norway. The two neighbours agreed.", "agreed", {"Russia", "Norway"}),
        ("Ana Silva and Rui Okoro ran. Jo Holm met both candidates. Both candidates left.", "left", {"Ana Silva", "Rui Okoro"}),
        (
            "Ana Silva and Rui Okoro spoke with Rosa Duarte. The three agreed on a plan.",
            "agreed",
            {"Ana Silva", "Rui Okoro", "Rosa Duarte"},
        ),
        ("Police arrested Rui Okoro, Jo Holm and Ana Silva. All three fled.", "fled", {"Rui Okoro", "Jo Holm", "Ana Silva"}),
        ("Police arrested four men in Lima. Ana Silva and Jo Holm saw it. All four men fled.", "fled", {"men"}),
        ("Rui Okoro and Peter Holm met in Lima. Neither man left the city.", "left", {"Rui Okoro", "Peter Holm"}),
        ("Rui Okoro and Peter Holm met in Lima. Neither of the men left.", "left", {"Rui Okoro", "Peter Holm"}),
        ("Israel and Hamas agreed on a truce. Neither side broke it.", "broke", {"Israel", "Hamas"}),
        ("Kenya and Uganda accused Oman of spying. Neither country gave proof.", "gave", {"Kenya", "Uganda"}),
        ("Oman accused Kenya and Uganda of spying. The two countries gave proof.", "gave", {"countries"}),
        ("Ana Silva and Rui Okoro, the candidates, spoke. Both candidates left.", "left", {"Ana Silva", "Rui Okoro"}),
        ("Pakistan and India met. China praised the two neighbours. Both sides agreed.", "agreed", {"Pakistan", "India"}),
        ("Two men were hurt. One of them, Rui Okoro, left the city.", "left", {"Rui Okoro"}),
        (
            "Rui Okoro and Peter Holm met in Lima. The police said both men were pilots who drove.",
            "drove",
            {"Rui Okoro", "Peter Holm"},
        ),
        ("Police arrested Rui Okoro and Peter Holm, both of whom fled.", "fled", {"Rui Okoro", "Peter Holm"}),
        ("Kenya and Oman, neither of which signed it, left.", "signed", {"Kenya", "Oman"}),
        ("Police arrested four men. Two of the men fled.", "fled", {"men"}),
        ("Police held three of his aides. Three of his lawyers fled.", "fled", {"lawyers"}),
        ("Tens of thousands of residents of Lima fled.", "fled", {"residents"}),
        ("Police arrested four men. One of them fled.", "fled", set()),
        ("Ana Silva, Rui Okoro and Rosa Duarte met. Two of them left.", "left", set()),
        ('"We opened a plant," said Ana Storm and Rui Okoro.', "opened", {"Ana Storm", "Rui Okoro"}),
        ('Judge Ana Storm and the mayor said: "We opened a plant."', "opened", {"Ana Storm", "mayor"}),
        ('The army and the police said: "We freed two men."', "freed", {"army", "police"}),
        (
            'Ana Silva and Rui Okoro met. "We opened a plant," they said in a joint statement.',
            "opened",
            {"Ana Silva", "Rui Okoro"},
        ),
        ('Kenya and Oman met. "We opened a port," both countries said.', "opened", {"Kenya", "Oman"}),
        ("Ana Silva sued Rui Okoro. Okoro proposed they debate in Lima.", "debate", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva sued Rui Okoro. Peter Holm suggested that they meet.", "meet", {"Ana Silva", "Rui Okoro"}),
        ("Ana Silva sued Rui Okoro. Okoro suggested that they leave.", "leave", set()),
        ('"We opened a plant," said Ana Storm, the chairman and founder of Norvik Corp.', "opened", {"Norvik Corp."}),
        ('"We opened a plant," said Ana Storm, a lawyer and mother of two.', "opened", set()),
    ],
)
def test_who_two_are(identified: Callable[[str], Document], text: str, verb: str, meant: set[str]) -> None:
    assert agents(identified(text), verb) == meant


def test_a_set_is_no_actor_of_its_own(identified: Callable[[str], Document]) -> None:
    document = identified("Norvik Corp. and Delta Foods Inc. merged on Monday. The two companies will open a plant.")
    assert "companies" not in {a.name for a in document.actors}


@pytest.mark.parametrize("noun", ["earnings", "strategy", "worries"])
def test_what_nobody_can_point_at_is_no_actor(identified: Callable[[str], Document], noun: str) -> None:
    document = identified(f"Norvik Corp. explained its {noun} on Monday.")
    assert noun not in {a.name for a in document.actors}
    assert any(document.text[r.start : r.end].endswith(noun) for e in document.events for r in e.roles)


def test_those_who_are_named_behind_their_number_take_part_once(identified: Callable[[str], Document]) -> None:
    document = identified("Two firms, Norvik Corp. and Delta Foods Inc., opened a plant.")
    (opened,) = (e for e in document.events if e.text == "opened")
    assert len([r for r in opened.roles if r.role == "agent"]) == 2
