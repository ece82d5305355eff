"""Dates that count from the publication date alone: 오늘, 다음 주 월요일, 이번 분기; and ages (1990년대)."""

from __future__ import annotations

from datetime import date

from sasil.components.time.point import Point
from sasil.components.time.when import When, day_of, moved, quarter_of, week_of, weekday_of


def counted(point: Point, anchor: date | None) -> When | None:
    """Return the date that such a point is, with X where the publication date is not known; None for other points."""
    if point.day_rel is not None:
        return day_of(moved(anchor, point.day_rel)) if anchor else When("day", None, None, point.day)
    if point.decade is not None:
        return When("decade", number=point.decade)
    if point.century is not None:
        return When("century", number=point.century - 1)
    if point.quarter_rel is not None:
        return quarter_of(anchor, point.quarter_rel) if anchor else When("quarter")
    count = point.week_rel if point.week_rel is not None else point.lead if point.weekend else None
    if count is not None:
        return _in_week(point, week_of(anchor, count) if anchor else When("week"))
    return _weekday(point, anchor) if point.is_weekday else None


def _in_week(point: Point, week: When) -> When:
    if point.weekend:
        return week._replace(unit="weekend")
    return weekday_of(week, point.weekday) if point.weekday else week


def _weekday(point: Point, anchor: date | None) -> When:
    weekday = point.weekday or 1
    if anchor is None:
        return When("week", day=weekday)
    if not point.lead:
        return weekday_of(week_of(anchor), weekday)
    ahead = (weekday - anchor.isoweekday()) % 7
    return day_of(moved(anchor, ahead if point.lead > 0 else ahead - 7))
