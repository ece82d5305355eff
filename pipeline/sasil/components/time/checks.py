"""Whether a piece that fits its pattern is one here: 5일 is a day or five days, 24년 a year or 24 years."""

from __future__ import annotations

import re
from collections.abc import Callable

from sasil.components.time.direction import Direction, direction, is_after_topic
from sasil.components.time.patterns.lengths import (
    COUNT_OF_DAY,
    DAYS_AFTER,
    LENGTH_AFTER,
    LENGTH_BEFORE,
    MEASURE_OF_DAY,
    TERM_BEFORE,
)
from sasil.components.time.patterns.points import PRESS_BEFORE
from sasil.components.time.patterns.signs import YEAR_4
from sasil.components.time.point import Point

_LENGTH_AFTER = re.compile(LENGTH_AFTER, re.X)
_DAYS_AFTER = re.compile(DAYS_AFTER, re.X)
_LENGTH_BEFORE = re.compile(LENGTH_BEFORE, re.X)
_TERM_BEFORE = re.compile(TERM_BEFORE, re.X)
_MEASURE_OF_DAY = re.compile(MEASURE_OF_DAY, re.X)
_COUNT_OF_DAY = re.compile(COUNT_OF_DAY, re.X)
# 13월 1일: a day of no month is none of the month at hand.
_NO_MONTH = re.compile(r"[0-9]월[ ]?\Z")
_DAY_OF = re.compile(r"(?:[가-힣]{2}|[^0-9]{2})일의?[ ]\Z")
_CLOSING = re.compile("[’'‘]")
# The year in the cell before and behind, and at the head of the row above and below.
_YEAR_LEFT = re.compile(rf"(?P<year>{YEAR_4})년?[ ]\|[ ]\Z")
_YEAR_RIGHT = re.compile(rf"[ ]\|[ ](?P<year>{YEAR_4})(?![0-9,.])")
_YEAR_BELOW = re.compile(rf"[ ]\|[^\n]{{1,200}}\n(?P<year>{YEAR_4})[ ]\|")
_YEAR_ABOVE = re.compile(rf"\n(?P<year>{YEAR_4})[ ]\|")
_PRESS_BEFORE = re.compile(PRESS_BEFORE, re.X)
_LONGEST = 60

Check = Callable[[str, re.Match[str], Point | None], bool]


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 12) : match.start()]


def _day(text: str, match: re.Match[str], point: Point | None) -> bool:
    start, end = match.span()
    alone = point is None
    if alone and text.endswith("D-", 0, start):
        return False
    if alone and (_LENGTH_BEFORE.search(_before(text, match)) or _DAYS_AFTER.match(text, end)):
        return False
    if alone and _NO_MONTH.search(_before(text, match)):
        return False
    if alone and match["day"] == "1" and _is_rate(text, start, end):
        return False
    lead = point is not None and point.lead is not None
    length = alone or (point is not None and lead and not point.has_month)
    if length and (after := _LENGTH_AFTER.match(text, end)):
        # 지난 1일 전 청장: only 간, 동안 … make days of it there.
        return lead and after[0].strip()[:1] in "전후뒤"
    return int(match["day"]) <= 31 and _is_run(match, "day")


def _is_rate(text: str, start: int, end: int) -> bool:
    """Say whether 1일 is the day of a rate (1일 2,600명), and no day of a month (시는 1일 3만 명이 … 밝혔다)."""
    if _MEASURE_OF_DAY.match(text, end):
        return True
    return bool(_COUNT_OF_DAY.match(text, end)) and not (
        is_after_topic(text, start) and direction(text, start, end) is Direction.PAST
    )


def _year(text: str, match: re.Match[str], point: Point | None) -> bool:
    end = match.end()
    return not _LENGTH_AFTER.match(text, end) or (
        # 2024년 이후, 2024년 전까지: a year of four digits stays one.
        text[end : end + 8].strip()[:1] in "전후뒤이안내정가" and not text.startswith((" 이상", " 동안"), end)
    )


def _day_word(text: str, match: re.Match[str], point: Point | None) -> bool:
    # 공예의 오늘을 보여 준다
    return not (text.endswith("의 ", 0, match.start()) and text.startswith(("을", "과 내일"), match.end()))


def _same_day(text: str, match: re.Match[str], point: Point | None) -> bool:
    """Say whether it counts from a day named before, not from the word beside it (공고일 전일, 시험일 다음 날)."""
    return not _DAY_OF.search(text, max(0, match.start() - 8), match.start())


def _whole(text: str, match: re.Match[str], point: Point | None) -> bool:
    # 올 한 해 is one expression, 2022년 한 해 a year and its length.
    return match[0][0] != "한" or text.endswith(("올 ", "올"), 0, match.start())


def _year_cell(text: str, match: re.Match[str], point: Point | None) -> bool:
    """Say whether a cell or bracket holds a year, and no amount: a range of years, or one beside a year next to it."""
    low, short, high = match["year_low"], match["year_short"], match["year"]
    if low is not None:
        last = low[:2] + short if short else high
        return last is not None and (short is None) != (high is None) and 0 < int(last) - int(low) < _LONGEST
    if high is None or short is not None:
        return False
    start, end = match.span()
    beside = [_YEAR_LEFT.search(text, max(0, start - 16), start), _YEAR_RIGHT.match(text, end)]
    if text[start - 1 : start] in ("\n", ""):
        beside.append(_YEAR_BELOW.match(text, end))
        beside.append(_YEAR_ABOVE.match(text, max(0, text.rfind("\n", max(0, start - 200), max(0, start - 1)))))
    return any(found and abs(int(found["year"]) - int(high)) == 1 for found in beside)


def _year_two(text: str, match: re.Match[str], point: Point | None) -> bool:
    return not _TERM_BEFORE.search(_before(text, match))


def _year_quoted(text: str, match: re.Match[str], point: Point | None) -> bool:
    """Say whether the mark before two digits is the sign of a year (’24년) and opens no quotation (‘20년의 기록’)."""
    start = match.start()
    if text[start] in "’′":
        return True
    closing = _CLOSING.search(text, start + 1, start + 60)
    if closing is None or "\n" in text[start : closing.start()]:
        return True
    return text[closing.end() : closing.end() + 2].isdecimal()


def _month(text: str, match: re.Match[str], point: Point | None) -> bool:
    return _is_run(match, "month")


def _quarter(text: str, match: re.Match[str], point: Point | None) -> bool:
    return _is_run(match, "quarter")


def _is_run(match: re.Match[str], name: str) -> bool:
    """Say whether the two numbers before one unit make a range: 8~10일, 1·2월; not 5·10일."""
    low, mark = match[f"{name}_low"], match[f"{name}_mark"]
    if low is None:
        return True
    return int(match[name]) == int(low) + 1 if mark in "·ㆍ‧," else low != match[name]


def _press(text: str, match: re.Match[str], point: Point | None) -> bool:
    return bool(_PRESS_BEFORE.search(_before(text, match)))


def _n_right(text: str, match: re.Match[str], point: Point | None) -> bool:
    return point is None


CHECKS: dict[str, Check] = {
    "day": _day,
    "year": _year,
    "day_word": _day_word,
    "same_day": _same_day,
    "whole": _whole,
    "year_cell": _year_cell,
    "year_two": _year_two,
    "year_quoted": _year_quoted,
    "month": _month,
    "quarter": _quarter,
    "n_right": _n_right,
    "md_press": _press,
}
"""What decides, by the name of a piece, where its pattern alone does not; None as Point: nothing stands before it."""
