"""A name ends where it ends, and a surname belongs to its person."""

import pytest

import factory
from dateline.annotate.names import name, surnames
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


def test_a_surname_is_no_nation() -> None:
    tokens = words("Karim Sahakian left Armenian")
    found = [
        Name(start=0, end=14, first=0, stop=2, label="PERSON"),
        Name(start=6, end=14, first=1, stop=2, label="NORP"),
        Name(start=20, end=28, first=3, stop=4, label="NORP"),
    ]
    assert [n.label for n in surnames(found, tokens)] == ["PERSON", "PERSON", "NORP"]
