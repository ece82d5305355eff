"""Lists, feeds and sitemaps → links: good ones, and what can be read of broken ones."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import Answered, Web, bomb

from sasil.errors import SasilError, SourceError
from sasil.sources.web.client import Client
from sasil.sources.web.feeds import links_of_feed
from sasil.sources.web.finding import links_of_feeds, links_of_sitemaps
from sasil.sources.web.links import Link, links_of_list, moment
from sasil.sources.web.pages import Pages
from sasil.sources.web.sitemaps import read_sitemap

AT = "https://naru.example/rss/press.xml"
ONE, TWO = "https://naru.example/1", "https://naru.example/2?a=1&b=2"
DAY = "Wed, 20 May 2026 09:58:00 +0900"
STAMP = "2026-05-20T09:58:00+09:00"


def rss(items: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>나루시</title><link>https://naru.example</link>{items}</channel></rss>'


@pytest.mark.parametrize(
    ("feed", "links"),
    [
        (rss(f"<item><title>착공</title><link>{ONE}</link><pubDate>{DAY}</pubDate></item>"), [(ONE, STAMP)]),
        (rss("<item><link> /1\n</link></item>"), [(ONE, None)]),
        (rss("<item><link><![CDATA[https://naru.example/2?a=1&b=2]]></link></item>"), [(TWO, None)]),
        (rss("<item><link>https://naru.example/2?a=1&amp;b=2</link></item>"), [(TWO, None)]),
        (rss(f'<item><guid isPermaLink="true">{ONE}</guid></item><item><guid>7</guid></item>'), [(ONE, None)]),
        (rss(f"<item><link>{ONE}</link><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-05-20</dc:date></item>"), [(ONE, "2026-05-20")]),
        (rss(f"<item><link>mailto:a@naru.example</link></item><item><link>{ONE}</link></item>"), [(ONE, None)]),
        (rss(""), []),
        # RSS 1.0
        (f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="{ONE}"><title>착공</title></item></rdf:RDF>', [(ONE, None)]),
        # Atom
        (f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="{ONE}"/><published>2026-05-20T00:58:00Z</published><updated>2026-05-21T00:00:00Z</updated></entry></feed>', [(ONE, STAMP)]),
        (f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="/1"/></entry><entry><id>{ONE}</id></entry></feed>', [(ONE, None), (ONE, None)]),
        # Broken, and read all the same.
        (rss("<item><title>나루 & 가람</title><link>https://naru.example/2?a=1&b=2</link></item>"), [(TWO, None)]),
        (rss(f"<item><title>&nbsp;<br>착공</title><link>{ONE}</link></item>"), [(ONE, None)]),
        (rss(f"<item><title>착공\x08</title><link>{ONE}</link></item>"), [(ONE, None)]),
        (rss(f"<item><link>{ONE}</link></item><item><link>https://naru.ex")[: -len("</channel></rss>")], [(ONE, None)]),
        (f"\ufeff\n\n{rss(f'<item><link>{ONE}</link></item>')}", [(ONE, None)]),
        (rss(f"<media:x><item><link>{ONE}</link></item></media:x>"), [(ONE, None)]),
        (f'<!DOCTYPE rss [<!ENTITY a "b">]>{rss(f"<item><link>{ONE}</link></item>")[38:]}', [(ONE, None)]),
    ],
)  # fmt: skip
def test_feeds(feed: str, links: list[tuple[str, str | None]]) -> None:
    assert [(link.url, link.published_at) for link in links_of_feed(feed.encode(), AT)] == links


def test_a_feed_in_cp949_that_says_otherwise() -> None:
    feed = rss(f"<item><title>나루교 착공</title><link>{ONE}</link></item>")
    assert links_of_feed(feed.encode("cp949"), AT) == [Link(ONE)]


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        (b"", "XML이 아닙니다"),
        (b"nothing", "XML이 아닙니다"),
        (bytes(range(256)), "글자 부호를 알 수 없습니다"),
        ("<!DOCTYPE html><html><body>없는 쪽</body></html>".encode(), "피드가 아니라 HTML 쪽입니다"),
        (b"<urlset/>", "RSS나 Atom 피드가 아닙니다"),
        (b"<rss><channel><item><title>x</title></item></channel></rss>", "피드에 쓸 수 있는 링크가 없습니다"),
        (b"<?xml version='1.0'?>" + b"<a>" * 100_000, "피드가 아닙니다|XML이 아닙니다"),
        (
            b'<!DOCTYPE a [<!ENTITY x "' + b"y" * 1000 + b'"><!ENTITY z "' + b"&x;" * 10_000 + b'">]><a>&z;</a>',
            "피드가 아닙니다",
        ),
    ],
)
def test_what_is_no_feed_is_told(feed: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as error:
        links_of_feed(feed, AT)
    assert error.value.place == AT


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: rss(text).encode("utf-8", "replace")))
def test_any_bytes_are_links_or_an_error(data: bytes) -> None:
    for reader in (links_of_feed, read_sitemap):
        with suppress(SasilError):
            reader(data, AT)


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://naru.example/1 </loc><lastmod>2026-05-20T09:58:00+09:00</lastmod></url>
<url><loc>https://naru.example/2?a=1&amp;b=2</loc><news:news><news:publication_date>2026-05-19</news:publication_date></news:news></url>
<url><loc>javascript:1</loc></url><url><lastmod>2026-05-20</lastmod></url>
<url><loc>/3</loc><lastmod>2026</lastmod></url></urlset>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_sitemap_names_pages(pack: Callable[[bytes], bytes]) -> None:
    found = read_sitemap(pack(SITEMAP.encode()), AT)
    assert found.sitemaps == []
    assert found.pages == [
        Link(ONE, None, STAMP),
        Link(TWO, "2026-05-19"),
        Link("https://naru.example/3"),
    ]


def test_a_sitemap_may_be_a_plain_list() -> None:
    assert read_sitemap(f"{ONE}\r\n{TWO}\r\n".encode(), AT).pages == [Link(ONE), Link(TWO)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<rss/>", "사이트맵이 아닙니다"),
        (b"nothing", "사이트맵이 아닙니다"),
        (b"<!doctype html><html></html>", "사이트맵이 아니라 HTML 쪽입니다"),
        (b"\x1f\x8bxx", "압축이 깨졌습니다"),
        (bomb(80), "압축을 풀면 너무 큽니다 (한도 64 MB)"),
    ],
    ids=["feed", "text", "page", "broken", "bomb"],
)  # fmt: skip
def test_what_is_no_sitemap_is_told(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as error:
        read_sitemap(data, AT)
    assert str(error.value) == f"{AT}: {message}"


def index(*urls: tuple[str, str]) -> Answered:
    entries = "".join(f"<sitemap><loc>{url}</loc><lastmod>{day}</lastmod></sitemap>" for url, day in urls)
    return Answered(f"<sitemapindex>{entries}</sitemapindex>".encode(), headers={"Content-Type": "application/xml"})


def test_an_index_is_followed_once_each_and_old_parts_are_left(web: Web, make: Callable[..., Client]) -> None:
    top = web.url("/sitemap.xml")
    web.plays["/sitemap.xml"] = index(
        (top, "2026-05-20"),
        (web.url("/new.xml.gz"), "2026-05-20"),
        (web.url("/old.xml"), "2020-01-01"),
        (web.url("/none.xml"), "2026-05-20"),
    )
    web.plays["/new.xml.gz"] = Answered(gzip.compress(SITEMAP.encode()))
    errors: list[SasilError] = []
    links = list(links_of_sitemaps(Pages(make()), [top], errors.append, "2026-05-01"))
    assert [link.url for link in links] == [ONE, TWO, web.url("/3")]
    assert [str(error) for error in errors] == [f"{web.url('/none.xml')}: HTTP 404: 없는 쪽입니다"]
    assert web.paths() == ["/sitemap.xml", "/new.xml.gz", "/none.xml"]


def test_a_feed_that_fails_does_not_cost_the_others(web: Web, make: Callable[..., Client]) -> None:
    web.plays["/good"] = Answered(rss("<item><link>/1</link></item>").encode())
    web.plays["/bad"] = Answered(b"<html>", headers={"Content-Type": "text/html"})
    errors: list[SasilError] = []
    found = list(links_of_feeds(Pages(make()), [web.url("/none"), web.url("/bad"), web.url("/good")], errors.append))
    assert found == [Link(web.url("/1"))]
    assert [str(error) for error in errors] == [
        f"{web.url('/none')}: HTTP 404: 없는 쪽입니다",
        f"{web.url('/bad')}: 피드가 아니라 HTML 쪽입니다",
    ]


def test_a_list_is_one_url_a_line() -> None:
    errors: list[SasilError] = []
    data = f"\ufeff# 나루시\n{ONE}\n\n  {TWO}  \n나루시.kr\nhttps://u:p@naru.example/\n".encode()
    assert list(links_of_list(data, "목록.txt", errors.append)) == [Link(ONE), Link(TWO)]
    assert [str(error) for error in errors] == [
        "목록.txt:5: http나 https로 시작하는 URL이 아닙니다",
        "목록.txt:6: 이름이나 암호가 든 URL은 가져오지 않습니다",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (DAY, STAMP),
        ("20 May 2026 00:58:00 GMT", STAMP),
        ("2026-05-20T00:58:00Z", STAMP),
        ("2026-05-20T09:58:00", "2026-05-20T09:58:00"),
        ("Tue, 19 May 2026 23:00:00 GMT", "2026-05-20T08:00:00+09:00"),  # the day in Korea
        ("2026-05-20", "2026-05-20"),
        ("2026-02-30", None),
        ("99 May 2026", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("어제", None),
        ("", None),
        (None, None),
    ],
)
def test_moments(text: str | None, value: str | None) -> None:
    assert moment(text) == value
