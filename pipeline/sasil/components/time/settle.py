"""Months without a year in a text without a publication date: what a later date of the text settles.

향후 12월 중간보고회를 거쳐 2020년 3월 완료: 12월 is the last December before March 2020. Only what follows within half
a year settles a month, never a building that takes years; and a month that is past is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sasil.components.time.direction import Direction, direction, same_sentence
from sasil.components.time.patterns.sentences import BUILDING
from sasil.components.time.resolve import Resolved
from sasil.components.time.when import When

_BUILDING = re.compile(BUILDING)
_LONGEST = 6


def settle(text: str, dates: Sequence[Resolved]) -> None:
    """Fill in, in place, the years that other dates of the text settle."""
    for i in range(len(dates) - 2, -1, -1):
        year = _year_before(text, dates[i], dates[i + 1])
        if year is not None:
            dates[i].first = replace(dates[i].first, year=year)
            dates[i].settled = True
    years = {each.first.number: each.first.year for each in dates if each.settled}
    for each in dates:
        if _is_open_month(each) and each.first.number in years and not _is_past(text, each):
            each.first = replace(each.first, year=years[each.first.number])


def _is_open_month(date: Resolved) -> bool:
    when = date.first
    return when.unit in ("month", "day") and when.year is None and when.number is not None and date.second is None


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
