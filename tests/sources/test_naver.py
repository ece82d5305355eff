"""Naver's search for news: its answers, good and bad, page by page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from web_server import Answered, Web

from sasil.errors import SourceError
from sasil.sources.naver import read_results, search, secret_of
from sasil.sources.web.archive import Archive
from sasil.sources.web.client import Bounds, Client
from sasil.sources.web.clock import Clock
from sasil.sources.web.gate import Gate
from sasil.sources.web.links import Link
from sasil.sources.web.pages import Pages

URL = "https://openapi.naver.com/v1/search/news.json?query=a"
KEYS = {"SASIL_NAVER_CLIENT_ID": "hush-id", "SASIL_NAVER_CLIENT_SECRET": "hush-secret"}


def item(number: int, **fields: str) -> dict[str, str]:
    return {
        "title": "나루교 <b>착공</b> &quot;첫 삽&quot;",
        "originallink": f"https://naru.example/{number}",
        "link": f"https://n.news.naver.com/mnews/article/000/{number}",
        "description": "나루시는 2일 <b>나루교</b> 공사를 …",
        "pubDate": "Wed, 20 May 2026 09:58:00 +0900",
        **fields,
    }


def answer(*items: object, total: object = None) -> bytes:
    return json.dumps(
        {"lastBuildDate": "", "total": len(items) if total is None else total, "start": 1, "display": 1, "items": items}
    ).encode()


@pytest.mark.parametrize(
    ("found", "link"),
    [
        (item(1), Link("https://naru.example/1", "2026-05-20T09:58:00+09:00")),
        (item(1, originallink=""), Link("https://n.news.naver.com/mnews/article/000/1", "2026-05-20T09:58:00+09:00")),
        (item(1, originallink="javascript:1"), Link("https://n.news.naver.com/mnews/article/000/1", "2026-05-20T09:58:00+09:00")),
        (item(1, originallink="https://naru.example/소식?a=1&b=2", pubDate="어제"), Link("https://naru.example/%EC%86%8C%EC%8B%9D?a=1&b=2")),
        (item(1, originallink="", link=""), None),
        ({}, None),
    ],
)  # fmt: skip
def test_an_item_is_a_link_to_the_outlets_own_page(found: dict[str, str], link: Link | None) -> None:
    assert read_results(answer(found), URL) == ([link] if link else [], 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"items": 1, "total": 1}',
        b'{"items": []}',
        b'{"items": [1], "total": 1}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_answer_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="네이버 검색의 답이 아닙니다"):
        read_results(data, URL)


@pytest.mark.parametrize("missing", KEYS)
def test_a_missing_key_is_named(missing: str) -> None:
    with pytest.raises(SourceError, match=missing):
        secret_of({name: value for name, value in KEYS.items() if name != missing})


Ask = Callable[..., list[Link]]


@pytest.fixture
def ask(web: Web, tmp_path: Path) -> Ask:
    def ask_(query: str, most: int | None = None, since: str | None = None) -> list[Link]:
        archive = Archive(tmp_path / "archive")
        try:
            pages = Pages(Client(Gate(["127.0.0.1/32"]), Clock(0.0), Bounds(retries=0)), archive)
            return list(search(query, pages, secret_of(KEYS), most=most, since=since, endpoint=web.url("/api")))
        finally:
            archive.close()

    return ask_


def starts(web: Web) -> list[int]:
    return [int(parse_qs(urlsplit(path).query)["start"][0]) for path in web.paths()]


def test_the_keys_go_in_headers_and_into_no_file(web: Web, ask: Ask, tmp_path: Path) -> None:
    web.plays["/api"] = Answered(answer(item(1)))
    assert [link.url for link in ask("나루교 착공")] == ["https://naru.example/1"]
    _, path, headers = web.asked[0]
    assert path == "/api?query=%EB%82%98%EB%A3%A8%EA%B5%90+%EC%B0%A9%EA%B3%B5&display=100&start=1&sort=date"
    assert (headers["x-naver-client-id"], headers["x-naver-client-secret"]) == ("hush-id", "hush-secret")
    assert b"hush" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_pages_are_asked_for_up_to_the_last_that_the_api_shows(web: Web, ask: Ask) -> None:
    web.plays["/api"] = Answered(answer(*(item(number) for number in range(100)), total=99_999))
    assert len(ask("가")) == 1000
    assert starts(web) == [1, 101, 201, 301, 401, 501, 601, 701, 801, 901]


def test_no_more_is_asked_for_than_there_is_or_is_wanted(web: Web, ask: Ask) -> None:
    full = answer(*(item(number) for number in range(100)), total=150)
    rest = answer(*(item(number) for number in range(100, 150)), total=150)
    web.plays["/api"] = [Answered(full), Answered(rest)]
    assert (len(ask("가")), starts(web)) == (150, [1, 101])
    web.plays["/api"] = Answered(full)
    assert (len(ask("가", most=30)), len(web.paths())) == (30, 3)


def test_older_news_end_the_search(web: Web, ask: Ask) -> None:
    old = item(3, pubDate="Tue, 19 May 2026 23:59:00 +0900")
    web.plays["/api"] = Answered(answer(item(1), item(2, pubDate=""), old, item(4), total=5000))
    assert [link.url[-1] for link in ask("가", since="2026-05-20")] == ["1", "2"]
    assert len(web.paths()) == 1


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (
            401,
            b'{"errorMessage": "NID AUTH Result Invalid", "errorCode": "024"}',
            "열쇠가 틀리거나 이 API를 쓸 권한이 없습니다 (HTTP 401, 코드 024)",
        ),
        (429, b'{"errorMessage": "x", "errorCode": "010"}', "하루에 쓸 수 있는 횟수를 넘었습니다 (HTTP 429, 코드 010)"),
        (400, b'{"errorMessage": "x", "errorCode": "SE06"}', "API가 거절했습니다 (HTTP 400, 코드 SE06)"),
        (200, b'{"errorMessage": "x", "errorCode": "SE99"}', "API에 오류가 났습니다 (HTTP 200, 코드 SE99)"),
        (500, b"<html>", "HTTP 500: 서버가 답하지 못합니다"),
    ],
)
def test_errors_are_told_with_their_code(web: Web, ask: Ask, status: int, body: bytes, message: str) -> None:
    web.plays["/api"] = Answered(body, status)
    with pytest.raises(SourceError) as error:
        ask("가")
    assert error.value.message == message
    assert "hush" not in str(error.value)
