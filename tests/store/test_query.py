"""What may be asked of a store, and how answers look."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import QueryError
from dateline.store import Store, open_store
from store.sample import harbour, story, strike


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store(merge=lambda documents: story())
    made.add([harbour(), strike()])
    return made


def test_a_table_holds_python_values(store: Store) -> None:
    found = store.select(
        """SELECT ?iri ?text ?whole ?part ?yes ?day ?none ?odd { VALUES (?iri ?text ?whole ?part ?yes ?day ?none ?odd)
        { (dl:status "é" 3 2.5 true "2024-02-29"^^xsd:date UNDEF "2024-02-31"^^xsd:date) } }"""
    )
    assert found.columns == ("iri", "text", "whole", "part", "yes", "day", "none", "odd")
    assert found.rows == (
        ("https://w3id.org/dateline/ontology#status", "é", 3, 2.5, True, date(2024, 2, 29), None, "2024-02-31"),
    )


def test_iris_are_shortened_on_request(store: Store) -> None:
    asked = "SELECT ?e ?t ?x { VALUES ?x { <https://example.org/x> } ?e sem:eventType ?t ; dl:status 'planned' }"
    assert store.select(asked, shorten=True).rows == (("event/agree-1", "dlt:AGREE", "https://example.org/x"),)


def test_queries_see_the_union_of_all_graphs_and_each_graph_by_name(store: Store) -> None:
    assert store.ask("ASK { ?c dl:ofEvent ?e . ?e rdfs:label 'Police attack dockers' }")
    assert not store.ask("ASK { GRAPH ?g { ?c dl:ofEvent ?e . ?e rdfs:label ?l } }")
    assert store.ask("ASK { GRAPH <graph/events> { ?e dl:status 'actual' } GRAPH <graph/article/strike> { ?c dl:ofEvent ?e } }")


def test_each_kind_of_query_has_its_method(store: Store) -> None:
    assert store.query("ASK { ?e a sem:Event }") is True
    assert "sem:Event" in str(store.query("CONSTRUCT { ?e a sem:Event } { ?e a sem:Event }"))
    assert store.query("SELECT (1 AS ?one) {}") == store.select("SELECT (1 AS ?one) {}")
    with pytest.raises(QueryError, match="SELECT query was expected"):
        store.select("ASK {}")
    with pytest.raises(QueryError, match="ASK query was expected"):
        store.ask("SELECT * {}")
    with pytest.raises(QueryError, match="CONSTRUCT or DESCRIBE query was expected"):
        store.construct("ASK {}")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1 .SERVICE<http://127.0.0.1:1/>{} }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE ?s { ?s ?p ?o } } } } }",
        "SELECT ?s { ?s ?p ?o BIND(EXISTS { SERVICE ?s { ?s ?p ?o } } AS ?x) }",
        "SELECT * { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS { SERVICE ?s { ?s ?p ?o } })",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE ?s { ?s ?p ?o } })",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "ASK { FILTER(1<2)SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE <http://127.0.0.1:1/> {} #'''\n }",
    ],
)
def test_services_are_refused_in_every_spelling(store: Store, sparql: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is not allowed|cannot be understood"):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * FROM <graph/events> { ?s ?p ?o }",
        "SELECT *from<graph/events>{ ?s ?p ?o }",
        "SELECT * FROM NAMED <graph/events> { ?s ?p ?o }",
        "ASK \\u0046ROM <file:///etc/passwd> { ?s ?p ?o }",
        "CONSTRUCT FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "DESCRIBE <x> FROM <file:///etc/passwd>",
    ],
)
def test_other_data_is_refused(store: Store, sparql: str) -> None:
    with pytest.raises(QueryError, match="FROM is not allowed"):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "insert data { <a> <b> <c> }",
        "LOAD <http://127.0.0.1:1/>",
        "PREFIX x: <http://x/>\n# a comment\nCLEAR ALL",
        "DROP ALL",
    ],
)
def test_updates_are_refused(store: Store, sparql: str) -> None:
    before = len(store)
    with pytest.raises(QueryError, match="is not allowed: a query only reads"):
        store.query(sparql)
    assert len(store) == before


def test_the_forbidden_words_are_free_elsewhere(store: Store) -> None:
    asked = """SELECT ?from ?service { # from a service
        VALUES (?from ?service) { ("LOAD" <http://x/from/service>) } FILTER(?from != "service") }"""
    assert store.select(asked).rows == (("LOAD", "http://x/from/service"),)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * {\n  ?s ?p }", "in line 2, column 3, near '\\?s \\?p }'"),
        ("SELECT * {", "at its end"),
        ("", "at its end"),
        ("SELECT * { ?s nope:x ?o }", "Unknown namespace prefix : nope"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "a variable that is unbound"),
        ("SELECT ?from FROM", "cannot be understood"),
        ("SELECT * { ?s ?p '\ud800' }", "cannot be understood|failed"),
    ],
)
def test_a_mistake_is_told_in_one_line(store: Store, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        store.query(sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@settings(deadline=None)
@given(st.text(st.sampled_from("SELECT ?s{}<>()'\"\\#\n.;,*/|^@1_:aFROMservice"), max_size=40))
def test_no_text_breaks_the_query_path(store: Store, sparql: str) -> None:
    try:
        store.query(sparql)
    except QueryError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * " + "{" * 9999 + "}" * 9999,
        "SELECT * { FILTER(" + "(" * 9999 + "1" + ")" * 9999 + ") }",
        "SELECT * { FILTER(" + "!" * 99999 + "1) }",
        "SELECT * { FILTER(" + "1 + " * 99999 + "1) }",
        "SELECT * { {} " + "UNION {} " * 99999 + "}",
        "SELECT * { ?s " + "<a>/" * 99999 + "<a> ?o }",
    ],
    ids=["groups", "brackets", "not", "plus", "union", "path"],
)
def test_a_query_that_would_overflow_the_parser_is_refused(store: Store, sparql: str) -> None:
    with pytest.raises(QueryError, match="too intricate"):
        store.query(sparql)


def test_nesting_within_the_limits_is_an_answer_or_an_error(store: Store) -> None:
    for sparql in ("SELECT * { FILTER(" + "(" * 150 + "1" + ")" * 150 + ") }", "SELECT * " + "{" * 150 + "}" * 150 + "# from"):
        try:
            store.query(sparql)
        except QueryError as error:
            assert "\n" not in str(error)
