"""Build a date out of the pieces of a point, in a given year and month."""

from __future__ import annotations

from datetime import date

from sasil.components.time.point import Point
from sasil.components.time.when import SEASONS, When, day_of, in_month, moved, week_of


def built(point: Point, year: int | None, month: int | None) -> When:
    """Return the date that the pieces of a point make in a year and month; None is what is not known."""
    if point.quarter is not None:
        return When("quarter", year, point.quarter)
    if point.half is not None:
        return When("half", year, point.half)
    if point.season is not None:
        return When("season", year, SEASONS.index(point.season) + 1)
    if point.day is not None:
        return When("day", year, month, point.day)
    if point.nth is not None and (month or year is None):
        return _nth_of_month(year, month, point)
    if month is not None or point.has_month:
        return When("month", year, month)
    return When("year", year)


def _nth_of_month(year: int | None, month: int | None, point: Point) -> When:
    """Return the week of a month, the first one that holds its Thursday (ISO 8601), or the nth weekday of it."""
    nth = point.nth or 1
    if year is None or month is None or not in_month(year, month, 1):
        return When("month", year, month)
    weekday = point.weekday or 4
    first = date(year, month, 1)
    nearest = moved(first, (weekday - first.isoweekday()) % 7)
    if nth < 0:
        nth = 5 if in_month(year, month, nearest.day + 28) else 4
    day = moved(nearest, 7 * (nth - 1))
    if point.weekday is not None:
        return day_of(day)
    return week_of(day)._replace(unit="weekend" if point.weekend else "week")


def weekday_differs(point: Point, when: When) -> bool:
    """Say whether the weekday that is written is not that of the day."""
    day = when.first
    return (
        point.weekday is not None and when.unit == "day" and day is not None and point.day_low is None
        and day.isoweekday() != point.weekday
    )  # fmt: skip
