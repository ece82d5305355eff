"""URLs → articles: into the archive, from the archive, what is new, what changed, and attachments."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from web_server import Answered, Web, page

from sasil.article import Attachment
from sasil.errors import SourceError
from sasil.readers import read
from sasil.sources.web.archive import Archive
from sasil.sources.web.choosing import chosen
from sasil.sources.web.client import Client
from sasil.sources.web.fetching import Fetcher
from sasil.sources.web.links import Link
from sasil.sources.web.pages import Pages

from .conftest import Fetch, Sleeps

SENTENCE = "나루시는 2일 나루교 공사를 시작했다고 밝혔다."


def test_a_page_becomes_an_article_with_its_url_and_hash(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = answer = page(
        SENTENCE, head='<meta property="article:published_time" content="2026-05-20T09:00:00+09:00">'
    )
    found, errors = fetch(web.url("/1"))
    assert errors == []
    article = found[0]
    assert (article.id, article.url, article.source.uri) == (web.url("/1"),) * 3
    assert (article.title, article.published_at) == ("나루교 착공", "2026-05-20T09:00:00+09:00")
    assert SENTENCE in article.text
    assert article.source.sha256 == hashlib.sha256(answer.body).hexdigest()


@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=utf-8", "text/html; charset=iso-8859-1", "text/plain", ""]
)
def test_cp949_is_read_whatever_the_server_calls_it(web: Web, fetch: Fetch, content_type: str) -> None:
    web.plays["/1"] = Answered(page(SENTENCE, encoding="cp949").body, headers={"Content-Type": content_type})
    found, errors = fetch(web.url("/1"))
    assert errors == []
    assert SENTENCE in found[0].text


def test_the_url_is_that_of_the_end_and_the_id_that_of_the_question(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = Answered(status=301, headers={"Location": "/2"})
    web.plays["/2"] = page(SENTENCE)
    found, _ = fetch(web.url("/1"))
    assert (found[0].id, found[0].url) == (web.url("/1"), web.url("/2"))


def test_the_date_of_who_names_a_page_stands_in_where_the_page_gives_none(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = page(SENTENCE)
    found, _ = fetch(links=[Link(web.url("/1"), "2026-05-20", "2026-05-21")])
    assert found[0].published_at == "2026-05-20"


def test_each_failure_is_one_line_with_its_url_and_the_others_go_on(web: Web, fetch: Fetch) -> None:
    web.plays["/robots.txt"] = Answered(b"User-agent: *\nDisallow: /hidden", headers={"Content-Type": "text/plain"})
    web.plays["/good"] = page(SENTENCE)
    web.plays["/empty"] = Answered(b"")
    web.plays["/binary"] = Answered(bytes(range(256)))
    web.plays["/list"] = Answered(b"<html><body><a href=/1>1</a> <a href=/2>2</a></body></html>")
    paths = ["/none", "/hidden/1", "/empty", "/binary", "/list", "/good"]
    found, errors = fetch(*map(web.url, paths))
    assert [article.id for article in found] == [web.url("/good")]
    assert errors == [
        f"{web.url('/none')}: HTTP 404: 없는 쪽입니다",
        f"{web.url('/hidden/1')}: robots.txt가 막은 쪽입니다",
        f"{web.url('/empty')}: 빈 답입니다",
        f"{web.url('/binary')}: 글자 부호를 알 수 없습니다 (UTF-8도 CP949도 아님)",
        f"{web.url('/list')}: 쪽에서 본문을 찾지 못했습니다",
    ]


def test_each_url_is_asked_for_once(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = page(SENTENCE)
    found, _ = fetch(web.url("/1"), web.url("/1"))
    assert (len(found), web.paths()) == (1, ["/1"])


def test_hosts_take_turns(web: Web, fetch: Fetch, sleeps: Sleeps) -> None:
    web.plays.update({f"/{number}": page(SENTENCE) for number in range(3)})
    urls = [web.url(f"/{number}", host) for host in ("127.0.0.1", "127.0.0.2") for number in range(3)]
    found, _ = fetch(*urls, allow=("127.0.0.0/8",))
    assert [article.id for article in found] == [urls[place] for place in (0, 3, 1, 4, 2, 5)]
    assert sleeps.slept == [1.0, 1.0]


# The archive.


def test_the_archive_holds_the_bytes_their_hash_and_the_headers(web: Web, fetch: Fetch, tmp_path: Path) -> None:
    sent = {"Content-Encoding": "gzip", "Set-Cookie": "a=1", "ETag": '"e"'}
    web.plays["/1"] = Answered(gzip.compress(page(SENTENCE).body), headers=sent)
    fetch(web.url("/1"))
    line = json.loads((tmp_path / "archive" / "responses.jsonl").read_text(encoding="utf-8"))
    body = page(SENTENCE).body
    sha256 = hashlib.sha256(body).hexdigest()
    assert (tmp_path / "archive" / "bodies" / sha256[:2] / sha256).read_bytes() == body
    assert {key: line[key] for key in ("url", "final_url", "status", "sha256", "bytes")} == {
        "url": web.url("/1"), "final_url": web.url("/1"), "status": 200, "sha256": sha256, "bytes": len(body)
    }  # fmt: skip
    assert ["ETag", '"e"'] in line["headers"]
    assert "Set-Cookie" not in dict(line["headers"])


def test_what_was_fetched_is_read_from_the_archive_and_only_the_rest_is_asked_for(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = page(SENTENCE)
    urls = [web.url("/1"), web.url("/2")]
    first, errors = fetch(*urls)
    assert (len(first), len(errors)) == (1, 1)
    web.plays["/2"] = page(SENTENCE)
    again, errors = fetch(*urls)
    assert ([article.id for article in again], errors) == (urls, [])
    assert again[0] == first[0]
    assert web.paths() == ["/1", "/2", "/2"]


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_a_run_that_is_stopped_goes_on_where_it_was(
    web: Web, make: Callable[..., Client], fetch: Fetch, tmp_path: Path, done: int
) -> None:
    urls = [web.url(f"/{number}") for number in range(3)]
    web.plays.update({f"/{number}": page(SENTENCE) for number in range(3)})
    archive = Archive(tmp_path / "archive")
    stopped = Fetcher(Pages(make(), archive), lambda error: None).articles(map(Link, urls))
    assert len(list(islice(stopped, done))) == done
    stopped.close()  # type: ignore[attr-defined]
    archive.close()
    found, errors = fetch(*urls)
    assert ([article.id for article in found], errors) == (urls, [])
    assert web.paths() == ["/0", "/1", "/2"]


def test_new_leaves_out_what_the_archive_holds(web: Web, fetch: Fetch) -> None:
    web.plays.update({"/1": page(SENTENCE), "/2": page(SENTENCE)})
    fetch(web.url("/1"))
    found, _ = fetch(web.url("/1"), web.url("/2"), new=True)
    assert ([article.id for article in found], web.paths()) == ([web.url("/2")], ["/1", "/2"])


@pytest.mark.parametrize(
    ("name", "value", "asks"),
    [("ETag", 'W/"7"', "if-none-match"), ("Last-Modified", "Wed, 20 May 2026 09:00:00 GMT", "if-modified-since")],
)
def test_refresh_asks_whether_a_page_has_changed(web: Web, fetch: Fetch, name: str, value: str, asks: str) -> None:
    old, new = page(SENTENCE).body, page("나루시는 3일 나루교 공사를 멈췄다고 밝혔다.").body
    web.plays["/1"] = [Answered(old, headers={name: value}), Answered(status=304), Answered(new), Answered(status=500)]
    texts = [
        found[0].text if found else errors[0]
        for found, errors in (fetch(web.url("/1"), refresh=done, retries=0) for done in (False, True, True, True))
    ]
    assert web.asked[-1][2].get(asks) is None
    assert [sent[asks] for _, path, sent in web.asked if path == "/1" and asks in sent] == [value, value]
    assert [SENTENCE in text for text in texts] == [True, True, False, False]
    assert texts[3] == f"{web.url('/1')}: HTTP 500: 서버가 답하지 못합니다"
    assert "3일" in fetch(web.url("/1"))[0][0].text  # what is kept outlives a failure


def test_a_damaged_body_is_fetched_again(web: Web, fetch: Fetch, tmp_path: Path) -> None:
    web.plays["/1"] = page(SENTENCE)
    fetch(web.url("/1"))
    kept = next(path for path in (tmp_path / "archive" / "bodies").rglob("*") if path.is_file())
    kept.write_bytes(b"half")
    found, errors = fetch(web.url("/1"))
    assert (len(found), errors, len(web.paths())) == (1, [], 2)
    assert kept.read_bytes() == page(SENTENCE).body


def test_without_an_archive_nothing_is_kept(web: Web, fetch: Fetch, tmp_path: Path) -> None:
    web.plays["/1"] = page(SENTENCE)
    assert len(fetch(web.url("/1"), keep=False)[0]) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_an_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("가", encoding="utf-8")
    with pytest.raises(SourceError, match="보관 폴더에 쓸 수 없습니다"):
        Archive(tmp_path / "file")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pages.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(SourceError, match=r"pages\.sqlite를 쓸 수 없습니다"):
        Archive(tmp_path / "broken")


def test_a_warc_file_holds_the_same(web: Web, make: Callable[..., Client], tmp_path: Path) -> None:
    archiveiterator = pytest.importorskip("warcio.archiveiterator")
    from sasil.sources.web.warc import WarcFile

    body = page(SENTENCE).body
    web.plays["/1"] = Answered(gzip.compress(body), headers={"Content-Encoding": "gzip", "X-Title": "a"})
    with WarcFile(tmp_path / "a.warc.gz") as warc:
        archive = Archive(tmp_path / "archive", warc)
        Pages(make(), archive).get(web.url("/1"))
        archive.close()
    with (tmp_path / "a.warc.gz").open("rb") as stream:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.http_headers,
                record.content_stream().read(),
            )
            for record in archiveiterator.ArchiveIterator(stream)
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", "response"]
    _, url, headers, kept = records[1]
    assert (url, kept, headers.get_statuscode()) == (web.url("/1"), body, "200")
    assert (headers.get_header("X-Archive-Orig-Content-Encoding"), headers.get_header("X-Title")) == ("gzip", "a")


# Attachments.

PDF_AND_HWPX = (
    '<p><a href="/down?no=1">(보도자료) 나루교 착공.pdf</a> <a href="/down?no=2">(보도자료) 나루교 착공.hwpx</a>'
    ' <a href="/down?no=3">사진.zip</a> <a href="http://127.0.0.9/down">다른 곳.hwp</a></p>'
)


def test_attachments_are_fetched_when_asked_for(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = page(
        SENTENCE, more=PDF_AND_HWPX, head='<meta property="article:published_time" content="2026-05-20">'
    )
    web.plays["/down?no=2"] = Answered("나루교 착공\n\n나루시는 2일 나루교 공사를 시작했다.".encode())
    found, errors = fetch(web.url("/1"))
    assert (len(found), errors, web.paths()) == (1, [], ["/1"])
    assert [one.url for one in found[0].attachments[:2]] == [web.url("/down?no=1"), web.url("/down?no=2")]
    found, errors = fetch(web.url("/1"), attachments=True)
    assert ([article.id for article in found], errors) == ([web.url("/1"), web.url("/down?no=2")], [])
    assert found[1].published_at == found[0].published_at
    assert web.paths() == ["/1", "/down?no=2"]


def test_an_attachment_that_is_not_there_is_told(web: Web, fetch: Fetch) -> None:
    web.plays["/1"] = page(SENTENCE, more=PDF_AND_HWPX)
    found, errors = fetch(web.url("/1"), attachments=True)
    assert (len(found), errors) == (1, [f"{web.url('/down?no=2')}: HTTP 404: 없는 쪽입니다"])


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        (["착공식.hwp", "착공식.hwpx", "착공식.pdf"], ["착공식.hwpx"]),
        (["착공식.pdf", "착공식.hwp"], ["착공식.hwp"]),
        (["착공식.hwp.pdf", "착공식.hwp"], ["착공식.hwp"]),
        (["착공식.PDF", "준공식.pdf"], ["착공식.PDF", "준공식.pdf"]),
        (["사진.jpg", "자료.zip", "예산.xlsx", None], []),
    ],
)
def test_one_of_those_that_say_the_same_is_chosen(names: list[str | None], taken: list[str]) -> None:
    offered = [Attachment(f"https://naru.kr/{number}", name) for number, name in enumerate(names)]
    assert [one.name for one in chosen(offered, "https://naru.kr/")] == taken


def test_attachments_of_other_sites_are_left() -> None:
    offered = [Attachment("https://file.naru.go.kr/1", "가.hwp"), Attachment("https://garam.go.kr/1", "나.hwp")]
    assert [one.name for one in chosen(offered, "https://www.naru.go.kr/")] == ["가.hwp"]


def test_a_document_can_be_fetched_by_itself(web: Web, fetch: Fetch) -> None:
    text = "나루교 착공\n\n나루시는 2일 나루교 공사를 시작했다."
    web.plays["/1.txt"] = Answered(text.encode("cp949"), headers={"Content-Type": "application/octet-stream"})
    found, _ = fetch(web.url("/1.txt"))
    assert found[0].text == read(text.encode()).text
