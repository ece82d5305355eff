"""Days that are told by others: the first day of a festival, three days from the sixth, daily hours, the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as date_of
from datetime import timedelta

from sasil.components.events.scene import Scene, within
from sasil.record import Mention

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_ANY = re.compile(r"[\dX]{4}-[\dX]{2}-\d\d")
_COUNTS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10}
_LASTS = re.compile(rf"부터\s(?:(\d{{1,2}})일|({'|'.join(_COUNTS)}))(?:\s?간|\s?동안)")
_OVER = re.compile(
    rf"[,\s]{{1,2}}(?:(\d{{1,2}})일|({'|'.join(_COUNTS)}))(?:\s?간)?의?\s(?:[가-힣]{{1,6}}\s)?"
    r"(?:일정|여정|대장정|열전|축제|행사|전시|경연)[을를]\s(?:[가-힣]{1,4}\s)?(?:마치|마무리|끝내|마감)"
)
"""What makes a day the last of several: 16일 사흘간의 일정을 마치고."""

_UNTIL = re.compile(r"까지\s(?:[^.,\n]{0,12}(?:간|동안)|일정|회기|이어|계속|열|진행|운영|의사일정)")
_NTH = re.compile(
    r"(?<![가-힣])(?:(첫\s?날|개막일|개막\s?당일|개회일)|(둘째\s?날|이튿날|다음\s?날)|(셋째\s?날)|(마지막\s?날|폐막일|폐회일))(?=[은에의인,\s])"
)
_HOURS = re.compile(
    r"(?:(?:관람|운영|전시|개장|입장)\s?시간|관람|운영)(?:은|는)?\s?[:：]?\s?(?:매일\s|평일\s|하루\s)?$"
)
_DAILY = re.compile(r"T\d\d:\d\d/T\d\d:\d\d")
_YEAR = re.compile(r"(?:\d{4}년|올해|지난해|작년|재작년|내년|연내)")
_ALONE = re.compile(r"(\d{1,2})일(?:\([월화수목금토일]\))?")
_REACH = 120
_BEFORE = 16


def lasting(text: str, moment: Mention, day: str) -> str:
    """Return the range of days that begins with a day and lasts for some (6일부터 사흘 동안), or the day."""
    length = _LASTS.match(text, moment.end)
    if length is None:
        over = _OVER.match(text, moment.end)
        begun = over and _later(day, 1 - (int(over[1]) if over[1] else _COUNTS[over[2]]))
        return f"{begun}/{day}" if begun and begun != day else day
    end = _later(day, (int(length[1]) if length[1] else _COUNTS[length[2]]) - 1)
    return f"{day}/{end}" if end is not None and end != day else day


def until(scene: Scene, event: Mention, day: str, last: int) -> str:
    """Return the range that ends with the day behind an event (5일 임시회를 열고 13일까지 9일간), or the day."""
    behind = within(scene.moments, event.end, min(last, event.end + _REACH))[:1]
    value = getattr(behind[0].value, "value", None) if behind else None
    alone = _ALONE.fullmatch(behind[0].text) if behind else None
    if alone is not None and int(alone[1]) > int(day[-2:]):  # the day of a month that the text does not name again
        value = f"{day[:-2]}{int(alone[1]):02}"
    if value is None or not _FULL.fullmatch(value) or not _FULL.fullmatch(day) or value <= day:
        return day
    between = scene.text[event.end : behind[0].start]
    return f"{day}/{value}" if _UNTIL.match(scene.text, behind[0].end) and "." not in between else day


def nth_day(text: str, first: int, last: int, ranges: Sequence[str]) -> str | None:
    """Return the day of a range that a stretch of the text means: 첫날, 둘째 날, 마지막 날; the last range counts."""
    if not ranges:
        return None
    start, _, end = ranges[-1].partition("/")
    for found in _NTH.finditer(text, first, last):
        which = found.lastindex or 1
        return end if which == 4 else _later(start, which - 1)
    return None


def daily_hours(scene: Scene) -> str | None:
    """Return the hours at which a text says that its exhibition is open (관람시간은 오전 10시부터 오후 6시까지)."""
    for moment in scene.moments:
        value = getattr(moment.value, "value", None)
        if value is None or moment.type != "TIME" or not _DAILY.fullmatch(value):
            continue
        if _HOURS.search(scene.text, max(0, moment.start - _BEFORE), moment.start):
            return str(value)
    return None


def year_of(scene: Scene, event: Mention) -> str | None:
    """Return the year that stands right before an event whose day the text does not tell (재작년 백일장)."""
    for moment in within(scene.moments, max(0, event.start - _BEFORE), event.start):
        value = getattr(moment.value, "value", None)
        if moment.end + 1 == event.start and value is not None and _YEAR.fullmatch(moment.text):
            return str(value) if re.fullmatch(r"\d{4}", value) else None
    return None


def _later(day: str, days: int) -> str | None:
    """Return the day some days later; a month that is not known must hold both."""
    if _FULL.fullmatch(day):
        return (date_of.fromisoformat(day) + timedelta(days)).isoformat()
    number = int(day[-2:]) + days if _ANY.fullmatch(day) else 0
    return f"{day[:-2]}{number:02}" if 0 < number <= 28 and _ANY.fullmatch(day) else None
