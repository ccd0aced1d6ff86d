"""The lexicons of casting say what they say once, and nothing that the program does not know."""

from typing import get_args

import pytest

from dateline.cast.words import words
from dateline.model import RoleName
from dateline.resources import path, table

PARTS = {*get_args(RoleName), "-", ""}


def rows(name):
    return list(table("seeds", "lexicons", f"{name}.tsv"))


@pytest.mark.parametrize(("name", "column"), [("role-verbs", "verbs"), ("role-nouns", "nouns")])
def test_each_word_has_one_frame(name, column):
    listed = [word for row in rows(name) for word in row[column].split()]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("role-verbs", ("subject", "alone", "object", "second")),
        ("role-nouns", ("possessor", "of", "compound")),
        ("support-verbs", ("subject",)),
    ],
)
def test_parts_are_roles(name, columns):
    assert {row[column] for row in rows(name) for column in columns} <= PARTS


@pytest.mark.parametrize("name", ["role-verbs", "role-nouns"])
def test_obliques_are_prepositions_with_parts(name):
    cells = [pair.partition("=") for row in rows(name) for pair in row["obliques"].split()]
    assert all(preposition and part in PARTS - {""} for preposition, _, part in cells)


@pytest.mark.parametrize(("name", "columns"), [("quantity-words", ("min", "max")), ("quantity-bounds", ("min", "max"))])
def test_bounds_are_in_order(name, columns):
    for row in rows(name):
        low, high = (row[column] for column in columns)
        assert "-" in (low, high) or float(low) <= float(high)


def test_every_group_of_words_is_described():
    head = "".join(line for line in lines("role-words") if line.startswith("#"))
    assert all(f" {row['group']} " in head for row in rows("role-words"))
    assert words("person") and not words("person") & words("surface")


def lines(name):
    return path("seeds", "lexicons", f"{name}.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
