"""Connections for requests: made to the address that was checked, and cut when their time is over."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from requests import Response, Session
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.util.connection import create_connection

from sasil.errors import SourceError
from sasil.sources.web.gate import Gate

_CONNECT = 10.0


class Watch:
    """Cuts the connection in use when its time is over, wherever it hangs: between headers, in a chunk, in the body.

    A socket's own timeout starts anew with every byte, so a server that drips would hold it for ever.
    """

    def __init__(self) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None

    def holds(self, sock: socket.socket | None) -> None:
        """Take the socket in use; it is cut at once where the time is already over."""
        self._socket = sock
        if self.is_over:
            self._cut()

    @contextmanager
    def during(self, seconds: float) -> Iterator[None]:
        """Give some seconds of time."""
        self.is_over, self._socket = False, None
        timer = threading.Timer(seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self._socket = None

    def _cut(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with suppress(OSError):
                # The plain socket's own way: a TLS socket's would wait for the other side's farewell.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class _Checked(HTTPConnection):
    """A connection that goes only to addresses that a gate let through: between check and connect, no name is asked."""

    gate: Gate
    watch: Watch

    def _new_conn(self) -> socket.socket:
        last: OSError | None = None
        seconds = self.timeout if isinstance(self.timeout, (int, float)) else _CONNECT
        for address in self.gate.addresses(self._dns_host, self.port, seconds):
            if self.watch.is_over:
                break
            try:
                return create_connection((address, self.port), self.timeout, socket_options=self.socket_options)
            except OSError as error:
                last = error
        if isinstance(last, TimeoutError) or self.watch.is_over:
            raise ConnectTimeoutError(self, "timed out") from None
        raise NewConnectionError(self, "refused") from last

    def connect(self) -> None:
        super().connect()
        self.watch.holds(self.sock)

    def putrequest(self, *args: Any, **kwargs: Any) -> None:
        if self.sock is not None:  # a connection that was kept open
            self.watch.holds(self.sock)
        super().putrequest(*args, **kwargs)


class _CheckedTLS(_Checked, HTTPSConnection):
    """The same over TLS: the certificate is checked against the name, not the address."""


class _Pools(PoolManager):
    def __init__(self, gate: Gate, watch: Watch, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pool_classes_by_scheme = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": _bound(_Checked, gate, watch)}),
            "https": type("TLSPool", (HTTPSConnectionPool,), {"ConnectionCls": _bound(_CheckedTLS, gate, watch)}),
        }


def _bound(kind: type[_Checked], gate: Gate, watch: Watch) -> type[_Checked]:
    return type(kind.__name__, (kind,), {"gate": gate, "watch": watch})


class _Adapter(HTTPAdapter):
    def __init__(self, gate: Gate, watch: Watch) -> None:
        self._gate, self._watch = gate, watch
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        self.poolmanager = _Pools(
            self._gate, self._watch, num_pools=connections, maxsize=maxsize, block=block, **kwargs
        )

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        raise SourceError("프록시로는 가져오지 않습니다")


class WebSession(Session):
    """A session of requests that takes nothing from the environment and follows no redirect by itself."""

    def __init__(self, gate: Gate, watch: Watch, headers: Mapping[str, str]) -> None:
        super().__init__()
        self.trust_env = False
        self.headers.clear()
        self.headers.update(headers)
        adapter = _Adapter(gate, watch)
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def get_redirect_target(self, resp: Response) -> str | None:
        """Return none: requests would read the body of a redirect to its end, however long it is."""
        return None
