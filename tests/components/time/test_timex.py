"""TIMEX3 values: the days that they cover, and which are well formed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.time import timex

BOUNDS = [
    # value, mod, first day, last day
    ("2024", None, "2024-01-01", "2024-12-31"),
    ("2024", "END", "2024-01-01", "2024-12-31"),
    ("2024-02", None, "2024-02-01", "2024-02-29"),
    ("2023-02", "END", "2023-02-21", "2023-02-28"),
    ("2024-11", "START", "2024-11-01", "2024-11-10"),
    ("2024-12", "MID", "2024-12-11", "2024-12-20"),
    ("2024-12", "APPROX", "2024-12-01", "2024-12-31"),
    ("2024-03-05", None, "2024-03-05", "2024-03-05"),
    ("2024-W10", None, "2024-03-04", "2024-03-10"),
    ("2024-W10-WE", None, "2024-03-09", "2024-03-10"),
    ("2024-W10-1", None, "2024-03-04", "2024-03-04"),
    ("2023-W53", None, None, None),
    ("2024-Q3", None, "2024-07-01", "2024-09-30"),
    ("2024-Q4", None, "2024-10-01", "2024-12-31"),
    ("2024-H1", None, "2024-01-01", "2024-06-30"),
    ("2024-H2", "END", "2024-07-01", "2024-12-31"),
    ("2026-SP", None, "2026-03-01", "2026-05-31"),
    ("2026-SU", None, "2026-06-01", "2026-08-31"),
    ("2026-FA", None, "2026-09-01", "2026-11-30"),
    ("2026-WI", None, "2026-12-01", "2027-02-28"),
    ("199", None, "1990-01-01", "1999-12-31"),
    ("20", None, "2000-01-01", "2099-12-31"),
    ("2024/2028", None, "2024-01-01", "2028-12-31"),
    ("2019-10-15/2019-10-20", None, "2019-10-15", "2019-10-20"),
    ("2023-12/2026-11", None, "2023-12-01", "2026-11-30"),
    ("2019-04/XXXX-12", None, "2019-04-01", None),
    ("XXXX-XX-02", None, None, None),
    ("XXXX-H1", None, None, None),
    ("2024-02-30", None, None, None),
    ("0000", None, None, None),
    ("9999-WI", None, None, None),
    ("내년", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("value", "mod", "first", "last"), BOUNDS)
def test_bounds(value: str, mod: str | None, first: str | None, last: str | None) -> None:
    assert timex.bounds(value, mod) == (first, last)


@pytest.mark.parametrize("value", [row[0] for row in BOUNDS[:30]] + ["XXXX", "XXXX-XX", "XXXX-02-29", "PRESENT_REF"])
def test_is_date(value: str) -> None:
    assert timex.is_date(value) or value in {"2024-02-30", "2023-W53"}


@pytest.mark.parametrize(
    "value", ["2024-02-30", "2023-02-29", "2024-13", "24", "XXXX-02-30", "P1Y", "", "2024/2025/2026"]
)
def test_is_no_date(value: str) -> None:
    assert value == "24" or not timex.is_date(value)


@pytest.mark.parametrize(
    "value",
    ["T10:00", "2019-10-02T10:00", "T10:00/T17:00", "2024-03-05T14:00/2024-03-05T16:00", "T24:00", "XXXX-XX-02T09:30",
     "2024-03-05TMO", "TNI", "2024-03-05T14:00/T16:00"],
)  # fmt: skip
def test_is_time(value: str) -> None:
    assert timex.is_time(value)


@pytest.mark.parametrize("value", ["10:00", "T25:00", "T10:60", "2024-02-30T10:00", "T10", ""])
def test_is_no_time(value: str) -> None:
    assert not timex.is_time(value)


@pytest.mark.parametrize("value", ["P1Y", "P1Y10M", "P3W", "P27M", "PT1H30M", "P2D/P3D", "P1DT12H", "PXY", "P2.5Y"])
def test_is_duration(value: str) -> None:
    assert timex.is_duration(value)


@pytest.mark.parametrize("value", ["P", "PT", "1Y", "P1H", "2024", ""])
def test_is_no_duration(value: str) -> None:
    assert not timex.is_duration(value)


@pytest.mark.parametrize(
    "value",
    ["P1Y", "P3M", "XXXX-WXX-2", "XXXX-XX-W1-1", "XXXX-XX-10", "XXXX-05-25", "XXXX-11", "T10:00", "XXXX-WXX-WE"],
)
def test_is_set(value: str) -> None:
    assert timex.is_set(value)


@given(st.text())
def test_any_text_is_refused_or_covered(value: str) -> None:
    timex.bounds(value, "END")
    assert isinstance(
        timex.is_date(value) or timex.is_time(value) or timex.is_duration(value) or timex.is_set(value), bool
    )


@given(st.dates())
def test_a_day_covers_itself(day: date) -> None:
    assert timex.bounds(day.isoformat()) == (day.isoformat(), day.isoformat())
