"""GET: with waits between requests, tries again, and bounds on time, bytes and redirects."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from requests import PreparedRequest, Request, Response
from requests import exceptions as failed
from urllib3 import exceptions as broken

import sasil
from sasil.errors import SasilError, SourceError
from sasil.sources.web.answer import BUSY, NOT_MODIFIED, REDIRECTS, Answer, retry_after
from sasil.sources.web.clock import Clock
from sasil.sources.web.errors import PassingError
from sasil.sources.web.gate import Gate
from sasil.sources.web.secret import NONE, Secret
from sasil.sources.web.transport import Watch, WebSession
from sasil.sources.web.urls import checked, host_of, shown

AGENT = "Sasil"
_CHUNK = 65536
_CONNECT = 10.0
_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_PASSED_OVER = ("image/", "video/", "audio/", "font/")
_URL_SIGNS = "!#$%&'()*+,/:;=?@[]~ \\"
_LOSES = frozenset({"set-cookie", "set-cookie2"})
"""Headers that are not kept: a cookie is a key."""

Permit = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is taken of one URL: bytes after decompression, seconds of all its requests, redirects, further tries.

    ``pause`` is the wait in seconds before the second try where the server names none; it doubles with each.
    """

    bytes: int = 32 * 2**20
    seconds: float = 60.0
    redirects: int = 5
    retries: int = 2
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Validators:
    """By what to ask whether an earlier answer still holds (RFC 9110 13): its URL, ETag and Last-Modified."""

    url: str
    etag: str | None
    last_modified: str | None

    def headers(self, url: str) -> dict[str, str]:
        """Return the headers of a conditional request; none for another URL than theirs."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified} if url == self.url else {}
        return {name: value for name, value in given.items() if value}


class Client:
    """Asks for URLs, one at a time. ``contact`` is told to servers, so that they can complain."""

    def __init__(
        self, gate: Gate | None = None, clock: Clock | None = None, bounds: Bounds | None = None, contact: str = ""
    ) -> None:
        self.clock = clock or Clock()
        self.bounds = bounds or Bounds()
        self._watch = Watch()
        agent = f"{AGENT}/{sasil.__version__}" + (
            f" (+{quote(' '.join(contact.split()), safe='@:/+')})" if contact.strip() else ""
        )
        self._session = WebSession(
            gate or Gate(),
            self._watch,
            {
                "User-Agent": agent,
                "Accept": "*/*",
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "ko, en;q=0.5",
            },
        )

    def get(
        self,
        url: str,
        *,
        permit: Permit | None = None,
        validators: Validators | None = None,
        secret: Secret = NONE,
        head: int | None = None,
    ) -> Answer:
        """Return the answer for a URL, whatever its status, redirects followed.

        ``permit`` is asked before each hop and raises SourceError for a URL that may not be fetched; with a ``secret``
        no redirect is followed; of a body only the first ``head`` bytes are taken where that is given. Raises
        SourceError, which names the URL, for what goes beyond the bounds, a server that cannot be reached, a broken
        answer, and an address that may not be connected to.
        """
        self._session.cookies.clear()
        budget = _Budget(self.bounds.seconds, self.bounds.bytes, head)
        hop = checked(url)
        try:
            for _ in range(self.bounds.redirects + 1):
                if permit is not None:
                    permit(hop)
                answer = self._tried(hop, budget, validators.headers(hop) if validators else {}, secret)
                target = answer.header("Location") if answer.status in REDIRECTS else None
                if target is None:
                    return answer
                if secret is not NONE:
                    raise SourceError("열쇠를 든 요청은 다른 곳으로 따라가지 않습니다")
                hop = checked(target, hop)
        except SasilError as error:
            raise SourceError(_where(error, url, hop), place=shown(url)) from None
        raise SourceError(f"다른 곳으로 {self.bounds.redirects}번 넘게 돌려보냅니다", place=shown(url))

    def _tried(self, url: str, budget: _Budget, conditions: Mapping[str, str], secret: Secret) -> Answer:
        """Ask until there is an answer that is not for want of time, or no try is left."""
        host = host_of(url)
        for attempt in range(self.bounds.retries + 1):
            last = attempt == self.bounds.retries
            self.clock.wait(host)
            pause = self.bounds.pause * 2**attempt
            try:
                answer = self._once(url, budget, conditions, secret)
                if answer.status not in BUSY:
                    return answer
                asked = retry_after(dict(answer.headers), answer.at)
                pause = asked if asked is not None else pause
                if last or pause > self.clock.longest:
                    self.clock.hold(host, asked or 0.0)
                    return answer
            except PassingError:
                if last or budget.left <= 0:
                    raise
            finally:
                self.clock.asked(host)
            self.clock.hold(host, pause)
        raise AssertionError("the last try returns or raises")

    def _once(self, url: str, budget: _Budget, conditions: Mapping[str, str], secret: Secret) -> Answer:
        request = self._session.prepare_request(
            Request("GET", url, params=secret.query, headers={**conditions, **secret.headers})
        )
        with budget.spent(), self._watch.during(budget.left), secret.unlogged():
            try:
                response = self._sent(request, budget)
                try:
                    return self._answer(response, url, budget, secret)
                finally:
                    response.close()
            except (failed.RequestException, broken.HTTPError, OSError) as error:
                # The errors of requests and urllib3 repeat the URL with its keys, so none of their words is taken.
                raise self._named(error, budget) from None

    def _sent(self, request: PreparedRequest, budget: _Budget) -> Response:
        timeout = (min(_CONNECT, budget.left), budget.left)
        return self._session.send(request, stream=True, allow_redirects=False, timeout=timeout)

    def _answer(self, response: Response, url: str, budget: _Budget, secret: Secret) -> Answer:
        status = response.status_code
        body = b"" if status in REDIRECTS or status == NOT_MODIFIED else _body(response, budget)
        if self._watch.is_over:  # a cut looks like an end where the server gave no length
            raise TimeoutError
        headers = tuple(
            (name, _told(name, value, secret))
            for name, value in response.raw.headers.items()
            if name.lower() not in _LOSES
        )
        return Answer(url, status, headers, secret.masked(body), datetime.now(UTC).replace(microsecond=0))

    def _named(self, error: Exception, budget: _Budget) -> SourceError:
        if self._watch.is_over or isinstance(error, (failed.Timeout, broken.TimeoutError, TimeoutError)):
            return PassingError(f"시간이 다 되었습니다 (한도 {budget.seconds:g}초)")
        if isinstance(error, (failed.SSLError, broken.SSLError)):
            return SourceError("TLS 인증서를 확인할 수 없거나 TLS 연결이 되지 않습니다")
        if isinstance(error, broken.DecodeError):
            return SourceError("압축이 깨졌습니다")
        if isinstance(error, (failed.ConnectionError, broken.NewConnectionError)):
            return PassingError("서버에 연결할 수 없습니다")
        if isinstance(error, (broken.IncompleteRead, broken.ProtocolError, OSError)):
            return PassingError("답이 도중에 끊겼습니다")
        return SourceError("서버의 답을 읽을 수 없습니다")


class _Budget:
    """What one URL may still cost: seconds, of which the waits between requests are none, and bytes."""

    def __init__(self, seconds: float, largest: int, head: int | None) -> None:
        self.seconds = self.left = seconds
        self.bytes, self.head = largest, head

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Take the time of a request off what is left."""
        if self.left <= 0:
            raise PassingError(f"시간이 다 되었습니다 (한도 {self.seconds:g}초)")
        start = time.monotonic()
        try:
            yield
        finally:
            self.left -= time.monotonic() - start


def _body(response: Response, budget: _Budget) -> bytes:
    """Return the body, decompressed; raise SourceError where it goes beyond the bound, as stated or as counted."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if not {part.strip() for part in coding.split(",")} <= _CODINGS:
        raise SourceError(f"모르는 압축입니다: {coding[:40]}")
    if response.headers.get("Content-Type", "").strip().lower().startswith(_PASSED_OVER):
        raise SourceError("글이 아닙니다 (그림·소리·영상)")
    stated = response.headers.get("Content-Length", "")
    if budget.head is None and stated.isascii() and stated.isdigit() and int(stated[:18]) > budget.bytes:
        raise SourceError(_too_large(budget.bytes))
    body = bytearray()
    for chunk in response.raw.stream(_CHUNK, decode_content=True):
        body += chunk
        if budget.head is not None and len(body) >= budget.head:
            return bytes(body[: budget.head])
        if len(body) > budget.bytes:
            raise SourceError(_too_large(budget.bytes))
    return bytes(body)


def _too_large(largest: int) -> str:
    return f"너무 큽니다 (한도 {largest / 2**20:g} MB)"


def _told(name: str, value: str, secret: Secret) -> str:
    """Return a header as text: servers send Korean in UTF-8 or CP949 where HTTP knows only Latin-1.

    A Location keeps its bytes, for a server that names its pages in CP949 knows them under no other name.
    """
    data = secret.masked(value.encode("latin-1", "replace"))
    if name.lower() == "location":
        return quote(data, safe=_URL_SIGNS)
    for encoding in ("utf-8", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _where(error: SasilError, url: str, hop: str) -> str:
    """Return a message with the URL of the hop that it is about, where that is not the one that was asked for."""
    return error.message if hop == checked(url) else f"{error.message} (돌려보낸 곳: {shown(hop)})"
