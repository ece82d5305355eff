"""Sitemaps (sitemaps.org 0.9), their indexes, and the plain lists that the protocol allows, in gzip or not → links."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from lxml import etree

from sasil.errors import SasilError, SourceError
from sasil.sources.web.links import Link, links_of_list, moment
from sasil.sources.web.urls import checked, shown
from sasil.sources.web.xml import children, text_of, xml_of

_GZIP = b"\x1f\x8b"
_LARGEST = 64 * 2**20
"""The protocol's bound is 50 MB unpacked."""

_MONTH = re.compile(r"\d{4}(?:-\d{2})?")


class Sitemap(NamedTuple):
    """What a sitemap names: pages, and further sitemaps."""

    pages: list[Link]
    sitemaps: list[Link]


def read_sitemap(data: bytes, url: str) -> Sitemap:
    """Return what a sitemap names; raise SourceError for what is none.

    >>> data = "<urlset><url><loc>https://naru.example/1</loc><lastmod>2026-05-20</lastmod></url></urlset>".encode()
    >>> read_sitemap(data, "https://naru.example/sitemap.xml").pages
    [Link(url='https://naru.example/1', published_at=None, changed_at='2026-05-20')]
    """
    plain = _unpacked(data, url)
    if not plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        found = list(links_of_list(plain, shown(url), _pass_over))
        if not found:
            raise SourceError("사이트맵이 아닙니다", place=shown(url))
        return Sitemap(found, [])
    root = xml_of(plain, url, "사이트맵이")
    pages, sitemaps = _entries(root, "url", url), _entries(root, "sitemap", url)
    if not pages and not sitemaps and not str(root.tag).lower().endswith(("urlset", "sitemapindex")):
        raise SourceError("사이트맵이 아닙니다", place=shown(url))
    return Sitemap(pages, sitemaps)


def _unpacked(data: bytes, url: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(data, _LARGEST)
    except zlib.error:
        raise SourceError("압축이 깨졌습니다", place=shown(url)) from None
    if unpacking.unconsumed_tail:
        raise SourceError(f"압축을 풀면 너무 큽니다 (한도 {_LARGEST >> 20} MB)", place=shown(url))
    return plain


def _entries(root: etree._Element, name: str, url: str) -> list[Link]:
    found: list[Link] = []
    for entry in children(root, name):
        place = text_of(entry, "loc")
        try:
            found += [Link(checked(place, url), _published(entry), _changed(entry))] if place else []
        except SasilError:  # one bad entry costs only itself
            continue
    return found


def _published(entry: etree._Element) -> str | None:
    """Return the date that Google's extension for news gives an entry."""
    return next((moment(text_of(news, "publication_date")) for news in children(entry, "news")), None)


def _changed(entry: etree._Element) -> str | None:
    stated = text_of(entry, "lastmod")
    return None if _MONTH.fullmatch(stated) else moment(stated)


def _pass_over(error: SasilError) -> None:
    """Pass over a line that is no URL."""
