"""A process that answers questions, one after the other, until it is told to stop or is killed.

It is started by `pool` with a store and limits, and speaks over its standard input and output: a JSON object on a line comes in;
out goes a line with status, media type and length, and the body. It may take so much memory and no more, opens no connection of
its own, and ends when its parent does. Whatever a question does to it, the parent and the store, open for reading, are safe.
"""

import ctypes
import json
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

from dateline.api import open_at
from dateline.errors import DatelineError
from dateline.serve.answers import Reply, reply
from dateline.store import Store

_DEATH_SIGNAL, _NEW_USER, _NEW_NETWORK = 1, 0x10000000, 0x40000000


def main() -> None:
    """Serve the parent."""
    place, memory, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends its workers
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):
        _cut_off(remote="://" in place)
    keeper = _Keeper(place)
    _bound(memory)
    for line in sys.stdin.buffer:
        try:
            answer = reply(keeper.store(), json.loads(line), size)
        except DatelineError as error:
            answer = Reply(status=503, media="text/plain; charset=utf-8", body=f"{error}\n".encode())
        except MemoryError:
            _send(Reply(status=503, media="text/plain; charset=utf-8", body=b"the question takes too much memory\n"))
            return  # what it holds cannot be trusted to be given back
        _send(answer)


def _cut_off(*, remote: bool) -> None:
    """Die with the parent, and, where the system lets us, see no network at all."""
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if not remote:
        system.unshare(_NEW_USER | _NEW_NETWORK)


def _bound(memory: int) -> None:
    """Let this process take so many MiB besides what it has."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + (memory << 20)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


class _Keeper:
    """The store, opened anew when it has changed: an open one stays as it was."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._store = open_at(place, read_only=True)
        self._state = self._now()

    def store(self) -> Store:
        """The store as it is now."""
        state = self._now()
        if state != self._state:
            self._store.close()
            self._store = open_at(self._place, read_only=True)
            self._state = state
        return self._store

    def _now(self) -> object:
        """What changes when a writer is done with a store in a folder; a server's own store is always as it is."""
        with suppress(OSError):
            state = Path(self._place, "records.db").stat()
            return state.st_mtime_ns, state.st_size, state.st_ino
        return None


def _send(answer: Reply) -> None:
    head = json.dumps({"status": answer.status, "media": answer.media, "length": len(answer.body)})
    sys.stdout.buffer.write(head.encode() + b"\n" + answer.body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
