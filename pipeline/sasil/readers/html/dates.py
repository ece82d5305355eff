"""The moment of publication of a page: stated in JSON-LD and meta elements, or behind visible labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from sasil.readers.html.page import Page
from sasil.readers.labels import published

KST = timezone(timedelta(hours=9))
"""Korean time: pages that state Coordinated Universal Time are read on their Korean day."""

_METAS = (
    *("article:published_time", "og:article:published_time", "datepublished", "dable:published_time", "pubdate"),
    *("publishdate", "published_time", "article:published", "og:published_time", "date.issued", "dc.date.issued"),
    *("dcterms.created", "dcterms.issued", "dc.date", "parsely-pub-date", "sailthru.date", "nextweb:createdate"),
    *("article:createdate", "regdate", "og:regdate", "publish-date", "cxenseparse:recs:publishtime", "article_date"),
)
_PARTS = re.compile(
    r"^\D{0,3}(?P<y>(?:19|20)\d\d)\s?[.\-/년]?\s?(?P<m>\d{1,2})\s?[.\-/월]?\s?(?P<d>\d{1,2})(?!\d{1,3}[.\-])\s?[.일]?"
    r"(?:\s?\(?[월화수목금토일](?:요일)?\)?)?(?:[T\s,.]{0,3}(?P<half>오전|오후|AM|PM)?\s?(?P<h>\d{1,2})[:시]?\s?(?P<min>\d\d)"
    r"(?::?(?P<s>\d\d))?)?(?:[.,]\d+)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|KST)?"
)
_VISIBLE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[.\-/년]\s?(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?!\d)\s?[.일]?"
    r"(?:\s?\(?[월화수목금토일](?:요일)?\)?)?(?:[\s.,]{0,3}(?:(?P<half>오전|오후)\s?)?(?P<h>\d{1,2})[:시]\s?(?P<min>\d\d))?"
)
_TWO_DIGITS = re.compile(
    r"(?P<label>입력|등록일?|작성일?|승인|게시일)\s?[:：]?\s?[‘']?(?P<y>[0-3]\d)[.\-/]\s?(?P<m>\d{1,2})[.\-/]\s?(?P<d>\d{1,2})"
)
_CHANGED = re.compile(r"(?:수정|업데이트|변경|갱신|마지막|최종|[Uu]pdated?|[Mm]odified)[^\d]{0,12}$")
_BEFORE_LABEL = re.compile(r"^\W{0,4}(?:송고|입력|등록|승인|게재)")
_IMPRINT = re.compile(r"등록\s?번호|발행인|편집인|신고\s?번호|창간|사업자|대표\s?전화")
"""Words of a newspaper's imprint, which states when the paper was registered."""

_ADDRESS = re.compile(r"/(?P<y>20\d\d)[/\-]?(?P<m>[01]\d)[/\-]?(?P<d>[0-3]\d)(?=\d{0,12}(?:[/._\-?]|$)|[A-Za-z])")
_LONGEST_HEAD = 160
_EARLIEST = 1990


def find_published(page: Page, above: Sequence[str], head: Sequence[str], tail: Sequence[str]) -> str | None:
    """Return when a page was published, ISO 8601, to the day or to the minute; None where it does not say.

    ``above`` are lines right above the title, ``head`` those from the title to the body, ``tail`` those below it.
    A date of change (수정) is none of publication. A moment stated in Coordinated Universal Time is given in Korean
    time, unless the page shows that very clock time: then it was Korean all along.
    """
    for value in (page.data.get("datePublished"), *_metas(page), *_times(page)):
        moment = read_moment(value)
        if moment is not None:
            return _korean(moment, [*head, *tail])
    shown = _labelled(head) or _bare(head) or _labelled(above[::-1]) or _bare(above[::-1])
    return shown or _labelled(tail) or _signed(tail) or _by_address(page)


def _metas(page: Page) -> Iterator[str]:
    for name in _METAS:
        yield from page.metas.get(name, [])[:1]


def _times(page: Page) -> Iterator[str | None]:
    for element in page.root.iter("time"):
        if "publish" in str(element.attrib).lower():
            yield element.get("datetime")
    first = next(page.root.iter("time"), None)
    if first is not None:
        yield first.get("datetime")


def read_moment(value: object) -> datetime | str | None:
    """Return a stated moment: a datetime, or the ISO date of a mere day; None for what is none.

    >>> read_moment("2025-06-04T02:37:08.000+0900").isoformat()
    '2025-06-04T02:37:08+09:00'
    >>> read_moment("20251127101500").isoformat(), read_moment("2024.11.14"), read_moment("언젠가")
    ('2025-11-27T10:15:00', '2024-11-14', None)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value)) if abs(value) < 1e15 else ""
    if not isinstance(value, str) or not value.strip() or len(value) > 60:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    found = _PARTS.match(text)
    if found is None:
        return _by_mail(text)
    return _moment(found, found["zone"])


def _by_mail(text: str) -> datetime | None:
    """Read a date as mail and feeds write it (RFC 5322)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.year >= _EARLIEST else None


def _moment(found: re.Match[str], zone: str | None) -> datetime | str | None:
    groups = found.groupdict()
    hour = int(groups["h"]) if groups["h"] else None
    if hour is not None and groups["half"] in ("오후", "PM") and hour < 12:
        hour += 12
    try:
        moment = datetime(int(groups["y"]), int(groups["m"]), int(groups["d"]), hour or 0, int(groups["min"] or 0))
        moment = moment.replace(second=int(groups.get("s") or 0))
        moment = moment.replace(tzinfo=_zone(zone))
    except (ValueError, OverflowError):
        return None
    if moment.year < _EARLIEST:
        return None
    return moment.date().isoformat() if hour is None else moment


def _zone(zone: str | None) -> timezone | None:
    if zone is None:
        return None
    if zone == "KST":
        return KST
    if zone in ("Z", "UTC", "GMT"):
        return UTC
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _korean(moment: datetime | str, lines: Sequence[str]) -> str:
    if isinstance(moment, str):
        return moment
    if moment.tzinfo is None or moment.utcoffset() == timedelta(hours=9):
        return moment.isoformat(timespec="seconds")
    shown = {seen.replace(second=0) for line in lines for seen in _shown(line)}
    same_clock = moment.replace(tzinfo=None, second=0, microsecond=0)
    korean = moment.astimezone(KST)
    if same_clock in shown and korean.replace(tzinfo=None, second=0, microsecond=0) not in shown:
        return moment.replace(tzinfo=KST, microsecond=0).isoformat(timespec="seconds")
    return korean.replace(microsecond=0).isoformat(timespec="seconds")


def _shown(line: str) -> Iterator[datetime]:
    for found in _VISIBLE.finditer(line[:_LONGEST_HEAD]):
        moment = _moment(found, None)
        if isinstance(moment, datetime):
            yield moment


def _labelled(lines: Sequence[str]) -> str | None:
    """Return the first labelled date of some lines, a label and its date in lines that follow each other."""
    short = [line for line in lines if len(line) <= _LONGEST_HEAD and not _IMPRINT.search(line)]
    for number, line in enumerate(short):
        found = published(line) or published(" ".join(short[number : number + 2]))
        if found:
            return found
        two = _TWO_DIGITS.search(line)
        moment = read_moment(f"20{two['y']}-{two['m']}-{two['d']}") if two else None
        if isinstance(moment, str):
            return moment
    return None


def _bare(lines: Sequence[str]) -> str | None:
    """Return the first date of some lines that no word calls one of change."""
    for line in lines:
        if len(line) > _LONGEST_HEAD:
            continue
        for found in _VISIBLE.finditer(line):
            moment = None if _CHANGED.search(line[: found.start()]) else _moment(found, None)
            if moment is not None:
                return moment if isinstance(moment, str) else moment.isoformat(timespec="minutes")
    return None


def _signed(lines: Sequence[str]) -> str | None:
    """Return a date whose label follows it (2025/03/04 11:20 송고)."""
    for line in lines:
        for found in _VISIBLE.finditer(line[:_LONGEST_HEAD]):
            moment = _moment(found, None) if _BEFORE_LABEL.search(line[found.end() :]) else None
            if moment is not None:
                return moment if isinstance(moment, str) else moment.isoformat(timespec="minutes")
    return None


def _by_address(page: Page) -> str | None:
    """Return the day that the page's address names (/2025/08/19/), as many newspapers have it."""
    found = _ADDRESS.search(page.url or page.meta("og:url") or "")
    moment = read_moment(f"{found['y']}-{found['m']}-{found['d']}") if found else None
    return moment if isinstance(moment, str) else None
