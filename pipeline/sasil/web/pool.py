"""Worker processes that take jobs one at a time, and are killed and replaced when one takes too long or dies."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from typing import Any

from sasil.errors import SasilError
from sasil.web.problems import busy
from sasil.web.wire import Answer, Job, packed, receive_answer

_PAUSES = (0.0, 1.0, 5.0, 30.0)
"""Seconds before the first, second, … try to start a worker again; the last holds for all further ones."""

_JOBS = 5_000
"""Jobs after which a worker is replaced: what it remembers of words grows by some 3 MB in a thousand short articles."""


class Worker:
    """One process for one task; ``settings`` are what the task is prepared with."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.jobs = 0

    @classmethod
    async def started(cls, task: str, settings: Mapping[str, Any]) -> Worker:
        """Return a worker that is ready; raise SasilError where it cannot be prepared."""
        # -P: a file in the folder where the server was started is no module of its workers.
        command = (sys.executable, "-P", "-m", "sasil.web.worker", task, json.dumps(settings))
        worker = cls(await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE))
        try:
            said = await receive_answer(worker._out)
        except EOFError:
            raise SasilError("작업 프로세스를 시작하지 못했습니다") from None
        except asyncio.CancelledError:
            await worker.stop()
            raise
        if said.problem is not None:
            await worker.stop()
            raise SasilError(said.detail)
        return worker

    @property
    def _out(self) -> asyncio.StreamReader:
        assert self._process.stdout is not None
        return self._process.stdout

    async def ask(self, job: Job) -> Answer:
        """Return the answer to a job; raise EOFError or OSError when the process dies of it."""
        stream = self._process.stdin
        assert stream is not None
        self.jobs += 1
        stream.write(packed(job))
        await stream.drain()
        return await receive_answer(self._out)

    async def stop(self) -> None:
        """End the process, whatever it is at."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


class Pool:
    """Workers of one task. Each job has ``seconds``, waiting apart."""

    def __init__(self, task: str, settings: Mapping[str, Any], size: int, seconds: float) -> None:
        self._task, self._settings = task, settings
        self._size, self._seconds = size, seconds
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._running: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        """Start the workers and wait until all are ready; raise SasilError where one cannot be prepared."""
        starting = [asyncio.create_task(self._add()) for _ in range(self._size)]
        try:
            await asyncio.gather(*starting)
        finally:
            for task in starting:
                task.cancel()
            await asyncio.gather(*starting, return_exceptions=True)

    async def answer(self, job: Job, patience: float | None = None) -> Answer:
        """Return the answer to a job, when its turn has come; what was begun ends even if nobody waits for it.

        Raises ProblemError where no worker is free within ``patience``, in seconds.
        """
        try:
            async with asyncio.timeout(patience):
                worker = await self._idle.get()
        except TimeoutError:
            raise busy() from None
        asked = asyncio.create_task(self._asked(worker, job))
        self._keep(asked)
        return await asyncio.shield(asked)

    async def close(self) -> None:
        """End all workers, whatever they are at."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._workers))

    async def _asked(self, worker: Worker, job: Job) -> Answer:
        try:
            async with asyncio.timeout(self._seconds):
                answer = await worker.ask(job)
        except TimeoutError:
            answer = Answer(problem="timeout", detail=f"기사를 제때 다 읽지 못했습니다 (한도 {self._seconds:g}초)")
        except (EOFError, OSError):
            answer = Answer(problem="failed", detail="이 기사를 읽다가 작업 프로세스가 죽었습니다")
        else:
            # One at a time: the others go on meanwhile.
            if worker.jobs < _JOBS or len(self._workers) < self._size:
                self._idle.put_nowait(worker)
                return answer
        self._workers.discard(worker)
        self._keep(asyncio.create_task(self._replace(worker)))
        return answer

    async def _replace(self, worker: Worker) -> None:
        await worker.stop()
        for pause in chain(_PAUSES, repeat(_PAUSES[-1])):
            await asyncio.sleep(pause)
            try:
                await self._add()
            except (SasilError, OSError):
                continue
            return

    async def _add(self) -> None:
        worker = await Worker.started(self._task, self._settings)
        self._workers.add(worker)
        self._idle.put_nowait(worker)

    def _keep(self, task: asyncio.Task[Any]) -> None:
        """Hold a task that nobody else holds until it is done."""
        self._running.add(task)
        task.add_done_callback(self._running.discard)


class Entrance:
    """The places of a server: who finds none is sent away at once, before a body is taken from him."""

    def __init__(self, places: int) -> None:
        self._free = places

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place; raise ProblemError where there is none."""
        if self._free <= 0:
            raise busy()
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1
