"""Recurrences: 매주 화요일, 분기마다, 4년마다, 주 2회, 한 달에 한 번."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sasil.components.time.lengths import Length
from sasil.components.time.patterns import recurrences as patterns
from sasil.components.time.patterns.signs import BLANK, WEEKDAYS
from sasil.components.time.point import Point
from sasil.components.time.reading import read_point
from sasil.components.time.vocabulary import time_words
from sasil.components.time.when import SEASONS, When

_TIMES = re.compile(f"{BLANK}{patterns.TIMES}", re.X)
_WEEKDAYS = re.compile(patterns.WEEKDAYS_PINNED, re.X)
_NTHS = re.compile(patterns.NTH_PINNED, re.X)
_RATES = re.compile(patterns.RATES, re.X)
_WEEKDAY_EVERY = re.compile(patterns.WEEKDAY_EVERY, re.X)
_ONCE_IN = re.compile(patterns.ONCE_IN, re.X)
_EVERY_TAIL = re.compile(patterns.EVERY_TAIL, re.X)
_OTHER_TAIL = re.compile(f"{patterns.EVERY_TAIL}|{patterns.OTHER_TAIL}", re.X)
_BLANK = re.compile(BLANK)
_AND = re.compile(patterns.AND)
_TO_END, _UP_TO = re.compile(patterns.TO_END, re.X), re.compile(patterns.UP_TO, re.X)
_MONTH_PART = re.compile(patterns.MONTH_PART, re.X)

_NUMBERS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_NTH = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurrence in its place, as TIMEX3 has it."""

    start: int
    end: int
    value: str
    freq: str | None = None
    quant: str | None = None


def find_rates(text: str) -> list[Recurrence]:
    """Return the recurrences that say how often (주 2회) or name a weekday (토요일마다).

    >>> [(r.value, r.freq) for r in find_rates("주 2회 운행한다")]
    [('P1W', '2X')]
    """
    found = []
    for match in _RATES.finditer(text):
        start = match.start()
        if text[max(0, start - 2) : start] in ("매 ", "제 "):
            continue
        freq = None if match["range"] else f"{_count(match['times'])}X"
        found.append(Recurrence(start, match.end(), patterns.PER[text[start : match.start("gap")]], freq))
    for match in _WEEKDAY_EVERY.finditer(text):
        day = WEEKDAYS.index(text[match.start() - 1]) + 1
        found.append(Recurrence(match.start() - 1, match.end(), f"XXXX-WXX-{day}", quant="EVERY"))
    return found


def read_every(text: str, at: int, form: str, kind: str) -> list[Recurrence]:
    """Return the recurrence that a word begins (매년, 매주 …), with those that go on from it (매년 4월과 9월)."""
    end = at + len(form)
    value = time_words()[form].n
    if kind == "every_other":
        return [Recurrence(at, end, value, quant="EVERY")] if _OTHER_TAIL.match(text, end) else []
    if not _EVERY_TAIL.match(text, end):
        return []
    times = _TIMES.match(text, end)
    if times:
        return [Recurrence(at, times.end(), value, f"{_count(times['times'])}X", "EVERY")]
    pinned = {"P1Y": _in_year, "P1M": _in_month, "P1W": _in_week}.get(value)
    found = pinned(text, end) if pinned else None
    if found is None:
        return [Recurrence(at, end, value, quant="EVERY")]
    last, pin, freq = found
    first = Recurrence(at, last, pin, freq, "EVERY")
    return [first, *(_going_on(text, first, value) if freq is None else ())]


def of_length(text: str, length: Length) -> Recurrence | None:
    """Return the recurrence that a length makes with what stands behind it: 4년마다, 한 달에 한 번; or None."""
    if text.startswith(patterns.EVERY_LENGTH, length.end):
        start = length.start - 2 * text.endswith("매 ", 0, length.start)
        end = length.end + len(patterns.EVERY_LENGTH)
        times = _TIMES.match(text, end)
        freq = f"{_count(times['times'])}X" if times else None
        return Recurrence(start, times.end() if times else end, length.value, freq, "EVERY")
    once = _ONCE_IN.match(text, length.end)
    if once and length.low == length.high:
        return Recurrence(length.start, once.end(), length.value, f"{_count(once['times'])}X")
    return None


def _going_on(text: str, first: Recurrence, value: str) -> list[Recurrence]:
    """매년 4월과 9월: what stands behind 과 recurs too."""
    pinned = {"P1Y": _in_year, "P1M": _in_month, "P1W": _in_week}[value]
    more: list[Recurrence] = []
    end = first.end
    while (mark := _AND.match(text, end)) and (found := pinned(text, mark.end())):
        last, pin, freq = found
        start = mark.end() + len(text[mark.end() : last]) - len(text[mark.end() : last].lstrip())
        more.append(Recurrence(start, last, pin, freq, "EVERY"))
        end = last
    return more


def _count(numeral: str) -> int:
    return _NUMBERS.get(numeral) or int(numeral[:6])


Pin = tuple[int, str, str | None]


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _in_year(text: str, at: int) -> Pin | None:
    point = read_point(text, _after_blank(text, at), ("month", "quarter", "half", "season"))
    if point is None or point.has_year:
        return None
    to = _TO_END.match(text, point.date_end)
    second = read_point(text, to.end(), ("month", "day")) if to and point.month else None
    up_to = _UP_TO.match(text, second.date_end) if second else None
    if to and second and up_to and (second.month or second.day):
        month = second.month or point.month
        last = When("day" if second.day else "month", None, month, second.day)
        return up_to.end(), f"{_unpinned(point)}/{last}", None
    return point.date_end, _unpinned(point), None


def _unpinned(point: Point) -> str:
    if point.quarter:
        when = When("quarter", None, point.quarter)
    elif point.half:
        when = When("half", None, point.half)
    elif point.season:
        when = When("season", None, SEASONS.index(point.season) + 1)
    elif point.nth and point.nth > 0 and point.month and point.weekday:
        return f"XXXX-{point.month:02d}-W{point.nth}-{point.weekday}"
    else:
        when = When("day" if point.day else "month", None, point.month, point.day)
    if point.month_low:
        return f"{When('month', None, point.month_low)}/{when}"
    return str(when)


def _in_month(text: str, at: int) -> Pin | None:
    nth = _NTHS.match(text, at)
    if nth and (nth["weekday"] or nth["week"]):
        if nth["more"]:
            return nth.end(), "P1M", f"{2 + len(re.findall('[·ㆍ,]', nth['more'])) - 1}X"
        number = _NTH.get(nth["nth"]) or (int(nth["nth"]) if nth["nth"].isdecimal() else None)
        weekday = WEEKDAYS.index(nth["weekday"]) + 1 if nth["weekday"] else None
        if number is None or weekday is None:
            return nth.end(), "P1M", None
        return nth.end(), f"XXXX-XX-W{number}-{weekday}", None
    part = _MONTH_PART.match(text, at)
    if part:
        return part.end(), "P1M", None
    point = read_point(text, _after_blank(text, at), ("day",))
    if point is None or point.day is None:
        return None
    day = When("day", None, None, point.day)
    low = f"{When('day', None, None, point.day_low)}/" if point.day_low else ""
    return point.date_end, f"{low}{day}", None


def _in_week(text: str, at: int) -> Pin | None:
    found = _WEEKDAYS.match(text, at)
    if found is None:
        return None
    one = found["one"] or found["bracketed"]
    if one or found["weekend"]:
        return found.end(), f"XXXX-WXX-{WEEKDAYS.index(one) + 1 if one else 'WE'}", None
    if found["run"] or found["from"]:
        first, last = (found["first"], found["last"]) if found["run"] else (found["from"], found["to"])
        return found.end(), f"XXXX-WXX-{WEEKDAYS.index(first) + 1}/XXXX-WXX-{WEEKDAYS.index(last) + 1}", None
    return found.end(), "P1W", f"{2 + len(found['more']) // 2}X"
