"""The README's two commands are what continuous integration runs, and what it says of the commands is so."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import COMMANDS, app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """The one-line commands in the README that set up an environment of their own."""
    return re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_there_are_two_commands_and_the_second_is_run_by_ci() -> None:
    first, second = commands()
    assert first.endswith("dateline build")
    assert second.endswith("-m pytest")
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5
    assert f"dateline {name}" in README


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?://|#)([^)]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    "folder", ["graph", "schema", "seeds", "exports", "tests", "seeds/articles", "seeds/lexicons", "seeds/gazetteers"]
)
def test_every_folder_says_what_lives_there(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    listed = {p.name for p in (ROOT / folder).iterdir() if p.is_file() and p.suffix in (".tsv", ".toml", ".ttl", ".jsonld")}
    assert all(name in text for name in listed), sorted(n for n in listed if n not in text)
