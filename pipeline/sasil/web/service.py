"""The work of a server: jobs to its pools, one place each, given up when nobody waits for them any more."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from sasil.web.limits import Settings
from sasil.web.pool import Entrance, Pool
from sasil.web.problems import FORBIDDEN, KINDS, ProblemError
from sasil.web.wire import Answer, Job

T = TypeVar("T")


class Service:
    """The pools that extract and fetch, and the places of those who wait for them."""

    def __init__(self, settings: Settings) -> None:
        limits = settings.limits
        self.settings, self.limits = settings, limits
        self.entrance = Entrance(limits.workers + limits.queue)
        words = {"model": settings.model, "user_words": settings.user_words}
        extracting = {name: str(path.absolute()) for name, path in words.items() if path is not None}
        self._extractors = Pool("extract", extracting, limits.workers, limits.seconds)
        fetching = {"seconds": limits.seconds, "bytes": limits.bytes, "allow_private": settings.allow_private}
        self._fetchers = Pool("fetch", fetching, limits.workers, limits.seconds) if settings.urls else None

    async def start(self) -> None:
        """Start the workers; raise SasilError where one cannot be prepared."""
        await asyncio.gather(*(pool.start() for pool in self._pools()))

    async def close(self) -> None:
        """End the workers."""
        await asyncio.gather(*(pool.close() for pool in self._pools()))

    def _pools(self) -> list[Pool]:
        return [self._extractors] if self._fetchers is None else [self._extractors, self._fetchers]

    async def done(self, job: Job, receive: Receive) -> bytes:
        """Return what came of a job as JSON; raise ProblemError where it failed, ClientDisconnect when nobody waits."""
        return await _while_there(self._done(job), receive)

    async def line(self, line: bytes, number: int) -> Answer:
        """Return the answer to a line of a batch, however long its turn takes to come."""
        return await self._extractors.answer(Job("line", line, line=number))

    async def _done(self, job: Job) -> bytes:
        if job.work == "url":
            if self._fetchers is None:
                raise ProblemError(FORBIDDEN, "이 서버는 URL을 가져오지 않습니다 (--allow-urls로 허용)")
            fetched = _checked(await self._fetchers.answer(job, self.limits.seconds))
            job = replace(job, work="fetched", body=fetched)
        return _checked(await self._extractors.answer(job, self.limits.seconds))


def _checked(answer: Answer) -> bytes:
    if answer.problem is not None:
        raise ProblemError(KINDS[answer.problem], answer.detail)
    return answer.body


async def _while_there(work: Coroutine[Any, Any, T], receive: Receive) -> T:
    """Await some work, and drop it when the client goes away first."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_left(receive))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        for task in (working, leaving):
            task.cancel()
            with suppress(asyncio.CancelledError, ProblemError):
                await task


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
