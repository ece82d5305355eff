"""RSS 0.9x, 1.0 and 2.0 and Atom (RFC 4287) → links; broken feeds give what can be read of them."""

from __future__ import annotations

from lxml import etree

from sasil.errors import SasilError, SourceError
from sasil.sources.web.links import Link, moment
from sasil.sources.web.urls import checked, is_url, shown
from sasil.sources.web.xml import children, local, text_of, xml_of

_ITEMS = frozenset({"item", "entry"})
_DATES = ("pubdate", "published", "date", "issued")


def links_of_feed(data: bytes, url: str) -> list[Link]:
    """Return the links of a feed in its order, relative ones from ``url``; raise SourceError for what is no feed.

    >>> feed = "<rss><channel><item><link>/1</link><pubDate>20 May 2026 09:58:00 +0900</pubDate></item></channel></rss>"
    >>> links_of_feed(feed.encode(), "https://naru.example/rss.xml")
    [Link(url='https://naru.example/1', published_at='2026-05-20T09:58:00+09:00', changed_at=None)]
    """
    root = xml_of(data, url, "피드가")
    found: list[Link] = []
    items = [element for element in root.iter() if local(element) in _ITEMS]
    if not items and local(root) not in ("rss", "rdf", "feed", "channel"):
        raise SourceError("RSS나 Atom 피드가 아닙니다", place=shown(url))
    for item in items:
        target = _target(item)
        try:
            found += [Link(checked(target, url), _date(item), moment(text_of(item, "updated")))] if target else []
        except SasilError:  # one bad link of a feed costs only itself
            continue
    if items and not found:
        raise SourceError("피드에 쓸 수 있는 링크가 없습니다", place=shown(url))
    return found


def _target(item: etree._Element) -> str | None:
    """Return the URL of an item: RSS's link, Atom's alternate, a permanent guid, RDF's about."""
    for link in children(item, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if text := "".join(link.itertext()).strip():
            return text
    guid = text_of(item, "guid") or text_of(item, "id")
    if is_url(guid):
        return guid
    return next((value for name, value in item.attrib.items() if str(name).endswith("}about")), None)


def _date(item: etree._Element) -> str | None:
    return next((found for name in _DATES if (found := moment(text_of(item, name)))), None)
