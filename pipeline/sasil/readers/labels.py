"""What a document's visible labels say: 보도시점, 배포, 등록일, 입력; bylines; copyright lines."""

from __future__ import annotations

import re
from datetime import datetime

_LABELS = (
    *("보도시점", "보도일시", "보도일", "배포일시", "배포일자", "배포일", "배포", "제공일", "공표일"),
    *("등록일자", "등록일시", "등록날짜", "등록시간", "등록일", "등록", "작성일자", "작성일시", "작성일", "작성"),
    *("게시일자", "게시일", "게재일", "게재", "발행일", "발행", "최초입력", "입력일", "기사입력", "입력"),
    *("송고", "기사승인", "승인", "날짜", "일자"),
)
"""What stands before a date of publication; the letters may be spaced out (보 도 시 점)."""

_LABEL = "(?:" + "|".join(r"\s{0,3}".join(label) for label in _LABELS) + ")"
_DATE = r"(?P<y>(?:19|20)\d\d)\s?[.\-/년]\s?(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?!\d)\s?[.일]?"
_CLOCK = (
    r"(?:\s?\(?[월화수목금토일]?(?:요일)?\)?)?,?\s{0,2}"
    r"(?:(?P<half>오전|오후)\s?)?(?:(?P<h>\d{1,2})[:시]\s?(?P<min>\d\d)?)?"
)
_PUBLISHED = re.compile(rf"(?<![가-힣]){_LABEL}(?:\s|[:：|\[\]()]|온라인){{0,6}}{_DATE}{_CLOCK}")
_OUTLET = re.compile(
    r"(?:저작권자|[Cc]opyrights?)\s*(?:\(c\)|\(C\)|[©ⓒ])\s*(?P<name>[^\s,.<>〉》\]）)|]{2,20})"
    r"|[©ⓒ]\s*(?P<bare>[^\s,.<>〉》\]）)|]{2,20})[,.]?\s*(?:무단|All\s|all\s)"
)
_CALLING = r"(?:선임|수습|인턴|객원|전문|대)?\s?(?P<job>기자|특파원|논설위원|통신원|리포터)(?![가-힣])"
REPORTER = re.compile(
    rf"(?<![가-힣·])(?P<name>[가-힣]{{2,4}}(?:\s?[·,]\s?[가-힣]{{2,4}}){{0,4}})\s?{_CALLING}(?P<more>\s외\s\d+명)?"
)
"""One or more names and a calling: 오보람·진나리 기자."""


def published(text: str) -> str | None:
    """Return the date of publication that labels state, ISO 8601, with its clock time; the latest of several.

    >>> published("보도시점 2024. 6. 21.(금) 11:00 | 배포 2024. 6. 21.(금) 09:00")
    '2024-06-21T11:00'
    """
    return max((date for match in _PUBLISHED.finditer(text) if (date := _date(match))), default=None)


def _date(match: re.Match[str]) -> str | None:
    hour = int(match["h"]) if match["h"] else None
    if hour is not None and match["half"] == "오후" and hour < 12:
        hour += 12
    try:
        moment = datetime(int(match["y"]), int(match["m"]), int(match["d"]), hour or 0, int(match["min"] or 0))
    except ValueError:
        return None
    return moment.date().isoformat() if hour is None else moment.isoformat(timespec="minutes")


def outlet(text: str) -> str | None:
    """Return the outlet that a copyright line names, or None.

    >>> outlet("저작권자 © 나루신문 무단전재 및 재배포 금지")
    '나루신문'
    """
    names = [found["name"] or found["bare"] for found in _OUTLET.finditer(text)]
    return names[-1] if names else None


def byline(text: str) -> str | None:
    """Return the reporter's line (name and calling), first in the text, or None.

    >>> byline("(나루=가람통신) 도예린 기자 = 나루시는")
    '도예린 기자'
    """
    found = REPORTER.search(text)
    return None if found is None else reporter_line(found)


def reporter_line(found: re.Match[str]) -> str:
    """Return the names and the calling that REPORTER found, with one space between them.

    >>> reporter_line(REPORTER.search("하나래·도예린기자"))
    '하나래·도예린 기자'
    """
    return f"{found['name']} {found['job']}{found['more'] or ''}"
