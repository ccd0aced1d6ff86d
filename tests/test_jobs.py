"""Several processes do what one does: the same values in the same order, and they end when they should."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import app
from dateline.errors import DatelineError
from dateline.jobs import AHEAD, cores, spread

ARTICLES = [
    {"id": f"a{i}", "text": f"Ana Lima met Tom Oduya in Nairobi on Monday. He gave her {i} books.", "date": f"2024-05-{i:02}"}
    for i in range(1, 29)
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ARTICLES))
    return path


def test_values_keep_their_order_and_are_not_read_far_ahead() -> None:
    read: list[int] = []

    def values() -> Iterator[int]:
        for i in range(-40, 0):
            read.append(i)
            yield i

    found = spread(values(), abs, 2)
    assert next(found) == 40
    assert len(read) <= AHEAD * 2 + 2
    assert list(found) == list(range(39, 0, -1))
    assert not active_children()


@pytest.mark.parametrize(("values", "jobs"), [([], 4), ([-3], 4), ([-3, -2], 1)])
def test_little_work_needs_no_process(values: list[int], jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.jobs._spread", None)
    assert list(spread(values, abs, jobs)) == [abs(v) for v in values]


def test_all_cores_are_meant_by_zero() -> None:
    assert cores(0) >= 1
    assert cores(3) == 3


def test_errors_come_through_and_leave_no_process() -> None:
    found = spread(["1", "2", "x", "4"], int, 2)
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(ValueError, match="'x'"):
        next(found)
    assert not active_children()


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(DatelineError, match="ended unasked"):
        list(spread([3, 4, 5], os._exit, 2))
    assert not active_children()


def test_who_stops_listening_stops_the_work() -> None:
    found = spread([0, 60, 60, 60], time.sleep, 2)
    next(found, None)
    began = time.monotonic()
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 30
    assert not active_children()


@pytest.mark.parametrize("command", ["extract", "merge"])
def test_the_output_is_the_same_by_the_byte(command: str, source: Path) -> None:
    made = [CliRunner().invoke(app, [command, str(source), "--jobs", jobs]) for jobs in ("1", "2")]
    assert [m.exit_code for m in made] == [0, 0]
    assert made[0].stdout_bytes == made[1].stdout_bytes


def test_a_missing_pipeline_is_told_by_the_first_process(source: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "dateline", "extract", str(source), "--jobs", "2", "--model", "en_nothing_sm"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stdout) == (1, "")
    assert made.stderr.startswith("dateline: no language pipeline at en_nothing_sm")
    assert made.stderr.count("\n") == 1


def alive(group: int) -> list[str]:
    """The processes of a group that run: what is dead may wait for a system without a reaper."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, rest = path.read_text().rpartition(")")
            state, _, own = rest.split()[:3]
            if own == str(group) and state not in "ZX":
                found.append(name)
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes as Linux tells them")
def test_ctrl_c_ends_all_processes_with_one_line(source: Path) -> None:
    code = "from dateline.cli import main; main()"
    source.write_text("".join(json.dumps(row | {"id": f"{row['id']}-{n}"}) + "\n" for n in range(40) for row in ARTICLES))
    with subprocess.Popen(
        [sys.executable, "-c", code, "extract", str(source), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # else ignored where the tests run in the background
    ) as running:
        assert running.stdout and running.stderr
        assert json.loads(running.stdout.readline())["id"]
        os.killpg(running.pid, signal.SIGINT)
        told = running.stderr.read().splitlines()
        assert running.wait(60) == 1
    assert told == ["dateline: stopped; what was stored before is still there"]
    until = time.monotonic() + 20
    while left := alive(running.pid):
        assert time.monotonic() < until, left
        time.sleep(0.1)


def test_work_is_what_can_be_pickled() -> None:
    assert list(spread([1, 2, 3], partial(pow, 2), 2)) == [2, 4, 8]
