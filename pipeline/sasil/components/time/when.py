"""When: a calendar date or period of any grain, with what is not known left open, and its arithmetic."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sasil.components.time.timex import Days, days

SEASONS = ("SP", "SU", "FA", "WI")


class When(NamedTuple):
    """A point or period of the calendar; None stands for what is not known.

    ``unit`` is day, month, year, quarter, half, season, week, weekend, decade or century; ``number`` the month,
    quarter, half, season (1 is spring), ISO week or decade; ``day`` the day of a month, or the weekday of a week.
    """

    unit: str
    year: int | None = None
    number: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Write it as a TIMEX3 value."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        number = "XX" if self.number is None else f"{self.number:02d}"
        if self.unit == "day":
            return f"{year}-{number}-{'XX' if self.day is None else f'{self.day:02d}'}"
        if self.unit == "month":
            return f"{year}-{number}"
        if self.unit in ("week", "weekend"):
            return f"{year}-W{number}" + ("-WE" if self.unit == "weekend" else f"-{self.day}" if self.day else "")
        if self.unit in ("quarter", "half"):
            return f"{year}-{self.unit[0].upper()}{self.number or 'X'}"
        if self.unit == "season":
            return f"{year}-{SEASONS[(self.number or 1) - 1]}"
        if self.unit in ("decade", "century"):
            return f"{self.number:0{3 if self.unit == 'decade' else 2}d}"
        return year

    @property
    def first(self) -> date | None:
        """The first day, None where it is not known or cannot be."""
        covered = _covered(self)
        return covered and covered[0]

    @property
    def last(self) -> date | None:
        """The last day, None where it is not known or cannot be."""
        covered = _covered(self)
        return covered and covered[1]

    def years_on(self, count: int) -> When:
        """Return the same part of another year."""
        return self if self.year is None else self._replace(year=self.year + count)

    def next(self, count: int) -> When:
        """Return the period of the same grain so many further on: the month after, the quarter before."""
        if self.unit == "day":
            return self._days_on(count)
        if self.unit in _A_YEAR and self.number is not None:
            return _nth(self.unit, self.year, self.number, count)
        return self.years_on(count) if self.unit == "year" else self

    def _days_on(self, count: int) -> When:
        if self.first is not None:
            return day_of(moved(self.first, count))
        if self.day is not None and 1 <= self.day + count <= 28:
            return self._replace(day=self.day + count)
        return When("day", self.year if not count else None, self.number if not count else None)


@lru_cache(maxsize=4096)
def _covered(when: When) -> Days | None:
    return days(str(when))


_A_YEAR = {"month": 12, "quarter": 4, "half": 2}


def _nth(unit: str, year: int | None, number: int, count: int) -> When:
    over, index = divmod(number - 1 + count, _A_YEAR[unit])
    return When(unit, None if year is None else year + over, index + 1)


def day_of(day: date) -> When:
    """Return a day of the calendar as a When."""
    return When("day", day.year, day.month, day.day)


def moved(day: date, days: int) -> date:
    """Return the day so many days on, or the calendar's first or last day where there is none."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month_of(day: date, months: int = 0) -> When:
    """Return the month that lies so many months from a day's own."""
    return _nth("month", day.year, day.month, months)


def week_of(day: date, weeks: int = 0) -> When:
    """Return the ISO week that lies so many weeks from a day's own."""
    year, week, _ = moved(day, 7 * weeks).isocalendar()
    return When("week", year, week)


def quarter_of(day: date, quarters: int = 0) -> When:
    """Return the quarter that lies so many quarters from a day's own."""
    return _nth("quarter", day.year, (day.month + 2) // 3, quarters)


def weekday_of(week: When, weekday: int) -> When:
    """Return a weekday (1 is Monday) of a week: a day, or the week's weekday where the week is not known."""
    monday = week.first
    return week._replace(day=weekday) if monday is None else day_of(moved(monday, weekday - 1))


def in_month(year: int, month: int, day: int) -> bool:
    """Say whether a month has such a day.

    >>> in_month(2024, 2, 29), in_month(2024, 4, 31)
    (True, False)
    """
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
