"""What the rules are not sure of is said, each with its reason."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.cast import cast
from dateline.find import find
from dateline.find.unsure import unsure
from dateline.identify import identify
from dateline.model import Document

Parse = Callable[..., Document]

ROWS = [
    ("unspoken", "It was reported that the bridge had collapsed."),
    ("uncast", "Fighting erupted overnight."),
    (None, "Chad attacked Sudan on Monday."),
    (None, "The minister said the bridge had collapsed."),
]


def read(parse: Parse, text: str) -> Document:
    return next(iter(identify(cast(find([parse(text)])))))


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_kind(parse: Parse, kind: str | None, text: str) -> None:
    found = [u.kind for u in unsure(read(parse, text))]
    assert (kind in found) if kind else found == []


def test_a_long_sentence_without_an_event_is_silent(parse: Parse) -> None:
    document = read(parse, "Chad attacked Sudan on Monday.")
    emptied = replace(document, events=(), sentences=tuple(replace(s, outcome="none") for s in document.sentences))
    assert [u.kind for u in unsure(emptied)] == []  # five words
    longer = read(parse, "Chad attacked Sudan near the river on Monday.")
    emptied = replace(longer, events=(), sentences=tuple(replace(s, outcome="none") for s in longer.sentences))
    assert [u.kind for u in unsure(emptied)] == ["silent"]


def test_what_is_likelier_wrong_than_right_is_doubtful_with_its_reason(parse: Parse) -> None:
    document = read(parse, "Chad attacked Sudan on Monday.")
    (event,) = [e for e in document.events if e.type]
    for confidence, kinds in ((0.3, ["doubtful"]), (0.5, []), (None, [])):
        doubted = replace(event, confidence=confidence, doubt="the type ASSAULT: a particle")
        found = list(unsure(replace(document, events=(doubted,))))
        assert [u.kind for u in found] == kinds
        assert all("30%" in u.why and "a particle" in u.why for u in found)


def test_a_deed_between_two_named_actors_without_a_type_is_told(parse: Parse) -> None:
    document = read(parse, "Chad attacked Sudan on Monday.")
    emptied = replace(document, events=tuple(replace(e, type=None) for e in document.events))
    (found,) = unsure(emptied)
    assert (found.kind, document.text[found.start : found.end]) == ("untyped", "attacked")
