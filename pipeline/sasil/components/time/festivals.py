"""The days of festivals: fixed ones, and lunar ones from the package `holidays`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sasil.components.time.vocabulary import festivals
from sasil.components.time.when import When, day_of, moved

_FRIDAY = 5


def festival_days(name: str, year: int | None) -> tuple[When, When] | None:
    """Return the first and last day of a festival in a year, or None where it cannot be told.

    A fixed day of an unknown year is one without year; a lunar one has no day then.

    >>> [str(day) for day in festival_days("추석", 2024)], festival_days("설날", None)
    (['2024-09-17', '2024-09-17'], None)
    """
    where, with_break = festivals()[name]
    if where[0].isdigit():
        day = When("day", year, int(where[:2]), int(where[3:]))
        return day, day
    if year is None:
        return None
    lunar, _, later = where.partition("+")
    days = _lunar(lunar, year)
    if not days:
        return None
    if with_break:
        return day_of(days[0]), day_of(days[-1])
    feast = next((day for day, is_feast in _named(lunar, year) if is_feast), days[0])
    return (day_of(moved(feast, int(later or 0))),) * 2


def trading_day(day: date, count: int) -> date:
    """Return the day on which the exchange is open, so many such days from another: no weekend, no day off.

    >>> trading_day(date(2024, 2, 13), -1)
    datetime.date(2024, 2, 8)
    """
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day = moved(day, step)
        while day.isoweekday() > _FRIDAY or day in _days_off(day.year):
            if day in (date.min, date.max):
                return day
            day = moved(day, step)
    return day


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("KR", years=[year]))


def _lunar(name: str, year: int) -> list[date]:
    return [day for day, _ in _named(name, year)]


@lru_cache(maxsize=64)
def _named(name: str, year: int) -> tuple[tuple[date, bool], ...]:
    """Return the days off of a lunar festival in order, with the mark of the day itself."""
    import holidays

    days = holidays.country_holidays("KR", years=[year], language="ko")
    found = {(day, each == name) for day, names in days.items() for each in names.split("; ") if each.startswith(name)}
    return tuple(sorted(found))
