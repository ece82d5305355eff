"""Amounts that are the parts of another one beside them: they sum to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sasil.components.budgets.labels import Labelled

_MOST_PARTS = 8


def partitions(amounts: Sequence[Labelled | None]) -> dict[int, list[int]]:
    """Return the totals among the amounts of a line, each with its parts, by their positions.

    The total stands directly before its parts or directly after them. None stands for an amount that sums to nothing.
    """
    values = [_value(amount) for amount in amounts]
    found: dict[int, list[int]] = {}
    taken: set[int] = set()
    for first in range(len(values)):
        parts = _run(amounts, values, first, taken)
        if parts is None:
            continue
        total, last = parts
        found[total] = list(range(first, last + 1))
        taken.update(found[total], (total,))
    return found


def _run(
    amounts: Sequence[Labelled | None], values: Sequence[Decimal | None], first: int, taken: set[int]
) -> tuple[int, int] | None:
    """Return the total of the parts that begin with an amount, and the last of them; the longest run first."""
    found = None
    held = Decimal(0)
    for last in range(first, min(first + _MOST_PARTS, len(values))):
        value = values[last]
        if value is None or last in taken or not _same_currency(amounts, first, last):
            break
        held += value
        for total in (first - 1, last + 1) if last > first else ():
            inside = 0 <= total < len(values) and total not in taken
            if inside and values[total] == held and _same_currency(amounts, first, total):
                found = (total, last)
    return found


def _value(amount: Labelled | None) -> Decimal | None:
    value = amount.money.value if amount is not None else None
    return Decimal(value.amount) if value is not None and value.amount is not None else None


def _same_currency(amounts: Sequence[Labelled | None], one: int, other: int) -> bool:
    here, there = amounts[one], amounts[other]
    if here is None or there is None or here.money.value is None or there.money.value is None:
        return False
    return here.money.value.currency == there.money.value.currency
