"""The package from Python: the names it offers and the example of its front page."""

from pathlib import Path

import pytest

import dateline

TEXT = "Ana Lima met Tom Oduya in Nairobi on Monday."


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(dateline, name)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        dateline.no_such_name  # noqa: B018


def test_documents(source: Path) -> None:
    (document,) = dateline.extract_documents(source, date="2024-05-08")
    (met,) = [e for e in document.events if e.lemma == "meet"]
    assert (met.status, met.when.edtf, met.type) == ("actual", "2024-05-06", "CONSULT")


def test_build_then_ask(source: Path, tmp_path: Path) -> None:
    built = dateline.build_graph(source, date="2024-05-08", out=tmp_path / "out")
    assert built.articles == built.stored == 1
    with dateline.open_store(tmp_path / "out" / "store", read_only=True) as store:
        rows = store.select("SELECT ?label WHERE { ?event a sem:Event ; rdfs:label ?label }").rows
    assert rows == (("Ana Lima and Tom Oduya meet in Nairobi",),)


def test_errors_have_one_base(tmp_path: Path) -> None:
    with pytest.raises(dateline.DatelineError):
        list(dateline.read_articles(tmp_path / "missing.txt"))
