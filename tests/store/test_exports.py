"""Each export is opened by a reader of its own, which finds in it what the graph tells."""

import csv
import io
import json
import random
import warnings
from datetime import date
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner
from hypothesis import given, settings
from rdflib.compare import isomorphic

import strategies
from dateline import resources
from dateline.cli import app
from dateline.cli.export import FORMATS as SAID
from dateline.model import Document
from dateline.store import Store, open_store
from dateline.store.exports import FORMATS
from store.sample import harbour, strike
from store.test_graph import merged


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store(merge=merged)
    made.add([harbour(), strike()])
    return made


def text(store: Store, name: str) -> str:
    return "".join(FORMATS[name].write(store))


def triples(store: Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads()}


def parsed(data: str, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data.encode(), format=form, base_iri="https://w3id.org/dateline/id/"))


def test_the_command_knows_every_format() -> None:
    assert set(SAID) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(store: Store, name: str, tmp_path: Path) -> None:
    documents = [strike(), harbour()]
    with open_store(tmp_path / "store", merge=merged) as other:
        for document in documents:
            other.add([document])
        assert text(other, name) == text(store, name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_it(name: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "store", merge=merged) as other:
        other.add([harbour()])
        expected = text(other, name)
    target = tmp_path / f"x{FORMATS[name].suffix}"
    done = CliRunner().invoke(app, ["export", "--store", str(tmp_path / "store"), "--format", name, "--out", str(target)])
    assert done.exit_code == 0, done.output
    assert target.read_bytes().decode() == expected


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as other:
        other.add([harbour()])
    target = tmp_path / "x.nq"
    CliRunner().invoke(app, ["export", "--store", str(tmp_path / "store"), "--out", str(target)])
    assert target.read_text().startswith("<https://")


@pytest.mark.parametrize(("name", "form"), [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS)])
def test_graphs_come_back_with_their_names(store: Store, name: str, form: ox.RdfFormat) -> None:
    assert parsed(text(store, name), form) == set(store.quads())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib complains of itself
        assert len(rdflib.Dataset().parse(data=text(store, name), format=name)) == len(store)


def test_json_ld_comes_back(store: Store) -> None:
    written = text(store, "jsonld")
    assert {str(q.triple) for q in parsed(written, ox.RdfFormat.JSON_LD)} == triples(store)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = rdflib.Graph().parse(data=written, format="json-ld")
    assert isomorphic(read, store.to_rdflib())


def test_json_ld_is_framed_in_our_terms(store: Store) -> None:
    nodes = {node["id"]: node for node in json.loads(text(store, "jsonld"))["@graph"]}
    event = nodes["event/die-1"]
    assert event["type"] == "Event"
    assert event["status"] == "actual"
    assert event["quantity"] == {
        "id": "figure/die-1/killed/people/3-5",
        "type": "QuantitativeValue",
        "counts": "killed",
        "maxValue": 5,
        "minValue": 3,
        "unit": "people",
    }
    assert nodes["event/consult-1"]["earliestBegin"] == "2024-03-07"
    assert nodes["event/assault-1"]["contested"] is True
    context = json.loads(resources.path("schema", "context.jsonld").read_text())["@context"]
    keys = {key for node in nodes.values() for key in node}
    assert keys <= context.keys()


@settings(max_examples=20, deadline=None)
@given(strategies.documents("a"), strategies.documents("\ud800/.. é\0"))
def test_any_graph_comes_back(one: Document, other: Document) -> None:
    made = open_store(base="https://example.org/é/")
    made.add([one, other])
    for name, form in (("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)):
        assert {str(q.triple) for q in parsed(text(made, name), form)} == triples(made)
    for name in FORMATS:
        assert text(made, name)


def test_graphml_is_a_network(store: Store) -> None:
    network = nx.read_graphml(io.BytesIO(text(store, "graphml").encode()))
    base = store.base
    assert network.nodes[f"{base}event/consult-1"]["start"] == "2024-03-07"
    assert network.nodes[f"{base}actor/person/ana-vidal"]["kind"] == "actor"
    edges = {(s, o, d["label"]) for s, o, d in network.edges(data=True)}
    assert (f"{base}event/consult-1", f"{base}actor/person/ana-vidal", "agent") in edges
    assert len(network) == 6 + 6


def test_gexf_has_the_dates_that_gephi_shows(store: Store) -> None:
    written = text(store, "gexf")
    assert 'mode="dynamic"' in written
    assert 'timeformat="date"' in written
    network = nx.read_gexf(io.BytesIO(written.encode()))
    node = network.nodes[f"{store.base}event/agree-1"]
    assert (node["label"], node["start"], node["end"]) == ("Both sides sign an agreement", "2024-03-11", "2024-03-17")
    assert "start" not in network.nodes[f"{store.base}actor/person/ana-vidal"]


def test_events_as_a_table(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(text(store, "csv"), newline="")))
    assert [row["label"] for row in rows][:2] == ["12 dockers injured", "Ana Vidal meets Tomas Reke in Porto Sal"]
    met = rows[1]
    assert (met["agent"], met["patient"], met["place"], met["status"]) == ("Ana Vidal", "Tomas Reke", "Porto Sal", "actual")
    assert (met["date"], met["earliest_begin"], met["articles"]) == ("2024-03-07", "2024-03-07", "https://example.org/harbour")
    assert "killed: 3-5 people" in {row["figures"] for row in rows}


def test_a_table_gives_a_spreadsheet_nothing_to_run() -> None:
    from dataclasses import replace

    made = open_store()
    event = replace(harbour().events[0], label='=HYPERLINK("http://example.org")')
    made.add([replace(harbour(), events=(event,))])
    assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(text(made, "csv"))) for cell in row)


def test_statements_as_a_table(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(text(store, "triples"), newline="")))
    assert len(rows) == len(store)
    for row in random.Random(1).sample(rows, 50):
        made = (
            ox.Literal(row["object"], datatype=ox.NamedNode(row["datatype"]))
            if row["datatype"] and not row["language"]
            else ox.Literal(row["object"], language=row["language"])
            if row["language"]
            else ox.NamedNode(row["object"])
        )
        quad = ox.Quad(ox.NamedNode(row["subject"]), ox.NamedNode(row["predicate"]), made, ox.NamedNode(row["graph"]))
        assert quad in set(store.quads())


def test_timelinejs_has_slides(store: Store) -> None:
    slides = {slide["unique_id"]: slide for slide in json.loads(text(store, "timelinejs"))["events"]}
    deal = slides[f"{store.base}event/agree-1"]
    assert deal["start_date"] == {"year": 2024, "month": 3, "day": 11}
    assert deal["end_date"] == {"year": 2024, "month": 3, "day": 17}
    assert deal["text"]["headline"] == "Both sides sign an agreement"
    assert "<p>planned</p>" in deal["text"]["text"]
    assert len(slides) == 3


def test_calendars_open_it(store: Store) -> None:
    from icalendar import Calendar

    calendar = Calendar.from_ical(text(store, "ical"))
    entries = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    deal = entries[f"{store.base}event/agree-1"]
    assert (deal["dtstart"].dt, deal["dtend"].dt) == (date(2024, 3, 11), date(2024, 3, 18))
    assert str(deal["summary"]) == "Both sides sign an agreement [planned]"
    met = entries[f"{store.base}event/consult-1"]
    assert (str(met["summary"]), str(met["location"])) == ("Ana Vidal meets Tomas Reke in Porto Sal", "Porto Sal")
    assert len(entries) == 3


def test_the_description_counts_what_there_is(store: Store) -> None:
    described = rdflib.Graph().parse(data=text(store, "void"), format="turtle")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    (data,) = described.subjects(rdflib.RDF.type, void.Dataset)
    assert int(described.value(data, void.triples)) == len(store)  # type: ignore[arg-type]
    classes = {
        str(described.value(p, void["class"])): int(described.value(p, void.entities))
        for p in described.objects(data, void.classPartition)
    }  # type: ignore[arg-type]
    assert classes["http://semanticweb.cs.vu.nl/2009/11/sem/Event"] == 6
