"""A real HTTP server on localhost that plays what the web holds, good and bad."""

from __future__ import annotations

import gzip
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

HOME = "127.0.0.1"


@dataclass
class Answered:
    """What the server answers: a status, headers and a body; ``act`` writes to the socket in place of all these."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    act: Callable[[BaseHTTPRequestHandler], None] | None = None


Play = Answered | Callable[[BaseHTTPRequestHandler], Answered]


class Web:
    """The server: ``plays`` maps a path, or a host and a path, to its answer; ``asked`` is every request in order."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.plays: dict[str, Play | list[Play]] = {}
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host = self.headers["Host"].partition(":")[0]
                web.asked.append((host, self.path, {key.lower(): value for key, value in self.headers.items()}))
                path = urlsplit(self.path).path
                play = next(
                    (web.plays[name] for name in (host + self.path, host + path, self.path, path) if name in web.plays),
                    Answered(status=404),
                )
                if isinstance(play, list):
                    play = play.pop(0) if len(play) > 1 else play[0]
                answer = play(self) if callable(play) else play
                if answer.act is not None:
                    self.close_connection = True
                    answer.act(self)
                    return
                self.send_response(answer.status)
                for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a client that goes away is what many tests are about

        self._server = Server(("0.0.0.0", 0), Handler)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def url(self, path: str, host: str = HOME) -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt apart."""
        return [path for _, path, _ in self.asked if path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def page(sentence: str, head: str = "", more: str = "", encoding: str = "utf-8") -> Answered:
    """A page with one article."""
    text = (
        f"<!DOCTYPE html><html><head><title>나루교 착공</title>{head}</head><body><article><h1>나루교 착공</h1>"
        f"<p>{sentence}</p><p>이 다리는 강 건너 두 마을을 잇고 길이는 320m라고 시는 설명했다.</p>{more}</article></body></html>"
    )
    return Answered(text.encode(encoding), headers={"Content-Type": "text/html"})


def dripping(head: bytes, every: float = 0.02) -> Answered:
    """An answer of which one byte comes at a time, for as long as somebody listens."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(1000):
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(every)

    return Answered(act=act)


def bomb(megabytes: int) -> bytes:
    return gzip.compress(bytes(megabytes * 2**20), 1)
