"""Read the expression of time that begins at a place in a text: its pieces, one behind the other, into a Point."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sasil.components.time.direction import Direction, direction, is_after_topic
from sasil.components.time.patterns.lengths import (
    COUNT_OF_DAY,
    DAYS_AFTER,
    LENGTH_AFTER,
    LENGTH_BEFORE,
    MEASURE_OF_DAY,
    TERM_BEFORE,
)
from sasil.components.time.patterns.order import (
    BY_SIGN,
    DIGIT_FIRST,
    FOLLOWS,
    NUMERIC,
    NUMERIC_RIGHT,
    PIECE_OF_KIND,
    WORD_FIRST,
)
from sasil.components.time.patterns.signs import BLANK, WEEKDAYS, YEAR_4
from sasil.components.time.point import Point
from sasil.components.time.vocabulary import pieces, time_words

_BLANK = re.compile(BLANK, re.X)
_LENGTH_AFTER = re.compile(LENGTH_AFTER, re.X)
_DAYS_AFTER = re.compile(DAYS_AFTER, re.X)
_LENGTH_BEFORE = re.compile(LENGTH_BEFORE, re.X)
_TERM_BEFORE = re.compile(TERM_BEFORE, re.X)
_MEASURE_OF_DAY = re.compile(MEASURE_OF_DAY, re.X)
_COUNT_OF_DAY = re.compile(COUNT_OF_DAY, re.X)

# The year in the cell before and behind, and at the head of the row above and below.
_YEAR_LEFT = re.compile(rf"(?P<year>{YEAR_4})년?[ ]\|[ ]$")
_YEAR_RIGHT = re.compile(rf"[ ]\|[ ](?P<year>{YEAR_4})(?![0-9,.])")
_YEAR_BELOW = re.compile(rf"[ ]\|[^\n]{{1,200}}\n(?P<year>{YEAR_4})[ ]\|")
_YEAR_ABOVE = re.compile(rf"\n(?P<year>{YEAR_4})[ ]\|")

_NTH = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5}
_HOURS = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_AFTERNOON = {"AF": range(1, 12), "EV": range(4, 12), "NI": range(6, 12)}
_CLOCKS = ("daypart", "clock", "colon", "noon", "clock_word")
_NUMERIC = frozenset((*NUMERIC, *NUMERIC_RIGHT))
_WORD_FIELDS = {
    "year_word": "year_rel", "year_short": "year_rel", "same_year": "year_same", "month_word": "month_rel",
    "same_month": "month_same", "quarter_word": "quarter_rel", "same_quarter": "quarter_same", "day_word": "day_rel",
    "same_day": "day_same", "week": "week_rel", "half": "half", "season": "season", "part": "part",
    "year_part": "year_part", "lead": "lead", "daypart": "daypart",
}  # fmt: skip
# 올 and a lead (지난) are no expression by themselves, nor is a part of the day or of a year.
_DIGIT_HEADS = frozenset("0123456789'’‘′`")
_NOT_ALONE = {"lead", "daypart"}


def read_point(text: str, at: int, first: Iterable[str] = DIGIT_FIRST) -> Point | None:
    """Return the expression that begins at a place, or None; ``first`` names the pieces that it may begin with."""
    point, names, ends = Point(at, at), [], [at]
    following: Iterable[str] = first
    while found := _piece(text, at, following, point):
        name, match = found
        _take(point, name, match)
        at = match.end()
        names.append(name)
        ends.append(at)
        if name not in _CLOCKS and name != "lead":
            point.date_end = at
        following = FOLLOWS.get(name, ())
    return _finished(point, names, ends)


def read_right(text: str, at: int, numeric: bool) -> Point | None:
    """Return the expression that begins at the right end of a range, where shorter forms may stand."""
    first = DIGIT_FIRST if text[at : at + 1] in _DIGIT_HEADS else WORD_FIRST
    return read_point(text, at, (*first, *NUMERIC_RIGHT) if numeric else first)


def first_pieces(kind: str, sign: str) -> tuple[str, ...]:
    """Return the pieces that may begin at a word of this kind, or at a number (no kind) before this sign."""
    return (PIECE_OF_KIND.get(kind, kind),) if kind else BY_SIGN.get(sign, DIGIT_FIRST)


def _piece(text: str, at: int, names: Iterable[str], point: Point) -> tuple[str, re.Match[str]] | None:
    patterns = pieces()
    blank = at if at == point.start else _BLANK.match(text, at).end()  # type: ignore[union-attr]
    for name in names:
        match = patterns[name].match(text, blank)
        if match is not None and _holds(text, name, match, point):
            return name, match
    return None


def _holds(text: str, name: str, match: re.Match[str], point: Point) -> bool:
    """Say whether a piece that fits the pattern is one here: 5일 is a day or five days, 24년 a year or 24 years."""
    before = text[max(0, match.start() - 12) : match.start()]
    if name == "day":
        alone = point.start == match.start()
        if alone and (_LENGTH_BEFORE.search(before) or _DAYS_AFTER.match(text, match.end())):
            return False
        if alone and match["day"] == "1" and _is_rate(text, match.start(), match.end()):
            return False
        length = alone or (point.lead is not None and not point.has_month)
        if length and (after := _LENGTH_AFTER.match(text, match.end())):
            # 지난 1일 전 청장: only 간, 동안 … make days of it there.
            return point.lead is not None and after[0].strip()[:1] in "전후뒤"
        return int(match["day"]) <= 31 and _is_run(match, "day")
    if name == "year":
        return not _LENGTH_AFTER.match(text, match.end()) or _is_point_after(text, match.end())
    if name == "year_cell":
        return _is_year_cell(text, match)
    if name == "year_two":
        return not _TERM_BEFORE.search(before)
    if name == "year_quoted":
        return not _is_quotation(text, match)
    if name in ("month", "quarter"):
        return _is_run(match, name)
    return name != "n_right" or point.start == match.start()


def _is_rate(text: str, start: int, end: int) -> bool:
    """Say whether 1일 is the day of a rate (1일 2,600명), and no day of a month (시는 1일 3만 명이 … 밝혔다)."""
    if _MEASURE_OF_DAY.match(text, end):
        return True
    return bool(_COUNT_OF_DAY.match(text, end)) and not (
        is_after_topic(text, start) and direction(text, start, end) is Direction.PAST
    )


def _is_year_cell(text: str, match: re.Match[str]) -> bool:
    """Say whether a cell or bracket holds a year, and no amount: a range of years, or one beside a year next to it."""
    low, short, high = match["year_low"], match["year_short"], match["year"]
    if low is not None:
        last = low[:2] + short if short else high
        return last is not None and (short is None) != (high is None) and int(low) < int(last) < int(low) + 60
    if high is None or short is not None:
        return False
    start, end = match.span()
    beside = [_YEAR_LEFT.search(text, max(0, start - 16), start), _YEAR_RIGHT.match(text, end)]
    if text[start - 1 : start] in ("\n", ""):
        beside.append(_YEAR_BELOW.match(text, end))
        beside.append(_YEAR_ABOVE.match(text, max(0, text.rfind("\n", max(0, start - 200), max(0, start - 1)))))
    return any(found and abs(int(found["year"]) - int(high)) == 1 for found in beside)


def _is_point_after(text: str, at: int) -> bool:
    """Say whether 전, 후 or 이상 behind a year of four digits leaves it a year (2024년 이후, 2024년 전까지)."""
    return text[at : at + 8].strip()[:1] in "전후뒤이안내정가" and not text[at:].startswith((" 이상", " 동안"))


def _is_run(match: re.Match[str], name: str) -> bool:
    """Say whether the two numbers before one unit make a range: 8~10일, 1·2월; not 5·10일."""
    low, mark = match[f"{name}_low"], match[f"{name}_mark"]
    if low is None:
        return True
    return int(match[name]) == int(low) + 1 if mark in "·ㆍ‧," else low != match[name]


def _is_quotation(text: str, match: re.Match[str]) -> bool:
    """Say whether the mark before two digits opens a quotation (‘20년의 기록’) and is no sign of a year (’24년)."""
    mark = match[0][0]
    if mark in "’′":
        return False
    closing = re.compile("[’'‘]").search(text, match.start() + 1, match.start() + 60)
    if closing is None or "\n" in text[match.start() : closing.start()]:
        return False
    return not text[closing.end() : closing.end() + 2].isdecimal()


def _take(point: Point, name: str, match: re.Match[str]) -> None:
    if name in _NUMERIC:
        point.numeric = True
    if name in _WORD_FIELDS:
        n = time_words()[match["word"]].n
        setattr(point, _WORD_FIELDS[name], int(n) if n.lstrip("-").isdecimal() else n)
    elif name == "noon":
        point.hour, point.minute = (int(part) for part in time_words()[match["word"]].n.split(":"))
    elif name == "month_part":
        point.month_rel, point.part = 0, time_words()[match["word"]].n
    elif name == "new_year":
        point.new_year = True
    elif name == "weekend":
        point.weekend = True
        n = time_words()[match["word"]].n
        point.week_rel = int(n) if n else None
    elif name in ("same_period", "same_time"):
        point.period_same = True
    elif name == "festival":
        point.festival = match["festival"] or match["festival_short"]
    elif name == "seollal":
        point.festival = match[0]
    else:
        _take_numbers(point, name, match)


def _take_numbers(point: Point, name: str, match: re.Match[str]) -> None:
    for group, said in match.groupdict().items():
        read = _READERS.get(group)
        if said is not None and read is not None:
            setattr(point, _FIELDS.get(group, group), read(said))
    if name == "first_day":
        point.month = point.day = 1
    if match.groupdict().get("year_short") and point.year_low is not None:
        point.year = point.year_low // 100 * 100 + int(match["year_short"])
    if name in ("clock", "colon", "clock_word"):
        _set_hours(point)


def _decade(digits: str) -> int:
    return int(digits) // 10 if len(digits) == 4 else 190 + int(digits) // 10


def _year(digits: str) -> int:
    """Return a year of two digits, with its mark, in 1970 to 2069, and any other as it is."""
    if len(digits) > 3:
        return int(digits)
    short = int(digits[-2:])
    return short + (1900 if short >= 70 else 2000)


def _set_hours(point: Point) -> None:
    point.minute = point.minute or 0
    point.hour = hour_of(point.daypart, point.hour)
    point.hour_low = hour_of(point.daypart, point.hour_low)


def hour_of(daypart: str | None, hour: int | None) -> int | None:
    """Return the hour of the day for one in a part of the day: 오후 2시 is 14, 밤 12시 is 24, 오전 12시 is 0."""
    if hour is None or daypart is None:
        return hour
    if hour == 12 and daypart in ("NI", "MO"):
        return 24 if daypart == "NI" else 0
    if daypart == "DT" and hour < 6:
        return hour + 12
    return hour + 12 if hour in _AFTERNOON.get(daypart, ()) else hour


def _finished(point: Point, names: list[str], ends: list[int]) -> Point | None:
    """Return a Point without pieces that cannot end it, or None where nothing stands by itself."""
    if names and names[-1] == "daypart" and not point.has_day:
        names.pop()
        point.daypart = None
    if not names or (len(names) == 1 and names[0] in _NOT_ALONE):
        return None
    if point.weekend and point.lead is None and point.week_rel is None:
        return None
    point.end = ends[len(names)]
    return point


_FIELDS = {
    "day_said": "day", "term": "half", "quarter_q": "quarter", "half_h": "half", "year_q": "year", "year_h": "year",
    "hour_word": "hour", "half_past": "minute",
}  # fmt: skip
_READERS: dict[str, Callable[[str], int]] = {
    **dict.fromkeys(("month", "month_low", "day", "day_low", "day_said", "quarter", "quarter_low"), int),
    **dict.fromkeys(("quarter_q", "half_h"), int),
    **dict.fromkeys(("hour", "hour_low", "minute", "last", "century", "term"), int),
    **dict.fromkeys(("year", "year_low", "year_q", "year_h"), _year),
    **dict.fromkeys(("decade", "decade_low"), _decade),
    "nth": lambda said: _NTH.get(said) or int(said),
    "weekday": lambda said: WEEKDAYS.index(said) + 1,
    "hour_word": lambda said: _HOURS.index(said) + 1,
    "half_past": lambda said: 30,
}
"""How the groups of a piece are read into the fields of a Point."""
