"""Read the expression of time that begins at a place in a text: its pieces, one behind the other, into a Point."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sasil.components.time.checks import CHECKS
from sasil.components.time.patterns.order import (
    BY_SIGN,
    DIGIT_FIRST,
    FOLLOWS,
    NUMERIC,
    NUMERIC_RIGHT,
    PIECE_OF_KIND,
    WORD_FIRST,
    Names,
)
from sasil.components.time.patterns.signs import BLANK, BLANKS, WEEKDAYS
from sasil.components.time.point import Point
from sasil.components.time.vocabulary import beginning, pieces, time_words

_BLANK = re.compile(BLANK, re.X)
_NTH = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": -1}
_HOURS = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_AFTERNOON = {"AF": range(1, 12), "EV": range(4, 12), "NI": range(6, 12)}
_CLOCKS = ("daypart", "clock", "colon", "noon", "clock_word")
_NUMERIC = frozenset((*NUMERIC, *NUMERIC_RIGHT))
_WORD_FIELDS = {
    "year_word": "year_rel", "year_short": "year_rel", "same_year": "year_same", "month_word": "month_rel",
    "same_month": "month_same", "quarter_word": "quarter_rel", "same_quarter": "quarter_same", "day_word": "day_rel",
    "same_day": "day_same", "week": "week_rel", "half": "half", "season": "season", "part": "part",
    "year_part": "year_part", "lead": "lead", "daypart": "daypart", "trading_day": "trading_same",
}  # fmt: skip
# 올 and a lead (지난) are no expression by themselves, nor is a part of the day or of a year.
_DIGIT_HEADS = frozenset("0123456789'’‘′`")
_WITH_SHORT = ("year", "year_cell")
_NOT_ALONE = {"lead", "daypart"}


def read_point(text: str, at: int, first: Names = DIGIT_FIRST) -> Point | None:
    """Return the expression that begins at a place, or None; ``first`` names the pieces that it may begin with."""
    found = _piece(text, at, first, None)
    if found is None:
        return None
    point, names, ends = Point(at, at), [], [at]
    while found:
        name, match = found
        _take(point, name, match)
        at = match.end()
        names.append(name)
        ends.append(at)
        if name not in _CLOCKS and name != "lead":
            point.date_end = at
        found = _piece(text, at, FOLLOWS.get(name, ()), point)
    return _finished(point, names, ends)


def read_right(text: str, at: int, numeric: bool) -> Point | None:
    """Return the expression that begins at the right end of a range, where shorter forms may stand."""
    first = DIGIT_FIRST if text[at : at + 1] in _DIGIT_HEADS else WORD_FIRST
    return read_point(text, at, (*first, *NUMERIC_RIGHT) if numeric else first)


def first_pieces(kind: str, sign: str) -> tuple[str, ...]:
    """Return the pieces that may begin at a word of this kind, or at a number (no kind) before this sign."""
    return (PIECE_OF_KIND.get(kind, kind),) if kind else BY_SIGN.get(sign, DIGIT_FIRST)


def _piece(text: str, at: int, names: Names, point: Point | None) -> tuple[str, re.Match[str]] | None:
    if point is not None and text[at : at + 1] in BLANKS:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
    patterns = pieces()
    for name in beginning(names, text[at : at + 1]):
        match = patterns[name].match(text, at)
        if match is None:
            continue
        check = CHECKS.get(name)
        if check is None or check(text, match, point):
            return name, match
    return None


def _take(point: Point, name: str, match: re.Match[str]) -> None:
    if name not in _WORD_FIELDS:
        _take_numbers(point, name, match)
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
        point.about_now = "이맘때" in match[0]
        point.period_same = not point.about_now
    elif name == "festival":
        point.festival = match["festival"] or match["festival_short"]
    elif name == "seollal":
        point.festival = match[0]


def _take_numbers(point: Point, name: str, match: re.Match[str]) -> None:
    if name in _NUMERIC:
        point.numeric = True
    for group, field, read in _readers(name):
        said = match[group]
        if said is not None:
            setattr(point, field, read(said))
    if name == "first_day":
        point.month = point.day = 1
    if name in _WITH_SHORT and match["year_short"] and point.year_low is not None:
        point.year = point.year_low // 100 * 100 + int(match["year_short"])
    if name in ("clock", "colon", "clock_word"):
        _set_hours(point)


@cache
def _readers(name: str) -> tuple[tuple[str, str, Callable[[str], int]], ...]:
    """Return the groups of a piece with the fields that they fill, and how they are read."""
    groups = pieces()[name].groupindex
    return tuple((group, _FIELDS.get(group, group), _READERS[group]) for group in groups if group in _READERS)


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
    if point.weekend and point.lead is None and point.week_rel is None and point.nth is None:
        return None
    point.end = ends[len(names)]
    return point


_FIELDS = {
    "day_said": "day", "term": "half", "quarter_q": "quarter", "half_h": "half", "year_q": "year", "year_h": "year",
    "hour_word": "hour", "half_past": "minute", "year_solid": "year", "month_solid": "month", "day_solid": "day",
}  # fmt: skip
_READERS: dict[str, Callable[[str], int]] = {
    **dict.fromkeys(("month", "month_low", "month_solid", "day", "day_low", "day_said", "day_solid"), int),
    **dict.fromkeys(("quarter", "quarter_low"), int),
    **dict.fromkeys(("quarter_q", "half_h"), int),
    **dict.fromkeys(("hour", "hour_low", "minute", "last", "century", "term"), int),
    **dict.fromkeys(("year", "year_low", "year_q", "year_h", "year_solid"), _year),
    **dict.fromkeys(("decade", "decade_low"), _decade),
    "nth": lambda said: _NTH.get(said) or int(said),
    "weekday": lambda said: WEEKDAYS.index(said) + 1,
    "hour_word": lambda said: _HOURS.index(said) + 1,
    "half_past": lambda said: 30,
}
"""How the groups of a piece are read into the fields of a Point."""
