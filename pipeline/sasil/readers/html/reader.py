"""An HTML page → Article: what the page says of itself, and its main text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from sasil.article import Article, Source, iso_date, nfc
from sasil.errors import ReadError, SourceError
from sasil.readers.labels import byline, outlet, published
from sasil.readers.main_text import main_text

_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "GovernmentService"})
_SITE = re.compile(r"\s*(?:[|<>»:]|\s[-–—]|::)\s*")
_HEADINGS = 'h1, h2, h3, h4, [class*="tit"], [class*="subject"], [class*="headline"]'
_BOARD = re.compile(
    r"상세|보기|게시판|보도\s?자료|새소식|알림|공지|누리집|홈페이지|^[가-힣]{1,6}(?:시청|군청|구청|도청|부|처|청)$"
)
"""A page title that names the board and not the release."""

_DATES = (
    'meta[property="article:published_time"]',
    'meta[name="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[property="dable:published_time"]',
)


def read_html(page: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    """Return the article of a page: the title on the first line, a blank line, the body, one paragraph a line.

    Title, date and byline come from JSON-LD, else from meta elements, else from visible labels (입력, 등록일).
    Raises ReadError where the page holds no text of an article.
    """
    soup = BeautifulSoup(page, "lxml")
    data = _json_ld(soup)
    visible = nfc(soup.get_text(" "))
    title = _clean(data.get("headline")) or _title(soup)
    body = nfc(main_text(soup, title))
    if not body:
        raise ReadError("쪽에서 본문을 찾지 못했습니다")
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    return Article(
        id=id,
        text=text,
        title=title,
        published_at=_published(soup, data) or published(visible),
        outlet=_name(data.get("publisher")) or _meta(soup, 'meta[property="og:site_name"]') or outlet(visible),
        byline=_name(data.get("author")) or byline(text) or byline(visible),
        url=_url(soup),
        source=Source(format="html"),
    )


def _json_ld(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the JSON-LD object of the page's article, or an empty one."""
    for script in soup.select('script[type="application/ld+json"]'):
        try:
            loaded = json.loads(script.get_text(), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            if _TYPES & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                return node
    return {}


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    if isinstance(loaded, list):
        for item in loaded:
            yield from _nodes(item)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _nodes(loaded.get("@graph", []))


def _meta(soup: BeautifulSoup, selector: str) -> str | None:
    element = soup.select_one(selector)
    return None if element is None else _clean(element.get("content"))


def _clean(value: Any) -> str | None:
    return (nfc(" ".join(value.split())) or None) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """Return the name of a JSON-LD person or organisation, or of the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    name = _clean(value.get("name") if isinstance(value, dict) else value)
    return None if name is None or name.startswith("http") else name


def _title(soup: BeautifulSoup) -> str | None:
    """Take what og:title and a heading share, so that the site's name falls off; else a heading; else og:title."""
    full = _meta(soup, 'meta[property="og:title"]') or _clean(soup.title.get_text() if soup.title else None)
    found = [_clean(heading.get_text(" ")) for heading in soup.select(_HEADINGS)]
    headings = [heading for heading in found if heading and 5 < len(heading) < 150]
    shared = [heading for heading in headings if full is not None and full.startswith(heading)]
    if shared:
        return max(shared, key=len)
    parts = [part for part in _SITE.split(full or "") if part]
    if headings and (full is None or _BOARD.search(parts[0] if parts else full)):
        return max(headings, key=len)
    longest = max(parts, key=len, default=full)
    return longest if longest and full and len(longest) * 5 >= len(full) * 2 else full


def _published(soup: BeautifulSoup, data: dict[str, Any]) -> str | None:
    stated = [data.get("datePublished"), *(_meta(soup, selector) for selector in _DATES)]
    times = soup.select("time[datetime]")
    stated += [time.get("datetime") for time in times[:1]]
    for value in stated:
        if isinstance(value, str):
            try:
                return iso_date(re.sub(r"\s(?=\d\d:)", "T", value.strip()))
            except SourceError:
                continue
    return None


def _url(soup: BeautifulSoup) -> str | None:
    link = soup.select_one('link[rel="canonical"]')
    href = link.get("href") if isinstance(link, Tag) else None
    return _clean(href) or _meta(soup, 'meta[property="og:url"]')
