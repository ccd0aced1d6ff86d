"""The file of what merging remembers: it may be lost, damaged or old, and the store is right all the same."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.api import extract_documents
from dateline.merge.memory import Form
from dateline.model import Decision, Document
from dateline.store import corrections, open_store
from dateline.store.remembered import Remembered

AFFAIR = Path(__file__).parents[2] / "seeds" / "articles" / "ever-given"
WORDS: Form[str] = Form(str.encode, bytes.decode)


@pytest.fixture(scope="module")
def affair() -> list[Document]:
    return sorted(extract_documents(AFFAIR), key=lambda d: d.article.id)[:4]


def grown(folder: Path, affair: list[Document]) -> str:
    """The graph of a store that took in one article after the other, the first of them twice."""
    for document in (*affair[:1], affair[-1], *affair[1:]):
        with open_store(folder) as store:
            store.add([document])
    with open_store(folder) as store:
        return "".join(store.turtle())


def stamps(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "merge.db") as db:
        return {row[0] for row in db.execute("SELECT stamp FROM known")}


def test_a_store_that_grew_is_the_store_made_at_once(tmp_path: Path, affair: list[Document]) -> None:
    with open_store() as store:
        store.add(affair)
        assert grown(tmp_path / "store", affair) == "".join(store.turtle())


def test_what_is_gone_is_forgotten(tmp_path: Path, affair: list[Document]) -> None:
    with open_store(tmp_path) as store:
        store.add(affair[:2])
    before = stamps(tmp_path)
    with open_store(tmp_path) as store:
        store.add(affair[2:3])
        store.remove(affair[2].article.id)
    assert stamps(tmp_path) == before


def test_python_users_get_the_corrections_too(tmp_path: Path, affair: list[Document]) -> None:
    with open_store(tmp_path) as store:
        store.add(affair)
        ((event, *_), *_) = store.select("SELECT ?e { ?e a sem:Event } ORDER BY ?e").rows
        corrections.append(tmp_path, Decision(verdict="not-an-event", about=corrections.places(store, str(event))))
        store.add(affair)
        assert not store.ask(f"ASK {{ <{event}> a sem:Event }}")


@pytest.mark.parametrize("damage", [b"", b"this is no database", None])
def test_a_file_that_is_lost_or_damaged_is_made_again(tmp_path: Path, affair: list[Document], damage: bytes | None) -> None:
    with open_store(tmp_path) as store:
        store.add(affair[:2])
    path = tmp_path / "merge.db"
    path.unlink() if damage is None else path.write_bytes(damage)
    with open_store(tmp_path) as store, open_store() as other:
        store.add(affair[2:])
        other.add(affair)
        assert "".join(store.turtle()) == "".join(other.turtle())
    assert stamps(tmp_path)


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    made: list[str] = []

    def make(word: str) -> Callable[[], str]:
        return lambda: made.append(word) or word  # type: ignore[func-returns-value]

    for asked in (("a", "b"), ("b", "c"), ("b",), ("a",)):
        memory = Remembered(tmp_path / "merge.db", digest=str)
        assert [memory.recall(word, make(word), WORDS) for word in asked] == list(asked)
        memory.settle()
        memory.close()
    assert made == ["a", "b", "c", "a"]
