"""Work on many values by several processes, in the order of the values.

Processes are started fresh ("spawn"), since a forked one would inherit locks that its libraries' threads held. Only a few values
per process are read ahead, so that memory does not grow with their number. When anything ends early, so do the processes.
"""

import gc
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import active_children, connection, get_context, parent_process
from signal import SIGINT
from typing import TypeVar

from dateline.errors import DatelineError

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 3  # values for each process that are read before the first is done: long ones must not let the others wait
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def cores(jobs: int) -> int:
    """How many processes are meant: 0 stands for one on each core that this one may use."""
    if jobs > 0:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(values: Iterable[A], work: Callable[[A], B], jobs: int) -> Iterator[B]:
    """What `work`, a function that can be pickled, makes of each value, in order. Lazy; one value alone needs no other process.

    Raises what `work` or `values` raise, and DatelineError where a process dies.
    """
    values = iter(values)
    first = list(islice(values, 2))
    if jobs < 2 or len(first) < 2:
        yield from map(work, chain(first, values))
        return
    yield from _spread(chain(first, values), work, jobs)


def _spread(values: Iterator[A], work: Callable[[A], B], jobs: int) -> Iterator[B]:
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (gc.get_threshold(),))
    waiting: deque[Future[B]] = deque()
    try:
        for value in values:
            with _undisturbed():
                waiting.append(pool.submit(work, value))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool:
        raise DatelineError("a process of --jobs ended unasked, for lack of memory perhaps; ask for fewer") from None
    finally:
        for child in active_children():
            if child not in others:
                child.terminate()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it goes to all of a terminal, and the first process ends the others."""
    if not hasattr(os, "fork"):  # other systems have no such masks
        yield
        return
    from signal import SIG_BLOCK, SIG_SETMASK, pthread_sigmask

    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


def _begin(collecting: tuple[int, int, int]) -> None:
    """Set a new process up: one thread, since the others have the other cores, and an end when the first process ends."""
    for name in THREADS:
        os.environ.setdefault(name, "1")
    gc.set_threshold(*collecting)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
