"""Whatever is asked, the server stays up, keeps its limits, reaches nothing outside, and serves the others."""

import random
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.store import open_store
from serve.conftest import LIMITS, Client, serving
from store.sample import harbour

FINE = "SELECT ?l { ?e a sem:Event ; rdfs:label ?l } ORDER BY ?l LIMIT 1"
EVERYTHING = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"


def alive(client: Client) -> bool:
    return client.query(FINE).status == 200


def spelt(keyword: str) -> list[str]:
    """The same keyword in capitals, without, and by code points."""
    return [keyword, keyword.lower(), keyword[0] + keyword[1:].lower(), f"\\u{ord(keyword[0]):04X}{keyword[1:]}"]


@pytest.fixture
def trap() -> "Trap":
    made = Trap()
    yield made  # type: ignore[misc]
    made.close()


class Trap:
    """A port that notes whether anybody knocks."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.knocks = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                self._socket.accept()[0].close()
            except OSError:
                return
            self.knocks += 1

    def close(self) -> None:
        self._socket.close()


def test_nothing_outside_is_reached(client: Client, trap: Trap) -> None:
    queries = []
    for word in spelt("SERVICE"):
        for between in (" ", " SILENT ", "#\n", "/**/" if False else "\t"):
            queries.append(f"SELECT * {{ {word}{between}<{trap.url}> {{ ?s ?p ?o }} }}")
            queries.append(f"ASK {{ {{ SELECT * {{ OPTIONAL {{ {word}{between}<{trap.url}> {{ ?s ?p ?o }} }} }} }} }}")
        queries.append(f"SELECT * {{ VALUES ?x {{ <{trap.url}> }} {word} ?x {{ ?s ?p ?o }} }}")
        queries.append(f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {word} <{trap.url}> {{ ?s ?p ?o }} }} }}")
    for word in spelt("FROM"):
        queries += [
            f"SELECT * {word} <{trap.url}> {{ ?s ?p ?o }}",
            f"SELECT * {word} NAMED <file:///etc/passwd> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        ]
    for word in (*spelt("LOAD"), *spelt("INSERT DATA"), *spelt("CLEAR ALL"), *spelt("DROP ALL")):
        queries.append(f"{word} <{trap.url}>")
    queries += ["DELETE WHERE { ?s ?p ?o }", f"LOAD SILENT <{trap.url}> INTO GRAPH <x:x>", f"ASK {{}} ; LOAD <{trap.url}>"]
    for query in queries:
        answer = client.query(query)
        assert answer.status == 400, (query, answer.status, answer.text)
    assert trap.knocks == 0
    assert alive(client)


@pytest.mark.parametrize(
    "harmless",
    [
        "SELECT ?service { ?service a sem:Event }",
        'ASK { ?e rdfs:label "from service to load" }',
        "ASK { ?e <http://example.org/service> ?x } # FROM here",
        "PREFIX from: <http://example.org/> ASK { ?e from:x ?x }",
    ],
)
def test_the_words_themselves_are_no_harm(client: Client, harmless: str) -> None:
    assert client.query(harmless).status == 200


BOMBS = {
    "slow": f"SELECT (COUNT(*) AS ?n) {{ {EVERYTHING} }}",
    "large": f"SELECT * {{ {EVERYTHING} }}",
    "hungry": f"SELECT * {{ {EVERYTHING} }} ORDER BY ?a ?f ?i",
    "distinct": f"SELECT DISTINCT (CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)) AS ?x) {{ {EVERYTHING} }}",
    "grouped": f"SELECT (GROUP_CONCAT(?x; separator='{'x' * 1000}') AS ?all) {{ {EVERYTHING} BIND(STR(?a) AS ?x) }}",
    "swelling": 'SELECT ?z { VALUES ?a { "'
    + "x" * 1000
    + '" } '
    + " ".join(
        f"BIND(CONCAT({', '.join([v] * 9)}) AS ?{w})" for v, w in zip(["?a", "?b", "?c", "?d", "?e", "?f"], "bcdefz", strict=True)
    )
    + " }",
    "paths": "SELECT * { ?a (!<x:x>|^!<x:y>)* ?b . ?b (!<x:x>|^!<x:y>)* ?c . ?c (!<x:x>|^!<x:y>)* ?d }",
    "pattern": "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '" + "(a*)*" * 50 + "$')) " + EVERYTHING + "}",
    "nested": "SELECT * " + "{" * 5_000 + "}" * 5_000,
    "brackets": "SELECT (" + "(" * 3_000 + "1" + ")" * 3_000 + " AS ?x) {}",
    "long": "SELECT (1" + "+1" * 40_000 + " AS ?x) {}",
    "negated": "SELECT * { ?s " + "!" * 30_000 + "<x:x> ?o }",
    "blank": "SELECT * { " + "[ <x:x> " * 4_000 + "1" + "]" * 4_000 + " }",
    "listed": "SELECT * { ?s ?p " + "(" * 4_000 + ")" * 4_000 + " }",
    "united": "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 3_000) + " }",
    "chosen": "SELECT * { " + "OPTIONAL { ?s ?p ?o " * 199 + "}" * 199 + " }",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_out(client: Client, name: str) -> None:
    begun = time.monotonic()
    answer = client.query(BOMBS[name])
    took = time.monotonic() - begun
    assert answer.status in (200, 400, 413, 503), answer.text
    if name in ("slow", "large", "hungry", "distinct", "nested"):
        assert answer.status != 200
    assert len(answer.text) < 2 << 20
    assert took < 30, "long past the limit"
    assert alive(client)


def memory(client: Client) -> int:
    """What the server and its workers take, in MiB."""
    server = psutil.Process(client.process)
    return int(sum(p.memory_info().rss for p in (server, *server.children(recursive=True))) / 2**20)


def test_others_are_served_meanwhile_in_bounded_memory(place: Path) -> None:
    with serving(place, *LIMITS) as client, ThreadPoolExecutor(8) as threads:
        bomb = threads.submit(client.query, BOMBS["hungry"])
        most, slowest = 0, 0.0
        while not bomb.done():
            begun = time.monotonic()
            assert client.query(FINE).status == 200
            slowest = max(slowest, time.monotonic() - begun)
            most = max(most, memory(client))
        assert bomb.result().status == 503
        assert slowest < 20  # a worker may have to be started first, on a machine that has other work
        assert most < 3 * 150 + 200 + 100


def test_a_flood_is_turned_away(place: Path) -> None:
    with serving(place, *LIMITS) as client, ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(client.query, [BOMBS["slow"]] * 16))
        turned_away = [a for a in answers if "too many questions" in a.text]
        assert {a.status for a in answers} == {503}
        assert len(turned_away) >= 16 - 2 - 4 - 2
        assert all(a.headers["Retry-After"] for a in turned_away)
        assert alive(client)


def test_clients_that_misbehave_hold_nobody_up(client: Client) -> None:
    host, port = client.url.removeprefix("http://").split(":")
    held = []
    for start in (
        b"",
        b"GET /sparql",
        b"POST /sparql HTTP/1.1\r\nContent-Length: 1000000\r\n\r\nASK",
        b"\x16\x03\x01\x02\x00",
        b"A" * 100_000,
    ):
        held.append(socket.create_connection((host, int(port))))
        held[-1].sendall(start)
    for extra in ("Content-Length: -1", "Content-Length: x", "Transfer-Encoding: chunked\r\n\r\nzz", "Host: \x00"):
        with socket.create_connection((host, int(port))) as odd:
            odd.sendall(f"POST /sparql HTTP/1.1\r\nHost: x\r\n{extra}\r\n\r\n".encode())
    assert alive(client)
    for one in held:
        one.close()
    assert alive(client)


@pytest.mark.parametrize("host", ["x/><y", "[::1", "a b", "example.org:99999", "\\", "x" * 5000, "é", ""])
def test_a_host_that_is_none_is_told(client: Client, host: str) -> None:
    """Descriptions hold the address that was asked, which is the client's word."""
    for path in ("/sparql", "/.well-known/void", "/graphs?default"):
        assert client.ask(path, Host=host.encode("utf-8").decode("latin-1")).status in (200, 400)
    assert alive(client)


def test_a_graph_that_is_too_large_is_refused(tmp_path: Path) -> None:
    articles = [replace(harbour().article, id=f"harbour-{i}", title="x" * 60_000) for i in range(20)]
    with open_store(tmp_path / "store") as store:
        store.add([replace(harbour(), article=article) for article in articles])
    with serving(tmp_path / "store", "--answer", "1") as large:
        for format in ("ttl", "nt", "rdf", "jsonld"):
            assert large.ask(f"/graphs?default&format={format}").status == 413
        assert large.ask("/graphs?default", method="HEAD").status == 413
        assert large.ask("/graph/article/harbour-1", Accept="text/turtle").status == 200


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=40)
    | st.tuples(
        st.sampled_from(["http://x/", "x:", "https://w3id.org/dateline/id/graph/", "file:///etc/", "urn:"]), st.text(max_size=30)
    ).map("".join)
)
def test_any_name_of_a_graph_is_answered(client: Client, name: str) -> None:
    import urllib.parse

    answer = client.ask("/graphs?graph=" + urllib.parse.quote(name.encode("utf-8", "surrogatepass"), safe=""))
    assert answer.status in (400, 404)
    assert len(answer.text.strip().splitlines()) <= 1


def test_a_worker_that_dies_is_replaced(client: Client) -> None:
    for child in psutil.Process(client.process).children():
        child.kill()
    answers = [client.query(FINE).status for _ in range(6)]
    assert answers[-2:] == [200, 200]


def test_workers_end_with_their_server(place: Path) -> None:
    with serving(place, *LIMITS) as client:
        assert alive(client)
        server = psutil.Process(client.process)
        workers = server.children()
        assert workers
    _, still = psutil.wait_procs(workers, timeout=5)
    assert not still


# -- fuzzing -----------------------------------------------------------------------------------------------------------

WORDS = r"""
SELECT ASK CONSTRUCT DESCRIBE WHERE { } ( ) [ ] * + ? ! | / ^ . ; , = != < > && || ?a ?b ?c $x <http://x/> dl:status a rdfs:label
'x' "y"@en 1 1.5e3 true OPTIONAL UNION MINUS FILTER BIND AS VALUES GRAPH EXISTS NOT IN GROUP BY HAVING ORDER DESC LIMIT OFFSET
DISTINCT REDUCED SERVICE FROM NAMED LOAD INSERT DELETE DATA PREFIX BASE COUNT SUM MIN GROUP_CONCAT CONCAT REGEX STR IRI UUID NOW
xsd:date << >> {| |} \u0041 # _:b [] () INF undef
"""
PIECES = WORDS.split()
WHOLE = [FINE, "ASK { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3", "DESCRIBE <http://x/>"]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A query with some of its words put elsewhere, left out, or exchanged."""
    words = draw(st.sampled_from(WHOLE)).split()
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, 5))):
        at = chance.randrange(len(words))
        words[at : at + chance.randrange(2)] = [chance.choice(PIECES) for _ in range(chance.randrange(3))]
        words = words or ["ASK"]
    return " ".join(words)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(mutated(), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.text(max_size=60)))
def test_random_queries_are_answered_or_refused(client: Client, query: str) -> None:
    answer = client.query(query)
    assert answer.status in (200, 400, 413, 503)
    if answer.status == 400:
        assert len(answer.text.strip().splitlines()) <= 1


NAMES = (
    "sparql",
    "query",
    "graphs",
    "graph/events",
    "search",
    "map",
    "event/x",
    "vocabulary",
    "assets/page.css",
    ".well-known/void",
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(("", *NAMES)).map("/".__add__),
    method=st.sampled_from(["GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS"]),
    query=st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), max_size=30),
    kind=st.sampled_from(
        ["application/sparql-query", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "x"]
    ),
    accept=st.text(st.characters(codec="ascii", min_codepoint=33), max_size=20),
    body=st.binary(max_size=50),
)
def test_odd_requests_get_an_answer(
    client: Client, path: str, method: str, query: str, kind: str, accept: str, body: bytes
) -> None:
    import urllib.parse

    data = body if method in ("POST", "PUT") else None
    where = f"{path}?{urllib.parse.quote(query, safe='=&%+')}"
    answer = client.ask(where, data=data, method=method, Content_Type=kind, Accept=accept)
    assert answer.status < 500
