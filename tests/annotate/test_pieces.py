"""Pieces are clean for a parser, and every character knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.pieces import LONGEST, blocks, pieces
from dateline.model import Block
from factory import article


def cut(text: str) -> list[tuple[str, int, int]]:
    """The pieces of a text as (clean text, start, end)."""
    value = article(text)
    return [(p.text, p.start(0), p.end(len(p.text))) for p in pieces(value, blocks(value)[0], str)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One two.", [("One two.", 0, 8)]),
        ("  One\n\t two. \n", [("One two.", 2, 12)]),
        ("co\u00adoperate\u200b now", [("cooperate now", 0, 15)]),
        ("a\u00a0b", [("a b", 0, 3)]),
        ("\x00a\ud800b", [("ab", 1, 4)]),
        ('One<br/>two <b class="x">now</b>!', [("One two now !", 0, 33)]),
        ("a<b and <rui@example.org>", [("a<b and <rui@example.org>", 0, 25)]),
        ("", []),
        (" \n\u200b ", []),
    ],
)
def test_white_space_and_invisible_characters_are_gone(text: str, wanted: list[tuple[str, int, int]]) -> None:
    assert cut(text) == wanted


@pytest.mark.parametrize("unit", ["All is well. ", "word ", "x", "line\n"])
def test_a_monster_block_is_cut(unit: str) -> None:
    text = unit * (3 * LONGEST // len(unit))
    found = cut(text)
    assert all(0 < len(t) <= LONGEST for t, _, _ in found)
    assert "".join(t for t, _, _ in found).replace(" ", "") == "".join(text.split())
    if unit.startswith("All"):
        assert all(t.endswith("well.") for t, _, _ in found)


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    value = article(text)
    for piece in pieces(value, Block(start=0, end=len(text), kind="paragraph"), str):
        assert all(a == text[i] or (a == " " and text[i].isspace()) for a, i in zip(piece.text, piece.places, strict=True))
