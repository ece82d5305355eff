"""The normal forms of mentions: amounts in base units, times in TIMEX3, all exact and all plain data."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from operator import is_
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Modifier = Literal["about", "over", "at_least", "more_than", "at_most", "less_than", "nearly", "vague"]
"""How a stated amount stands to the true one (약, 여, 이상, 초과, 이하, 미만, 가까이, 수십)."""

TimeMod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]
"""The part of a period that is meant, as TIMEX3 ``mod`` has it."""

Amount = Annotated[str, StringConstraints(pattern=r"^-?\d+(\.\d+)?$")]
"""A decimal number as a string, without separators or exponent, in the base unit."""


def decimal_string(amount: Decimal) -> str:
    """Write a number as an Amount.

    >>> decimal_string(Decimal("2.5") * 10**12)
    '2500000000000'
    """
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


_is_none = partial(is_, None)  # asked of every field that is written, without a call into Python


def left_out() -> Any:
    """Return a field that is None by default and, when None, left out of the JSON."""
    return Field(default=None, exclude_if=_is_none)


class Part(BaseModel):
    """A piece of a record: frozen, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class _Quantified(Part):
    """An ``amount``, or the ``low`` and ``high`` ends of a range."""

    amount: Amount | None = left_out()
    low: Amount | None = left_out()
    high: Amount | None = left_out()

    @model_validator(mode="after")
    def _amount_or_range(self) -> _Quantified:
        if (self.amount is None) != (self.low is not None and self.high is not None):
            raise ValueError("an amount, or low and high, and not both")
        return self


class MoneyValue(_Quantified):
    """Money in the currency's base unit (1,800여억 원 is 180000000000 KRW); ``currency`` by ISO 4217.

    >>> MoneyValue(amount="180000000000", currency="KRW", modifier="over").model_dump()
    {'amount': '180000000000', 'currency': 'KRW', 'modifier': 'over'}
    """

    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    modifier: Modifier | None = left_out()
    per: str | None = left_out()


class PercentValue(_Quantified):
    """A percentage, or a difference of percentages in percentage points."""

    unit: Literal["percent", "percentage_point"]
    modifier: Modifier | None = left_out()


class QuantityValue(_Quantified):
    """A count or a measure; ``unit`` as written, ``of`` the noun next to it (22개 과제: 과제)."""

    unit: str
    of: str | None = None
    modifier: Modifier | None = left_out()
    per: str | None = left_out()


class Distance(Part):
    """How far a relative date lies from the publication date, which is not known: 지난해 is -1 year."""

    unit: Literal["day", "week", "month", "quarter", "half", "year", "decade"]
    offset: int


class DateValue(Part):
    """A date or period in TIMEX3; ``start`` and ``end`` are the first and last day covered, null when not known.

    ``value`` is null for a date that cannot be (2월 30일).
    """

    value: str | None
    start: str | None = None
    end: str | None = None
    mod: TimeMod | None = left_out()
    rel: Distance | None = left_out()


class TimeValue(Part):
    """A clock time in TIMEX3, with its date where the text gives one: 2019-10-02T10:00, T10:00/T17:00."""

    value: str | None
    mod: TimeMod | None = left_out()
    rel: Distance | None = left_out()


class DurationValue(Part):
    """A length of time in ISO 8601: 1년 10개월 is P1Y10M; a range of lengths is P2D/P3D."""

    value: str
    modifier: Modifier | None = left_out()


class SetValue(Part):
    """A recurrence in TIMEX3: 매주 화요일 is XXXX-WXX-2 with quant EVERY, 주 2회 is P1W with freq 2X."""

    value: str
    freq: str | None = left_out()
    quant: str | None = left_out()


class LawValue(Part):
    """The article of a law that the text cites: 제3조제1항."""

    article: str


Value = MoneyValue | PercentValue | QuantityValue | DateValue | TimeValue | DurationValue | SetValue | LawValue
