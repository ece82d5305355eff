"""Expressions: a point of time, or two that make a range (3월 5일부터 8일까지, 09:00 ~ 18:00)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sasil.components.time.patterns.order import Names
from sasil.components.time.patterns.points import ABOUT, ABOUT_STARTS, JOINER_STARTS, JOINERS, LISTED, TO
from sasil.components.time.point import Point
from sasil.components.time.reading import hour_of, read_point, read_right

_JOINERS = re.compile(JOINERS, re.X)
_TO = re.compile(TO, re.X)
_ABOUT = re.compile(ABOUT, re.X)
_LISTED = re.compile(LISTED)


@dataclass(slots=True)
class Expression:
    """One mention to be: a point, with a second one where it is a range."""

    start: int
    end: int
    first: Point
    second: Point | None = None
    about: bool = False

    @property
    def is_time(self) -> bool:
        """Whether it is a clock time, or a part of a day."""
        return self.first.has_time and (self.second is None or self.second.has_time)


def read_expression(text: str, at: int, first: Names) -> Expression | None:
    """Return the point or range that begins at a place, or None; ``first`` names the pieces that may begin it."""
    point = read_point(text, at, first)
    if point is None:
        return None
    ranged = _range(text, point)
    if ranged and not (ranged.is_time and _LISTED.search(text, max(0, at - 9), at)):
        return ranged
    if ranged:
        # 16일과 17일 오후 1시~6시: the hours of both days.
        point = _without_clock(point)
        return Expression(point.start, point.end, point)
    if point.has_clock and point.has_date and _is_many_days(point):
        # 8~9일 오전 10시: the clock time is not one of a range of days.
        point = _without_clock(point)
    about = _ABOUT.match(text, point.end) if text[point.end : point.end + 1] in ABOUT_STARTS else None
    return Expression(point.start, about.end() if about else point.end, point, about=about is not None)


def _is_many_days(point: Point) -> bool:
    return point.day_low is not None or not point.has_day


def _range(text: str, first: Point) -> Expression | None:
    joiner = _JOINERS.match(text, first.end) if text[first.end : first.end + 1] in JOINER_STARTS else None
    if joiner is None or first.day_low or first.hour_low or first.month_low or first.year_low or first.quarter_low:
        return None
    second = read_right(text, joiner.end(), first.numeric)
    if second is None or (joiner["dash"] and not (first.numeric or first.has_clock or first.has_year)):
        return None
    joined = _joined(first, second)
    if joined is None:
        return None
    end = joined.end
    if joiner["from"]:
        to = _TO.match(text, end)
        if to is None:
            return None
        end = to.end()
    return Expression(first.start, end, first, joined)


def _joined(first: Point, second: Point) -> Point | None:
    """Return the second point as it goes with the first, or None where the two are no range."""
    if first.has_clock:
        return _with_daypart(first, second) if second.has_clock else None
    if first.is_weekday and first.has_time and second.is_weekday and second.has_time:
        return second
    if not first.has_date or first.has_time:
        return None
    if second.last is not None:
        # 2024. 3. 11. ~ 15.: a number with a point is of the grain that the first end has.
        second = replace(second, last=None, day=second.last) if first.has_day else replace(second, month=second.last)
    if second.has_date:
        return _without_clock(second) if second.has_time else second
    return None


def _with_daypart(first: Point, second: Point) -> Point:
    """Return the second clock time in the part of the day that the first one says: 오후 1시부터 5시까지."""
    if second.daypart is not None or second.has_date or first.daypart is None or second.hour is None:
        return second
    begin, minute = (first.hour or 0, first.minute or 0), second.minute or 0
    hours = (hour_of(first.daypart, second.hour) or 0, second.hour, second.hour + 12)
    later = (hour for hour in hours if (hour, minute) > begin and hour <= 24)
    return replace(second, hour=next(later, second.hour))


def _without_clock(point: Point) -> Point:
    return replace(point, end=point.date_end, hour=None, hour_low=None, minute=None, daypart=None)
