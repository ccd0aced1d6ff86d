"""Words are found in labels and sentences, and the index heals whatever happened to it."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError, OptionError
from dateline.store import Store, open_store
from dateline.store.search import KINDS, by_sparql
from store.sample import harbour, strike
from store.test_graph import merged


def found(store: Store, words: str, kind: str | None = None) -> list[tuple[str, str]]:
    return [(hit.kind, hit.text[:22]) for hit in store.search(words, kinds=(kind,) if kind else KINDS)]


@pytest.fixture
def store() -> Store:
    made = open_store(merge=merged)
    made.add([harbour(), strike()])
    return made


@pytest.mark.parametrize(
    ("words", "kind", "texts"),
    [
        ("dockers", "event", ["12 dockers injured", "Police attack dockers"]),
        ("DÓCKERS police", "event", ["Police attack dockers"]),
        ("dock*", "actor", ["dockers"]),
        ('"next week"', None, ["Both sides will sign a"]),
        ('"week next"', None, []),
        ("talks", "headline", ["Talks in Porto Sal"]),
        ("reke", "actor", ["Reke", "Tomas Reke"]),
        ("nobody", None, []),
    ],
)
def test_words_are_found(store: Store, words: str, kind: str | None, texts: list[str]) -> None:
    assert [text for _, text in found(store, words, kind)] == texts


def test_labels_come_before_sentences(store: Store) -> None:
    assert [kind for kind, _ in found(store, "dockers")][-1] == "sentence"
    assert found(store, "dockers")[0][0] != "sentence"


@pytest.mark.parametrize("words", ["", '""', "- *"])
def test_nothing_to_search_for_is_told(store: Store, words: str) -> None:
    with pytest.raises(OptionError, match="say what to search for"):
        store.search(words)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_words_may_be_searched_for(words: str) -> None:
    try:
        SAMPLE.search(words)
    except DatelineError as error:
        assert "say what" in str(error)


SAMPLE = open_store(merge=merged)
SAMPLE.add([harbour()])


def test_the_index_follows_the_store(store: Store) -> None:
    assert found(store, "killing", "sentence")
    store.remove("strike")
    assert not found(store, "killing")
    store.add([strike()])
    assert found(store, "killing", "sentence")


def test_a_server_finds_the_same(store: Store) -> None:
    for words in ("dockers", "police attack*", "talks"):
        assert {h.iri for h in by_sparql(store, words)} == {h.iri for h in store.search(words)}


def test_on_disk_the_index_is_kept_and_heals(tmp_path: Path) -> None:
    folder, index = tmp_path / "store", tmp_path / "store" / "search.db"
    with open_store(folder, merge=merged) as store:
        store.add([harbour()])
        assert len(found(store, "dockers", "event")) == 2
    with open_store(folder, merge=merged) as store:  # no search: the index falls behind
        store.add([strike()])
        store.remove("harbour")
    with open_store(folder, read_only=True) as reader:
        assert [text for _, text in found(reader, "dockers", "event")] == ["Police attack dockers"]
    index.write_bytes(b"nonsense" * 1000)
    with open_store(folder, read_only=True) as reader:
        assert len(found(reader, "dockers", "event")) == 1
    index.unlink()
    with open_store(folder, read_only=True) as reader:
        assert len(found(reader, "dockers", "event")) == 1
    db = sqlite3.connect(index)
    assert db.execute("SELECT COUNT(*) FROM words").fetchone()[0] > 5
    db.close()


def test_an_index_written_half_is_not_seen(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", merge=merged) as store:
        store.add([harbour()])
        found(store, "dockers")
        with sqlite3.connect(tmp_path / "store" / "search.db") as db:  # as after a crash: parts gone, generation old
            db.execute("DELETE FROM words")
            db.execute("DELETE FROM made")
            db.execute("DELETE FROM parts")
            db.execute("DELETE FROM generation")
        db.close()
        assert found(store, "dockers", "event")
