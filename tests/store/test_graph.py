"""Articles go in, come again, go out; what stays is what the others tell."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from dateline.errors import OptionError, StoreError
from dateline.model import Document, Story
from dateline.store import Changes, Store, open_store
from dateline.store.engine import Change, Embedded
from dateline.store.evidence import evidence
from dateline.store.facts import facts
from dateline.store.places import Places, places
from dateline.store.vocabulary import Names
from store.sample import harbour, story, strike

TESTS = Path(__file__).parents[1]


def merged(documents: Iterable[Document]) -> Story:
    """The sample's story, as far as some of its articles tell it."""
    there = {d.article.id for d in documents}
    whole = story()

    def kept(members: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple(m for m in members if m[0] in there)

    events = tuple(replace(e, members=kept(e.members)) for e in whole.events if kept(e.members))
    actors = tuple(replace(a, members=kept(a.members)) for a in whole.actors if kept(a.members))
    ids = {e.id for e in events}
    relations = tuple(r for r in whole.relations if {r.source, r.target} <= ids)
    return Story(events=events, actors=actors, relations=relations)


def sample(path: Path | None = None, *documents: Document) -> Store:
    store = open_store(path, merge=merged)
    store.add(documents or (harbour(), strike()))
    return store


def text(store: Store) -> str:
    return "".join(store.turtle())


def stored_exactly(store: Store) -> bool:
    """Whether each graph holds what it should, so that nothing would be written again."""
    documents, names = list(store.documents()), store._names
    told = store._merge(documents)
    where = places(told)
    expected = {names.evidence(d.article.id): evidence(d, where, names) for d in documents}
    expected[names.facts] = facts(told, documents, where, names) if documents else set()
    held = {
        name: set(store._engine.graph.quads_for_pattern(None, None, None, name)) for name in store._engine.graph.named_graphs()
    }
    return {k: v for k, v in held.items() if v} == {k: v for k, v in expected.items() if v}


def test_changes_are_counted() -> None:
    store = open_store(merge=merged)
    assert store.add([harbour()]) == Changes(added=1)
    assert store.add([harbour(), strike()]) == Changes(added=1, unchanged=1)
    assert store.add([replace(strike(), events=())]) == Changes(replaced=1)
    assert store.build([harbour()]) == Changes(unchanged=1, removed=1)
    assert store.remove("harbour") == Changes(removed=1)
    assert len(store) == 0


def test_building_twice_changes_nothing() -> None:
    store = sample()
    before = text(store)
    assert store.add([harbour(), strike()]) == Changes(unchanged=2)
    assert text(store) == before
    assert stored_exactly(store)


def test_the_order_of_articles_changes_nothing() -> None:
    assert text(sample(None, strike(), harbour())) == text(sample(None, harbour(), strike()))


def test_a_removed_article_leaves_no_trace() -> None:
    store = sample()
    store.remove("strike")
    assert text(store) == text(sample(None, harbour()))
    assert "strike" not in text(store)


def test_a_replaced_article_leaves_no_trace() -> None:
    store = sample(None, replace(harbour(), events=(), times=(), attributions=()), strike())
    store.add([harbour()])
    assert text(store) == text(sample())


def test_of_two_articles_with_one_id_the_later_counts() -> None:
    store = open_store(merge=merged)
    assert store.add([replace(harbour(), times=()), harbour()]) == Changes(added=1, replaced=1)
    assert text(store) == text(sample(None, harbour()))


def test_removing_an_unknown_article_is_refused() -> None:
    with pytest.raises(OptionError, match="there is no article 'x'"):
        sample().remove("harbour", "x")


def test_articles_are_listed() -> None:
    first, second = sample().articles()
    assert (first.id, first.title, first.publisher, first.published) == (
        "harbour",
        "Talks in Porto Sal",
        "Coastal Wire",
        "2024-03-08",
    )
    assert (second.id, second.title, second.publisher, second.published, second.url) == ("strike", None, None, None, None)


def test_disk_and_memory_hold_the_same(tmp_path: Path) -> None:
    with sample(tmp_path / "store") as on_disk:
        assert text(on_disk) == text(sample())
    with open_store(tmp_path / "store", merge=merged) as again:
        assert text(again) == text(sample())
        again.remove("strike")
        assert text(again) == text(sample(None, harbour()))


def test_every_document_comes_back() -> None:
    assert [replace(d, article=replace(d.article, blocks=())) for d in sample().documents()] == [harbour(), strike()]


def test_an_article_of_the_publisher_that_another_quotes_has_one_publisher_node() -> None:
    store = sample(None, harbour(), replace(strike(), article=replace(strike().article, publisher="radio sal")))
    rows = store.select("SELECT ?p { ?a dcterms:identifier 'strike' ; schema:publisher ?p }", shorten=True).rows
    assert rows == (("actor/organization/radio-sal",),)


@settings(max_examples=25, deadline=None)
@given(st.tuples(strategies.documents("a"), strategies.documents("b")))
def test_what_is_stored_is_what_was_made(documents: tuple[Document, Document]) -> None:
    store = open_store()
    store.add(documents)
    assert stored_exactly(store)
    store.remove("a")
    alone = open_store()
    alone.add(documents[1:])
    assert text(store) == text(alone)


@settings(max_examples=25, deadline=None)
@given(strategies.documents("\ud800/.. é\0"), st.text())
def test_any_id_and_publisher_can_be_stored(document: Document, publisher: str) -> None:
    store = open_store(base="https://example.org/é/")
    store.add([replace(document, article=replace(document.article, publisher=publisher))])
    assert stored_exactly(store)
    assert len(store.articles()) == 1


# -- on disk -----------------------------------------------------------------------------------------------------------


def test_a_reader_beside_a_writer_sees_the_store_as_it_was(tmp_path: Path) -> None:
    with sample(tmp_path, harbour()) as writer:
        with open_store(tmp_path, read_only=True) as reader:
            before = text(reader)
            writer.add([strike()])
            assert text(reader) == before
        with open_store(tmp_path, read_only=True) as reader:
            assert text(reader) == text(writer) != before


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    sample(tmp_path).close()
    with open_store(tmp_path, read_only=True) as reader, pytest.raises(StoreError, match="opened for reading only"):
        reader.add([harbour()])


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    with sample(tmp_path), pytest.raises(StoreError, match="in use by another process"):
        open_store(tmp_path)
    open_store(tmp_path, merge=merged).close()


def test_a_writer_in_another_process_is_noticed(tmp_path: Path) -> None:
    code = f"from dateline.store import open_store; store = open_store({str(tmp_path)!r}); print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StoreError, match="in use by another process"):
            open_store(tmp_path)
        open_store(tmp_path, read_only=True).close()
        other.communicate(b"\n")
    open_store(tmp_path).close()


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    open_store(tmp_path, base="https://example.org/").close()
    with open_store(tmp_path) as store:
        assert store.base == "https://example.org/"
    with pytest.raises(StoreError, match="has the base"):
        open_store(tmp_path, base="https://example.com/")


@pytest.mark.parametrize("base", ["", "no iri/", "https://example.org/ /", "https://example.org"])
def test_a_base_must_be_an_iri_that_ends_in_a_slash(base: str) -> None:
    with pytest.raises(OptionError, match="base"):
        open_store(base=base)


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="holds other files"):
        open_store(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(StoreError, match="there is no store at"):
        open_store(tmp_path, read_only=True)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(tmp_path / "letter.txt")


@pytest.mark.parametrize(
    ("note", "message"), [("{", "damaged"), ("{}", "damaged"), (json.dumps({"format": 0, "base": "x"}), "another version")]
)
def test_a_store_that_cannot_be_understood_is_not_used(tmp_path: Path, note: str, message: str) -> None:
    open_store(tmp_path).close()
    (tmp_path / "store.json").write_text(note)
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path)


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    sample(tmp_path).close()
    (tmp_path / "graph" / "CURRENT").write_text("nonsense\n")
    with pytest.raises(StoreError, match="store at"):
        open_store(tmp_path)
    (tmp_path / "records.db").write_bytes(b"nonsense" * 1000)


def test_damaged_records_say_so(tmp_path: Path) -> None:
    sample(tmp_path).close()
    (tmp_path / "records.db").write_bytes(b"nonsense" * 1000)
    with pytest.raises(StoreError, match="records cannot be opened"):
        open_store(tmp_path)


def test_a_failed_build_changes_no_record(tmp_path: Path) -> None:
    def failing() -> Iterable[Document]:
        yield strike()
        raise KeyboardInterrupt

    with sample(tmp_path, harbour()) as store:
        before = text(store)
        with pytest.raises(KeyboardInterrupt):
            store.add(failing())
        assert text(store) == before
        assert [d.article.id for d in store.documents()] == ["harbour"]


def test_a_graph_that_lags_behind_its_records_catches_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sample(tmp_path, harbour()) as store, monkeypatch.context() as patch:
        patch.setattr(Store, "_derive", lambda self: None)
        store.add([strike()])
    with open_store(tmp_path, merge=merged) as store:
        assert text(store) == text(sample())


WRITER = """
import sys
from dataclasses import replace
sys.path.insert(0, sys.argv[1])
from store.sample import harbour, strike
from dateline.store import open_store
def many(document, n):
    return [replace(document, article=replace(document.article, id=f"{document.article.id}-{i}")) for i in range(n)]
with open_store(sys.argv[2]) as store:
    print(flush=True)
    store.add(many(harbour(), 40))
    store.build(many(strike(), 40))
    store.add(many(harbour(), 20))
"""


def test_a_killed_build_leaves_a_store_that_can_be_built(tmp_path: Path) -> None:
    chance = random.Random(7)
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(TESTS), str(tmp_path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.6))
            os.kill(writer.pid, signal.SIGKILL)
        with open_store(tmp_path, read_only=True) as reader:
            reader.articles()
    with open_store(tmp_path) as store:
        assert stored_exactly(store)
        store.build([harbour(), strike()])
        alone = open_store()
        alone.add([harbour(), strike()])
        assert text(store) == text(alone)


@pytest.mark.parametrize("step", [0, 1])
@pytest.mark.parametrize("kept", [harbour(), strike()], ids=["harbour", "strike"])
def test_a_build_that_breaks_off_around_its_write_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: Document, step: int
) -> None:
    """What had to go is gone, though its stamps are forgotten."""
    write, steps = Embedded.write, iter(range(100))

    def breaking(self: Embedded, changes: Sequence[Change]) -> None:
        for part in (changes, ()):
            if next(steps) == step:
                raise KeyboardInterrupt
            write(self, part)

    with sample(tmp_path) as store, monkeypatch.context() as patch:
        patch.setattr(Embedded, "write", breaking)
        with pytest.raises(KeyboardInterrupt):
            store.build([kept])
    with open_store(tmp_path, merge=merged) as store:
        assert text(store) == text(sample(None, kept))
        assert stored_exactly(store)


# -- files -------------------------------------------------------------------------------------------------------------


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "timeline.ttl"
    store = sample()
    store.write_turtle(target)
    before = target.read_bytes()

    def failing(self: Store) -> Iterable[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "turtle", failing)
    with pytest.raises(StoreError, match="No space left"):
        store.write_turtle(target)
    assert target.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["timeline.ttl"]


def test_rdflib_sees_the_union_of_all_graphs() -> None:
    store = sample()
    asked = "PREFIX dl: <https://w3id.org/dateline/ontology#> SELECT ?c { ?c a dl:Claim ; dl:ofEvent ?e . ?e a ?t }"
    assert len(list(store.dataset.query(asked))) == len(list(store.to_rdflib().query(asked))) == 7


def test_a_large_first_build_is_written_in_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("dateline.store.derive.ATOMIC", 100)
    with sample(tmp_path) as store:
        assert text(store) == text(sample())
        store.remove("harbour")
        assert text(store) == text(sample(None, strike()))


def test_a_strange_graph_in_the_store_is_removed_by_the_next_build() -> None:
    store = sample()
    node = ox.NamedNode("https://example.org/x")
    store._engine.graph.add(ox.Quad(node, node, node, node))
    store.add([])
    assert text(store) == text(sample())


def test_only_what_a_change_touches_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def noted(document: Document, where: Places, names: Names) -> set[ox.Quad]:
        made.append(document.article.id)
        return evidence(document, where, names)

    monkeypatch.setattr("dateline.store.derive.evidence", noted)
    store = sample(None, harbour())
    store.add([strike()])  # its events join others, but none of the first article changes its place in the story
    store.add([harbour(), strike()])
    assert made == ["harbour", "strike"]
    store.add([replace(strike(), article=replace(strike().article, title="Anew"))])
    assert made == ["harbour", "strike", "strike"]
    assert stored_exactly(store)


def test_an_article_whose_events_join_others_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(documents: Iterable[Document]) -> Story:
        told = merged(documents)
        if len({m[0] for e in told.events for m in e.members}) > 1:
            return told
        return replace(told, events=tuple(replace(e, id=f"{e.id}-alone") for e in told.events))

    store = open_store(merge=apart)
    store.add([harbour()])
    assert "assault-1-alone" in text(store)
    store.add([strike()])
    assert "alone" not in text(store)
    assert text(store) == text(sample())


def test_other_code_makes_every_graph_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sample(tmp_path).close()
    monkeypatch.setattr("dateline.store.derive._code", lambda: "another")
    with monkeypatch.context() as patch, open_store(tmp_path, merge=merged) as store:
        patch.setattr("dateline.store.derive.evidence", lambda *_: set())
        store.add([])
        assert "dl:Claim" not in text(store)
