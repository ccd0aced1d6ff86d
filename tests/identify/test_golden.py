"""Who is who in short texts from all over the world (golden.txt): name, type and the places where each is meant.

Each case is a text followed by indented lines `name | type | mention; mention`. The mentions given must be among the actor's,
each as often as given; others may be there as well.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Document


def cases() -> list[tuple[str, str, str, list[str]]]:
    """(text, name, type, mentions) of every indented line."""
    found = []
    for block in Path(__file__).with_name("golden.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        text, *rows = block.splitlines()
        for row in rows:
            name, type_, mentions = row.strip().split(" | ")
            found.append((text, name, type_, mentions.split("; ")))
    return found


@pytest.mark.parametrize(("text", "name", "type_", "mentions"), cases())
def test_actor(text: str, name: str, type_: str, mentions: list[str], identified: Callable[[str], Document]) -> None:
    document = identified(text)
    actors = {(a.name, a.type): [text[m.start : m.end] for m in a.mentions] for a in document.actors}
    assert (name, type_) in actors
    missing = Counter(mentions) - Counter(actors[name, type_])
    assert not missing, actors
