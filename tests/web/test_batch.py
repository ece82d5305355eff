"""POST /batch: a line for each line, in order, while both are still coming."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from sasil_server import SasilServer

import sasil

LINES = {"Content-Type": "application/x-ndjson"}


def article(id_: str, **more: Any) -> str:
    return json.dumps(
        {"id": id_, "text": f"나루시는 2일 나루교 공사에 {id_}억 원을 쓴다고 밝혔다.", **more}, ensure_ascii=False
    )


def told(server: SasilServer, body: bytes | Iterator[bytes], **headers: str) -> list[dict[str, Any]]:
    response = server.client.post("/batch", content=body, headers={**LINES, **headers})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in response.content.splitlines()]


def kinds(found: list[dict[str, Any]]) -> list[tuple[str | None, str]]:
    return [(one["id"], one["error"]["type"] if "error" in one else "record") for one in found]


def test_each_line_has_its_record_or_its_problem_in_order(server: SasilServer) -> None:
    lines = [
        article("1", published_at="2024-05-03"),
        "",
        '{"id": "2", "text": ',
        article("3") + "\r",
        '{"id": 4, "text": "가", "body": "나"}',
        '{"id": "5", "text": "가", "published_at": "2024-02-30"}',
        '{"id": "6", "text": "\\ud800"}',
        '{"id": "\\ud800", "text": "가"}',
        '{"id": "7", "text": "가", "title": "\\ud800"}',
        '{"text": "가"}',
        "[]",
        "null",
        '{"id": "8", "html": "<html><body></body></html>"}',
        " " * 9,
        article("9"),  # no line feed at the end
    ]
    found = told(server, "\n".join(lines).encode())
    assert kinds(found) == [
        ("1", "record"),
        (None, "/docs#unreadable"),
        ("3", "record"),
        ("4", "/docs#unreadable"),
        ("5", "/docs#unreadable"),
        ("6", "/docs#unreadable"),
        ("?", "/docs#unreadable"),
        ("7", "/docs#unreadable"),
        (None, "/docs#unreadable"),
        (None, "/docs#unreadable"),
        (None, "/docs#unreadable"),
        ("8", "/docs#unreadable"),
        ("9", "record"),
    ]
    assert [one["line"] for one in found if "error" in one] == [3, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert [one["source"]["line"] for one in found if "error" not in one] == [1, 4, 15]
    records = [sasil.Record.model_validate(one) for one in found if "error" not in one]
    assert all(one.text[m.start : m.end] == m.text for one in records for m in one.mentions)
    [date] = [m.value.value for m in records[0].mentions if m.type == "DATE" and m.value]
    assert date == "2024-05-02"


@pytest.mark.parametrize("body", [b"", b"\n", b"\r\n \n\n", b"\xff\n"])
def test_lines_without_articles_are_no_error_of_the_whole(server: SasilServer, body: bytes) -> None:
    assert [one["line"] for one in told(server, body)] == ([1] if body.strip() else [])


def test_a_line_beyond_the_bound_is_passed_over_and_the_others_are_read(server: SasilServer) -> None:
    def body() -> Iterator[bytes]:
        yield article("1").encode() + b"\n"
        yield b'{"id": "2", "text": "'
        yield from [b"a" * 2**20] * 5
        yield b'"}\n' + article("3").encode()

    found = told(server, body())
    assert kinds(found) == [("1", "record"), (None, "/docs#too-large"), ("3", "record")]
    assert found[1]["line"] == 2


def test_a_record_comes_before_the_next_line_is_sent(server: SasilServer) -> None:
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        host = f"{place.hostname}:{place.port}"
        head = f"POST /batch HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n"
        line.sendall(head.encode())
        answered = line.makefile("rb")
        for id_ in ("1", "2"):
            data = article(id_).encode() + b"\n"
            line.sendall(b"%x\r\n%b\r\n" % (len(data), data))
            while not (came := answered.readline()).startswith(b"{"):
                assert came
            assert json.loads(came)["id"] == id_
        line.sendall(b"0\r\n\r\n")
        assert answered.readline() + answered.readline() + answered.readline() == b"\r\n0\r\n\r\n"


def test_a_client_that_goes_away_costs_nothing(server: SasilServer) -> None:
    place = urlsplit(server.url)
    body = "\n".join(article(str(number)) for number in range(1, 200)).encode()
    with socket.create_connection((str(place.hostname), int(place.port or 0))) as line:
        head = f"POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: {len(body)}\r\n\r\n"
        line.sendall(head.encode() + body)
    assert server.extract("나루시").status_code == 200


def test_only_json_lines_are_a_batch(server: SasilServer) -> None:
    refused = server.client.post("/batch", json={"id": "1", "text": "가"})
    assert (refused.status_code, refused.headers["accept"]) == (415, "application/x-ndjson")


def test_a_client_that_falls_silent_is_told_and_left(narrow: SasilServer) -> None:
    place = urlsplit(narrow.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        head = (
            "POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 999\r\n"
        )
        head += f"Authorization: {narrow.client.headers['authorization']}\r\n\r\n"
        line.sendall(head.encode() + article("1").encode() + b"\n")
        answer = line.makefile("rb").read()
    assert b'"id":"1"' in answer
    assert b'"type":"/docs#slow-body"' in answer
