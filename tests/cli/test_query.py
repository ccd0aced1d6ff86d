"""Asking the graph from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import app
from dateline.store import queries

ARTICLE = "Ana Lima met Tom Oduya in Nairobi on Monday. She will visit Kenya next week, she told reporters."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("out")
    done = CliRunner().invoke(app, ["build", "-", "--date", "2024-05-07", "--out", str(out)], input=ARTICLE)
    assert done.exit_code == 0, done.output
    return str(out / "store")


def ask(store: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["query", *arguments, "--store", store])


@pytest.mark.parametrize("name", queries.names())
def test_every_shipped_query_runs(name: str, store: str) -> None:
    result = ask(store, name)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()


def test_the_list_tells_what_each_answers() -> None:
    result = CliRunner().invoke(app, ["query"])
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [row["query"] for row in rows] == list(queries.names())
    assert all(row["what it answers"] for row in rows)


def test_formats(store: str) -> None:
    sparql = "SELECT ?name WHERE { ?a a schema:Person ; rdfs:label ?name } ORDER BY ?name"
    assert ask(store, sparql).output == "name\nAna Lima\nTom Oduya\n"
    assert ask(store, sparql, "--format", "tsv").output == "name\nAna Lima\nTom Oduya\n"
    assert json.loads(ask(store, sparql, "--format", "json").output) == [{"name": "Ana Lima"}, {"name": "Tom Oduya"}]
    assert "│ Ana Lima" in ask(store, sparql, "--format", "table").output


def test_a_parameter(store: str) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(store, "actor-timeline", "--set", "actor=tom oduya").output)))
    assert [row["date"] for row in rows] == ["2024-05-06"]


def test_nothing_found_suggests_names(store: str) -> None:
    result = ask(store, "actor-timeline", "--set", "actor=Oduya")
    assert result.exit_code == 0
    assert "nothing found; names like it: Tom Oduya" in result.output


def test_terms_that_no_graph_has_are_named(store: str) -> None:
    """SPARQL finds nothing where a term is misspelt, and says nothing of it."""
    sparql = 'SELECT ?e { ?e dl:Status "actual" ; sem:eventType dlt:ASSALT ; rdfs:label "dl:nothing" }'
    said = ask(store, sparql).output
    assert "the vocabulary has no dl:Status (like dl:status), dlt:ASSALT (like dlt:ASSAULT)\n" in said
    assert "vocabulary" not in ask(store, 'SELECT ?e { ?e dl:status "dreamt" }').output


def test_a_query_from_a_file(store: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("ASK { ?e a sem:Event }")
    assert ask(store, str(path)).output == "true\n"


def test_construct_gives_turtle(store: str) -> None:
    result = ask(store, "CONSTRUCT { ?a rdfs:label ?n } WHERE { ?a a schema:Person ; rdfs:label ?n }")
    assert 'rdfs:label "Ana Lima"' in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["SELECT * WHERE {"], "line 1"),
        (["no-such-query"], "no query"),
        (["planed"], "planned"),
        (["missing.rq"], "cannot be read"),
        (["actor-timeline", "--set", "actor"], "NAME=VALUE"),
        (["actor-timeline", "--set", "colour=red"], "colour"),
        (["DELETE WHERE { ?s ?p ?o }"], "only reads"),
        (["SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }"], "SERVICE"),
    ],
)
def test_errors_say_what_is_wrong(arguments: list[str], message: str, store: str) -> None:
    result = ask(store, *arguments)
    assert result.exit_code == 1
    assert message in (str(result.exception) + result.output)


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    text = "Ana \x1b[31mLima met Tom Oduya in Nairobi on Monday."
    CliRunner().invoke(app, ["build", "-", "--out", str(out)], input=text)
    result = ask(str(out / "store"), "SELECT ?s WHERE { ?x nif:isString ?s }", "--format", "table")
    assert "\x1b[31m" not in result.output


def test_export_is_turtle(store: str, tmp_path: Path) -> None:
    whole = CliRunner().invoke(app, ["export", "--store", store]).output
    path = tmp_path / "graph.ttl"
    CliRunner().invoke(app, ["export", "--store", store, "--out", str(path)])
    assert path.read_text(encoding="utf-8") == whole
    assert "@prefix dl:" in whole
