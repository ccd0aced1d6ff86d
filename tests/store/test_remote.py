"""A store on a server: the same build gives the same answers on each."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import app
from dateline.errors import QueryError, StoreError
from dateline.model import Document
from dateline.store import Changes, Store, Table, open_store, records, remote
from dateline.store.http import Server
from dateline.store.queries import ShippedQuery, load, shipped
from dateline.store.remote import open_remote
from store import servers
from store.sample import harbour, strike
from store.servers import Running

pytestmark = pytest.mark.usefixtures("unswept")
KINDS: dict[str, Callable[[Path], AbstractContextManager[Running]]] = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}


@pytest.fixture(scope="module", params=KINDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with KINDS[request.param](tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def place(server: Running, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty store's address, with the way in."""
    if server.user and server.password:
        monkeypatch.setenv("DATELINE_USER", server.user)
        monkeypatch.setenv("DATELINE_PASSWORD", server.password)
    yield server.query
    with open_remote(server.query) as store:
        store.build([])
        assert len(store) == 0


def local() -> Store:
    store = open_store()
    store.add([harbour(), strike()])
    return store


def quads(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


def rows(table: Table) -> list[str]:
    """Rows whatever their order: servers differ in how they order text, and what GROUP_CONCAT joins."""
    return sorted(str([sorted(c.split(", ")) if isinstance(c, str) else c for c in row]) for row in table.rows)


def test_what_a_build_writes_is_what_it_writes_here(place: str) -> None:
    with open_remote(place) as store:
        assert store.add([harbour(), strike()]) == Changes(added=2)
        assert quads(store) == quads(local())
        assert len(store) == len(local())
        assert "".join(store.turtle()) == "".join(local().turtle())
        assert [a.id for a in store.articles()] == ["harbour", "strike"]
    with open_remote(place) as store:  # another process goes on where the first one ended
        assert store.add([harbour(), strike()]) == Changes(unchanged=2)
        assert store.add([replace(strike(), events=())]) == Changes(replaced=1)
        assert store.remove("strike") == Changes(removed=1)
        alone = open_store()
        alone.add([harbour()])
        assert quads(store) == quads(alone)


@pytest.mark.parametrize("query", shipped(), ids=lambda q: q.name)
def test_shipped_queries_answer_alike(query: ShippedQuery, server: Running, filled: dict[str, Store]) -> None:
    there, here = filled[server.query].select(query.sparql), local().select(query.sparql)
    assert there.columns == here.columns
    assert rows(there) == rows(here)


@pytest.mark.parametrize(
    ("name", "values", "least"),
    [
        ("actor-timeline", {"actor": "Ana Vidal"}, 1),
        ("claims-by-speaker", {"speaker": "tomas reke"}, 1),
        ("figures", {"counts": "Killed"}, 1),
        ("who-claims-what", {"about": "ATTACK"}, 2),
        ("who-claims-what", {"about": "nothing"}, 0),
        ("who-did-what-to-whom", {"type": "Assault"}, 1),
        ("who-says-so", {"words": "attack"}, 2),
    ],
)
def test_they_do_with_other_values(
    name: str, values: dict[str, str], least: int, server: Running, filled: dict[str, Store]
) -> None:
    query = load(name).fill(values)
    there, here = filled[server.query].select(query), local().select(query)
    assert rows(there) == rows(here)
    assert len(rows(here)) >= least


@pytest.fixture(scope="module")
def filled(server: Running) -> Iterator[dict[str, Store]]:
    with pytest.MonkeyPatch.context() as patch:
        if server.user and server.password:
            patch.setenv("DATELINE_USER", server.user)
            patch.setenv("DATELINE_PASSWORD", server.password)
        with open_remote(server.query) as store:
            store.add([harbour(), strike()])
        with open_remote(server.query, read_only=True) as store:
            yield {server.query: store}
        with open_remote(server.query) as store:
            store.build([])


def test_questions_of_every_kind(place: str) -> None:
    with open_remote(place) as store:
        store.add([harbour()])
        assert store.ask("ASK { ?e a sem:Event }") is True
        assert store.ask("ASK { ?e a dl:Nothing }") is False
        assert "dl:Claim" in store.construct("CONSTRUCT { ?c a dl:Claim } WHERE { ?c a dl:Claim }")
        with pytest.raises(QueryError, match="refuses"):
            store.select("SELECT ?x { ")
        with pytest.raises(QueryError, match="SERVICE"):
            store.select("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_a_second_writer_is_told(place: str) -> None:
    with open_remote(place) as store:
        store.add([harbour()])
        with pytest.raises(StoreError, match="in use by process"):
            open_remote(place)
        with open_remote(place, read_only=True) as reader:
            assert len(reader.articles()) == 1
    open_remote(place).close()


def test_a_writer_that_died_is_passed_over(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = open_remote(place)
    monkeypatch.setattr(records, "STALE", -1)
    time.sleep(1.1)
    open_remote(place).close()
    assert dead._shelf is not None
    dead._shelf.close()


def test_a_build_that_broke_off_is_finished_by_the_next(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, open_remote(place) as store:
        store.add([harbour()])
        patch.setattr(remote.Remote, "finish", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.add([strike()])
    with open_remote(place) as store:
        assert quads(store) == quads(local())
    with monkeypatch.context() as patch, open_remote(place) as store:
        patch.setattr(remote.Remote, "write", lambda self, changes: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.remove("strike")
    with open_remote(place) as store:
        alone = open_store()
        alone.add([harbour()])
        assert quads(store) == quads(alone)


def test_an_article_of_any_length_goes_in(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "LINES", 50)
    monkeypatch.setattr(remote, "ROWS", 30)
    with open_remote(place) as store:
        store.add([harbour(), strike()])
        assert quads(store) == quads(local())


def test_large_graphs_are_handed_over_whole(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    hand_over = Server.give

    def noted(self: Server, graph: str, triples: bytes, *, anew: bool) -> bool:
        given.append(hand_over(self, graph, triples, anew=anew))
        return given[-1]

    monkeypatch.setattr(Server, "give", noted)
    monkeypatch.setattr(remote, "WHOLE", 20)
    monkeypatch.setattr(remote, "LINES", 20)
    with open_remote(place) as store:
        store.add([harbour(), strike()])
        assert quads(store) == quads(local())
    assert given == [True] * 3  # two articles, and the events of an empty store
    with open_remote(place) as store:
        store.add([titled("Another")])
        store.add([strike()])
        assert quads(store) == quads(local())
    assert given == [True] * 5


def test_a_graph_that_is_replaced_is_never_seen_empty(place: str, server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    if server.kind == "oxigraph":
        monkeypatch.setattr(remote, "LINES", 20)  # so that it goes by the graph store, which Virtuoso's readers look into
    seen: set[int] = set()
    titles = [f"Title {number}" for number in range(10)]
    with open_remote(place) as store, open_remote(place, read_only=True) as reader, ThreadPoolExecutor(1) as thread:
        store.add([strike()])
        sentences = f"SELECT ?s {{ GRAPH {reader.names.evidence('strike')} {{ ?s a nif:Sentence }} }}"
        changing = thread.submit(lambda: [store.add([titled(title)]) for title in titles])
        while not changing.done():
            seen.add(len(reader.select(sentences).rows))
        changing.result()
    assert seen == {len(strike().sentences)}


def titled(title: str) -> Document:
    return replace(strike(), article=replace(strike().article, title=title))


@pytest.mark.parametrize("swallowed", [False, True])
def test_without_a_graph_store_updates_do(place: str, monkeypatch: pytest.MonkeyPatch, swallowed: bool) -> None:
    with taker(swallowed) as elsewhere, monkeypatch.context() as patch:
        patch.setattr(remote, "WHOLE", 20)
        patch.setattr(remote, "LINES", 20)
        patch.setattr("dateline.store.http._graph_store_url", lambda url: elsewhere)
        with open_remote(place) as store:
            store.add([harbour(), strike()])
            assert quads(store) == quads(local())
        patch.setenv("DATELINE_GRAPH_STORE_URL", elsewhere)
        with (
            open_remote(place) as store,
            pytest.raises(StoreError, match="takes graphs that queries" if swallowed else "answers 405"),
        ):
            store.add([replace(strike(), events=())])


@contextmanager
def taker(swallowing: bool) -> Iterator[str]:
    """The address of something that refuses what is put there, or takes it and forgets it."""

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(201 if swallowing else 405)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_PUT

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/graphs"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("query", "graph_store"),
    [
        ("http://localhost:7878/query", "http://localhost:7878/store"),
        ("http://localhost:3030/news/query", "http://localhost:3030/news/data"),
        ("http://localhost:8890/sparql", "http://localhost:8890/sparql-graph-crud"),
        ("http://localhost:8890/sparql-auth", "http://localhost:8890/sparql-graph-crud-auth"),
        ("http://localhost:7200/repositories/news", "http://localhost:7200/repositories/news/rdf-graphs/service"),
        ("http://localhost:7001/?access-token=x", None),
    ],
)
def test_where_graphs_go_is_told_from_where_queries_go(query: str, graph_store: str | None) -> None:
    assert Server(query).graph_store_url == graph_store


def test_graphs_that_are_kept_apart_are_noticed(tmp_path: Path) -> None:
    with (
        servers.oxigraph(tmp_path, union=False) as running,
        open_remote(running.query) as store,
        pytest.raises(StoreError, match="union of all graphs"),
    ):
        store.add([harbour()])


def test_the_commands_take_an_address(place: str, tmp_path: Path) -> None:
    def run(*arguments: str, given: str = "") -> str:
        result = CliRunner().invoke(app, [*arguments, "--store", place], input=given)
        assert result.exit_code == 0, result.output
        return result.output

    text = "Ana Lima met Tom Oduya in Nairobi on Monday."
    assert "1 added" in run("add", "-", "--date", "2024-05-07", given=text)
    assert "Lima" in run("query", "what-happened")
    assert "2024-05-06" in run("export")
    ident = run("list").splitlines()[1].partition(",")[0]
    assert "the store holds 0" in run("remove", ident)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/sparql", "begins with http"),
        ("http://a:b@example.org/sparql", "seen by others"),
        (f"http://127.0.0.1:{servers.free_port()}/query", "cannot be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(url: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.http._AGAIN", 0)
    with pytest.raises(StoreError, match=message):
        open_remote(url)
