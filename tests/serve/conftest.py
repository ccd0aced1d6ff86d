"""A server on this machine, started by the command that people start it with."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.store import open_store
from store.sample import harbour, strike
from store.servers import free_port
from store.test_graph import merged

# little enough that what goes beyond is told in a second or two
LIMITS = ("--timeout", "3", "--memory", "200", "--answer", "1", "--workers", "2", "--queue", "4")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    media: str
    body: bytes
    headers: Mapping[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Client:
    """Asks a server."""

    url: str
    process: int

    def ask(self, path: str, *, data: bytes | None = None, method: str | None = None, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, data=data, headers=named, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as found:
                return Answer(found.status, found.headers.get("Content-Type", ""), found.read(), found.headers)
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers.get("Content-Type", ""), error.read(), error.headers)

    def query(self, sparql: str, **headers: str) -> Answer:
        return self.ask(
            "/sparql", data=sparql.encode("utf-8", "surrogatepass"), Content_Type="application/sparql-query", **headers
        )


@contextmanager
def serving(place: Path, *options: str) -> Iterator[Client]:
    """A server for a store until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "dateline", "serve", "--store", str(place), "--port", str(port), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        client = Client(f"http://127.0.0.1:{port}", process.pid)
        try:
            for _ in range(1200):
                assert process.poll() is None, process.stderr and process.stderr.read()
                try:
                    client.ask("/")
                    break
                except OSError:
                    time.sleep(0.1)
            yield client
        finally:
            process.terminate()
            assert process.wait(20) in (0, -15)


@pytest.fixture(autouse=True)
def collected(unswept: None) -> None:
    """Every test here runs threads."""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "store"
    with open_store(folder, merge=merged) as store:
        store.add([harbour(), strike()])
    return folder


@pytest.fixture(scope="session")
def client(place: Path) -> Iterator[Client]:
    with serving(place, *LIMITS) as started:
        yield started
