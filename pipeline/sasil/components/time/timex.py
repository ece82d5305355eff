"""TIMEX3 values: which are well formed, and which days a date covers."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

_YEAR = r"(?:\d{4}|XXXX)"
_SPAN = rf"""
    {_YEAR}-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?  # 2024-03, 2024-03-05
    | {_YEAR}-W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?      # 2024-W10, 2024-W10-WE, XXXX-WXX-2
    | {_YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)                       # 2024-Q1, 2024-H1, 2024-SU
    | {_YEAR} | \d{{3}}X? | \d{{2}}(?:XX)?                         # 2024, 199 (1990년대), 20 (21세기)
"""
_CLOCK = r"T(?:(?:(?:[01]\d|2[0-3]|XX):(?:[0-5]\d|XX)(?::[0-5]\d)?|24:00)|MO|MI|AF|EV|NI|DT)"
_LENGTH = r"P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X)[YMWD])*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"

_DATE = re.compile(rf"(?:{_SPAN})", re.X | re.A)
_TIME = re.compile(rf"(?:(?:{_SPAN}))?{_CLOCK}", re.X | re.A)
_DURATION = re.compile(_LENGTH, re.A)
_SET = re.compile(rf"{_YEAR}-(?:XX|0[1-9]|1[0-2])-W[1-5]-[1-7]", re.A)
_NAMED = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")

_PERIODS = re.compile(r"(?P<year>\d{4})(?:-(?P<kind>Q|H|SP|SU|FA|WI)(?P<n>[1-4])?)?")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_THIRDS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


@lru_cache(maxsize=4096)
def is_date(value: str) -> bool:
    """Say whether a DATE value is well formed and can be: no 30 February.

    >>> is_date("2020-03"), is_date("XXXX-XX-02"), is_date("2024-02-30"), is_date("2019-10-15/2019-10-20")
    (True, True, False, True)
    """
    return value in _NAMED or _each(value, lambda part: bool(_DATE.fullmatch(part)) and _can_be(part))


def is_time(value: str) -> bool:
    """Say whether a TIME value is well formed: a clock time, with its date or without, or a range of two.

    >>> is_time("2019-10-02T10:00"), is_time("T10:00/T17:00"), is_time("T25:00")
    (True, True, False)
    """
    return _each(value, lambda part: bool(_TIME.fullmatch(part)) and _can_be(part.partition("T")[0]))


def is_duration(value: str) -> bool:
    """Say whether a DURATION value is well formed: ISO 8601, or a range of two lengths.

    >>> is_duration("P1Y10M"), is_duration("PT1H30M"), is_duration("P2D/P3D"), is_duration("P")
    (True, True, True, False)
    """
    return _each(value, lambda part: bool(_DURATION.fullmatch(part)))


def is_set(value: str) -> bool:
    """Say whether a SET value is well formed: a length, a date or time with X, or a weekday of a month.

    >>> is_set("P1Y"), is_set("XXXX-WXX-2"), is_set("XXXX-XX-W1-1"), is_set("T10:00"), is_set("매년")
    (True, True, True, True, False)
    """
    return _each(value, lambda part: bool(_DURATION.fullmatch(part) or _SET.fullmatch(part))) or (
        is_date(value) or is_time(value)
    )


@lru_cache(maxsize=4096)
def bounds(value: str, mod: str | None = None) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO 8601) that a DATE value covers, None where they are not known.

    ``mod`` START, MID and END narrow a month to its days 1–10, 11–20 and 21–last; the beginning or end of a longer
    period names no days, and covers the period. An ill-formed value covers nothing.

    >>> bounds("2026-SU"), bounds("2024-02", "END"), bounds("2019-04/XXXX-12")
    (('2026-06-01', '2026-08-31'), ('2024-02-21', '2024-02-29'), ('2019-04-01', None))
    """
    first, slash, last = value.partition("/")
    if slash:
        return bounds(first)[0], bounds(last)[1]
    covered = days(value)
    if covered is None:
        return None, None
    if mod in _THIRDS and re.fullmatch(r"\d{4}-\d\d", value):
        low, high = _THIRDS[mod]
        covered = covered[0].replace(day=low), covered[0].replace(day=min(high, covered[1].day))
    return covered[0].isoformat(), covered[1].isoformat()


def _each(value: str, good: Callable[[str], bool]) -> bool:
    parts = value.split("/")
    return len(parts) <= 2 and all(good(part) for part in parts)


def _can_be(value: str) -> bool:
    """Say whether a day is on the calendar; 29 February may be where the year is not known."""
    parts = value.split("-")
    if len(parts) != 3 or not (parts[1] + parts[2]).isdecimal():
        return True
    year, month, day = int(parts[0]) if parts[0].isdecimal() else 2000, int(parts[1]), int(parts[2])
    return year > 0 and day <= monthrange(year, month)[1]


@lru_cache(maxsize=4096)
def days(value: str) -> Days | None:
    """Return the first and last day that a single DATE value covers, or None where they are not known.

    >>> days("2024-Q1")
    (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    """
    if "X" in value or not _DATE.fullmatch(value) or not _can_be(value) or value.startswith("0000"):
        return None
    if "-W" in value and not value.endswith("WI"):
        return _week(value)
    if re.fullmatch(r"\d{2,3}", value):
        return _years(int(value.ljust(4, "0")), 10 ** (4 - len(value)))
    period = _PERIODS.fullmatch(value)
    if period is None:
        year, month, *day = (int(part) for part in value.split("-"))
        return (date(year, month, day[0]),) * 2 if day else _months(year, month, 1)
    return _period(int(period["year"]), period["kind"], int(period["n"] or 0))


def _period(year: int, kind: str | None, n: int) -> Days | None:
    if kind is None:
        return _years(year, 1)
    if kind == "Q":
        return _months(year, 3 * n - 2, 3)
    if kind == "H":
        return _months(year, 6 * n - 5, 6)
    return _months(year, _SEASONS[kind], 3)


def _years(year: int, count: int) -> Days | None:
    return (date(year, 1, 1), date(year + count - 1, 12, 31)) if year > 0 else None


def _months(year: int, month: int, count: int) -> Days | None:
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    if last_year > 9999:
        return None
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _week(value: str) -> Days | None:
    year, week, *day = value.split("-")
    try:
        monday = date.fromisocalendar(int(year), int(week[1:]), 1)
        if not day:
            return monday, monday + timedelta(6)
        if day[0] == "WE":
            return monday + timedelta(5), monday + timedelta(6)
        return (monday + timedelta(int(day[0]) - 1),) * 2
    except (ValueError, OverflowError):
        return None
