"""Point: an expression of time as it is written, before anything is counted from the publication date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(init=False)
class Point:
    """The fields of one date or clock time; None is what the text does not write.

    ``*_low`` is the first end of a range with a shared unit (8~10일), ``*_rel`` a distance from the publication date
    (지난해: -1), ``*_same`` one from what was named before (이날: 0, 전년: -1).
    """

    start: int
    end: int
    lead: int | None = None
    year: int | None = None
    year_low: int | None = None
    year_rel: int | None = None
    year_same: int | None = None
    new_year: bool = False
    decade: int | None = None
    decade_low: int | None = None
    century: int | None = None
    month: int | None = None
    month_low: int | None = None
    month_rel: int | None = None
    month_same: int | None = None
    quarter: int | None = None
    quarter_low: int | None = None
    quarter_rel: int | None = None
    quarter_same: int | None = None
    half: int | None = None
    season: str | None = None
    year_part: str | None = None
    festival: str | None = None
    period_same: bool = False
    about_now: bool = False
    nth: int | None = None
    week_rel: int | None = None
    weekend: bool = False
    day: int | None = None
    day_low: int | None = None
    day_rel: int | None = None
    day_same: int | None = None
    trading_same: int | None = None
    weekday: int | None = None
    part: str | None = None
    daypart: str | None = None
    hour: int | None = None
    hour_low: int | None = None
    minute: int | None = None
    last: int | None = None
    numeric: bool = False
    date_end: int = 0

    def __init__(self, start: int, end: int, **fields: Any) -> None:
        # Most fields keep the value of the class.
        self.start, self.end = start, end
        if fields:
            self.__dict__.update(fields)

    @property
    def has_clock(self) -> bool:
        """Whether it names a clock time."""
        return self.hour is not None

    @property
    def has_time(self) -> bool:
        """Whether it names a clock time or a part of the day."""
        return self.hour is not None or self.daypart is not None

    @property
    def has_date(self) -> bool:
        """Whether it names a date of any grain."""
        return self.date_end > self.start

    @property
    def has_day(self) -> bool:
        """Whether it names one day."""
        return (
            self.day is not None or self.day_rel is not None or self.day_same is not None
            or self.weekday is not None or self.last is not None
        )  # fmt: skip

    @property
    def has_year(self) -> bool:
        """Whether it says of itself which year it lies in."""
        return self.year is not None or self.year_rel is not None or self.year_same is not None or self.new_year

    @property
    def has_month(self) -> bool:
        """Whether it says which month it lies in."""
        return self.month is not None or self.month_rel is not None or self.month_same is not None

    @property
    def is_anaphoric(self) -> bool:
        """Whether it counts from a date named before it."""
        return (
            self.period_same or self.year_same is not None or self.month_same is not None or self.day_same is not None
            or self.trading_same is not None or self.quarter_same is not None
        )  # fmt: skip

    @property
    def is_period(self) -> bool:
        """Whether it names a quarter, a half-year or a season."""
        return self.quarter is not None or self.half is not None or self.season is not None

    @property
    def is_weekday(self) -> bool:
        """Whether it names a weekday and nothing else of the calendar."""
        return self.weekday is not None and self.day is None and self.week_rel is None and self.nth is None

    @property
    def is_told_behind(self) -> bool:
        """Whether it is a name of a day, which the date behind 인 tells (화요일인 5일)."""
        named = self.day_rel is not None or self.festival is not None or self.day_same is not None
        return named or self.is_weekday

    @property
    def has_low(self) -> bool:
        """Whether it is a range with one unit (8~10일)."""
        return (
            self.day_low is not None or self.month_low is not None or self.year_low is not None
            or self.quarter_low is not None or self.decade_low is not None
        )  # fmt: skip

    @property
    def counts_from_now(self) -> bool:
        """Whether its month, week or day counts from the publication date (이달, 다음 주, 오늘)."""
        return self.month_rel is not None or self.week_rel is not None or self.day_rel is not None

    @property
    def says_when(self) -> bool:
        """Whether it tells its year (내년 2월, 이달 말, 오늘) rather than leaves it to be found."""
        return (
            self.has_year or self.counts_from_now or self.decade is not None or self.century is not None
            or self.month_same is not None or self.day_same is not None or self.year_part is not None
        )  # fmt: skip
