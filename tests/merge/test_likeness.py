"""How alike two names are, whoever spelt them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.likeness import compare_bodies, compare_people, near, sound, tokens

NAMES = st.text(st.characters(categories=["Lu", "Ll", "Zs", "Pd", "Po"]), min_size=1, max_size=30)

PEOPLE = [
    ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", "same"),
    ("Hossein Amir Abdollahian", "Hossein Amirabdollahian", "same"),
    ("Xi Jinping", "Jinping Xi", "same"),
    ("JOSÉ Lima", "Jose Lima", "same"),
    ("Mara Lind", "Mara K. Lind", "same"),
    ("Yusuf al-Amin", "Yusuf Amin", "same"),
    ("Tom Oduya Jr.", "Tom Oduya", "same"),
    ("H. Amirabdollahian", "Hossein Amir-Abdollahian", "variant"),
    ("Moammar Gadhafi", "Muammar Qaddafi", "variant"),
    ("Sergei Petrov", "Sergey Petrov", "variant"),
    ("Ben Holm", "Benjamin Holm", "variant"),
    ("Tom Oduya", "Tim Oduya", "other"),
    ("Anna Lind", "Olaf Lind", "other"),
    ("Mara A. Lind", "Mara B. Lind", "other"),
    ("Ana Lima", "Ana Lama", "other"),
    ("Kim Young-ho", "Kim Yong-nam", "other"),
]


@pytest.mark.parametrize(("one", "other", "likeness"), PEOPLE)
def test_people(one: str, other: str, likeness: str) -> None:
    assert compare_people(one, other) == likeness
    assert compare_people(other, one) == likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Nordvik Bank", "NORDVIK BANK", "same"),
        ("Nordvik Bank Inc.", "Nordvik Bank", "same"),
        ("World Relief Organisation", "World Relief Organization", "variant"),
        ("Group of 7", "Group of 20", "other"),
        ("Bank of Lima", "Bank of Lisbon", "other"),
    ],
)
def test_bodies(one: str, other: str, likeness: str) -> None:
    assert compare_bodies(one, other) == likeness


@pytest.mark.parametrize("spellings", [("gaddafi", "qadhafi", "kadafi"), ("mohammed", "muhammad", "mohamed"), ("osama", "usama")])
def test_spellings_that_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(s) for s in spellings}) == 1


@given(NAMES, NAMES)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert compare_people(one, other) == compare_people(other, one)
    assert compare_people(one, one) == "same"
    assert near(one, other) == near(other, one)
    assert tokens(one) == tokens(one.upper().lower()) or one.lower() != one.upper().lower()
