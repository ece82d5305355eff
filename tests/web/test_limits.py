"""The bounds of a server: time, places, workers that die, bodies that do not come, URLs."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from sasil_server import PAGE, SENTENCE, SasilServer, kind_of, record_of
from web_server import Answered, Web, dripping

on_linux = pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks Linux for the workers")

LONG = "나루시는 2일 나루교 공사에 국비 12억 원, 시비 5억 원을 쓴다고 밝혔다. " * 12_000
"""Half a million characters: more than anyone reads in five seconds."""


def meanwhile(server: SasilServer, text: str) -> tuple[threading.Thread, list[httpx.Response]]:
    answers: list[httpx.Response] = []
    thread = threading.Thread(target=lambda: answers.append(server.extract(text)))
    thread.start()
    return thread, answers


def until_it_is_back(server: SasilServer) -> httpx.Response:
    """The first answer of a worker that takes the place of another one: loading takes seconds, waiting is bounded."""
    for _ in range(60):
        answer = server.extract(SENTENCE)
        if answer.status_code not in (503, 504):  # on a machine that is starved, even the shortest takes too long
            return answer
    raise AssertionError("no worker came back")


@on_linux
def test_an_article_over_the_time_is_given_up_and_who_finds_no_place_is_told_at_once(narrow: SasilServer) -> None:
    before = narrow.workers()
    busy = [meanwhile(narrow, LONG) for _ in range(2)]
    time.sleep(0.5)
    refused = narrow.extract(SENTENCE)
    assert (refused.status_code, kind_of(refused)) == (503, "busy")
    assert int(refused.headers["retry-after"]) >= 1
    assert narrow.client.get("/health").status_code == 200
    for thread, _ in busy:
        thread.join()
    # One was read for as long as an article may take; the other one waited for as long, and the worker was not back.
    told = {answers[0].status_code: answers[0] for _, answers in busy}
    assert {status: kind_of(answer) for status, answer in told.items()} == {503: "busy", 504: "timeout"}
    assert "5초" in told[504].json()["detail"]
    record_of(until_it_is_back(narrow))
    assert len(narrow.workers()) == len(before) == 1
    assert narrow.workers() != before


@on_linux
def test_a_worker_that_dies_is_replaced_and_the_article_told_of(narrow: SasilServer) -> None:
    record_of(until_it_is_back(narrow))
    thread, answers = meanwhile(narrow, LONG)
    time.sleep(0.5)
    for worker in narrow.workers():
        os.kill(worker, signal.SIGKILL)
    thread.join()
    assert (answers[0].status_code, kind_of(answers[0])) == (500, "failed")
    record_of(until_it_is_back(narrow))


def test_a_body_that_does_not_come_is_not_waited_for(narrow: SasilServer) -> None:
    place = urlsplit(narrow.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        head = "POST /normalize HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n"
        line.sendall(f"{head}Authorization: {narrow.client.headers['authorization']}\r\n\r\n{{".encode())
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"/docs#slow-body" in answer


SLOW = [
    # what is sent at once, what follows drop by drop, how the answer begins, what it holds
    ("", "", "", ""),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\nX: ", "", "HTTP/1.1 408 ", "/docs#slow-head"),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\nX: ", "a", "HTTP/1.1 408 ", "/docs#slow-head"),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /", "a", "HTTP/1.1 200 ", "/docs#slow-head"),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n", "a", "HTTP/1.1 200 ", ""),
    ("POST /normalize HTTP/1.1\r\n{json}Content-Length: 99\r\n\r\n", "a", "HTTP/1.1 408 ", "/docs#slow-body"),
    ("POST /batch HTTP/1.1\r\n{lines}Content-Length: 99\r\n\r\n", "a", "HTTP/1.1 200 ", "/docs#slow-body"),
]


def test_a_line_on_which_a_request_comes_slowly_or_never_is_closed(narrow: SasilServer) -> None:
    place = urlsplit(narrow.url)
    token = f"Host: localhost\r\nAuthorization: {narrow.client.headers['authorization']}\r\nContent-Type: "
    types = {"json": f"{token}application/json\r\n", "lines": f"{token}application/x-ndjson\r\n"}
    lines = [socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) for _ in SLOW]
    answers = [b""] * len(SLOW)
    for line, (sent, *_) in zip(lines, SLOW, strict=True):
        line.sendall(sent.format(**types).encode())
    is_open = [True] * len(SLOW)
    for _ in range(300):
        if not any(is_open):
            break
        time.sleep(0.2)
        for number, (_, drop, *_) in enumerate(SLOW):
            if is_open[number]:
                is_open[number], came = dripped(lines[number], drop)
                answers[number] += came
    assert is_open == [False] * len(SLOW)
    for answer, (_, _, begins, holds) in zip(answers, SLOW, strict=True):
        assert answer.startswith(begins.encode())
        assert holds.encode() in answer
    assert narrow.client.get("/health").status_code == 200


def dripped(line: socket.socket, drop: str) -> tuple[bool, bytes]:
    """Send a drop; return whether the line is still open, and what has come on it."""
    line.setblocking(False)
    try:
        came = line.recv(65536)
    except BlockingIOError:
        came = None
    if came == b"":
        line.close()
        return False, b""
    with contextlib.suppress(OSError):  # closed by now: the next look tells
        line.send(drop.encode())
    return True, came or b""


@pytest.mark.parametrize(
    "sent",
    [
        "나루시\r\n\r\n",
        "GET /health HTTP/1.1\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: naru.example\r\n\r\n",
        "POST /extract HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        "POST /normalize HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        f"GET /health HTTP/1.1\r\nHost: localhost\r\nX: {'a' * 20_000}",
    ],
)
def test_what_is_no_http_is_a_problem_too(server: SasilServer, sent: str) -> None:
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        line.sendall(sent.encode())
        head, _, body = line.makefile("rb").read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"application/problem+json" in head.lower()
    assert json.loads(body)["type"] == "/docs#bad-request"


def test_a_batch_that_breaks_off_in_the_middle_ends_quietly(server: SasilServer) -> None:
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        head = "POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
        first = b'{"id": "1", "text": "a"}\n'
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n{len(first):x}\r\n".encode() + first + b"\r\n")
        answered = line.makefile("rb")
        while not (came := answered.readline()).startswith(b"{"):
            assert came
        line.sendall(b"ZZ\r\n")
        assert b"error" not in answered.read()
    assert server.extract("나루시").status_code == 200


def test_a_body_is_not_taken_before_it_may_come(server: SasilServer) -> None:
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        head = "POST /extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
        line.sendall(f"{head}Content-Length: 99999999999\r\n\r\n".encode())
        assert line.makefile("rb").readline().startswith(b"HTTP/1.1 413 ")


def test_a_url_is_fetched_where_that_is_allowed(narrow: SasilServer, web: Web) -> None:
    web.plays["/1"] = Answered(PAGE.encode(), headers={"Content-Type": "text/html"})
    record = record_of(narrow.client.post("/extract", json={"url": web.url("/1"), "published": "2024-05-03"}))
    assert (record.id, record.source.uri, record.article.url) == (web.url("/1"), web.url("/1"), web.url("/1"))
    assert "2024-05-02" in [m.value.value for m in record.mentions if m.type == "DATE" and m.value]
    named = record_of(narrow.client.post("/extract", json={"url": web.url("/1"), "id": "a1", "title": "착공"}))
    assert (named.id, named.article.title) == ("a1", "착공")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("{web}/gone", "HTTP 404"),
        ("file:///etc/passwd", "URL"),
        ("pyproject.toml", "URL"),
        ("나루시", "URL"),
        ("", "URL"),
        ("http://", "호스트"),
        ("http://user:hush@127.0.0.1/", "이름"),
    ],
)
def test_a_url_that_cannot_be_fetched_is_a_problem(narrow: SasilServer, web: Web, url: str, said: str) -> None:
    answer = narrow.client.post("/extract", json={"url": url.format(web=web.url(""))})
    assert (answer.status_code, kind_of(answer)) == (422, "not-fetched")
    assert "passwd" not in answer.text


def test_a_slow_site_keeps_no_article_waiting(narrow: SasilServer, web: Web) -> None:
    web.plays["/slow"] = dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", every=0.1)
    slow: list[httpx.Response] = []
    thread = threading.Thread(
        target=lambda: slow.append(narrow.client.post("/extract", json={"url": web.url("/slow")}))
    )
    thread.start()
    time.sleep(0.3)
    record_of(narrow.extract(SENTENCE))
    thread.join()
    assert kind_of(slow[0]) in ("not-fetched", "timeout")
