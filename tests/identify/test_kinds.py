"""How a mention means its actor: only a name becomes an alias; words that take sides never do."""

from collections.abc import Callable

import pytest

from dateline.model import Document


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "Kim regime", "nominal"),
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "North Korea", "name"),
        ("French troops attacked the rebels near the border.", "French", "nominal"),
        ("France attacked the rebels near the border.", "France", "name"),
    ],
)
def test_kinds(identified: Callable[[str], Document], text: str, words: str, kind: str) -> None:
    found = {text[m.start : m.end]: m.kind for a in identified(text).actors for m in a.mentions}
    assert next(k for w, k in found.items() if words in w) == kind
