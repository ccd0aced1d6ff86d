"""SPARQL 1.1 Protocol, and pages at the paths of IRIs."""

import json
import urllib.parse
from pathlib import Path

import pyoxigraph as ox
import pytest

from dateline.serve.negotiate import NotAcceptable, choose
from dateline.store import open_store
from serve.conftest import Client, serving
from store.sample import harbour, strike

SELECT = "SELECT ?l { ?e a sem:Event ; rdfs:label ?l } ORDER BY ?l LIMIT 1"
ASK = "ASK { ?e a dl:Claim }"
CONSTRUCT = "CONSTRUCT { ?e a sem:Event } WHERE { ?e a sem:Event }"
FORM = "application/x-www-form-urlencoded"
EVENTS = "https://w3id.org/dateline/id/graph/events"


def form(**fields: str) -> str:
    return urllib.parse.urlencode(fields)


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/html, text/*;q=0.1", "text/csv"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "", "text/turtle"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/n-triples, */*;q=0.1", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_answers_come_as_they_are_asked_for(client: Client, query: str, accept: str, media: str) -> None:
    for answer in (
        client.query(query, Accept=accept),
        client.ask(f"/sparql?{form(query=query)}", Accept=accept),
        client.ask("/sparql", data=form(query=query).encode(), Content_Type=FORM, Accept=accept),
    ):
        assert answer.status == 200, answer.text
        assert answer.media.partition(";")[0] == media
        assert answer.headers["Access-Control-Allow-Origin"] == "*" if "Origin" in answer.headers else True


def test_what_is_answered(client: Client) -> None:
    assert client.query(SELECT).json["results"]["bindings"][0]["l"]["value"] == "12 dockers injured"
    assert client.query(ASK).json["boolean"] is True
    assert client.query(SELECT, Accept="text/csv").text == "l\r\n12 dockers injured\r\n"
    graph = list(ox.parse(client.query(CONSTRUCT).body, format=ox.RdfFormat.TURTLE))
    assert len(graph) == 6


@pytest.mark.parametrize(
    ("path", "data", "headers", "status", "message"),
    [
        ("/sparql?query=", None, {}, 400, "give one query"),
        (f"/sparql?{form(query=ASK)}&{form(query=ASK)}", None, {}, 400, "give one query"),
        (f"/sparql?{form(query=SELECT)}", None, {"Accept": "image/png"}, 406, "there is"),
        (f"/sparql?{form(query=ASK)}&default-graph-uri=http%3A%2F%2Fexample.org%2F", None, {}, 400, "cannot be chosen"),
        (f"/sparql?{form(query=ASK)}&named-graph-uri=file%3A%2F%2F%2Fetc%2Fpasswd", None, {}, 400, "cannot be chosen"),
        ("/sparql", form(update="CLEAR ALL").encode(), {"Content_Type": FORM}, 403, "updates are not allowed"),
        ("/sparql", b"CLEAR ALL", {"Content_Type": "application/sparql-update"}, 403, "updates are not allowed"),
        ("/sparql", b"ASK {}", {"Content_Type": "text/plain"}, 415, "post a query as"),
        ("/sparql", b"\xff\xfe", {"Content_Type": "application/sparql-query"}, 400, "not UTF-8"),
        ("/sparql", b"#" * 400_000, {"Content_Type": "application/sparql-query"}, 413, "may have 100 KiB"),
        ("/sparql", b"SELECT", {"Content_Type": "application/sparql-query"}, 400, "cannot be understood"),
        ("/graphs", None, {}, 400, "name one graph"),
        (f"/graphs?default&{form(graph=EVENTS)}", None, {}, 400, "name one graph"),
        (f"/graphs?{form(graph=EVENTS)}&{form(graph=EVENTS)}", None, {}, 400, "name one graph"),
        ("/graphs?graph=events", None, {}, 400, "is absolute"),
        ("/graphs?graph=", None, {}, 400, "is absolute"),
        (f"/graphs?{form(graph='http://example.org/none')}", None, {}, 404, "says nothing"),
        (f"/graphs?{form(graph='x:y> { ?s ?p ?o } } #')}", None, {}, 400, "is absolute"),
        ("/graphs?default", None, {"Accept": "image/png"}, 406, "there is"),
        ("/graphs?default&format=exe", None, {}, 406, "there are the formats"),
        ("/search?q=", None, {}, 400, "say what to search for"),
        ("/search?q=x&limit=many", None, {}, 400, "must be a number"),
        ("/search?q=x&kind=actor&kind=thing", None, {}, 400, "there are the kinds"),
        ("/event/none", None, {}, 404, "says nothing"),
        ("/event/consult-1?format=exe", None, {}, 404, "there are the formats"),
        ("/event/%3E%20%7D%20ASK%7B%7D", None, {}, 404, "says nothing"),
        ("/assets/..%2Fquery.html.j2", None, {}, 404, ""),
        ("/no/such/page/at/all", None, {}, 404, ""),
    ],
)
def test_what_is_wrong_is_told(
    client: Client, path: str, data: bytes | None, headers: dict[str, str], status: int, message: str
) -> None:
    answer = client.ask(path, data=data, **headers)
    assert (answer.status, message in answer.text) == (status, True), answer.text
    assert len(answer.text.strip().splitlines()) <= 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    for path in ("/graphs?default", f"/graphs?{form(graph=EVENTS)}", "/graph/events", "/dateline/id/graph/events", "/map", "/"):
        answer = client.ask(path, method=method, data=b"<x:a> <x:b> <x:c> .", Content_Type="application/n-triples")
        assert (answer.status, set(answer.headers["Allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert method == "POST" or client.ask("/sparql", method=method, data=b"").status == 405
    assert client.query("ASK { <x:a> ?p ?o }").json["boolean"] is False


def test_other_sites_may_ask(client: Client) -> None:
    asked = client.ask("/sparql", method="OPTIONS", Origin="https://example.org", Access_Control_Request_Method="POST")
    assert asked.status == 200
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert client.query(ASK, Origin="https://example.org").headers["Access-Control-Allow-Origin"] == "*"


def test_the_endpoint_describes_itself(client: Client) -> None:
    sd, void = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
    told = {q.predicate.value: q.object for q in ox.parse(client.ask("/sparql").body, format=ox.RdfFormat.TURTLE)}
    assert told[f"{sd}endpoint"] == ox.NamedNode(f"{client.url}/sparql")
    assert told[f"{sd}supportedLanguage"] == ox.NamedNode(f"{sd}SPARQL11Query")
    data = {q.predicate.value: q.object for q in ox.parse(client.ask("/.well-known/void").body, format=ox.RdfFormat.TURTLE)}
    asked = client.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json["results"]["bindings"][0]["n"]["value"]
    assert int(data[f"{void}documents"].value) == 2  # type: ignore[union-attr]
    assert asked in client.ask("/.well-known/void").text
    dump = data[f"{void}dataDump"]
    assert isinstance(dump, ox.NamedNode)
    assert len(set(ox.parse(client.ask(dump.value.removeprefix(client.url)).body, format=ox.RdfFormat.TURTLE))) == int(asked)


@pytest.mark.parametrize("name", ["graph/events", "graph/article/harbour", "graph/article/strike"])
def test_a_graph_can_be_had_by_its_iri(client: Client, place: Path, name: str) -> None:
    iri = f"https://w3id.org/dateline/id/{name}"
    with open_store(place, read_only=True) as store:
        held = {q.triple for q in store.quads() if q.graph_name == ox.NamedNode(iri)}
    for path in (f"/graphs?{form(graph=iri)}", f"/{name}", f"/dateline/id/{name}"):
        for media, syntax in SYNTAXES.items():
            answer = client.ask(path, Accept=media)
            assert (answer.status, answer.media.partition(";")[0]) == (200, media)
            assert {q.triple for q in ox.parse(answer.body, format=syntax)} == held
    assert client.ask(f"/{name}", Accept="text/html").media.startswith("text/html")


SYNTAXES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def test_all_graphs_can_be_had_together(client: Client, place: Path) -> None:
    with open_store(place, read_only=True) as store:
        held = {q.triple for q in store.quads()}
    answer = client.ask("/graphs?default")
    assert answer.media == "text/turtle; charset=utf-8"
    assert {q.triple for q in ox.parse(answer.body, format=ox.RdfFormat.TURTLE)} == held
    assert client.ask("/graphs?default&format=jsonld").json["@graph"]
    head = client.ask("/graphs?default", method="HEAD")
    assert (head.status, head.body, head.media) == (200, b"", answer.media)
    assert int(head.headers["Content-Length"]) == len(answer.body)
    assert client.ask(f"/graphs?{form(graph='http://example.org/none')}", method="HEAD").status == 404


@pytest.mark.parametrize("start", ["", "/dateline/id"])
def test_a_thing_has_a_page_at_the_path_of_its_iri(client: Client, start: str) -> None:
    page = client.ask(f"{start}/event/assault-1", Accept="text/html,*/*;q=0.8")
    assert page.media.startswith("text/html")
    assert "Police attack dockers" in page.text
    assert "<td>denies</td>" in page.text  # who says so
    turtle = client.ask(f"{start}/event/assault-1", Accept="text/turtle")
    subjects = {q.subject.value for q in ox.parse(turtle.body, format=ox.RdfFormat.TURTLE) if isinstance(q.subject, ox.NamedNode)}
    assert "https://w3id.org/dateline/id/event/assault-1" in subjects
    assert "https://w3id.org/dateline/id/claim/harbour/e5" in subjects
    assert client.ask(f"{start}/event/assault-1?format=jsonld").json["@graph"]
    actor = client.ask(f"{start}/actor/person/ana-vidal", Accept="text/html")
    assert "Ana Vidal meets Tomas Reke in Porto Sal" in actor.text


def test_every_page_lets_only_its_own_scripts_run(client: Client) -> None:
    for path in ("/", "/vocabulary", "/event/assault-1"):
        policy = client.ask(path, Accept="text/html").headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_the_map_is_there(client: Client) -> None:
    page = client.ask("/map")
    assert page.media.startswith("text/html")
    assert "Police attack dockers" in page.text


def test_words_are_searched_for(client: Client) -> None:
    assert client.ask("/search?q=dockers+police").json["hits"][0]["text"] == "Police attack dockers"
    assert {hit["kind"] for hit in client.ask("/search?q=dock*&kind=actor&kind=headline").json["hits"]} == {"actor"}


def test_the_word_of_an_article_is_shown_as_text(tmp_path: Path) -> None:
    from dataclasses import replace

    evil = "<script>alert(1)</script>"
    document = replace(harbour(), actors=tuple(replace(a, name=evil) if a.id == "a1" else a for a in harbour().actors))
    with open_store(tmp_path / "store") as store:
        store.add([document])
        ((iri,),) = store.select(f"SELECT ?a {{ ?a rdfs:label '{evil}' }}").rows
    with serving(tmp_path / "store") as client:
        page = client.ask("/" + str(iri).removeprefix("https://w3id.org/dateline/id/"), Accept="text/html").text
    assert evil not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_a_build_adds_is_seen_at_the_next_question(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.add([harbour()])
    with serving(tmp_path / "store", "--workers", "1") as client:
        articles = "SELECT ?a { ?a a schema:NewsArticle }"
        assert len(client.query(articles).json["results"]["bindings"]) == 1
        with open_store(tmp_path / "store") as store:
            store.add([strike()])
        assert len(client.query(articles).json["results"]["bindings"]) == 2


OFFERED = {"text/turtle": "text/turtle", "application/json": "application/ld+json"}


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/turtle"),
        ("application/json", "application/ld+json"),
        ("application/json;q=0.2, text/*;q=0.3", "text/turtle"),
        ("text/turtle;q=0, application/json", "application/ld+json"),
        ("text/turtle;q=nonsense, */*", "text/turtle"),
    ],
)
def test_choosing(accept: str, chosen: str) -> None:
    assert choose(accept, OFFERED, "text/turtle") == chosen


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", ",,,", "nonsense"])
def test_nothing_to_choose(accept: str) -> None:
    with pytest.raises(NotAcceptable):
        choose(accept, OFFERED, "text/turtle")


def test_an_answer_in_json_ld_is_one_document(client: Client) -> None:
    assert json.loads(client.query(CONSTRUCT, Accept="application/ld+json").body)["@graph"]
