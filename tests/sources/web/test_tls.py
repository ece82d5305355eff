"""TLS: the certificate is checked against the name, and a server that drips is left as without TLS."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import Answered, Web, dripping

from sasil.errors import SourceError
from sasil.sources.web.client import Bounds, Client
from sasil.sources.web.clock import Clock
from sasil.sources.web.gate import Gate

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
UNTRUSTED = "TLS 인증서를 확인할 수 없거나 TLS 연결이 되지 않습니다"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for naru.example that nobody signed but itself, with its key."""
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=naru.example"]
    files = ["-addext", "subjectAltName=DNS:naru.example", "-keyout", str(path.with_suffix(".key")), "-out", str(path)]
    subprocess.run([*new, *files], check=True, capture_output=True)
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Web]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    server = Web(context)
    server.plays = {"/": Answered(b"ok"), "/drip": dripping(b"HTTP/1.1 200 OK\r\n\r\n")}
    yield server
    server.close()


def client(trusted: Path | None) -> Client:
    def resolve(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    made = Client(Gate(["127.0.0.1/32"], resolve=resolve), Clock(0.0), Bounds(seconds=1.0, retries=0))
    if trusted is not None:
        made._session.verify = str(trusted)
    return made


def test_a_certificate_that_is_trusted_for_the_name(secure: Web, certificate: Path) -> None:
    assert client(certificate).get(f"https://naru.example:{secure.port}/").body == b"ok"


@pytest.mark.parametrize(("trusted", "host"), [(False, "naru.example"), (True, "garam.example"), (True, "127.0.0.1")])
def test_a_certificate_that_is_not(secure: Web, certificate: Path, trusted: bool, host: str) -> None:
    with pytest.raises(SourceError, match=UNTRUSTED):
        client(certificate if trusted else None).get(f"https://{host}:{secure.port}/")
    assert secure.asked == []


def test_dripping_over_tls(secure: Web, certificate: Path) -> None:
    with pytest.raises(SourceError, match="시간이 다 되었습니다"):
        client(certificate).get(f"https://naru.example:{secure.port}/drip")
