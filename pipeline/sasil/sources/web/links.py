"""Links: what lists, feeds, sitemaps and searches name to be fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from sasil.errors import SasilError
from sasil.readers.encoding import decode
from sasil.sources.web.urls import checked

KST = timezone(timedelta(hours=9))
"""Korea's time: which day 2일 is counts from the day in Korea."""

_COMMENT = "#"
_LONGEST = 64
_DAY = len("2026-05-20")


@dataclass(frozen=True, slots=True)
class Link:
    """A URL to fetch, and when its page was published and last changed as far as is stated there, ISO 8601."""

    url: str
    published_at: str | None = None
    changed_at: str | None = None


def links_of_list(data: bytes, place: str, on_error: Callable[[SasilError], None]) -> Iterator[Link]:
    r"""Give the links of a list: one URL a line, empty lines and lines with ``#`` passed over; others are told of.

    >>> list(links_of_list("# 나루시\nhttps://naru.example/1".encode(), "목록.txt", print))
    [Link(url='https://naru.example/1', published_at=None, changed_at=None)]
    """
    try:
        lines = decode(data).removeprefix("\ufeff").splitlines()
    except SasilError as error:
        on_error(error.at(place))
        return
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith(_COMMENT):
            continue
        try:
            yield Link(checked(line))
        except SasilError as error:
            on_error(error.at(place, number))


def links_of_urls(urls: Iterable[str], on_error: Callable[[SasilError], None]) -> Iterator[Link]:
    """Give the links of some URLs; one that is none is told to ``on_error``."""
    for url in urls:
        try:
            yield Link(checked(url))
        except SasilError as error:
            on_error(error)


def recent(links: Iterable[Link], since: str | None) -> Iterator[Link]:
    """Give the links that are not known to be older than a day (ISO 8601).

    >>> links = [Link("a", "2024-05-31"), Link("b", changed_at="2024-06-01T09:00+09:00"), Link("c")]
    >>> [link.url for link in recent(links, "2024-06-01")]
    ['b', 'c']
    """
    for link in links:
        stated = link.changed_at or link.published_at
        if since is None or stated is None or stated[:10] >= since:
            yield link


def moment(text: str | None) -> str | None:
    """Return a date of a feed (RFC 5322 or ISO 8601) in ISO 8601, or None where it is none; a time in Korea's (KST).

    >>> moment("Tue, 19 May 2026 23:58:00 GMT"), moment("2026-05-20"), moment("어제")
    ('2026-05-20T08:58:00+09:00', '2026-05-20', None)
    """
    given = (text or "").strip()
    if not given or len(given) > _LONGEST:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(given)
            if len(given) <= _DAY:
                return found.date().isoformat()
            return (found.astimezone(KST) if found.tzinfo is not None else found).isoformat()
        except (ValueError, IndexError, OverflowError):
            continue
    return None
