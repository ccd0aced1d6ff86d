"""Commands that keep a store, and that ask it without SPARQL."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import app
from dateline.store import open_store
from store.sample import harbour, strike
from store.test_graph import merged

FIRST = "Ana Lima met Tom Oduya in Nairobi on Monday. They signed an agreement on trade."
SECOND = "Ana Lima accused Tom Oduya of fraud on Tuesday."


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles, made by the commands."""
    place = tmp_path_factory.mktemp("kept") / "store"
    lines = [{"id": "one", "text": FIRST, "date": "2024-05-07"}, {"id": "two", "text": SECOND, "date": "2024-05-08"}]
    result = run("add", "-", "--store", str(place), given="".join(f"{json.dumps(line)}\n" for line in lines))
    assert (result.exit_code, result.output) == (0, "2 added, 0 replaced, 0 unchanged; the store holds 2.\n")
    return place


@pytest.fixture
def place(kept: Path, tmp_path: Path) -> str:
    """A copy of that store."""
    return str(shutil.copytree(kept, tmp_path / "store"))


def test_articles_are_added_replaced_listed_and_removed(place: str) -> None:
    line = json.dumps({"id": "two", "text": SECOND, "date": "2024-05-09"})
    assert run("add", "-", "--store", place, given=line).output == "0 added, 1 replaced, 0 unchanged; the store holds 2.\n"
    listed = run("list", "--store", place, "--format", "json")
    assert [(a["id"], a["published"]) for a in json.loads(listed.output)] == [("one", "2024-05-07"), ("two", "2024-05-09")]
    assert run("remove", "one", "--store", place).output == "1 removed; the store holds 1.\n"
    assert "Nairobi" not in run("export", "--store", place).output


def test_adding_writes_no_files(place: str) -> None:
    run("add", "-", "--store", place, given=FIRST)
    assert [p.name for p in Path(place).parent.iterdir()] == ["store"]


def test_an_unknown_article_cannot_be_removed_nor_another_with_it(place: str) -> None:
    result = run("remove", "one", "three", "--store", place)
    assert "there is no article 'three'" in str(result.exception)
    assert len(run("list", "--store", place).output.splitlines()) == 3


def test_one_who_writes_keeps_others_out_with_a_clear_word(place: str) -> None:
    with open_store(place):
        for command in (["add", "-"], ["remove", "one"]):
            result = run(*command, "--store", place, given=FIRST)
            assert "in use by another process; wait until it is done" in str(result.exception)
        assert len(run("list", "--store", place).output.splitlines()) == 3  # who reads is let in


def test_nothing_to_add_touches_nothing(tmp_path: Path) -> None:
    assert run("add", str(tmp_path / "missing.txt"), "--store", str(tmp_path / "store")).exit_code == 1
    assert not (tmp_path / "store").exists()


def test_searching(place: str) -> None:
    rows = json.loads(run("search", "ana", "accus*", "--store", place, "--format", "json").output)
    assert {row["kind"] for row in rows} == {"event", "sentence"}
    assert run("search", "on Monday", "--kind", "sentence", "--store", place).output.count("\n") == 2
    assert "say what to search for" in str(run("search", "--store", place, "--", "-").exception)


@pytest.fixture(scope="module")
def harboured(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("sample") / "store"
    with open_store(place, merge=merged) as store:
        store.add([harbour(), strike()])
    return str(place)


def test_paths_and_neighbours(harboured: str) -> None:
    found = run("paths", "ana vidal", "Tomas Reke", "--store", harboured)
    assert found.output.splitlines()[1] == "1,1,Ana Vidal,Ana Vidal meets Tomas Reke in Porto Sal,actual,Tomas Reke"
    assert run("paths", "police", "--store", harboured).output == "name,distance,events\ndockers,1,1\n"
    apart = run("paths", "police", "Ana Vidal", "--store", harboured)
    assert (apart.exit_code, "nothing connects them" in apart.output) == (0, True)
    assert "there is no actor 'nobody'" in str(run("paths", "nobody", "--store", harboured).exception)


def test_a_check_lists_what_an_editor_should_look_at(harboured: str) -> None:
    result = run("check", "--store", harboured)
    assert result.exit_code == 0
    assert "without actors,event/die-1,Three to five people killed: nobody takes part" in result.output
    assert "contested" in result.output


def test_the_vocabulary_page(tmp_path: Path) -> None:
    out = tmp_path / "page.md"
    assert run("vocabulary", "--out", str(out)).exit_code == 0
    assert out.read_text() == run("vocabulary").output
    assert "### dl:status" in out.read_text()


def test_serving_nothing_is_told(tmp_path: Path) -> None:
    assert "there is no store at" in str(run("serve", "--store", str(tmp_path / "none")).exception)
