"""The line to a client: what is no HTTP is a problem like any other, and what does not come is not waited for."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from sasil.web.problems import BAD_REQUEST, MEDIA_TYPE, SLOW_HEAD, Problem, body, problem


class ProblemProtocol(H11Protocol):
    """Uvicorn's protocol, with its one answer that no app sees as problem details, and a bound on waiting.

    A head must be whole ``patience`` seconds after the line could carry it, or after the answer before it; and so must
    a body end that was not wanted. Uvicorn bounds silence alone, and only between requests. The bodies that are wanted
    are timed where they are read.
    """

    patience: ClassVar[float] = 30.0
    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a new line."""
        super().connection_made(transport)
        self._bound()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of a line."""
        super().connection_lost(exc)
        self._unbound()

    def data_received(self, data: bytes) -> None:
        """Take what has come."""
        super().data_received(data)
        self._bound()

    def on_response_complete(self) -> None:
        """Go on after an answer."""
        self._unbound()
        super().on_response_complete()
        self._bound()

    def _bound(self) -> None:
        """Count the time while the next step is the client's: between answers, whatever comes by drops."""
        if self.transport.is_closing() or self.conn.our_state not in (h11.IDLE, h11.DONE):
            self._unbound()
        elif self._due is None:
            seconds = max(self.patience, self.timeout_keep_alive)
            self._due = self.loop.call_later(seconds, self._end)

    def _unbound(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _end(self) -> None:
        if self.conn.our_state is h11.IDLE and self.conn.trailing_data[0]:
            self._refuse(problem(SLOW_HEAD))
        else:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        """Answer a broken request, unless an answer has begun, and close the connection."""
        self._refuse(problem(BAD_REQUEST, f"HTTP 요청이 아닙니다: {msg}"))

    def _refuse(self, found: Problem) -> None:
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            data = body(found)
            headers = {
                "Content-Type": MEDIA_TYPE,
                "Content-Length": str(len(data)),
                "X-Content-Type-Options": "nosniff",
                "Connection": "close",
            }
            for event in (
                h11.Response(status_code=found.status, headers=list(headers.items()), reason=found.title.encode()),
                h11.Data(data=data),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


def patient(seconds: float) -> type[ProblemProtocol]:
    """Return the protocol with a number of seconds for what must come."""

    class PatientProtocol(ProblemProtocol):
        patience = seconds

    return PatientProtocol
