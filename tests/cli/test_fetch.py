"""`sasil fetch` as a user runs it, and `sasil extract` with URLs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from web_server import Answered, Web, page

Run = Callable[..., subprocess.CompletedProcess[bytes]]

SENTENCE = "나루시는 2일 나루교 공사에 12억 원을 쓴다고 밝혔다."
FAST = ("--allow-private", "--delay", "0", "--retries", "0")


def lines(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert b"Traceback" not in result.stderr
    return [line.encode().decode("unicode_escape") for line in result.stderr.decode("ascii").splitlines()]


def test_urls_feeds_sitemaps_and_lists_become_articles_and_failures_lines(run: Run, web: Web, tmp_path: Path) -> None:
    web.plays.update({f"/{name}": page(SENTENCE) for name in ("url", "fed", "mapped", "listed")})
    feed = f"<rss><channel><item><link>{web.url('/fed')}</link></item><item><link>/gone</link></item></channel></rss>"
    web.plays["/rss"] = Answered(feed.encode())
    web.plays["/sitemap.xml"] = Answered(f"<urlset><url><loc>{web.url('/mapped')}</loc></url></urlset>".encode())
    (tmp_path / "list.txt").write_text(f"# 나루시\n{web.url('/listed')}\n나루시\n", encoding="utf-8")
    wanted = [web.url("/url"), "--feed", web.url("/rss"), "--sitemap", web.url("/sitemap.xml"), "--list", "list.txt"]
    result = run("fetch", *wanted, *FAST, "--errors", "errors.jsonl", "--warc", cwd=tmp_path)
    assert result.returncode == 1
    found = lines(result.stdout)
    assert sorted(str(line["id"]) for line in found) == sorted(
        web.url(f"/{name}") for name in ("url", "fed", "mapped", "listed")
    )
    assert complaints(result) == [
        "sasil: list.txt:3: http나 https로 시작하는 URL이 아닙니다",
        f"sasil: {web.url('/gone')}: HTTP 404: 없는 쪽입니다",
    ]
    assert [error["place"] for error in lines((tmp_path / "errors.jsonl").read_bytes())] == [
        "list.txt",
        web.url("/gone"),
    ]
    assert len(list((tmp_path / "sasil-archive").glob("sasil-*.warc.gz"))) == 1
    again = run("fetch", web.url("/url"), *FAST, cwd=tmp_path)
    assert (again.returncode, again.stderr, lines(again.stdout)) == (0, b"", found[:1])
    assert web.paths().count("/url") == 1


def test_what_is_fetched_is_extracted_as_from_the_url(run: Run, web: Web, tmp_path: Path) -> None:
    table = "<table><tr><th>구분</th><th>예산</th></tr><tr><td>국비</td><td>12억 원</td></tr></table>"
    web.plays["/1"] = page(SENTENCE, head='<meta property="article:published_time" content="2026-05-20">', more=table)
    direct = run("extract", web.url("/1"), web.url("/none"), "--allow-private", cwd=tmp_path)
    assert (direct.returncode, complaints(direct)) == (1, [f"sasil: {web.url('/none')}: HTTP 404: 없는 쪽입니다"])
    fetched = run("fetch", web.url("/1"), *FAST, cwd=tmp_path)
    piped = run("extract", "-", given=fetched.stdout, cwd=tmp_path)
    records = [lines(direct.stdout)[0], lines(piped.stdout)[0]]
    sources = [record.pop("source") for record in records]
    assert records[0] == records[1]
    assert [source["uri"] for source in sources] == [web.url("/1"), "-"]  # type: ignore[index]
    dates = [m["value"]["value"] for m in records[0]["mentions"] if m["type"] == "DATE"]  # type: ignore[attr-defined]
    assert dates == ["2026-05-02"]


def test_private_addresses_are_refused_unless_allowed(run: Run, web: Web, tmp_path: Path) -> None:
    for command in (["fetch", web.url("/1")], ["extract", web.url("/1")]):
        result = run(*command, cwd=tmp_path)
        assert (result.returncode, result.stdout) == (1, b"")
        assert "연결하지 않습니다(--allow-private로 허용): 127.0.0.1" in complaints(result)[0]
    assert web.asked == []


API = {
    "SASIL_DATA_GO_KR_KEY": "hush-key",
    "SASIL_NAVER_CLIENT_ID": "hush-id",
    "SASIL_NAVER_CLIENT_SECRET": "hush-secret",
}


def test_the_apis_are_asked_with_keys_from_the_environment(
    run: Run, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        **API,
        "SASIL_DATA_GO_KR_URL": web.url("/briefing"),
        "SASIL_NAVER_URL": web.url("/naver"),
    }.items():
        monkeypatch.setenv(name, value)
    release = "<NewsItem><NewsItemId>7</NewsItemId><Title>착공</Title><ApproveDate>06/01/2024 09:00:00</ApproveDate><DataContents>본문</DataContents></NewsItem>"
    web.plays["/briefing"] = [
        Answered(f"<response><header><resultCode>0</resultCode></header><body>{release}</body></response>".encode()),
        Answered(b"<response><header><resultCode>97</resultCode><resultMsg>ANY</resultMsg></header></response>"),
    ]
    web.plays["/naver"] = Answered(json.dumps({"total": 1, "items": [{"originallink": web.url("/1")}]}).encode())
    web.plays["/1"] = page(SENTENCE)
    result = run(
        "fetch", "--policy-briefing", "2024-06-01..2024-06-04", "--naver", "나루교", *FAST, "--warc", cwd=tmp_path
    )
    assert [line["id"] for line in lines(result.stdout)] == ["7", web.url("/1")]
    told = f"sasil: {web.url('/briefing')}?startDate=20240604&endDate=20240604: API가 거절했습니다 (코드 97: ANY)"
    assert (result.returncode, complaints(result)) == (1, [told])
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"hush" in data for data in [result.stdout, result.stderr, *written])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--since", "어제", "https://naru.example"],
        ["--policy-briefing", "2024-06-31"],
        ["--policy-briefing", "2024-06-10..2024-06-01"],
        ["--limit", "0", "https://naru.example"],
        ["--delay", "-1", "https://naru.example"],
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: list[str], tmp_path: Path) -> None:
    result = run("fetch", *arguments, cwd=tmp_path)
    assert (result.returncode, len(complaints(result))) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_key_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in API:
        monkeypatch.delenv(name, raising=False)
    result = run("fetch", "--policy-briefing", "2024-06-01", "--naver", "나루교", cwd=tmp_path)
    assert result.returncode == 1
    assert [
        name in complaint
        for name, complaint in zip(["SASIL_DATA_GO_KR_KEY", "SASIL_NAVER_CLIENT_ID"], complaints(result), strict=True)
    ] == [True, True]


def test_help_and_the_package_load_no_client() -> None:
    code = "import sys, sasil.cli; sys.exit(any(name in sys.modules for name in ('requests', 'protego', 'lxml', 'warcio', 'spacy', 'kiwipiepy')))"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
