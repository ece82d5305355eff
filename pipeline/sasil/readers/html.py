"""An HTML page → Article: what the page says of itself, and its main text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from sasil.article import Article, Source, iso_date, nfc
from sasil.errors import SourceError
from sasil.readers.labels import byline, outlet, published
from sasil.readers.main_text import main_text

_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "GovernmentService"})
_SITE = re.compile(r"\s*(?:[|<>»:]|\s[-–—]|::)\s*")
_DATES = (
    'meta[property="article:published_time"]',
    'meta[name="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[property="dable:published_time"]',
)


def read_html(page: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    """Return the article of a page: the title on the first line, a blank line, the body, one paragraph a line.

    Title, date and byline come from JSON-LD, else from meta elements, else from visible labels (입력, 등록일).
    """
    soup = BeautifulSoup(page, "lxml")
    data = _json_ld(soup)
    visible = nfc(soup.get_text(" "))
    title = _clean(data.get("headline")) or _title(soup)
    body = nfc(main_text(soup, title))
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
    """Take the shared part of og:title and the page's headings, so that the site's name falls off."""
    full = _meta(soup, 'meta[property="og:title"]') or _clean(soup.title.get_text() if soup.title else None)
    headings = [_clean(heading.get_text(" ")) for heading in soup.find_all(["h1", "h2", "h3", "h4"])]
    if full is None:
        return next((heading for heading in headings if heading), None)
    shared = [heading for heading in headings if heading and len(heading) > 5 and full.startswith(heading)]
    if shared:
        return max(shared, key=len)
    parts = [part for part in _SITE.split(full) if part]
    return max(parts, key=len) if parts and len(max(parts, key=len)) * 2 > len(full) else full


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
