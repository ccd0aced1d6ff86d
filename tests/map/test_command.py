"""`dateline map`, and the same from Python."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import app
from dateline.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An empty graph on disk."""
    with open_store(tmp_path / "store"):
        return tmp_path / "store"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["map", *arguments])


def test_title_theme_and_base_link_arrive_in_the_page(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "map.html"
    options = ("--title", "What <happened>", "--theme", "dark", "--base-link", "http://localhost:8080/")
    done = run("--store", str(store), "--out", str(page), *options)
    assert (done.exit_code, done.output) == (0, f"{page.as_posix()}\n")
    html = page.read_text(encoding="utf-8")
    assert "<title>What &lt;happened&gt;</title>" in html
    assert 'data-theme="dark"' in html


def test_readers_can_ask_on_request(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    assert run("--store", str(store), "--out", str(page), "--sparql").exit_code == 0
    assert 'id="show-ask"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("--base-link", "javascript:alert(1)"), 2, "no web address"),
        (("--theme", "pink"), 2, "pink"),
        (("--out", "/dev/null/x.html"), 1, "/dev/null/x.html"),
    ],
)
def test_what_cannot_be_done_is_said(store: Path, options: tuple[str, ...], code: int, message: str) -> None:
    done = run("--store", str(store), *options)
    assert done.exit_code == code
    assert message in done.output


def test_it_opens_in_the_browser(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run("--store", str(store), "--out", str(tmp_path / "map.html"), "--open").exit_code == 0
    assert opened == [(tmp_path / "map.html").as_uri()]
