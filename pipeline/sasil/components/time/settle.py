"""Dates without a year in a text without a publication date: what the other dates of the text settle.

향후 12월 중간보고회를 거쳐 2020년 3월 완료: 12월 is the last December before March 2020. Only what follows within half
a year settles a month, never a building that takes years; and a month that is past is left open. A full date in digits
(2021. 1. 18.) gives its year to the dates that come after it within half a year, and an event with its month
(7월 2~4일) that month to its bare days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.time.built import weekday_differs
from sasil.components.time.direction import Direction, direction, is_reported, same_sentence
from sasil.components.time.patterns.sentences import BUILDING
from sasil.components.time.resolve import Resolved
from sasil.components.time.when import When

_BUILDING = re.compile(BUILDING)
_LONGEST = 6


def settle(text: str, dates: Sequence[Resolved]) -> None:
    """Fill in, in place, the years and months that other dates of the text settle."""
    for i in range(len(dates) - 2, -1, -1):
        year = _year_before(text, dates[i], dates[i + 1])
        if year is not None:
            dates[i].first = dates[i].first._replace(year=year)
            dates[i].settled = True
    years = {each.first.number: each.first.year for each in dates if each.settled}
    for each in dates:
        if _is_open_month(each) and each.first.number in years and not _is_past(text, each):
            each.first = each.first._replace(year=years[each.first.number])
    _by_full_dates(text, dates)
    _by_events(text, dates)


def _by_full_dates(text: str, dates: Sequence[Resolved]) -> None:
    full: When | None = None
    for each in dates:
        first, point = each.first, each.expression.first
        if point.numeric and point.year is not None and first.unit == "day":
            full = first
        elif full is not None and _is_open(each) and not _is_past(text, each):
            year = _year_after(full, first)
            if year is None or weekday_differs(point, first._replace(year=year)):
                continue
            each.first = first._replace(year=year)
            if each.second is not None and each.second.year is None:
                over = (each.second.number or 0) < (first.number or 0)
                each.second = each.second._replace(year=year + over)


def _year_after(full: When, when: When) -> int | None:
    """Return the year in which a month comes within half a year after a full date, or None."""
    if full.year is None or full.number is None or when.number is None:
        return None
    over = when.number < full.number
    return full.year + over if (when.number - full.number) % 12 <= _LONGEST else None


def _by_events(text: str, dates: Sequence[Resolved]) -> None:
    """Give the bare days of an event its month: 2일 개막 … 7월 2일부터 4일까지."""
    planned: dict[int, When] = {}
    for each in dates:
        first, last = each.first, each.second or each.first
        if first.unit == last.unit == "day" and first.number and (first.year, first.number) == (last.year, last.number):
            for day in range(first.day or 32, min(last.day or 0, 31) + 1):
                planned.setdefault(day, When("day", first.year, first.number, day))
    for each in dates:
        day = _bare_day(each)
        if day in planned and not is_reported(text, each.expression.end):
            each.first = planned[day]


def _bare_day(date: Resolved) -> int:
    """Return the day of a date that says no month, 0 for other dates."""
    when, point = date.first, date.expression.first
    is_bare = when.unit == "day" and when.number is None and date.second is None
    return when.day or 0 if is_bare and point.month_rel is None and point.lead is None and point.day else 0


def _is_open(date: Resolved) -> bool:
    when = date.first
    return when.unit in ("month", "day") and when.year is None and when.number is not None


def _is_open_month(date: Resolved) -> bool:
    return _is_open(date) and date.second is None


def _is_past(text: str, date: Resolved) -> bool:
    expression = date.expression
    return expression.first.lead == -1 or direction(text, expression.start, expression.end) is Direction.PAST


def _year_before(text: str, date: Resolved, later: Resolved) -> int | None:
    """Return the year that puts a month before a later date, close enough to be one plan with it; or None."""
    month, bound = date.first.number, _month_of(later.first)
    start, end = date.expression.end, later.expression.start
    if not _is_open_month(date) or bound is None or month is None or later.first.year is None:
        return None
    if not same_sentence(text, start, end) or _BUILDING.search(text, start, end) or _is_past(text, date):
        return None
    gap = (bound - month) % 12
    if not 0 < gap <= _LONGEST:
        return None
    return later.first.year - (1 if month > bound else 0)


def _month_of(when: When) -> int | None:
    """Return the month with which a date begins, None where it names none."""
    if when.number is None or when.unit not in ("month", "day", "quarter", "half"):
        return None
    return {"quarter": 3 * when.number - 2, "half": 6 * when.number - 5}.get(when.unit, when.number)
