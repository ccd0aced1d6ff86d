"""Reviewing from the command line which actors are the same."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import app

ARTICLES = [
    {"id": "x", "text": "Sergei Petrov met Ana Lima in Nairobi on Monday.", "date": "2024-05-07"},
    {"id": "y", "text": "Sergey Petrov resigned on Tuesday.", "date": "2024-05-08"},
]
PAIR = ("person/sergei-petrov", "person/sergey-petrov")


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")
    done = CliRunner().invoke(app, ["build", str(path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    return str(tmp_path / "out" / "store")


def ask(store: str, *arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(app, ["actors", *arguments, "--store", store], input=answers)


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.output)))


def people(store: str) -> list[str]:
    sparql = "SELECT ?name WHERE { ?a a schema:Person ; rdfs:label ?name } ORDER BY ?name"
    return CliRunner().invoke(app, ["query", sparql, "--store", store]).output.splitlines()[1:]


def test_a_decision_joins_and_a_later_one_parts(store: str) -> None:
    unsure = ask(store)
    assert unsure.exit_code == 4
    assert [(row["left"], row["right"]) for row in rows(unsure)] == [PAIR]
    assert len(people(store)) == 3
    assert ask(store, "--same", *PAIR, "--who", "R. Meyer", "--why", "one man").exit_code == 0
    assert len(people(store)) == 2
    joined = [row["joined"] for row in rows(ask(store, "--all"))]
    assert " ".join(PAIR) in joined
    assert ask(store, "--different", *PAIR).exit_code == 0
    assert len(people(store)) == 3
    kept = (Path(store) / "actor-decisions.tsv").read_text(encoding="utf-8")
    assert kept.count("person/sergei-petrov\t") == 2 and "R. Meyer" in kept


def test_review_shows_where_they_stand_and_asks(store: str) -> None:
    result = ask(store, "--review", answers="s\n")
    assert result.exit_code == 0, result.output
    assert "Sergey Petrov resigned" in result.output
    assert len(people(store)) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("--same", PAIR[0], "person/nobody"), "no actor 'person/nobody'"), (("--same", PAIR[0], PAIR[0]), "two actors")],
)
def test_a_decision_about_nobody_is_refused(store: str, arguments: tuple[str, ...], message: str) -> None:
    result = ask(store, *arguments)
    assert result.exit_code != 0
    assert message in str(result.exception)
    assert not (Path(store) / "actor-decisions.tsv").exists()
