"""Asking one URL: tries again, waits, and bounds on time, bytes and redirects."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web_server import Answered, Web, bomb, dripping

import sasil
from sasil.errors import SasilError, SourceError
from sasil.sources.web.answer import retry_after
from sasil.sources.web.client import Client, Validators
from sasil.sources.web.secret import Secret

from .conftest import Sleeps

Make = Callable[..., Client]


def failure(client: Client, url: str, **given: object) -> str:
    with pytest.raises(SasilError) as error:
        client.get(url, **given)  # type: ignore[arg-type]
    assert error.value.place == url
    return error.value.message


def test_servers_are_told_who_asks(web: Web, make: Make) -> None:
    web.plays["/"] = Answered(b"ok")
    make().get(web.url("/"))
    sent = web.asked[0][2]
    assert sent["user-agent"] == f"Sasil/{sasil.__version__}"
    assert sent["accept-encoding"] == "gzip, deflate"
    client = Client(contact="알림@naru.example\r\nX: 1")
    assert (
        client._session.headers["User-Agent"]
        == f"Sasil/{sasil.__version__} (+%EC%95%8C%EB%A6%BC@naru.example%20X:%201)"
    )


def test_the_environment_gives_no_proxy_and_no_password(web: Web, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.9:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.9:1")
    web.plays["/"] = Answered(b"ok")
    assert make().get(web.url("/")).body == b"ok"


# Bounds.


@pytest.mark.parametrize(
    "body",
    [
        Answered(bomb(64), headers={"Content-Encoding": "gzip"}),
        Answered(gzip.compress(bomb(64)), headers={"Content-Encoding": "gzip, gzip"}),
        Answered(zlib.compress(bytes(64 * 2**20)), headers={"Content-Encoding": "deflate"}),
        Answered(b"a" * 2 * 2**20),
        Answered(b"a", headers={"Content-Length": str(10**12)}),
        Answered(b"a" * 2 * 2**20, headers={"Connection": "close", "Content-Length": "9" * 40}),
    ],
    ids=["gzip", "gzip twice", "deflate", "long", "said to be long", "said to be very long"],
)
def test_what_is_too_large_is_stopped_at_the_bound(web: Web, make: Make, body: Answered) -> None:
    web.plays["/"] = body
    client = make(bytes=2**20)
    tracemalloc.start()
    assert failure(client, web.url("/")) == "너무 큽니다 (한도 1 MB)"
    assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    tracemalloc.stop()
    assert len(web.asked) == 1


def test_the_body_of_a_redirect_is_not_read(web: Web, make: Make) -> None:
    web.plays["/"] = Answered(bomb(64), 302, {"Content-Encoding": "gzip", "Location": "/2"})
    web.plays["/2"] = Answered(b"ok")
    tracemalloc.start()
    assert make(bytes=2**20).get(web.url("/")).body == b"ok"
    assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    tracemalloc.stop()


def hanging(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


@pytest.mark.parametrize(
    "answer",
    [
        dripping(b"HTTP/1.1 200 OK\r\n\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\nX: "),
        dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"),
        dripping(b""),
        Answered(act=hanging),
    ],
    ids=["body", "body of known length", "headers", "chunks", "status", "nothing"],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(web: Web, make: Make, answer: Answered) -> None:
    web.plays["/"] = answer
    assert failure(make(seconds=0.2), web.url("/")) == "시간이 다 되었습니다 (한도 0.2초)"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_end(web: Web, make: Make, status: int) -> None:
    web.plays["/1"] = Answered(status=status, headers={"Location": "2?a=b#c"})
    web.plays["/2"] = Answered(status=status, headers={"Location": web.url("/3")})
    web.plays["/3"] = Answered(b"ok")
    answer = make().get(web.url("/1"))
    assert (answer.url, answer.body) == (web.url("/3"), b"ok")


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("/", "다른 곳으로 5번 넘게 돌려보냅니다"),
        (
            "http://10.0.0.1/a",
            "공개된 인터넷 주소가 아니어서 연결하지 않습니다(--allow-private로 허용): 10.0.0.1 (10.0.0.1) (돌려보낸 곳: http://10.0.0.1/a)",
        ),
        (
            "http://169.254.169.254/latest",
            "공개된 인터넷 주소가 아니어서 연결하지 않습니다(--allow-private로 허용): 169.254.169.254 (169.254.169.254) (돌려보낸 곳: http://169.254.169.254/latest)",
        ),
        (
            "http://127.0.0.2:1/",
            "공개된 인터넷 주소가 아니어서 연결하지 않습니다(--allow-private로 허용): 127.0.0.2 (127.0.0.2) (돌려보낸 곳: http://127.0.0.2:1/)",
        ),
        ("file:///etc/hosts", "http나 https로 시작하는 URL이 아닙니다"),
        ("http://u:p@naru.example/", "이름이나 암호가 든 URL은 가져오지 않습니다"),
        ("http://[", "URL이 바르지 않습니다"),
    ],
)
def test_each_hop_is_checked_as_the_first(web: Web, make: Make, location: str, message: str) -> None:
    web.plays["/"] = Answered(status=302, headers={"Location": location})
    assert failure(make(), web.url("/")) == message


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_korean_location_keeps_its_bytes(web: Web, make: Make, encoding: str) -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(
            b"HTTP/1.1 302 Found\r\nLocation: /" + "소식".encode(encoding) + b"\r\nContent-Length: 0\r\n\r\n"
        )

    web.plays["/"] = Answered(act=act)
    make().get(web.url("/"))
    assert web.paths()[-1] == "/" + "".join(f"%{byte:02X}" for byte in "소식".encode(encoding))


def test_cookies_live_for_one_url_and_its_redirects(web: Web, make: Make) -> None:
    web.plays["/"] = lambda handler: (
        Answered(b"ok")
        if "Cookie" in handler.headers
        else Answered(status=302, headers={"Location": "/", "Set-Cookie": "a=1"})
    )
    client = make()
    answers = [client.get(web.url("/")) for _ in range(2)]
    assert [answer.body for answer in answers] == [b"ok", b"ok"]
    assert len(web.asked) == 4
    assert answers[0].header("Set-Cookie") is None


def test_without_redirects_none_is_followed_with_a_key(web: Web, make: Make) -> None:
    web.plays["/"] = Answered(status=302, headers={"Location": "/2"})
    assert (
        failure(make(), web.url("/"), secret=Secret(query={"serviceKey": "k"}))
        == "열쇠를 든 요청은 다른 곳으로 따라가지 않습니다"
    )


# Tries.


def test_a_busy_server_is_asked_again_after_the_time_that_it_names(web: Web, make: Make, sleeps: Sleeps) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    web.plays["/"] = [
        Answered(status=503, headers={"Retry-After": "7"}),
        Answered(status=429, headers={"Retry-After": soon}),
        Answered(b"ok"),
    ]
    assert make().get(web.url("/")).body == b"ok"
    assert sleeps.slept[0] == 7
    assert 25 < sleeps.slept[1] <= 30


def test_a_busy_server_that_names_no_time_is_asked_again_later_and_later(web: Web, make: Make, sleeps: Sleeps) -> None:
    web.plays["/"] = [Answered(status=500), Answered(status=502), Answered(status=504), Answered(b"ok")]
    assert make(retries=3, pause=3.0).get(web.url("/")).body == b"ok"
    assert sleeps.slept == [3, 6, 12]


def test_who_asks_for_too_long_a_wait_is_not_asked_again(web: Web, make: Make, sleeps: Sleeps) -> None:
    web.plays["/"] = Answered(status=429, headers={"Retry-After": "86400"})
    client = make()
    assert client.get(web.url("/")).status == 429
    assert failure(client, web.url("/2")) == "127.0.0.1에는 86,400초 뒤에나 물을 수 있어 그만둡니다 (한도 100초)"
    assert (web.paths(), sleeps.slept) == (["/"], [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_what_will_not_pass_is_asked_once(web: Web, make: Make, status: int) -> None:
    web.plays["/"] = Answered(status=status)
    assert make().get(web.url("/")).status == status
    assert len(web.asked) == 1


def resetting(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def raw(data: bytes) -> Answered:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return Answered(act=act)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answered(act=resetting), "답이 도중에 끊겼습니다"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"), "답이 도중에 끊겼습니다"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), "답이 도중에 끊겼습니다"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab"), "답이 도중에 끊겼습니다"),
        (raw(b""), "서버에 연결할 수 없습니다"),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "서버에 연결할 수 없습니다"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n"), "서버에 연결할 수 없습니다"),
    ],
)  # fmt: skip
def test_a_broken_answer_is_asked_for_again_and_told(web: Web, make: Make, answer: Answered, message: str) -> None:
    web.plays["/"] = answer
    assert failure(make(), web.url("/")) == message
    assert len(web.asked) == 3
    web.plays["/"] = [answer, Answered(b"ok")]
    assert make().get(web.url("/")).body == b"ok"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answered(b"no gzip at all", headers={"Content-Encoding": "gzip"}), "압축이 깨졌습니다"),
        (Answered(b"abc", headers={"Content-Encoding": "br"}), "모르는 압축입니다: br"),
        (Answered(b"\x89PNG", headers={"Content-Type": "image/png"}), "글이 아닙니다 (그림·소리·영상)"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(web: Web, make: Make, answer: Answered, message: str) -> None:
    web.plays["/"] = answer
    assert failure(make(), web.url("/")) == message
    assert len(web.asked) == 1


def test_a_server_that_is_not_there_and_a_name_that_is_not(make: Make) -> None:
    assert failure(make(retries=0), "http://127.0.0.1:1/") == "서버에 연결할 수 없습니다"
    assert failure(make(), "http://naru.invalid/").startswith("호스트를 찾을 수 없습니다: naru.invalid")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0), ("120", 120.0), (" 5 ", 5.0), ("Wed, 20 May 2026 10:01:00 GMT", 60.0),
        ("Wed, 20 May 2026 09:00:00 GMT", 0.0), ("20 May 2026 19:01:00 +0900", 60.0),
        ("", None), ("-5", None), ("soon", None), ("1.5", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": value}, datetime(2026, 5, 20, 10, tzinfo=UTC)) == seconds


def test_a_wrong_length_costs_no_other_page(web: Web, make: Make) -> None:
    web.plays["/1"] = Answered(b"ok, and more than was said", headers={"Content-Length": "2"})
    web.plays["/2"] = Answered(b"whole")
    client = make()
    assert [client.get(web.url(path)).body for path in ("/1", "/2")] == [b"ok", b"whole"]


# Clocks.


def test_one_clock_a_host(web: Web, make: Make, sleeps: Sleeps) -> None:
    web.plays["/"] = Answered(b"ok")
    client = make(allow=("127.0.0.0/8",), delay=2.0)
    for host in ("127.0.0.1", "127.0.0.2", "127.0.0.1", "127.0.0.2"):
        client.get(web.url("/", host))
    assert sleeps.slept == [2.0]  # while one host is waited for, the time of the other passes too


def test_a_redirect_to_the_same_host_waits_as_well(web: Web, make: Make, sleeps: Sleeps) -> None:
    web.plays["/"] = Answered(status=302, headers={"Location": "/2"})
    make(delay=2.0).get(web.url("/"))
    assert sleeps.slept == [2.0]


def test_validators_go_to_their_own_url_only(web: Web, make: Make) -> None:
    web.plays["/1"] = Answered(status=302, headers={"Location": "/2"})
    web.plays["/2"] = Answered(status=304)
    make().get(web.url("/1"), validators=Validators(web.url("/2"), '"e"', "Wed, 20 May 2026 09:00:00 GMT"))
    assert "if-none-match" not in web.asked[0][2]
    assert (web.asked[1][2]["if-none-match"], web.asked[1][2]["if-modified-since"]) == (
        '"e"',
        "Wed, 20 May 2026 09:00:00 GMT",
    )


# Keys.


def test_a_key_is_sent_and_shown_nowhere(web: Web, make: Make, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    secret = Secret(query={"serviceKey": "a+b/열쇠="}, headers={"X-Secret": "hush"})
    web.plays["/"] = lambda handler: Answered(
        f"key {handler.path} hush a+b/열쇠=".encode(), headers={"X-Echo": handler.path}
    )
    answer = make().get(web.url("/?no=1"), secret=secret)
    assert web.asked[0][1] == "/?no=1&serviceKey=a%2Bb%2F%EC%97%B4%EC%87%A0%3D"
    assert web.asked[0][2]["x-secret"] == "hush"
    assert answer.url == web.url("/?no=1")
    assert (answer.body, answer.header("X-Echo")) == (b"key /?no=1&serviceKey=*** *** ***", "/?no=1&serviceKey=***")
    assert "a%2Bb" not in caplog.text
    assert "hush" not in f"{caplog.text}{secret!r}"


def test_a_key_is_in_no_error_either(web: Web, make: Make) -> None:
    web.plays["/"] = raw(b"")
    with pytest.raises(SourceError) as error:
        make().get(web.url("/"), secret=Secret(query={"serviceKey": "hush"}))
    shown: list[str] = []
    at: BaseException | None = error.value
    while at is not None:
        shown.append(repr(at))
        at = at.__cause__
    assert "hush" not in "".join(shown)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [
            b"",
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 302 Found\r\nLocation: ",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
        ]
    ),
    st.binary(max_size=60),
)
def test_any_bytes_are_an_answer_or_an_error(web: Web, make: Make, head: bytes, rest: bytes) -> None:
    web.plays["/"] = raw(head + rest)
    with suppress(SasilError):
        make(retries=0, redirects=1, seconds=1.0).get(web.url("/"))
