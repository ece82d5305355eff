"""`sasil fetch`: from the web to articles, as JSON lines that `sasil extract` reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sasil.cli.console import FAILED, STDOUT, Failures, Output, failures, writer
from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.article import Article
    from sasil.sources.web.fetching import Fetcher
    from sasil.sources.web.links import Link
    from sasil.sources.web.opening import Way

_ARCHIVE = Path("sasil-archive")
_RANGE = ".."

AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="공개되지 않은 주소(사내망, 이 컴퓨터)에도 연결합니다")
]


def _day(value: str | None) -> str | None:
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"날짜가 아닙니다 (YYYY-MM-DD): {value!r}") from None


def _texts(arguments: Sequence[str | None] | None) -> list[str]:
    """Return arguments as text: they arrive in the locale's encoding, which may be ASCII."""
    from sasil.readers.encoding import decode

    return [decode(os.fsencode(argument)) for argument in arguments or () if argument]


def _days(value: str | None) -> str | None:
    """Return a day or a range of days as FROM..TO, checked."""
    if value is None:
        return None
    first, _, last = value.partition(_RANGE)
    days = [_day(first), _day(last or first)]
    if str(days[0]) > str(days[1]):
        raise typer.BadParameter(f"앞의 날이 뒤의 날보다 늦습니다: {value!r}")
    return _RANGE.join(map(str, days))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be fetched."""

    urls: list[str]
    feeds: list[str]
    sitemaps: list[str]
    lists: list[Path]
    policy_briefing: str | None
    naver: str
    since: str | None
    limit: int | None

    def __bool__(self) -> bool:
        return any((self.urls, self.feeds, self.sitemaps, self.lists, self.policy_briefing, self.naver))


def fetch(
    urls: Annotated[list[str] | None, typer.Argument(help="쪽이나 문서의 URL", show_default=False)] = None,
    feed: Annotated[list[str] | None, typer.Option(help="RSS나 Atom 피드의 URL")] = None,
    sitemap: Annotated[list[str] | None, typer.Option(help="사이트맵의 URL")] = None,
    list_: Annotated[list[Path] | None, typer.Option("--list", help="한 줄에 URL 하나인 파일, 또는 -")] = None,
    policy_briefing: Annotated[
        str | None,
        typer.Option(help="정책브리핑 보도자료 API: 하루나 기간 (2024-06-01..2024-06-10)", callback=_days),
    ] = None,
    naver: Annotated[str | None, typer.Option(help="네이버 뉴스 검색 API: 찾을 말")] = None,
    output: Output = None,
    errors: Annotated[Path | None, typer.Option(help="실패한 URL의 목록을 이 파일에 씁니다 (JSON Lines)")] = None,
    archive: Annotated[Path, typer.Option(help="받은 것을 그대로 두는 폴더")] = _ARCHIVE,
    warc: Annotated[bool, typer.Option("--warc", help="WARC 파일로도 둡니다 (sasil[warc])")] = False,
    attachments: Annotated[bool, typer.Option("--attachments", help="같은 사이트의 첨부 문서도 가져옵니다")] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="이미 받은 쪽도 바뀌었는지 묻습니다 (없으면 보관 폴더에서 읽습니다)")
    ] = False,
    new: Annotated[bool, typer.Option("--new", help="이미 받은 쪽은 내지 않습니다")] = False,
    since: Annotated[str | None, typer.Option(help="이날보다 오래된 것은 건너뜁니다", callback=_day)] = None,
    limit: Annotated[int | None, typer.Option(help="많아야 이만큼 가져옵니다", min=1)] = None,
    delay: Annotated[float, typer.Option(help="한 호스트에 다시 물을 때까지의 초", min=0, max=3600)] = 1.0,
    timeout: Annotated[float, typer.Option(help="한 URL에 쓸 수 있는 초", min=0.001, max=3600)] = 60.0,
    max_mb: Annotated[float, typer.Option(help="한 URL에서 받을 수 있는 MB, 압축을 푼 뒤", min=0.001, max=1024)] = 32.0,
    max_wait: Annotated[
        float, typer.Option(help="서버가 청해도 이보다 오래는 기다리지 않습니다 (초)", min=0, max=86400)
    ] = 120.0,
    retries: Annotated[int, typer.Option(help="다시 해 볼 횟수", min=0, max=10)] = 2,
    contact: Annotated[str, typer.Option(help="서버에 알릴 연락처 (User-Agent에 적습니다)")] = "",
    allow_private: AllowPrivate = False,
) -> None:
    """웹에서 쪽과 문서를 받아 기사마다 JSON 한 줄로 냅니다; 받은 것은 보관 폴더에 둡니다."""
    from sasil.sources.web.client import Bounds
    from sasil.sources.web.opening import Way

    wanted = _Wanted(
        _texts(urls),
        _texts(feed),
        _texts(sitemap),
        list_ or [],
        policy_briefing,
        "".join(_texts([naver])),
        since,
        limit,
    )
    if not wanted:
        raise typer.BadParameter("가져올 것이 없습니다: URL, --feed, --sitemap, --list, --policy-briefing, --naver")
    bounds = Bounds(bytes=int(max_mb * 2**20), seconds=timeout, retries=retries)
    way = Way(delay, max_wait, bounds, allow_private, contact, archive, warc, refresh)
    with writer(output) as out, failures(errors) as failed:
        _fetch(wanted, way, failed, lambda line: print(line, file=out, flush=True), attachments, new)
    if failed.count:
        raise typer.Exit(FAILED)


def _fetch(
    wanted: _Wanted, way: Way, failed: Failures, put: Callable[[str], object], attachments: bool, new: bool
) -> None:
    from sasil.sinks.articles import to_json
    from sasil.sources.web.fetching import Fetcher
    from sasil.sources.web.opening import open_pages

    with open_pages(way) as pages, _progress() as step:
        fetcher = Fetcher(pages, failed, attachments=attachments, only_new=new)
        for article in chain(_released(wanted, fetcher), fetcher.articles(_links(wanted, fetcher), step)):
            put(to_json(article))


def _links(wanted: _Wanted, fetcher: Fetcher) -> Iterator[Link]:
    from sasil.sources.web.finding import links_of_feeds, links_of_sitemaps
    from sasil.sources.web.links import recent

    named = chain(
        links_of_feeds(fetcher.pages, wanted.feeds, fetcher.on_error),
        links_of_sitemaps(fetcher.pages, wanted.sitemaps, fetcher.on_error, wanted.since),
        _searched(wanted, fetcher),
    )
    given = _given(wanted, fetcher.on_error)
    yield from islice(chain(given, recent(named, wanted.since)), wanted.limit)


def _given(wanted: _Wanted, on_error: Callable[[SasilError], None]) -> Iterator[Link]:
    from sasil.sources.web.links import links_of_list, links_of_urls

    yield from links_of_urls(wanted.urls, on_error)
    for path in wanted.lists:
        try:
            data = sys.stdin.buffer.read() if path == STDOUT else path.read_bytes()
        except OSError as error:
            on_error(SasilError(f"파일을 열 수 없습니다: {error.strerror}", place=str(path)))
            continue
        yield from links_of_list(data, str(path), on_error)


def _searched(wanted: _Wanted, fetcher: Fetcher) -> Iterator[Link]:
    if not wanted.naver:
        return
    from sasil.sources.naver import ELSEWHERE, ENDPOINT, search, secret_of

    endpoint = os.environ.get(ELSEWHERE) or ENDPOINT
    try:
        secret = secret_of(os.environ)
        yield from search(wanted.naver, fetcher.pages, secret, most=wanted.limit, since=wanted.since, endpoint=endpoint)
    except SasilError as error:
        fetcher.on_error(error)


def _released(wanted: _Wanted, fetcher: Fetcher) -> Iterator[Article]:
    if wanted.policy_briefing is None:
        return
    from sasil.sources.policy_briefing import ELSEWHERE, ENDPOINT, releases, secret_of

    first, last = map(date.fromisoformat, wanted.policy_briefing.split(_RANGE))
    endpoint = os.environ.get(ELSEWHERE) or ENDPOINT
    try:
        secret = secret_of(os.environ)
    except SasilError as error:
        fetcher.on_error(error)
        return
    found = releases(first, last, fetcher.pages, secret, fetcher.on_error, only_new=fetcher.only_new, endpoint=endpoint)
    for article in islice(found, wanted.limit):
        yield article
        yield from fetcher.attached(article)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Give what shows how far the work is: a bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("가져오는 중"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
