"""How a mention means its actor: only a name becomes an alias; words that take sides never do."""

import pytest

from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.identify import identify


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "Kim regime", "nominal"),
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "North Korea", "name"),
        ("French troops attacked the rebels near the border.", "French", "nominal"),
        ("France attacked the rebels near the border.", "France", "name"),
    ],
)
def test_kinds(parse, text: str, words: str, kind: str) -> None:  # type: ignore[no-untyped-def]
    (document,) = identify(cast(find(date([parse(text)]))))
    found = {text[m.start : m.end]: m.kind for a in document.actors for m in a.mentions}
    assert next(k for w, k in found.items() if words in w) == kind
