"""Workers for questions: a few processes, a queue before them, and an end to each question that takes too long."""

import asyncio
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from dateline.errors import StoreError
from dateline.serve.answers import Reply
from dateline.serve.limits import Limits

_START = 60  # seconds that a worker may take to open the store


class Pool:
    """Processes that answer questions about a store. Start it in a running event loop, and stop it there."""

    def __init__(self, place: str, limits: Limits) -> None:
        self._place, self._limits = place, limits
        self._idle: asyncio.Queue[asyncio.subprocess.Process | None] = asyncio.Queue()
        self._alive: set[asyncio.subprocess.Process] = set()
        self._waiting = 0

    async def start(self) -> None:
        """Start one worker, to see that it can be done; the others start when they are needed."""
        worker = await self._worker()
        told = await self._ask(worker, {"kind": "query", "query": "ASK {}"}, _START)
        if told is None or told.status != 200:
            await self.stop()
            raise StoreError("no worker could open the store" if told is None else told.body.decode().strip())
        self._idle.put_nowait(worker)
        for _ in range(self._limits.workers - 1):
            self._idle.put_nowait(None)

    async def stop(self) -> None:
        """End all workers."""
        for worker in list(self._alive):
            await self._end(worker)

    async def ask(self, question: Mapping[str, Any]) -> Reply:
        """The answer to a question; 503 where there are too many questions, or this one takes too long."""
        if self._idle.empty() and self._waiting >= self._limits.waiting:
            return _busy("too many questions at once; ask again in a while")
        self._waiting += 1
        try:
            worker = await asyncio.wait_for(self._idle.get(), 4 * self._limits.seconds)
        except TimeoutError:
            return _busy("too many questions at once; ask again in a while")
        finally:
            self._waiting -= 1
        next_worker: asyncio.subprocess.Process | None = None
        try:
            if worker is None or worker.returncode is not None:
                worker = await self._worker()
                told = await self._ask(worker, {"kind": "query", "query": "ASK {}"}, _START)
                if told is None:
                    return _busy("the store cannot be opened")
            answer = await self._ask(worker, question, self._limits.seconds)
            if answer is not None:
                next_worker = worker
                return answer
            ended = worker.returncode
            late = f"the question took more than {self._limits.seconds:g} seconds; ask for less"
            return _busy(late if ended is None else "the question took too much memory, or was too intricate; ask for less")
        finally:
            if next_worker is None and worker is not None:
                await asyncio.shield(self._end(worker))
            self._idle.put_nowait(next_worker)

    async def _worker(self) -> asyncio.subprocess.Process:
        limits = self._limits
        command = [sys.executable, "-m", "dateline.serve.worker", self._place, str(limits.memory), str(limits.answer << 20)]
        pipe = asyncio.subprocess.PIPE
        worker = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
        self._alive.add(worker)
        return worker

    async def _ask(self, worker: asyncio.subprocess.Process, question: Mapping[str, Any], seconds: float) -> Reply | None:
        """The worker's answer; None where it gave none in time, or died of it."""
        with suppress(TimeoutError, OSError, asyncio.IncompleteReadError, ValueError, asyncio.LimitOverrunError):
            async with asyncio.timeout(seconds):
                assert worker.stdin and worker.stdout
                worker.stdin.write(json.dumps(question).encode() + b"\n")
                await worker.stdin.drain()
                head = json.loads(await worker.stdout.readline())
                body = await worker.stdout.readexactly(head["length"])
                return Reply(status=head["status"], media=head["media"], body=body)
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.wait(), 0.05)  # so that its end can be told from its being late
        return None

    async def _end(self, worker: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()
        self._alive.discard(worker)


def _busy(message: str) -> Reply:
    return Reply(status=503, media="text/plain; charset=utf-8", body=f"{message}\n".encode())
