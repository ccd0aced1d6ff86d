"""Who says "I" in a talk that is written out, and where a word with a colon is no speaker."""

from collections.abc import Callable

import pytest

from dateline.model import Document


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Host: The mayor joins us.\n\nRosa Lind: I closed the mill.\n\nHost: Is it empty?", "Rosa Lind", {"Rosa Lind", "I"}),
        (
            "Rosa Lind left the mill in May.\n\nLind: My boss sold it.\n\nReporter: He said so.\n\nLind: I met him.",
            "Rosa Lind",
            {"Rosa Lind", "Lind", "My", "I"},
        ),
        ("Rosa Lind left the mill.\n\nLind: I met a lawyer in Lima.", "Rosa Lind", {"Rosa Lind", "Lind", "I"}),
        (
            'Host: Lima is calm.\n\nLind: It burned. "I saw smoke," Rui Holm said.\n\nHost: Rosa Lind saw it.\n\nLind: I did.',
            "Rui Holm",
            {"I", "Rui Holm"},
        ),
    ],
)
def test_turns(identified: Callable[[str], Document], text: str, name: str, mentions: set[str]) -> None:
    actor = next(a for a in identified(text).actors if a.name == name)
    assert {text[m.start : m.end] for m in actor.mentions} == mentions
