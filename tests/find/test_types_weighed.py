"""The type of an event, where lexicon and network may differ."""

from collections.abc import Callable

import pytest

import factory
from dateline.find import find
from dateline.find.lexicon import TypeRow
from dateline.find.weighing import FIRM, HELD, LOOSE, lead
from dateline.model import Document

Parse = Callable[..., Document]
NONE: frozenset[str] = frozenset()


def row(type_: str, context: str = "") -> TypeRow:
    return TypeRow(NONE, NONE, NONE, context, type_)


@pytest.mark.parametrize(
    ("found", "needed"),
    [
        (row("REJECT"), LOOSE),
        (row("REJECT", "thing"), FIRM),
        (row("REJECT", "not"), LOOSE),
        (row("CONSULT", "thing"), HELD),
        (row("REQUEST", "demand"), LOOSE),
        (row("MOVE"), LOOSE),
        (row("MOVE", "thing"), HELD),
        (row("-", "thing"), HELD),
        (row("-"), HELD),
    ],
)
def test_the_more_a_row_asks_the_more_it_takes_to_overrule_a_type_of_the_codebook(found: TypeRow, needed: float) -> None:
    assert lead(found, found.type) == needed


def test_a_word_that_no_row_knows_is_left_to_the_network() -> None:
    assert lead(None, "REJECT") == LOOSE


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("Warplanes destroyed the bridge.", "destroyed", "ASSAULT"),  # a row for what does it
        ("The army demolished two homes.", "demolished", "COERCE"),
        ("The idea died in committee.", "died", None),  # a row that says: no type
        (
            "The fire broke out in the kitchen of the hotel.",
            "fire",
            "ACCIDENT",
        ),  # the network knows fires of the wild from others
    ],
)
def test_types(parse: Parse, text: str, at: str, kind: str | None) -> None:
    (document,) = find([parse(text)])
    assert next(e.type for e in document.events if e.text == at) == kind


def test_trees_without_likelihoods_are_typed_by_the_lexicon() -> None:
    document = factory.document(factory.KILLING)
    (made,) = find([document])
    assert [e.type for e in made.events] == ["ASSAULT"]
