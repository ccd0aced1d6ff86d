"""What merging remembers changes what it costs, never what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from dateline.api import extract_documents
from dateline.merge import stories
from dateline.merge.decisions import place
from dateline.merge.memory import Form, Memory, stamp
from dateline.model import Decision, Document, Story
from dateline.record import to_record

AFFAIR = Path(__file__).parents[2] / "seeds" / "articles" / "ever-given"


class Notebook(Memory):
    """A memory in a dictionary, written and read as a file would be; it counts what had to be made."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}
        self.made = 0

    def digest(self, article: str) -> str:
        return self.digests[article]

    def recall(self, stamp: str, make: Callable[[], Any], form: Form[Any]) -> Any:
        if stamp not in self.known:
            self.made += 1
            self.known[stamp] = form.pack(make())
        return form.unpack(self.known[stamp])

    def merged(self, documents: list[Document], decisions: tuple[Decision, ...] = ()) -> Story:
        self.digests = {d.article.id: stamp(to_record(d)) for d in documents}
        self.made = 0
        return stories(documents, decisions, memory=self)


@pytest.fixture(scope="module")
def affair() -> list[Document]:
    return sorted(extract_documents(AFFAIR), key=lambda d: d.article.id)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from("wxyz"), st.integers(0, 1)), max_size=6), st.data())
def test_a_story_remembered_is_the_story_merged_anew(steps: list[tuple[bool, str, int]], data: st.DataObject) -> None:
    known = {key: [data.draw(strategies.documents(key)) for _ in range(2)] for key in "wxyz"}
    there: dict[str, Document] = {}
    memory = Notebook()
    for comes, key, edition in steps:
        if comes:
            there[key] = known[key][edition]
        else:
            there.pop(key, None)
        assert memory.merged(list(there.values())) == stories(there.values())


def test_article_by_article_is_all_at_once(affair: list[Document]) -> None:
    memory = Notebook()
    for n in range(1, len(affair) + 1):
        story = memory.merged(affair[:n])
    assert story == stories(affair)


def test_what_nobody_touched_is_not_made_again(affair: list[Document]) -> None:
    memory = Notebook()
    memory.merged(affair)
    whole = memory.made
    memory.merged(affair)
    assert memory.made == 0
    memory.merged(affair[1:])
    assert memory.made < whole * 2 / 3  # all tell of one affair: much touches the one that went
    stranger = replace(affair[0], article=replace(affair[0].article, id="stranger", text="Bees."), events=(), actors=())
    memory.merged(affair)
    memory.merged([*affair, replace(stranger, sentences=(), times=(), attributions=(), relations=())])
    assert memory.made <= 2  # its own page and runs of words


def test_another_edition_is_another_article(affair: list[Document]) -> None:
    memory = Notebook()
    memory.merged(affair)
    shorter = replace(affair[2], events=affair[2].events[:3], attributions=(), relations=())
    edition = [*affair[:2], shorter, *affair[3:]]
    assert memory.merged(edition) == stories(edition)
    assert memory.merged(affair) == stories(affair)


def test_decisions_are_carried_out_and_taken_back(affair: list[Document]) -> None:
    memory = Notebook()
    before = memory.merged(affair)
    event = max(before.events, key=lambda e: len(e.members))
    at = {(d.article.id, e.id): place(d.article.id, e.start, e.end) for d in affair for e in d.events}
    one, other = (at[m] for m in (event.members[0], event.members[-1]))
    decisions = (
        Decision(verdict="different", about=(one, other), when="2024-05-01"),
        Decision(verdict="not-an-event", about=(at[event.members[1]],), when="2024-05-02"),
    )
    changed = memory.merged(affair, decisions)
    assert changed == stories(affair, decisions)
    assert changed.events != before.events
    assert memory.merged(affair) == before
