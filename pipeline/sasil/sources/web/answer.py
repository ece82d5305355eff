"""What a server answered, and what its headers say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

OK, NOT_MODIFIED, TOO_MANY = 200, 304, 429
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({TOO_MANY, 500, 502, 503, 504})
"""Statuses that may pass by themselves (RFC 9110 and RFC 6585)."""

_REASONS = {
    401: "열쇠나 로그인이 있어야 합니다",
    403: "서버가 막았습니다",
    404: "없는 쪽입니다",
    410: "없어진 쪽입니다",
    TOO_MANY: "너무 자주 물었습니다",
    451: "법에 따라 막힌 쪽입니다",
}
_SECONDS = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the URL that gave it, after redirects; its body, decompressed; headers as they came, names as sent."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: datetime

    def header(self, name: str) -> str | None:
        """Return the first header of a name in any case, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def content_type(self) -> str:
        """The media type, in lower case, without parameters; empty where none is given."""
        return (self.header("Content-Type") or "").partition(";")[0].strip().lower()


def reason(status: int) -> str:
    """Return what a status that is not 200 says, in words.

    >>> reason(404), reason(503)
    ('HTTP 404: 없는 쪽입니다', 'HTTP 503: 서버가 답하지 못합니다')
    """
    general = "서버가 답하지 못합니다" if status >= 500 else "서버가 거절했습니다"
    if status < 400:
        general = "글이 아닌 답입니다"
    return f"HTTP {status}: {_REASONS.get(status, general)}"


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that Retry-After asks for (RFC 9110 10.2.3: seconds or a date), or None.

    >>> retry_after({"Retry-After": "Wed, 20 May 2026 10:00:30 GMT"}, datetime(2026, 5, 20, 10, tzinfo=UTC))
    30.0
    """
    value = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
