"""The files of small groups of words: a group that stands there twice would lose its first words."""

from collections import Counter

import pytest

from dateline.resources import path, table, word_groups

GROUPED = sorted(
    p.stem
    for p in path("seeds", "lexicons").glob("*.tsv")
    if {"group", "words"} <= next(iter(table("seeds", "lexicons", p.name))).keys()
)


@pytest.mark.parametrize("name", GROUPED)
def test_each_group_stands_once(name):
    groups = Counter(row["group"] for row in table("seeds", "lexicons", f"{name}.tsv"))
    assert groups.keys() == word_groups("seeds", "lexicons", f"{name}.tsv").keys()
    assert not [group for group, times in groups.items() if times > 1]


def test_files_with_groups_are_found():
    assert {"actor-words", "event-words", "role-words"} <= set(GROUPED)
