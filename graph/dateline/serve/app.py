"""The server: SPARQL 1.1 Protocol and Graph Store HTTP Protocol for programs, pages for people. All of it only reads."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.serve import pages
from dateline.serve.answers import Reply
from dateline.serve.limits import Limits
from dateline.serve.pool import Pool
from dateline.store import KINDS

_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_OTHERS = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
_HIGH = re.compile(r"(?:%[89A-F][0-9A-F])+")
_DATA = (
    "event",
    "actor",
    "article",
    "publisher",
    "claim",
    "statement",
    "role",
    "figure",
    "quantity",
    "source",
    "graph",
    "extraction",
)


def app(place: str, base: str, limits: Limits | None = None) -> Starlette:
    """A server for the store at a place, whose IRIs begin with a base."""
    server = _Server(place, base, limits or Limits())
    root = urlsplit(base).path
    prefixes = dict.fromkeys((root, "/"))
    routes = [
        Route("/", server.home),
        Route("/sparql", server.sparql, methods=["GET", "POST"]),
        Route("/query", server.sparql, methods=["GET", "POST"]),
        Route("/graphs", server.graph),
        Route("/search", server.search),
        Route("/map", server.map),
        Route("/vocabulary", server.vocabulary),
        Route("/setup.json", server.setup),
        Route("/assets/{name}", server.asset),
        Route("/.well-known/void", server.void),
        *(Route(f"{prefix}{kind}/{{rest:path}}", server.thing) for prefix in prefixes for kind in _DATA),
        *(Route(f"{prefix}{{kind:str}}/{{rest:path}}", server.thing) for prefix in prefixes if prefix != "/"),
        Route("/type/{rest:path}", server.thing),
    ]
    cors = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"], expose_headers=["Retry-After"]
    )
    return Starlette(routes=routes, middleware=[cors], lifespan=server.lifespan)


def run(place: str, base: str, limits: Limits, *, host: str, port: int) -> None:
    """Serve until the process is told to end."""
    uvicorn.run(app(place, base, limits), host=host, port=port, log_level="warning", timeout_graceful_shutdown=3)


class _Server:
    """What the routes lead to."""

    def __init__(self, place: str, base: str, limits: Limits) -> None:
        self._pool, self._limits, self._base = Pool(place, limits), limits, base
        self._root = urlsplit(base).path

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Workers live as long as the server."""
        await self._pool.start()
        try:
            yield
        finally:
            await self._pool.stop()

    async def home(self, request: Request) -> Response:
        return _page(pages.query_page())

    async def vocabulary(self, request: Request) -> Response:
        return _page(pages.vocabulary_page())

    async def setup(self, request: Request) -> Response:
        return _safe(Response(pages.setup(self._base), media_type="application/json"))

    async def asset(self, request: Request) -> Response:
        found = pages.asset(request.path_params["name"])
        return _safe(Response(found[0], media_type=found[1])) if found else _refuse(404, "there is no such file")

    async def map(self, request: Request) -> Response:
        # its policy, which lets its own scripts run, stands in the page
        return await self._ask({"kind": "map"})

    async def void(self, request: Request) -> Response:
        return await self._about(request)

    async def search(self, request: Request) -> Response:
        words, limit = request.query_params.get("q", ""), request.query_params.get("limit", "20")
        if not limit.isdecimal() or len(limit) > 4:
            return _refuse(400, "limit must be a number")
        kinds = request.query_params.getlist("kind")
        if not set(kinds) <= set(KINDS):
            return _refuse(400, f"there are the kinds {', '.join(KINDS)}")
        question = {"kind": "search", "words": words[:1000], "limit": int(limit), "kinds": kinds}
        return await self._ask(question, policy=pages.POLICY)

    async def thing(self, request: Request) -> Response:
        """What is known of the thing whose IRI ends in the path that was asked for."""
        path = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
        path = _HIGH.sub(_characters, path)
        rest = path.removeprefix(self._root) if path.startswith(self._root) else path.removeprefix("/")
        accept = _wanted(request)
        if accept is None:
            return _refuse(404, "there are the formats html, ttl, jsonld, nt and rdf")
        return await self._ask({"kind": "thing", "iri": self._base + rest, "accept": accept}, policy=pages.POLICY)

    async def graph(self, request: Request) -> Response:
        """SPARQL 1.1 Graph Store HTTP Protocol, for reading only: a graph by its IRI, or all graphs together."""
        given = _pairs(request.url.query)
        named = [value for name, value in given if name == "graph"]
        if len(named) + sum(name == "default" for name, _ in given) != 1:
            return _refuse(400, "name one graph: ?graph= and its IRI, or ?default for all of them together")
        accept = _wanted(request, given)
        if accept is None:
            return _refuse(406, "there are the formats ttl, jsonld, nt and rdf")
        return await self._ask({"kind": "graph", "graph": named[0] if named else None, "accept": accept}, policy=pages.POLICY)

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, for queries only."""
        if len(request.url.query) > self._limits.question << 10:
            return _refuse(414, f"a query may have {self._limits.question} KiB")
        given = _pairs(request.url.query)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if request.method == "POST":
            body = await self._body(request)
            if body is None:
                return _refuse(413, f"a query may have {self._limits.question} KiB")
            try:
                text = body.decode("utf-8")
            except UnicodeDecodeError:
                return _refuse(400, "the query is not UTF-8")
            if kind == _FORM:
                given += _pairs(text)
            elif kind == _QUERY:
                given.append(("query", text))
            elif kind == "application/sparql-update":
                return _refuse(403, "this endpoint is for reading: updates are not allowed")
            else:
                return _refuse(415, f"post a query as {_QUERY} or as {_FORM}")
        return await self._query(request, given)

    async def _query(self, request: Request, given: list[tuple[str, str]]) -> Response:
        names = [name for name, _ in given]
        if "update" in names:
            return _refuse(403, "this endpoint is for reading: updates are not allowed")
        if any(name in _OTHERS for name in names):
            return _refuse(400, "a query sees all graphs of the store: others cannot be chosen")
        queries = [value for name, value in given if name == "query"]
        if not queries and request.method == "GET":
            return await self._described(request)
        if len(queries) != 1 or not queries[0].strip():
            return _refuse(400, "give one query")
        accept = _wanted(request, given) or ""
        return await self._ask({"kind": "query", "query": queries[0], "accept": accept}, policy=pages.POLICY)

    async def _described(self, request: Request) -> Response:
        """Without a query: the description of the endpoint for programs, the query page for people."""
        accept = request.headers.get("accept", "")
        if "text/html" in accept:
            return RedirectResponse("/", 303)
        return await self._about(request, endpoint=str(request.url.replace(query="")))

    async def _about(self, request: Request, **addresses: str) -> Response:
        """The description of the data, and of what has an address."""
        dump = f"{request.base_url}graphs?default"
        question = {"kind": "about", "accept": request.headers.get("accept", ""), "dump": dump, **addresses}
        return await self._ask(question, policy=pages.POLICY)

    async def _body(self, request: Request) -> bytes | None:
        """What was posted; None where it is too long."""
        parts, size = [], 0
        async for part in request.stream():
            size += len(part)
            if size > (self._limits.question << 10) * 3:  # percent-encoded it may be three times as long
                return None
            parts.append(part)
        return b"".join(parts)

    async def _ask(self, question: Mapping[str, Any], *, policy: str | None = None) -> Response:
        told: Reply = await self._pool.ask(question)
        answer = Response(told.body, told.status, media_type=told.media)
        if told.status == 503:
            answer.headers["Retry-After"] = "5"
        answer.headers["Vary"] = "Accept"
        return _safe(answer, policy)


_SUFFIXES = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "json": "application/json",
    "xml": "application/xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}


def _wanted(request: Request, given: list[tuple[str, str]] | None = None) -> str | None:
    """The media types the client takes; a parameter `format` goes before its header. None where that is unknown."""
    pairs = given if given is not None else _pairs(request.url.query)
    asked = next((value for name, value in pairs if name == "format"), None)
    return request.headers.get("accept", "") if asked is None else _SUFFIXES.get(asked)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return []


def _characters(found: re.Match[str]) -> str:
    """Letters beyond ASCII, which a browser sends percent-encoded and our IRIs hold as they are."""
    try:
        return bytes.fromhex(found[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _page(html: str) -> Response:
    return _safe(Response(html, media_type="text/html; charset=utf-8"))


def _refuse(status: int, message: str) -> Response:
    return _safe(Response(f"{message}\n", status, media_type="text/plain; charset=utf-8"))


def _safe(answer: Response, policy: str | None = pages.POLICY) -> Response:
    """Headers that keep a browser from running or guessing anything."""
    if policy:
        answer.headers["Content-Security-Policy"] = policy
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
