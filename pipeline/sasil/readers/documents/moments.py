"""Moments as the heads of press releases state them: 2024. 6. 21.(금) 11:00, 2017년 8월 25일, 9. 4.(화) 조간."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

_YEAR = r"(?P<y>(?:19|20)\d\d|[‘’'`]\d\d|(?<!\d)\d\d(?=\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}(?![\d:시])))"
_DAY = r"(?<!\d)(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?![\d:시])\s?[.일]?(?:\s?\(?[월화수목금토일](?:요일)?\)?)?"
_CLOCK = (
    r"(?P<half>오전|오후|낮|밤|새벽)?\s?(?P<h>[01]?\d|2[0-4])(?::(?P<min>[0-5]\d)|\s?시(?:\s?(?P<min2>[0-5]?\d)\s?분)?)"
)
_DATE = re.compile(rf"(?:{_YEAR}\s?[.\-/년]\s?)?{_DAY}(?:[\s,]{{0,3}}{_CLOCK})?")
_AT_ONCE = re.compile(r"즉\s?시|바로|배포\s?(?:시|후|와\s?동시)")
_NOON = 12


def first_moment(text: str | None, distributed: str | None = None) -> str | None:
    """Return the first moment (ISO 8601, to the day or the minute) that a statement names, or None.

    A date without a year has that of the date before it. Where the statement says "at once" (배포 즉시), it is the
    moment of ``distributed``, the statement of when the paper was given out.

    >>> first_moment("2018. 9. 4.(화) 조간(온라인 9. 3. 12:00)")
    '2018-09-03T12:00'
    >>> first_moment("배포 즉시", "2024. 6. 24.(월)")
    '2024-06-24'
    """
    if text is None:
        return None
    found = min(_moments(text), default=None)
    return first_moment(distributed) if found is None and _AT_ONCE.search(text) else found


def _moments(text: str) -> Iterator[str]:
    year: int | None = None
    for found in _DATE.finditer(text):
        if found["y"]:
            year = int(found["y"]) if len(found["y"]) > 3 else 2000 + int(found["y"][-2:])
        moment = _moment(found, year)
        if moment is not None:
            yield moment


def _moment(found: re.Match[str], year: int | None) -> str | None:
    if year is None:
        return None
    hour = int(found["h"]) if found["h"] else None
    if hour is not None and found["half"] in ("오후", "밤", "낮") and 0 < hour < _NOON:
        hour += _NOON
    try:
        day = datetime(year, int(found["m"]), int(found["d"]))
        minute = int(found["min"] or found["min2"] or 0)
        return (
            day.date().isoformat()
            if hour is None
            else day.replace(hour=hour % 24, minute=minute).isoformat(timespec="minutes")
        )
    except ValueError:
        return None
