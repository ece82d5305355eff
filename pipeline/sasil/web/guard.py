"""What stands before every request: its host, where it comes from, its token; and the headers of every answer."""

from __future__ import annotations

import asyncio
import hmac
import os
import re
import sys
import traceback
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sasil.web.limits import MB, Settings
from sasil.web.problems import FAILED, FORBIDDEN, MISDIRECTED, UNAUTHORIZED, ProblemError

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_OPEN = frozenset({"/", "/health", "/schema", "/docs", "/openapi.json"})
_ASSETS = "/assets/"
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:/@\s]+)(?::\d{1,5})?", re.IGNORECASE)

_DRAINED, _DRAINING = 16 * MB, 3.0
"""Bytes and seconds for which a body that is not wanted is still taken: whose line is cut does not read the answer."""


class Guard:
    """An ASGI app before another one.

    On loopback only requests to the machine's own names pass (against DNS rebinding); those that a page of another
    site makes never do; with a token, only the page, its assets and the documentation are open without it.
    """

    def __init__(self, app: ASGIApp, settings: Settings, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers
        self._token = settings.token
        self._origins = {host.lower() for host in settings.hosts}
        own = {settings.host.lower(), f"[{settings.host.lower()}]"}
        self._hosts = _LOCAL | own | self._origins
        self._checks_host = settings.is_local or bool(settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on; whatever goes wrong, the client sees a problem and no traceback."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        exchange = _Exchange(receive, send, self._headers, is_waiting="expect" in headers)
        try:
            refused = self._refused(scope["path"], headers)
            if refused is not None:
                await refused.response()(scope, exchange.receive, exchange.send)
                return
            # The server itself leaves out the body of an answer to HEAD.
            inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
            await self._app(inner, exchange.receive, exchange.send)
        except ClientDisconnect:
            pass
        except Exception as error:
            _tell(scope, error)
            if not exchange.has_begun:
                await ProblemError(FAILED).response()(scope, exchange.receive, exchange.send)

    def _refused(self, path: str, headers: Headers) -> ProblemError | None:
        host = headers.get("host", "")
        named = _HOST.fullmatch(host)
        if self._checks_host and (named is None or named[1].lower() not in self._hosts):
            return ProblemError(MISDIRECTED, "이 서버의 이름이 아닌 Host입니다 (--allow-host로 허용)")
        origin = headers.get("origin")
        if origin is not None and _netloc(origin) not in self._origins | {host.lower()}:
            return ProblemError(FORBIDDEN, "다른 사이트의 쪽에서 온 요청은 받지 않습니다")
        return self._unauthorized(path, headers.get("authorization", ""))

    def _unauthorized(self, path: str, given: str) -> ProblemError | None:
        if self._token is None or path in _OPEN or path.startswith(_ASSETS):
            return None
        scheme, _, token = given.partition(" ")
        is_known = hmac.compare_digest(token.strip().encode(), self._token.encode())
        if scheme.lower() == "bearer" and is_known:
            return None
        error = ', error="invalid_token"' if given else ""
        return ProblemError(
            UNAUTHORIZED,
            "토큰이 맞지 않습니다" if given else "토큰이 필요합니다 (Authorization: Bearer …)",
            headers={"WWW-Authenticate": f'Bearer realm="sasil"{error}'},
        )


class _Exchange:
    """One request and its answer: puts headers on, and takes the rest of a body before a refusal ends."""

    def __init__(self, receive: Receive, send: Send, headers: Mapping[str, str], is_waiting: bool) -> None:
        self._receive, self._send, self._headers = receive, send, headers
        self._is_read = is_waiting  # for 100 Continue: nothing comes before it is asked for
        self._is_refusal = False
        self.has_begun = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._is_read = self._is_read or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            self._is_refusal = message["status"] >= 400
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                headers.setdefault(name, value)
        elif self._is_refusal and not self._is_read and not message.get("more_body", False):
            await self._send({**message, "more_body": True})
            await self._drain()
            message = {"type": "http.response.body", "body": b"", "more_body": False}
        await self._send(message)

    async def _drain(self) -> None:
        left = _DRAINED
        try:
            async with asyncio.timeout(_DRAINING):
                while not self._is_read and left > 0:
                    left -= len((await self.receive()).get("body", b""))
        except TimeoutError:
            return


def _netloc(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return None


def _tell(scope: Scope, error: Exception) -> None:
    """Tell who runs the server of an error that should not be; the client has been told that it failed."""
    where = f"{scope['method']} {scope['path']}"
    print(f"sasil: {where}: 예상하지 못한 오류입니다 ({type(error).__name__}: {error})", file=sys.stderr, flush=True)  # noqa: T201
    if "SASIL_DEBUG" in os.environ:
        traceback.print_exception(error)
