"""The server as a whole: its socket, its workers, and its end."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from sasil.errors import SourceError
from sasil.web.app import create_app
from sasil.web.limits import Settings
from sasil.web.protocol import patient
from sasil.web.service import Service

_GRACE = 5
"""Seconds that requests under way have when the server is told to stop."""

_SILENT = 100
"""A level of the log above all: the server tells for itself what its user must know."""


def serve(settings: Settings, on_start: Callable[[], None], on_ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM.

    ``on_start`` is called when the address is bound to and the workers start, ``on_ready`` with the URL once requests
    are answered.

    Raises SourceError where the address cannot be bound to, and SasilError where a worker cannot be prepared.
    """
    with bound(settings.host, settings.port) as listening:
        on_start()
        asyncio.run(_serve(settings, listening, on_ready))


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address; port 0 is any that is free."""
    try:
        [(family, kind, protocol, _, address), *_] = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise SourceError(f"주소를 쓸 수 없습니다: {error.strerror}", place=host) from None
    try:
        if os.name == "posix":  # elsewhere it lets two servers have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()  # now, so that a second server is told while it starts and not after
    except OSError as error:
        listening.close()
        raise SourceError(_why(error, port), place=f"{host}:{port}") from None
    return listening


def _why(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return "이미 쓰고 있는 포트입니다 (--port로 다른 포트를 고르세요)"
    if error.errno == errno.EACCES:
        return f"{port}번 포트를 열 권한이 없습니다 (--port로 1024 이상을 고르세요)"
    return f"주소를 쓸 수 없습니다: {error.strerror}"


async def _serve(settings: Settings, listening: socket.socket, on_ready: Callable[[str], None]) -> None:
    service = Service(settings)
    try:
        await service.start()
        config = uvicorn.Config(
            create_app(service),
            http=patient(settings.limits.seconds),
            ws="none",
            loop="asyncio",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level=_SILENT,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_GRACE,
        )
        with _signals_end_here():
            on_ready(_url(settings.host, listening.getsockname()[1]))
            await uvicorn.Server(config).serve([listening])
    finally:
        await service.close()


@contextmanager
def _signals_end_here() -> Iterator[None]:
    """Keep SIGINT and SIGTERM from ending the process: Uvicorn stops at them, and then raises them once more."""
    before = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _url(host: str, port: int) -> str:
    name = host.strip("[]")
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"
