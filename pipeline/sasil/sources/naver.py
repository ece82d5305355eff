"""Naver's search for news (openapi.naver.com, v1/search/news.json) → links to the articles that it names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from sasil.errors import SasilError, SourceError
from sasil.sources.web.answer import OK, Answer, reason
from sasil.sources.web.links import Link, moment
from sasil.sources.web.pages import Pages
from sasil.sources.web.secret import Secret
from sasil.sources.web.urls import checked, shown

ENDPOINT = "https://openapi.naver.com/v1/search/news.json"
KEYS = ("SASIL_NAVER_CLIENT_ID", "SASIL_NAVER_CLIENT_SECRET")
ELSEWHERE = "SASIL_NAVER_URL"
"""Names another address of the API: a gateway through which a closed network reaches it."""

_A_CALL = 100
_LAST_START = 1000
_REASONS = {
    "SE01": "물음이 바르지 않습니다",
    "SE99": "API에 오류가 났습니다",
    "010": "하루에 쓸 수 있는 횟수를 넘었습니다",
    "012": "너무 자주 물었습니다",
    "024": "열쇠가 틀리거나 이 API를 쓸 권한이 없습니다",
    "028": "HTTPS로만 물을 수 있습니다",
}
"""errorCode, from Naver's guide to its APIs."""


def secret_of(environment: Mapping[str, str]) -> Secret:
    """Return the keys of the API; raise SourceError where the environment lacks one."""
    found = [environment.get(name, "").strip() for name in KEYS]
    if missing := [name for name, value in zip(KEYS, found, strict=True) if not value]:
        raise SourceError(f"네이버의 열쇠가 없습니다: 환경 변수 {', '.join(missing)}에 넣어 주세요")
    return Secret(headers={"X-Naver-Client-Id": found[0], "X-Naver-Client-Secret": found[1]})


def search(
    query: str,
    pages: Pages,
    secret: Secret,
    *,
    most: int | None = None,
    since: str | None = None,
    endpoint: str = ENDPOINT,
) -> Iterator[Link]:
    """Give links to the news on a query, the newest first: ``most`` of them, and none from before a day (``since``).

    The API shows a thousand at most. A link goes to the outlet's own page, or to Naver's where there is none. Raises
    SourceError, which names the call, for an answer that is none.
    """
    start, given, total = 1, 0, 1
    while start <= min(total, _LAST_START) and (most is None or given < most):
        url = f"{endpoint}?{urlencode({'query': query, 'display': _A_CALL, 'start': start, 'sort': 'date'})}"
        found, total = read_results(pages.call(url, secret, judge).body, url)
        if not found:
            return
        for link in found:
            if since is not None and link.published_at is not None and link.published_at[:10] < since:
                return
            if most is not None and given == most:
                return
            given += 1
            yield link
        start += _A_CALL


def judge(answer: Answer) -> None:
    """Raise SourceError for an answer that holds an error."""
    if answer.status == OK and not answer.body.lstrip().startswith(b'{"error'):
        return
    try:
        code = str(json.loads(answer.body)["errorCode"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SourceError(reason(answer.status), place=shown(answer.url)) from None
    known = _REASONS.get(code, "API가 거절했습니다")
    raise SourceError(f"{known} (HTTP {answer.status}, 코드 {code[:20]})", place=shown(answer.url))


def read_results(data: bytes, url: str) -> tuple[list[Link], int]:
    """Return the links of an answer, and how many the search has in all; raise SourceError for what is no answer.

    >>> item = '{"link": "https://n.naver.example/1", "pubDate": "Wed, 20 May 2026 09:58:00 +0900"}'
    >>> read_results(f'{{"total": 1, "items": [{item}]}}'.encode(), "https://openapi.naver.com/")[0][0].published_at
    '2026-05-20T09:58:00+09:00'
    """
    try:
        answer: Any = json.loads(data)
        items, total = answer["items"], int(answer["total"])
        return [link for item in items if (link := _link(item)) is not None], total
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SourceError("네이버 검색의 답이 아닙니다", place=shown(url)) from None


def _link(item: Mapping[str, Any]) -> Link | None:
    for name in ("originallink", "link"):
        try:
            return Link(checked(str(item.get(name) or "")), moment(str(item.get("pubDate") or "")))
        except SasilError:
            continue
    return None
