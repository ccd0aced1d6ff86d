"""SPARQL servers that tests start on this machine, and stop again."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A server that answers."""

    kind: str
    query: str  # where it takes queries
    user: str | None = None
    password: str | None = None


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def missing(why: str) -> NoReturn:
    if os.environ.get("DATELINE_REQUIRE_SERVERS"):
        pytest.fail(f"{why}, though DATELINE_REQUIRE_SERVERS is set")
    pytest.skip(f"{why}: it is not tested against")


@contextmanager
def process(command: list[str], ready: str, folder: Path) -> Iterator[None]:
    """Run a server until the block ends, which begins when it answers at an address."""
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, cwd=folder) as started:
        try:
            for _ in range(1200):  # two minutes: the machine may have other work
                if started.poll() is not None:
                    pytest.fail((folder / "log").read_text()[-2000:])
                try:
                    with urllib.request.urlopen(ready, timeout=5):
                        break
                except OSError:
                    time.sleep(0.1)
            else:
                pytest.fail(f"{command[0]} never answered")
            yield
        finally:
            started.kill()


@contextmanager
def oxigraph(folder: Path, *, union: bool = True) -> Iterator[Running]:
    """PyPI's oxigraph."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or missing("oxigraph is not installed")
    here = f"127.0.0.1:{free_port()}"
    options = ["--union-default-graph"] if union else []
    with process([program, "serve", "--location", "db", "--bind", here, *options], f"http://{here}/", folder):
        yield Running(kind="oxigraph", query=f"http://{here}/query")


SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = {sql}
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {web}
ServerRoot = .
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """Debian's virtuoso-opensource, with the password it comes with."""
    program = shutil.which("virtuoso-t") or missing("virtuoso-opensource is not installed")
    sql, web = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=f"127.0.0.1:{sql}", web=f"127.0.0.1:{web}"))
    with process(
        [program, "+foreground", "+configfile", "virtuoso.ini"], f"http://127.0.0.1:{web}/sparql?query=ASK%7B%7D", folder
    ):
        yield Running(kind="virtuoso", query=f"http://127.0.0.1:{web}/sparql-auth", user="dba", password="dba")
