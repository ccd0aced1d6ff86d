"""A name ends where it ends, and a surname belongs to its person."""

from dataclasses import replace

import pytest

import factory
from dateline.annotate.names import before_people, believable, name, owned, people, proper, spelled_out
from dateline.annotate.overlooked import overlooked
from dateline.model import Name, Token


def words(text: str) -> list[Token]:
    """Tokens without a tree; "'s" is a possessive ending."""
    rows = (f"{i} {w} _ X {'POS' if w == chr(39) + 's' else '_'} _ 0 root" for i, w in enumerate(text.split(), start=1))
    return list(factory.document("\n".join(rows)).tokens)


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("Foreign Minister Anna Lind", "PERSON", "Anna Lind"),
        ("Mr. Lind 's", "PERSON", "Lind"),
        ("Gen. Lind", "PERSON", "Lind"),
        ("Bureau Chief Anna Lind", "PERSON", "Anna Lind"),
        ("Charlotte Church", "PERSON", "Charlotte Church"),
        ("Minister", "PERSON", "Minister"),
        ("the Gaza Strip", "LOC", "Gaza Strip"),
        ("The Hague", "LOC", "The Hague"),
        ("“ Acme ” ,", "ORG", "Acme"),
        ("Norway 3 - 1", "LOC", "Norway"),
        ("Studio 54", "ORG", "Studio 54"),
        ("- ,", "ORG", None),
    ],
)
def test_a_name_loses_what_is_not_its_own(text: str, label: str, wanted: str | None) -> None:
    tokens = words(text)
    found = name(tokens, 0, len(tokens), label)
    assert (found and text[found.start : found.end]) == wanted


def labelled(tokens: list[Token], *spans: tuple[int, int, str]) -> list[Name]:
    return [Name(start=tokens[a].start, end=tokens[b - 1].end, first=a, stop=b, label=label) for a, b, label in spans]


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        (
            "Karim Sahakian left . Sahakian met Armenian officials",
            [(0, 2, "PERSON"), (4, 5, "NORP"), (6, 7, "NORP")],
            ["PERSON Karim Sahakian", "PERSON Sahakian", "NORP Armenian"],
        ),
        ("Sahakian spoke . Party Chief Karim Sahakian left", [(0, 1, "PERSON")], ["PERSON Sahakian", "PERSON Karim Sahakian"]),
        ("Okello flew to Okello Airport", [(0, 1, "PERSON")], ["PERSON Okello"]),
        ("Anna Berlin likes Berlin", [(0, 2, "PERSON"), (3, 4, "LOC")], ["PERSON Anna Berlin", "LOC Berlin"]),
        ("Will Young said the Young are angry", [(0, 2, "PERSON")], ["PERSON Will Young"]),
        ("Will Young sang . Later Young left", [(0, 2, "PERSON")], ["PERSON Will Young", "PERSON Young"]),
        ("Young spoke . Later Young left", [(0, 1, "PERSON")], ["PERSON Young"]),
    ],
)
def test_who_is_a_person_once_is_one_everywhere(text: str, given: list[tuple[int, int, str]], wanted: list[str]) -> None:
    tokens = [replace(t, upos="PROPN") for t in words(text)]
    found = people(labelled(tokens, *given), tokens)
    assert [f"{n.label} {text[n.start : n.end]}" for n in found] == wanted


def test_the_words_of_a_persons_name_are_proper_nouns() -> None:
    tokens = [replace(t, upos="ADJ") for t in words("Karim Sahakian")]
    assert [t.upos for t in proper(tokens, labelled(tokens, (0, 2, "PERSON")))] == ["PROPN", "PROPN"]


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        ("Ceasefire takes effect", [(0, 1, "LOC")], []),
        ("Target fell . It said Target fell", [(0, 1, "ORG"), (5, 6, "ORG")], ["Target", "Target"]),
        ("Police Scotland said", [(0, 2, "ORG")], ["Police Scotland"]),
        ("Oslo said", [(0, 1, "LOC")], ["Oslo"]),
        ("US said", [(0, 1, "LOC")], ["US"]),
    ],
)
def test_a_common_word_that_opens_a_sentence_is_no_name(text: str, given: list[tuple[int, int, str]], wanted: list[str]) -> None:
    tokens = words(text)
    assert [text[n.start : n.end] for n in believable(labelled(tokens, *given), tokens, {0})] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya 's Supreme Court", ["LOC Kenya", "ORG Supreme Court"]),
        ("Cape Town 's Harbour Hospital", ["LOC Cape Town", "ORG Harbour Hospital"]),
        ("Lloyd 's of London", ["ORG Lloyd 's of London"]),
        ("High Court", ["ORG High Court"]),
    ],
)
def test_a_body_is_named_apart_from_the_place_that_owns_it(text: str, wanted: list[str]) -> None:
    tokens = words(text)
    assert [f"{n.label} {text[n.start : n.end]}" for n in owned(labelled(tokens, (0, len(tokens), "ORG")), tokens)] == wanted


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("The Coastal Harbour Police ( CHP ) left", 5, ["Coastal Harbour Police", "CHP"]),
        ("The Coastal Police ( CHP ) left", 4, ["CHP"]),
        ("Police ( CHP ) left", 2, ["CHP"]),
        ("The coastal harbour police ( CHP ) left", 5, ["CHP"]),
    ],
)
def test_an_acronym_tells_the_name_before_it(text: str, at: int, wanted: list[str]) -> None:
    tokens = words(text)
    assert [text[n.start : n.end] for n in spelled_out(labelled(tokens, (at, at + 1, "ORG")), tokens)] == wanted


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        ("Orchard sued . Later Orchard won", [(0, 1, "ORG")], ["Orchard", "Orchard"]),
        ("Orchard sued . Later an orchard burned", [(0, 1, "ORG")], ["Orchard"]),
        ("Orchard sued . Orchard Lane is closed", [(0, 1, "ORG")], ["Orchard"]),
        ("Orchard sued . Orchard lost to Orchard", [(0, 1, "ORG"), (3, 4, "LOC")], ["Orchard", "Orchard"]),
        ("Vantage Foods Inc. sued . Later Vantage won", [(0, 3, "ORG")], ["Vantage Foods Inc.", "Vantage"]),
        ("Vantage Foods Inc. sued . Later Vantage Foods won", [(0, 3, "ORG")], ["Vantage Foods Inc.", "Vantage Foods"]),
        ("Vantage Foods sued . Later Vantage won", [(0, 2, "ORG")], ["Vantage Foods"]),
        ("Ward - Hale Inc. sued . Later Ward won", [(0, 4, "ORG")], ["Ward - Hale Inc."]),
        ("Ward Inc. sued Ward . Later Ward won", [(0, 2, "ORG"), (3, 4, "PERSON")], ["Ward Inc.", "Ward"]),
        ("Amnesty International accused them", [], ["Amnesty International"]),
        ("Amnesty International Kenya accused them", [], []),
        ("the Supreme Court of Tellavia", [(4, 5, "LOC")], ["Tellavia"]),
    ],
)
def test_names_in_gaps_are_found(text: str, given: list[tuple[int, int, str]], wanted: list[str]) -> None:
    tokens = [replace(w, upos="PROPN" if w.text.istitle() and w.text != "Later" else "X") for w in words(text)]
    assert [text[n.start : n.end] for n in overlooked(labelled(tokens, *given), tokens)] == wanted


@pytest.mark.parametrize(
    ("text", "places", "wanted"),
    [
        ("J.C. Matlock said", [(0, 1, "ORG"), (1, 2, "PERSON")], ["PERSON J.C. Matlock"]),
        ("A. B. Cole left", [(0, 1, "ORG"), (2, 3, "PERSON")], ["PERSON A. B. Cole"]),
        ("NYPD Commissioner Ann Lee", [(0, 2, "ORG"), (2, 4, "PERSON")], ["ORG NYPD", "PERSON Ann Lee"]),
        ("Harbor Bank Vice President Ann Lee", [(0, 4, "ORG"), (4, 6, "PERSON")], ["ORG Harbor Bank", "PERSON Ann Lee"]),
        ("John F. Kennedy", [(0, 2, "PERSON"), (2, 3, "PERSON")], ["PERSON John F.", "PERSON Kennedy"]),
        ("Washington D.C. Ann Lee", [(0, 2, "LOC"), (2, 4, "PERSON")], ["LOC Washington D.C.", "PERSON Ann Lee"]),
        ("Raleigh N.C. Ann Lee", [(0, 1, "LOC"), (1, 2, "LOC"), (2, 4, "PERSON")], ["LOC Raleigh", "LOC N.C.", "PERSON Ann Lee"]),
        ("Kenya President Ann Lee", [(0, 2, "LOC"), (2, 4, "PERSON")], ["LOC Kenya President", "PERSON Ann Lee"]),
        ("U.S. Ann Lee", [(0, 1, "NORP"), (1, 3, "PERSON")], ["NORP U.S.", "PERSON Ann Lee"]),
        ("Acme Ann Lee", [(0, 1, "ORG"), (1, 3, "PERSON")], ["ORG Acme", "PERSON Ann Lee"]),
        ("Minister Ann Lee", [(0, 1, "ORG"), (1, 3, "PERSON")], ["ORG Minister", "PERSON Ann Lee"]),
    ],
)
def test_what_stands_before_a_person_is_his_or_ends_before_his_office(
    text: str, places: list[tuple[int, int, str]], wanted: list[str]
) -> None:
    tokens = words(text)
    found = before_people(labelled(tokens, *places), tokens, {0})
    assert [f"{n.label} {text[n.start : n.end]}" for n in found] == wanted
