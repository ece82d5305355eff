"""What is written beside an amount: whose money it is, of which year, for what unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sasil.components.budgets.patterns import PER_UNIT, STAGE_BEFORE, SUM, UNITS, YEAR_BEFORE, role_of, role_pattern
from sasil.record import DateMention, Mention, MoneyMention

Role = Literal["total", "national", "provincial", "municipal", "private", "other"]
Basis = Literal["total", "per_unit", "per_year", "phase"]

_WINDOW = 24


@dataclass(frozen=True, slots=True)
class Labelled:
    """An amount with what is written beside it."""

    money: MoneyMention
    role: Role = "total"
    year: int | None = None
    basis: Basis = "total"
    summed: bool = False

    @property
    def is_part(self) -> bool:
        """Tell whether the amount is labelled as a part of another."""
        return self.role != "total" or (self.year is not None and not self.summed)


def labelled(text: str, money: MoneyMention, dates: list[Mention]) -> Labelled:
    """Return an amount with the labels before it; ``dates`` are the dates of its sentence."""
    before = text[max(text.rfind("\n", 0, money.start) + 1, money.start - _WINDOW) : money.start]
    role = role_pattern().search(before)
    return Labelled(
        money,
        _as_role(role_of(role[1]) if role else "total"),
        _year(before, money, dates),
        _basis(before, money),
        SUM.search(before) is not None,
    )


def _as_role(role: str) -> Role:
    roles: tuple[Role, ...] = ("national", "provincial", "municipal", "private", "other")
    return next((known for known in roles if known == role), "total")


def column_role(header: str) -> Role:
    """Return the role that the header of a column gives its amounts.

    >>> column_role("국 비"), column_role("합계")
    ('national', 'total')
    """
    return _as_role(role_of(re.sub(r"\s|\(.*", "", header)))


def _year(before: str, money: MoneyMention, dates: list[Mention]) -> int | None:
    written = YEAR_BEFORE.search(before)
    if written is not None:
        return int(written[2] or 2000 + int(written[1]))
    for date in dates:
        if isinstance(date, DateMention) and 0 <= money.start - date.end <= 2 and date.value is not None:
            value = date.value.value or ""
            return int(value) if re.fullmatch(r"\d{4}", value) else None
    return None


def _basis(before: str, money: MoneyMention) -> Basis:
    per = money.value.per if money.value is not None else None
    if per in UNITS or PER_UNIT.search(before):
        return "per_unit"
    if per == "P1Y":
        return "per_year"
    return "phase" if STAGE_BEFORE.search(before) else "total"
