"""What a worker can be asked for: the answer to a query, a graph, what is known of a thing, hits for words, the map."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import IO, Any, cast

from dateline.errors import DatelineError, OptionError
from dateline.serve import negotiate
from dateline.serve.pages import thing_page
from dateline.serve.things import thing
from dateline.store import KINDS, Store

Asked = Mapping[str, Any]
HTML = "text/html; charset=utf-8"
JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a worker gives back: the status and media type of HTTP, and the body."""

    status: int
    media: str
    body: bytes


class TooLarge(Exception):
    """The answer is larger than allowed."""


class NoSuchThing(Exception):
    """The graph says nothing of a thing."""


class Bounded(io.RawIOBase):
    """A place for so many bytes and no more."""

    def __init__(self, size: int) -> None:
        self._size, self._parts, self._left = size, io.BytesIO(), size

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge
        return self._parts.write(data)

    def value(self) -> bytes:
        return self._parts.getvalue()

    @property
    def full(self) -> bool:
        return self._left < 0


def reply(store: Store, asked: Asked, size: int) -> Reply:
    """Answer a question; what is wrong with it is told in one line."""
    out = Bounded(size)
    try:
        media = _KINDS[asked["kind"]](store, asked, cast("IO[bytes]", out))
        return Reply(status=200, media=media, body=out.value())
    except negotiate.NotAcceptable as error:
        return _refuse(406, str(error))
    except NoSuchThing:
        return _refuse(404, "the graph says nothing of that")
    except (DatelineError, TooLarge, OSError, RuntimeError) as error:
        if out.full:
            return _refuse(413, f"the answer is larger than {size >> 20} MiB; ask for less, with LIMIT for example")
        return _refuse(400 if isinstance(error, DatelineError) else 500, str(error))


def _refuse(status: int, message: str) -> Reply:
    return Reply(status=status, media="text/plain; charset=utf-8", body=f"{message}\n".encode("utf-8", "replace"))


def _query(store: Store, asked: Asked, out: IO[bytes]) -> str:
    return store.respond(asked["query"], partial(negotiate.choose, asked.get("accept", "")), out)


def _thing(store: Store, asked: Asked, out: IO[bytes]) -> str:
    """A page for people, statements for programs, of the thing with an IRI."""
    try:
        triples = store.describe(asked["iri"])
    except ValueError:
        raise NoSuchThing from None
    if not triples:
        raise NoSuchThing
    offered = {"text/html": "text/html", **store.graph_types(), "application/xhtml+xml": "text/html"}
    media = negotiate.choose(asked.get("accept", ""), offered, "text/html")
    if media == "text/html":
        out.write(thing_page(thing(store, asked["iri"])).encode("utf-8", "replace"))
        return HTML
    # what a graph says is what programs get at its IRI; what is said of it is part of that
    own = asked["iri"].startswith(f"{store.base}graph/")
    store.write_triples(store.part(asked["iri"]) if own else triples, media, out)
    return media


def _graph(store: Store, asked: Asked, out: IO[bytes]) -> str:
    """The statements of one graph, or of all."""
    media = negotiate.choose(asked.get("accept", ""), store.graph_types(), "text/turtle")
    try:
        triples = store.part(asked["graph"])
    except ValueError:
        raise OptionError("the IRI of a graph is absolute") from None
    if not triples and asked["graph"] is not None:
        raise NoSuchThing
    store.write_triples(triples, media, out)
    return media


def _search(store: Store, asked: Asked, out: IO[bytes]) -> str:
    kinds, limit = asked.get("kinds") or KINDS, min(int(asked.get("limit", 20)), 200)
    hits = [asdict(hit) for hit in store.search(asked["words"], kinds=kinds, limit=limit)]
    out.write(json.dumps({"hits": hits}, ensure_ascii=False).encode("utf-8", "replace"))
    return JSON


def _map(store: Store, asked: Asked, out: IO[bytes]) -> str:
    from dateline.map import load, render

    out.write(render(load(store)).encode())
    return HTML


def _about(store: Store, asked: Asked, out: IO[bytes]) -> str:
    """The description of the data, with that of the endpoint where its address is given."""
    media = negotiate.choose(asked.get("accept", ""), store.graph_types(), "text/turtle")
    try:
        told = store.about(endpoint=asked.get("endpoint"), dump=asked["dump"])
    except ValueError:
        raise OptionError("the Host of the request is no name of a host") from None
    store.write_triples(told, media, out)
    return media


_KINDS: dict[str, Callable[[Store, Asked, IO[bytes]], str]] = {
    "query": _query,
    "graph": _graph,
    "thing": _thing,
    "search": _search,
    "map": _map,
    "about": _about,
}
