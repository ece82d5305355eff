"""Feeds and sitemaps on the web → links."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from sasil.errors import SasilError, SourceError
from sasil.sources.web.feeds import links_of_feed
from sasil.sources.web.links import Link, recent
from sasil.sources.web.pages import Pages
from sasil.sources.web.sitemaps import read_sitemap
from sasil.sources.web.urls import checked, shown

_MOST_SITEMAPS = 500
"""The most sitemaps read below one; indexes in indexes are followed."""

OnError = Callable[[SasilError], None]


def links_of_feeds(pages: Pages, feeds: Iterable[str], on_error: OnError) -> Iterator[Link]:
    """Give the links of feeds, each asked for anew; one that fails is told to ``on_error`` and the others go on."""
    for feed in feeds:
        try:
            page = pages.get(feed, refresh=True)
            yield from links_of_feed(page.body, page.url)
        except SasilError as error:
            on_error(error)


def links_of_sitemaps(
    pages: Pages, sitemaps: Iterable[str], on_error: OnError, since: str | None = None
) -> Iterator[Link]:
    """Give the links of sitemaps and of all that they name, each asked for anew; those unchanged ``since`` are left."""
    for sitemap in sitemaps:
        waiting = deque([sitemap])
        seen: set[str] = set()
        while waiting:
            url = waiting.popleft()
            if url in seen:
                continue
            if len(seen) == _MOST_SITEMAPS:
                on_error(SourceError(f"사이트맵이 너무 많아 {_MOST_SITEMAPS}개만 읽었습니다", place=shown(sitemap)))
                break
            seen.add(url)
            try:
                page = pages.get(url, refresh=True)
                found = read_sitemap(page.body, checked(page.url))
            except SasilError as error:
                on_error(error)
                continue
            waiting.extend(link.url for link in recent(found.sitemaps, since))
            yield from found.pages
