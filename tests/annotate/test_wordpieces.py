"""Words become pieces of a vocabulary whatever they hold, and how they were printed is kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.network import LONGEST
from dateline.annotate.window import fit, window
from dateline.annotate.wordpieces import MOST, TRAITS, Cutter, plain, print_of, trait

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "un", "##like", "##ly", "like", "u", ".", "s", "zurich", "'", *"0123456789"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unlikely", ["un", "##like", "##ly"]),
        ("Zürich", ["zurich"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("’s", ["'", "s"]),
        ("xyz", ["[UNK]"]),
        ("​", ["[UNK]"]),
    ],
)
def test_cutting(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[i] for i in Cutter(VOCABULARY)(word)] == pieces


@given(st.text(max_size=60))
def test_any_word_has_pieces(word: str) -> None:
    cutter = Cutter(VOCABULARY)
    assert 1 <= len(cutter(word)) <= MOST
    assert cutter(word) == cutter(word)
    assert 0 <= trait(word, True) < TRAITS


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("rain", "small"),
        ("Rain", "title"),
        ("A", "capital"),
        ("UN", "capitals"),
        ("U.S.", "capitals"),
        ("McKay", "mixed"),
        ("2023", "digits"),
        ("3.5", "digital"),
        ("G20", "digital"),
        ("—", "mark"),
        ("القدس", "other"),
    ],
)
def test_prints(word: str, wanted: str) -> None:
    assert print_of(word) == wanted


def test_typographic_marks_are_typewriter_marks() -> None:
    assert [plain(mark) for mark in ("“", "’", "—", "…")] == ['"', "'", "-", "..."]


@given(st.lists(st.sampled_from(["like", "unlikely", "U.S.", "xyz"]), min_size=1, max_size=200))
def test_windows_hold_what_fits(words: list[str]) -> None:
    cutter = Cutter(VOCABULARY)
    whole = window(cutter, words, [True] * len(words))
    assert len(whole.pieces) == len(whole.traits) <= LONGEST
    assert len(whole.firsts) == len(words) + 1
    assert max(whole.firsts) < len(whole.pieces)
    room = fit(cutter, words)
    assert room >= 1
    pieces = [i for word in words[:room] for i in cutter(word)]
    assert list(window(cutter, words[:room], [True] * room).pieces[1:-1]) == pieces
