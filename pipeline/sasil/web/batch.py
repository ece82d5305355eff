"""JSON lines in, JSON lines out, in order, while both are still coming: the answer to POST /batch."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from sasil.web.asking import FailedLine
from sasil.web.bodies import JSON_LINES, too_large
from sasil.web.limits import Limits
from sasil.web.problems import KINDS, SLOW_BODY, Problem, printable, problem
from sasil.web.service import Service
from sasil.web.wire import Answer

_OVERHEAD = 100
"""What a waiting line costs beside its bytes: a flood of short ones is held to the bound as well."""


class _GoneError(Exception):
    """The client has closed the connection, or takes no more of the answer."""


class BatchAnswer(StreamingResponse):
    """Reads the body line by line and answers each with its record, or with what went wrong with it.

    Lines are read ahead up to the bound on bytes, so that a client that sends all before it reads anything gets on;
    one that reads while it sends may send without end. Only as many articles as there are workers are at work.
    """

    def __init__(self, service: Service) -> None:
        super().__init__((), media_type=JSON_LINES)
        self._service = service
        self._answers: asyncio.Queue[asyncio.Task[bytes] | None] = asyncio.Queue(service.limits.workers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        with self._service.entrance.place():
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if await self._answered(receive, send):
                await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _answered(self, receive: Receive, send: Send) -> bool:
        """Answer all lines, and return whether the client is still there."""
        is_there = False
        try:
            async with asyncio.TaskGroup() as group:
                lines = _Lines(receive, self._service.limits)
                reading = group.create_task(lines.read())
                group.create_task(self._ask(lines, group))
                await self._tell(lines, send)
                reading.cancel()
                is_there = True
        except* _GoneError:
            pass
        return is_there

    async def _ask(self, lines: _Lines, group: asyncio.TaskGroup) -> None:
        async for number, line in lines:
            await self._answers.put(group.create_task(self._answer(number, line)))
        await self._answers.put(None)

    async def _tell(self, lines: _Lines, send: Send) -> None:
        while (task := await self._answers.get()) is not None:
            message = {"type": "http.response.body", "body": await task, "more_body": True}
            try:
                async with asyncio.timeout(self._service.limits.seconds):
                    await send(message)
            except TimeoutError:
                raise _GoneError from None
            lines.answered()

    async def _answer(self, number: int, line: bytes | Problem) -> bytes:
        if isinstance(line, Problem):
            return _told(line, None, number)
        answer: Answer = await self._service.line(line, number)
        if answer.problem is None:
            return answer.body + b"\n"
        found = problem(KINDS[answer.problem], answer.detail)
        return _told(found, await asyncio.to_thread(_id_of, line), number)


class _Lines:
    """The lines of a body with their numbers, from 1, read ahead up to a bound; a line beyond it is a problem."""

    def __init__(self, receive: Receive, limits: Limits) -> None:
        self._receive, self._limits = receive, limits
        self._waiting: deque[tuple[int, bytes | Problem]] = deque()
        self._size = 0
        self._number = 0
        self._held: bytearray | None = bytearray()  # the line that is still coming; None when it is too long
        self._is_whole = False
        self._unanswered = 0
        self._due = 0.0  # when the next line must have ended, on the loop's clock
        self._changed = asyncio.Condition()

    async def read(self) -> None:
        """Read the body to its end, and wait for the client to go; raise _GoneError when he does."""
        is_there = True
        self._renew()
        while is_there:
            try:
                async with asyncio.timeout_at(self._due):
                    message = await self._receive()
            except TimeoutError:
                if self._is_due():
                    break
                continue
            if message["type"] == "http.disconnect":
                raise _GoneError
            before = self._number
            self._take(message.get("body", b""))
            is_there = message.get("more_body", False)
            async with self._changed:
                self._changed.notify_all()
                if self._number > before:  # a line that comes by drops has no more time than one that does not
                    await self._changed.wait_for(lambda: self._size <= self._limits.bytes)
                    self._renew()
        await self._end(is_cut=is_there)
        while (await self._receive())["type"] != "http.disconnect":
            pass
        raise _GoneError

    def _renew(self) -> None:
        """Give the next line its time."""
        self._due = asyncio.get_running_loop().time() + self._limits.seconds

    def _is_due(self) -> bool:
        if self._unanswered:  # the client may wait for an answer before it sends more
            self._renew()
        return asyncio.get_running_loop().time() >= self._due

    def answered(self) -> None:
        """Take note that a line has its answer."""
        self._unanswered -= 1
        self._renew()

    def _take(self, data: bytes) -> None:
        *ended, begun = data.split(b"\n")
        for piece in ended:
            self._more(piece)
            self._line()
        self._more(begun)

    def _more(self, piece: bytes) -> None:
        if self._held is not None:
            self._held += piece
            if len(self._held) > self._limits.bytes:
                self._held = None

    def _line(self) -> None:
        self._number += 1
        line = too_large(self._limits).problem if self._held is None else bytes(self._held)
        self._held = bytearray()
        if isinstance(line, Problem) or line.strip():
            self._put(line)

    def _put(self, line: bytes | Problem) -> None:
        self._unanswered += 1
        self._waiting.append((self._number, line))
        self._size += _OVERHEAD + (len(line) if isinstance(line, bytes) else 0)

    async def _end(self, *, is_cut: bool) -> None:
        if is_cut:
            self._held = bytearray()
        self._line()
        if is_cut:
            self._put(problem(SLOW_BODY, f"다음 줄이 제때 오지 않았습니다 (한도 {self._limits.seconds:g}초)"))
        async with self._changed:
            self._is_whole = True
            self._changed.notify_all()

    async def __aiter__(self) -> AsyncIterator[tuple[int, bytes | Problem]]:
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: self._waiting or self._is_whole)
                if not self._waiting:
                    return
                number, line = self._waiting.popleft()
                self._size -= _OVERHEAD + (len(line) if isinstance(line, bytes) else 0)
                self._changed.notify_all()
            yield number, line


def _told(found: Problem, id: str | None, number: int) -> bytes:  # noqa: A002 - the article's id
    """Return a problem as a line: whose it is, and the number of its line."""
    return FailedLine(error=found, id=id, line=number).model_dump_json().encode() + b"\n"


def _id_of(line: bytes) -> str | None:
    try:
        given = json.loads(line.decode("utf-8-sig")).get("id")
    except (ValueError, AttributeError, RecursionError):
        return None
    return printable(str(given)) if isinstance(given, str | int) and not isinstance(given, bool) else None
